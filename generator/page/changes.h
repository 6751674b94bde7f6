/*
 * What is different from the month before: its page, and the sentence that
 * leads there from the month's own.
 */
#ifndef PAGE_CHANGES_H
#define PAGE_CHANGES_H

struct report;
struct view;

/* A list CHANGES with TEXT, FILE and MARKDOWN_FILE; empty when nothing
   changed and nothing was restated. */
void changes_note(const struct report *report, struct view *view);

#endif
