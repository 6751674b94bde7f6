/*
 * 需要处理: what must be acted on, by name, worst first.
 */
#ifndef VIEW_ACTIONS_H
#define VIEW_ACTIONS_H

#include <stdint.h>

#include "base/text.h"

struct arena;
struct report;
struct view;

/* ACTION, at most five records {NAME FILE MARKDOWN_FILE ANCHOR UNIT DUE LEFT
   TONE}: what is overdue, the longest first, then what is due soon.
   ACTIONS_COUNT says how many there are, ALL leads to them. */
void actions_fill(const struct report *report, struct view *view);

/* "逾期28天", "剩2天", "今日到期"; the class that repeats it. */
struct text days_left_words(const struct report *report, int64_t days,
                            struct arena *arena);
const char *days_left_tone(int64_t days);

#endif
