#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words track_words[] = {
    {TRACK_PROJECT, "project", "重点项目", "Key projects"},
    {TRACK_ENTERPRISE, "enterprise", "企业服务", "Enterprise services"},
    {TRACK_GRASSROOTS, "grassroots", "基层治理", "Grassroots governance"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct cadre, id, "干部编号", .english = "Id", .required = true),
    COLUMN_TEXT(name, "姓名", .english = "Name", .kind = KIND_PERSONS, .required = true, .personal = true),
    COLUMN(struct cadre, unit, "派出单位", .english = "Home unit", .required = true),
    COLUMN_TEXT(post, "职务", .english = "Post"),
    COLUMN_TEXT(placement, "挂职岗位", .english = "Placement"),
    COLUMN(struct cadre, track, "战场", .english = "Track", .required = true, .words = track_words),
    COLUMN(struct cadre, start_on, "开始时间", .english = "From"),
    COLUMN(struct cadre, end_on, "结束时间", .english = "Until"),
    COLUMN_TEXT(mentor_leader, "区领导导师", .english = "Mentor (district leader)", .kind = KIND_PERSONS, .personal = true),
    COLUMN_TEXT(mentor_dept, "部门导师", .english = "Mentor (department)", .kind = KIND_PERSONS, .personal = true),
};
/* clang-format on */

const struct ledger_type cadres_ledger = {
    .name = "cadres",
    .title = "干部名册",
    .english = "Cadres",
    .hints = "cadre 名册 干部",
    .row_size = sizeof(struct cadre),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "name",
    .unit_key = "unit",
    .is_internal = true,
};
