#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words kind_words[] = {
    {MENTORING_ONE_TO_ONE, "one_to_one", "一对一辅导", "One-to-one session"},
    {MENTORING_SYMPOSIUM, "symposium", "座谈会", "Symposium"},
    {MENTORING_STUDY, "study", "理论学习", "Theory study"},
    {MENTORING_TRAINING, "training", "培训", "Training"},
    {MENTORING_VISIT, "visit", "走访", "Visit"},
    {0, NULL, NULL, NULL},
};

static const struct choice_words mentor_words[] = {
    {MENTOR_LEADER, "leader", "区领导", "District leader"},
    {MENTOR_DEPARTMENT, "department", "部门负责人", "Department head"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct mentoring, held_on, "时间", .english = "Held on", .required = true),
    COLUMN(struct mentoring, kind, "形式", .english = "Form", .required = true, .words = kind_words),
    /* There are few district leaders: a surname would tell which one. */
    COLUMN_TEXT(mentor, "导师", .english = "Mentor", .kind = KIND_PERSONS, .personal = true, .withheld = true),
    COLUMN(struct mentoring, mentor_type, "导师类型", .english = "Kind of mentor", .words = mentor_words),
    COLUMN_TEXT(cadre, "帮带对象", .english = "Cadres", .kind = KIND_PERSONS, .personal = true),
    COLUMN(struct mentoring, times, "次数", .english = "Times", .is_count = true),
    COLUMN_TEXT(topic, "主题", .english = "Topic"),
    COLUMN(struct mentoring, attendance, "参加人数", .english = "Attendance", .is_count = true),
};
/* clang-format on */

const struct ledger_type mentoring_ledger = {
    .name = "mentoring",
    .title = "帮带学习台账",
    .english = "Mentoring and study",
    .hints = "mentor 帮带 导师",
    .row_size = sizeof(struct mentoring),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "topic",
    .identity_keys = "held_on kind mentor cadre",
    .entered_key = "held_on",
    .counted_by_key = "kind",
    .amount_key = "times",
};
