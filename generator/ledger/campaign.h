/*
 * The supporting ledgers: cadres, mentoring, projects, evaluations, outcomes,
 * indicators.  Each is optional; when absent its figures and pages are too.
 */
#ifndef LEDGER_CAMPAIGN_H
#define LEDGER_CAMPAIGN_H

#include "ledger/schema.h"

enum track { TRACK_PROJECT = 1, TRACK_ENTERPRISE, TRACK_GRASSROOTS };

/* 干部名册 */
struct cadre {
    struct row row;
    struct unit unit; /* 派出单位 */
    struct date start_on;
    struct date end_on;
    struct id id;
    struct choice track; /* enum track */
};

enum mentoring_kind {
    MENTORING_ONE_TO_ONE = 1,
    MENTORING_SYMPOSIUM,
    MENTORING_STUDY,
    MENTORING_TRAINING,
    MENTORING_VISIT
};

enum mentor_type { MENTOR_LEADER = 1, MENTOR_DEPARTMENT };

/* 帮带学习台账 */
struct mentoring {
    struct row row;
    struct date held_on;
    struct choice kind; /* enum mentoring_kind */
    struct choice mentor_type;
    struct number times; /* not given: 1 */
    struct number attendance;
};

enum project_status {
    PROJECT_SIGNED = 1,
    PROJECT_BUILDING,
    PROJECT_COMPLETED,
    PROJECT_PRODUCING
};

/* 重点项目 */
struct project {
    struct row row;
    struct unit unit;
    struct category category;
    struct money invest_wan;
    struct money plan_wan;
    struct money done_wan;
    struct date signed_on;
    struct date plan_start_on;
    struct date started_on;
    struct id id;
    struct choice status; /* enum project_status */
    struct yes_no accelerated;
};

enum evaluation_source {
    SOURCE_TASKS = 1,
    SOURCE_ENTERPRISES,
    SOURCE_LEDGERS,
    SOURCE_COUNT = SOURCE_LEDGERS
};

/* 量化考评; its scores are read by row_scores. */
struct evaluation {
    struct row row;
    struct month month;
    struct choice source; /* enum evaluation_source */
    struct number total;  /* as stated; checked, never used */
};

enum outcome_kind {
    OUTCOME_PROMOTED = 1,
    OUTCOME_RANK,
    OUTCOME_RESERVE,
    OUTCOME_AWARD
};

/* 结果运用 */
struct outcome {
    struct row row;
    struct date decided_on;
    struct choice kind; /* enum outcome_kind */
};

enum indicator_scope { SCOPE_CUMULATIVE = 1, SCOPE_MONTH };
enum indicator_bound { BOUND_MORE = 1, BOUND_ABOUT };

/* 指标 */
struct indicator {
    struct row row;
    struct month month;
    struct number value;
    struct number target;
    struct choice scope; /* enum indicator_scope */
    struct choice bound; /* enum indicator_bound; 0 exact */
};

#endif
