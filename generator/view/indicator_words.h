/*
 * What other units state, as one sentence for the pages that tell the month.
 */
#ifndef VIEW_INDICATOR_WORDS_H
#define VIEW_INDICATOR_WORDS_H

#include "ledger/schema.h"
#include "view/report.h"

/* As people wrote it: no decimals that say nothing. */
struct text indicator_number(const struct number *number, struct arena *arena);

/* "招聘技术工人30余人、引进民宿品牌12个": the latest of each indicator that no
   figure of ours already says, of this year alone; a month before that of the
   report is named.  Empty when there is none. */
struct text indicators_words(const struct report *report, struct arena *arena);

#endif
