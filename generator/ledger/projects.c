#include "ledger/campaign.h"
#include "ledger/ledgers.h"

/* clang-format off */
static const struct choice_words status_words[] = {
    {PROJECT_SIGNED, "signed", "签约", "Signed"},
    {PROJECT_BUILDING, "building", "在建", "Under construction"},
    {PROJECT_COMPLETED, "completed", "竣工", "Completed"},
    {PROJECT_PRODUCING, "producing", "投产", "In production"},
    {0, NULL, NULL, NULL},
};

static const struct column columns[] = {
    COLUMN(struct project, id, "项目编号", .english = "Id"),
    COLUMN_TEXT(title, "项目名称", .english = "Project", .required = true),
    COLUMN(struct project, unit, "责任单位", .english = "Lead unit", .required = true),
    COLUMN(struct project, category, "项目类别", .english = "Kind of project"),
    COLUMN(struct project, invest_wan, "总投资（万元）", .english = "Investment (10,000 yuan)"),
    COLUMN(struct project, plan_wan, "年度计划投资", .english = "Planned this year (10,000 yuan)"),
    COLUMN(struct project, done_wan, "累计完成投资", .english = "Invested so far (10,000 yuan)"),
    COLUMN(struct project, signed_on, "签约时间", .english = "Signed on"),
    COLUMN(struct project, plan_start_on, "计划开工时间", .english = "Planned start"),
    COLUMN(struct project, started_on, "开工时间", .english = "Started on"),
    COLUMN(struct project, status, "项目状态", .english = "Status", .words = status_words),
    COLUMN(struct project, accelerated, "是否提速", .english = "Sped up"),
    COLUMN_TEXT(progress, "形象进度", .english = "Progress"),
};
/* clang-format on */

const struct ledger_type projects_ledger = {
    .name = "projects",
    .title = "重点项目",
    .english = "Key projects",
    .hints = "project 项目",
    .row_size = sizeof(struct project),
    .columns = columns,
    .column_count = sizeof(columns) / sizeof(columns[0]),
    .name_key = "title",
    .entered_key = "signed_on",
    .begun_key = "started_on",
    .unit_key = "unit",
    .status_key = "status",
};
