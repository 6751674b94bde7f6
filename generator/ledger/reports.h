/*
 * 调研报告台账: research reports, and which of them turned into measures.
 */
#ifndef LEDGER_REPORTS_H
#define LEDGER_REPORTS_H

#include "ledger/schema.h"

enum report_status {
    REPORT_CONVERTED = 1,
    REPORT_CONVERTING,
    REPORT_NOT_CONVERTED
};

struct research_report {
    struct row row;
    struct date submitted_on;
    struct date converted_on;
    struct unit unit;
    struct unit user_unit;
    struct category category;
    struct category form; /* 转化形式 */
    struct id id;
    struct choice status; /* enum report_status */
};

#endif
