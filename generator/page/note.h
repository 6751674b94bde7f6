/*
 * What goes back to the office that sent a file: its faults by cell, and what
 * to do about each.  No page of a site: cells are quoted as they were sent, for
 * nobody but the sender.
 */
#ifndef PAGE_NOTE_H
#define PAGE_NOTE_H

#include <stddef.h>

#include "base/language.h"

struct arena;
struct book;
struct message;
struct view;

/* Of a file by its path, that of its sheets without their names; shown: as the
   sender knows it.  The messages of all files. */
struct note {
    const struct book *book;
    const struct message *messages;
    size_t message_count;
    const char *path;
    const char *shown;
};

struct view *note_view(struct arena *arena, const struct note *note,
                       enum language language);

#endif
