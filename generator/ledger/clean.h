/*
 * Whether a cell says nothing, or holds a spreadsheet's error instead of a
 * value.
 */
#ifndef LEDGER_CLEAN_H
#define LEDGER_CLEAN_H

#include <stdbool.h>

#include "base/text.h"

/* - — / \ 无 暂无 N/A 空 */
bool is_empty_marker(struct text text);

/* #N/A #REF! #DIV/0! ##### and their like. */
bool is_cell_error(struct text text);

#endif
