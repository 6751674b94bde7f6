/*
 * Reads XML that programs have written, piece by piece (expat's door).
 *
 * Nobody writes documents of his own into the parts of an office file, so
 * what could turn a small document into a large one is refused: a DOCTYPE
 * (and with it every entity of one's own), elements nested deeper than any
 * program does, and names or attributes of more than a megabyte.
 */
#ifndef BASE_XML_H
#define BASE_XML_H

#include <stdbool.h>
#include <stddef.h>

struct xml;

enum xml_fault {
    XML_FAULT_NONE,
    XML_FAULT_FORM,    /* not well formed, or too deep */
    XML_FAULT_DOCTYPE, /* has a document type */
    XML_FAULT_STOPPED  /* by xml_stop */
};

/* Who is told; any may be NULL.  Names come without their prefix.  Attributes
   are names and values in turn, NULL behind the last. */
struct xml_handlers {
    void (*start)(void *data, const char *name, const char **attributes);
    void (*end)(void *data, const char *name);
    void (*text)(void *data, const char *bytes, size_t length);
    void *data;
    void (*comment)(void *data, const char *words);
};

struct xml *xml_open(const struct xml_handlers *handlers);
void xml_close(struct xml *xml);

/* Takes a piece of the document, in order; false at the first fault. */
bool xml_feed(struct xml *xml, const char *bytes, size_t length);

/* The document ends here; false if it is not whole. */
bool xml_end(struct xml *xml);

/* Ends the reading from within a handler. */
void xml_stop(struct xml *xml);

/* Whether nothing has been wrong so far. */
bool xml_is_sound(const struct xml *xml);

/* What was wrong. */
enum xml_fault xml_fault_of(const struct xml *xml);

/* What XML takes for a blank. */
static inline bool
xml_is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* An attribute's value without regard to its prefix, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

#endif
