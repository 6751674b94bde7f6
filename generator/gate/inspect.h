/*
 * Looks at one finished file as its readers will: by its name it is a page, a
 * feed, Markdown, JSON, CSV or a file of an office program.
 */
#ifndef GATE_INSPECT_H
#define GATE_INSPECT_H

#include "base/text.h"

struct folder;
struct leak;
struct page_facts;

/* What is looked at and for; not changed by looking, and borrowed. */
struct inspection {
    const struct folder *folder;
    const struct leak *leak; /* NULL: personal values may stay */
};

/* Fills the sighting, which has been begun, with what a page, a feed, a
   Markdown or a JSON file at its path says that has this content. */
void inspect_text(struct page_facts *seen, struct text content);

/* The same of the file that stands there, whatever it is, searched for personal
   values too.  0, or the errno that kept the file from being read; nothing is
   reported.  Any thread may call it. */
int inspect(const struct inspection *examination, struct page_facts *seen);

/* As inspect_text, where only the anchors matter. */
void inspect_anchors(struct page_facts *seen, struct text content);

#endif
