/*
 * Reads a finished page tag by tag, and tells whether it is well formed.
 *
 * Stricter than browsers are, and than libxml2's HTML parser, which mend what
 * should be refused here: every element is closed in order, attributes are
 * quoted and stand once, no & or < stands bare, no paragraph or link holds
 * what a browser would move out of it.  So what this reader saw is what every
 * browser sees.
 */
#ifndef GATE_HTML_H
#define GATE_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum { HTML_MOST_ATTRIBUTES = 24, HTML_DEEPEST = 128 };

/* The attributes that somebody asks for. */
#define HTML_ASKED(X)              \
    X(ID, "id")                    \
    X(HREF, "href")                \
    X(SRC, "src")                  \
    X(XLINK_HREF, "xlink:href")    \
    X(ACTION, "action")            \
    X(DATA, "data")                \
    X(POSTER, "poster")            \
    X(DATA_INDEX, "data-index")    \
    X(DATA_LIST, "data-list")      \
    X(DATA_TABLE, "data-table")    \
    X(DATA_SUM, "data-sum")        \
    X(DATA_NOLIST, "data-nolist")  \
    X(DATA_FIGURE, "data-figure")  \
    X(HIDDEN, "hidden")            \
    X(OPEN, "open")

#define HTML_NUMBER(NAME, name) HTML_##NAME,
enum html_asked { HTML_ASKED(HTML_NUMBER) HTML_OTHER };
#undef HTML_NUMBER

struct html_attribute {
    struct text name;
    struct text value; /* as written; empty when there is none */
    enum html_asked asked;
};

struct html_tag {
    struct text name;
    unsigned kind; /* as html_element_of, of a closing tag too; 0 in XML */
    bool closes;   /* </name> */
    bool is_empty; /* has neither content nor closing tag */
    struct html_attribute attributes[HTML_MOST_ATTRIBUTES];
    size_t attribute_count;
    unsigned asked; /* which attributes it has, a bit each but for others */
    size_t depth; /* open elements around it */
};

/* Who is told; either may be NULL.  Texts are parts of the page. */
struct html_reader {
    void (*tag)(void *data, const struct html_tag *tag);
    void (*text)(void *data, struct text text);
    void *data;
};

/* What is wrong and where. */
struct html_fault {
    const char *what;
    size_t line;
};

/* An attribute's value; false if the tag does not have it. */
bool html_attribute(const struct html_tag *tag, enum html_asked name,
                    struct text *value);

/* Reads an HTML page.  False, with *fault, at the first thing wrong. */
bool html_read(struct text page, const struct html_reader *reader,
               struct html_fault *fault);

/* The same for XML (a feed, a site map). */
bool html_read_xml(struct text page, const struct html_reader *reader,
                   struct html_fault *fault);

#endif
