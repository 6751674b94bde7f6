/*
 * What the titles of columns mean, in every ledger at once.
 *
 * A title is looked up in its folded form (folded_title); what it means is
 * told per ledger, because 状态 is a column of three of them.  Each column's
 * title, its other accepted titles, its English key and whatever
 * codes/aliases.csv adds are known.  Nothing is matched by likeness.
 */
#ifndef LEDGER_COLUMN_TITLES_H
#define LEDGER_COLUMN_TITLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "ledger/ledgers.h"

struct arena;
struct codes;
struct titles;

struct title {
    uint16_t column[LEDGER_COUNT]; /* index plus 1; 0: no column of it */
    uint8_t tick[LEDGER_COUNT];    /* the status it stands for in a matrix of
                                      ticks, as a choice; or 0 */
    uint16_t dimension;            /* of the evaluations: index plus 1, or 0 */
    bool is_personal;              /* 身份证号 and the like: never read */
    bool is_ordinary; /* 序号, 备注: unread, and not worth a note */
};

struct titles *titles_new(struct arena *arena, const struct codes *codes);
void titles_free(struct titles *titles);

/* The meaning of a folded title, or NULL if it has none. */
const struct title *titles_find(const struct titles *titles,
                                struct text folded);

/* Whether a title nobody knows speaks of such data: 责任人联系电话. */
bool title_sounds_personal(struct text title);

/* Whether it heads a column of some ledger; title may be NULL. */
bool title_is_column(const struct title *title);

/* Every title accepted for a column, for a message: "问题名称、问题、…". */
struct text titles_accepted(struct arena *arena, const struct column *column);

#endif
