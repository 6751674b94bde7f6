#include "ledger/ledgers.h"

const struct ledger_type *const ledgers[LEDGER_COUNT] = {
#define LEDGER(name) [LEDGER_##name] = &name##_ledger,
#include "ledger/ledgers.def"
#undef LEDGER
};
