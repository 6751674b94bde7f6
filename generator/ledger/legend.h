/*
 * Legends in titles: 办理状态（0、待处理 1、已分发 3、办结） tells what a 3
 * means in that column.
 */
#ifndef LEDGER_LEGEND_H
#define LEDGER_LEGEND_H

#include <stdbool.h>

#include "base/text.h"

struct arena;

/* 1, A, 甲: stands for a word that only a list can tell. */
bool is_bare_code(struct text word);

/* The word that a title gives for a code, or empty. */
struct text legend_word(struct text title, struct text code,
                        struct arena *scratch);

#endif
