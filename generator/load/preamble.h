/*
 * What stands above a header: who filled the ledger in, and as of when.
 *
 *     重点项目攻坚专班问题台账（截至2025年10月底）
 *     填报单位：区发改局            填报时间：2025年10月31日
 *
 * A label and its value may share a cell or stand in two.
 */
#ifndef LOAD_PREAMBLE_H
#define LOAD_PREAMBLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/text.h"

struct arena;

struct preamble {
    struct text unit;    /* 填报单位, or empty; lives in the arena */
    struct date as_of;   /* 截至, or none */
    struct date made_on; /* 填报时间, or none */
};

/* Adds what one record above the header tells. */
void preamble_add(struct preamble *preamble, struct arena *arena,
                  const struct text *cells, size_t count, int campaign_year);

#endif
