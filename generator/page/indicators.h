/*
 * What other units state, as one sentence for the pages that tell the month.
 */
#ifndef PAGE_INDICATORS_H
#define PAGE_INDICATORS_H

#include "base/text.h"

struct arena;
struct report;

/* "招聘技术工人30余人、引进民宿品牌12个": the latest of each indicator that no
   figure of ours already says; empty when there is none. */
struct text indicators_words(const struct report *report, struct arena *arena);

#endif
