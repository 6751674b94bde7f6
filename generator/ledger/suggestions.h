/*
 * 建议台账: suggestions made by cadres, and what became of them.
 */
#ifndef LEDGER_SUGGESTIONS_H
#define LEDGER_SUGGESTIONS_H

#include "ledger/schema.h"

enum suggestion_status {
    SUGGESTION_ADOPTED = 1,
    SUGGESTION_REVIEWING,
    SUGGESTION_NOT_ADOPTED
};

struct suggestion {
    struct row row;
    struct date submitted_on;
    struct date adopted_on;
    struct unit unit;
    struct unit adopter;
    struct category category;
    struct id id;
    struct choice status; /* enum suggestion_status */
};

#endif
