/*
 * The office's own lists must name what there is: codes/statuses.csv a ledger
 * and a status, codes/aliases.csv a ledger and a column.
 */
#ifndef LOAD_CODES_CHECK_H
#define LOAD_CODES_CHECK_H

#include <stdbool.h>

struct codes;
struct diag;

/* Tells each line that means nothing and so is never used.  False if it is a
   setting, which must be right. */
bool codes_check(const struct codes *codes, struct diag *diag);

#endif
