/*
 * Every ledger, by number and by name.
 */
#ifndef LEDGER_LEDGERS_H
#define LEDGER_LEDGERS_H

#include "ledger/schema.h"

#define LEDGER(name) extern const struct ledger_type name##_ledger;
#include "ledger/ledgers.def"
#undef LEDGER

enum ledger_id {
#define LEDGER(name) LEDGER_##name,
#include "ledger/ledgers.def"
#undef LEDGER
    LEDGER_COUNT
};

extern const struct ledger_type *const ledgers[LEDGER_COUNT];

/* "problems" or 问题台账; -1 if it is the name of none. */
int ledger_of_name(struct text name);

#endif
