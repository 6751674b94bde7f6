#include "ledger/ledgers.h"

const struct ledger_type *const ledgers[LEDGER_COUNT] = {
#define LEDGER(name) [LEDGER_##name] = &name##_ledger,
#include "ledger/ledgers.def"
#undef LEDGER
};

int
ledger_of_name(struct text name)
{
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (text_is(name, ledgers[i]->name) || text_is(name, ledgers[i]->title))
            return i;
    return -1;
}
