/*
 * 问题台账: problems raised by projects, enterprises and people, and how far
 * they are solved.
 */
#ifndef LEDGER_PROBLEMS_H
#define LEDGER_PROBLEMS_H

#include "ledger/schema.h"

enum problem_status {
    PROBLEM_SOLVED = 1,
    PROBLEM_OPEN,
    PROBLEM_NOT_STARTED,
    PROBLEM_DROPPED
};

struct problem {
    struct row row;
    struct date raised_on;
    struct date due_on;
    struct date closed_on;
    struct unit unit;
    struct category category;
    struct id id;
    struct choice status; /* enum problem_status */
};

#endif
