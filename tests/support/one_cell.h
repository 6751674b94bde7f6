/*
 * One cell of an otherwise empty row, cleaned and filled as the program does.
 */
#ifndef SUPPORT_ONE_CELL_H
#define SUPPORT_ONE_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"
#include "intake/codes.h"
#include "ledger/book.h"
#include "ledger/campaign.h"
#include "ledger/problems.h"
#include "ledger/suggestions.h"

/* What the cell is read with, fresh for every test. */
extern struct codes codes;
extern struct book book;
extern struct input_file export;

/* What came of it: the row, and the cell's text. */
extern union filled {
    struct row row;
    struct problem problem;
    struct project project;
    struct suggestion suggestion;
    struct mentoring mentoring;
    struct evaluation evaluation;
} filled;
extern struct text cleaned;

int one_cell_set_up(void **state);
int one_cell_tear_down(void **state);

bool fill(int ledger, const char *key, const char *raw);
bool fill_problem(const char *key, const char *raw);

/* How often the rule was broken; how many warnings and errors there were. */
size_t reports(enum rule rule);
size_t all_reports(void);

#endif
