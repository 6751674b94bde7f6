/*
 * Names of people in a cell, one or a list of them.
 */
#ifndef LEDGER_PERSONS_H
#define LEDGER_PERSONS_H

#include "ledger/cells.h"

/* The names with radicals folded and 张　三 written 张三; with report, says
   when a rare character seems lost. */
struct text clean_persons(const struct cell *cell, struct text text,
                          bool report);

/* Whether clean_persons leaves such names as they stand, and silently; may be
   false of others that it leaves. */
bool persons_are_plain(struct text text);

#endif
