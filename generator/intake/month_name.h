/*
 * Names of folders that mean a month, as offices write them: 2025-10, 2025-9,
 * 202510, 2025.10, 2025_10, 2025年10月, 2025年10月份, 10月, and each of them
 * with more behind it, as in 2025-10（更正）.
 */
#ifndef INTAKE_MONTH_NAME_H
#define INTAKE_MONTH_NAME_H

#include <stdbool.h>

#include "base/date.h"
#include "base/text.h"

struct arena;

enum month_name_kind {
    MONTH_NAME_NONE,    /* says nothing of a month */
    MONTH_NAME_WHOLE,   /* a month of a year */
    MONTH_NAME_NO_YEAR, /* 10月: the month lies in year 0 */
    MONTH_NAME_WRONG    /* 2025-13 */
};

struct month_name {
    enum month_name_kind kind;
    struct month month;
    struct text more; /* behind the month, or empty; in the arena */
};

struct month_name month_name_read(struct arena *arena, struct text name);

#endif
