/*
 * Who has sent in a return, on the quality page; and the note that rankings
 * and trends carry when someone has not.
 */
#ifndef VIEW_RETURNS_H
#define VIEW_RETURNS_H

#include "base/text.h"
#include "base/wording.h"
#include "year/completeness.h"

struct arena;
struct report;
struct view;

/* How each state is called in summary.json, said, and shown. */
extern const struct return_state {
    const char *key;
    enum wording word;
    const char *tone;
} return_states[RETURN_KINDS];

/* Who has sent what, looked up once for a report; else from the arena. */
struct completeness returns_of(const struct report *report,
                               struct arena *arena);

/* A list RETURNS with the grid, empty when no month is judged. */
void returns_fill(const struct report *report, struct view *view);

/* "2025年10月有2个单位": which months miss how many; empty when none does. */
struct text returns_missing(const struct report *report, struct arena *arena);

/* A list RETURNS_NOTE with one TEXT, empty when no return is missing. */
void returns_note(const struct report *report, struct view *view);

#endif
