/*
 * An empty ledger as a workbook: days are days, numbers numbers and ids texts
 * from the first cell that is filled in, and words are chosen from a list.
 */
#ifndef CLI_EMPTY_WORKBOOK_H
#define CLI_EMPTY_WORKBOOK_H

#include <stdbool.h>

#include "base/text.h"

struct job;
struct ledger_type;

/* The whole file; false, with a message, if a template is not as it was. */
bool empty_workbook(struct job *job, const struct ledger_type *type,
                    struct text *content);

#endif
