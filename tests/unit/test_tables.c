#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "ledger/cells.h"
#include "ledger/ledgers.h"
#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"

/* The tables of contract/ledgers.md, line by line: ledger, key, title, also
   accepted, R for required, P for personal. */
struct line {
    int ledger;
    const char *key, *title, *aliases, *marks;
};

/* clang-format off */
static const struct line contract[] = {
    {LEDGER_problems, "id", "问题编号", "编号 问题编码 问题ID 台账编号 流水号", ""},
    {LEDGER_problems, "title", "问题名称", "问题 问题标题 问题描述 问题内容 存在问题 难题名称 难点堵点 事项名称 诉求内容 企业问题诉求 反映问题", "R"},
    {LEDGER_problems, "category", "所属领域", "问题类别 问题类型 问题分类 诉求类别 发生领域 领域 类别", ""},
    {LEDGER_problems, "unit", "责任单位", "牵头单位 主办单位 承办单位 交办单位 整改责任单位 责任部门 所在专班", "R"},
    {LEDGER_problems, "co_units", "配合单位", "协办单位 分办单位", ""},
    {LEDGER_problems, "owner", "责任人", "责任干部 办理人 承办人 经办人 包保干部 整改责任人 年轻干部", "P"},
    {LEDGER_problems, "subject", "涉及企业（项目）", "企业名称 项目名称 服务对象 诉求企业", ""},
    {LEDGER_problems, "raised_on", "提出时间", "发现时间 登记时间 受理时间 交办时间 收集时间 上报时间 提出日期", "R"},
    {LEDGER_problems, "due_on", "办理时限", "完成时限 整改时限 整改期限 办结期限 解决时限 计划完成时间", ""},
    {LEDGER_problems, "closed_on", "办结时间", "完成时间 解决时间 销号时间 整改完成时间 实际完成时间 办结日期", ""},
    {LEDGER_problems, "status", "办理状态", "状态 办理情况 是否办结 是否解决 整改状态 办理进展 当前进展情况 销号情况", "R"},
    {LEDGER_problems, "measure", "解决措施", "整改措施 办理措施 主要做法 工作举措", ""},
    {LEDGER_problems, "result", "工作成效", "成效 办理结果 解决情况 整改成效", ""},
    {LEDGER_problems, "source", "问题来源", "来源 提出渠道", ""},
    {LEDGER_suggestions, "id", "建议编号", "编号", ""},
    {LEDGER_suggestions, "title", "建议内容", "建议名称 建议标题 意见建议 对策建议 金点子", "R"},
    {LEDGER_suggestions, "proposer", "提出人", "建议人 提出干部 姓名", "P"},
    {LEDGER_suggestions, "unit", "提出单位", "所在单位 建议人部门 建议人部门名称 派出单位 部门 单位", ""},
    {LEDGER_suggestions, "category", "所属领域", "类别 分类 建议类别", ""},
    {LEDGER_suggestions, "submitted_on", "提交时间", "提出时间 报送时间 建议时间 提出日期", "R"},
    {LEDGER_suggestions, "status", "采纳状态", "是否采纳 采纳情况 办理结果 状态", "R"},
    {LEDGER_suggestions, "adopter", "采纳单位", "采用单位 采纳部门 批示机关", ""},
    {LEDGER_suggestions, "adopted_on", "采纳时间", "采纳日期 采用时间", ""},
    {LEDGER_suggestions, "measure", "转化措施", "落实措施 实施情况 采纳形式 落实情况", ""},
    {LEDGER_suggestions, "result", "成效", "实施效果 效果", ""},
    {LEDGER_reports, "id", "报告编号", "编号", ""},
    {LEDGER_reports, "title", "报告题目", "题目 报告名称 报告标题 调研题目 调研课题 课题名称 选题", "R"},
    {LEDGER_reports, "author", "作者", "执笔人 撰写人 课题组 负责人 姓名", "P"},
    {LEDGER_reports, "unit", "所在单位", "作者单位 责任单位 单位", ""},
    {LEDGER_reports, "category", "调研领域", "所属领域 类别", ""},
    {LEDGER_reports, "submitted_on", "提交时间", "完成时间 上报时间 形成时间", "R"},
    {LEDGER_reports, "status", "转化状态", "是否转化 转化情况 成果转化情况", "R"},
    {LEDGER_reports, "form", "转化形式", "成果形式 转化方式", ""},
    {LEDGER_reports, "measure", "转化举措", "转化成果 转化内容 具体举措", ""},
    {LEDGER_reports, "converted_on", "转化时间", "批示时间 采纳时间 运用时间", ""},
    {LEDGER_reports, "user_unit", "运用单位", "转化单位 采纳单位", ""},
    {LEDGER_cadres, "id", "干部编号", "", "R"},
    {LEDGER_cadres, "name", "姓名", "", "RP"},
    {LEDGER_cadres, "unit", "派出单位", "", "R"},
    {LEDGER_cadres, "post", "职务", "", ""},
    {LEDGER_cadres, "placement", "挂职岗位", "派驻单位 所在专班", ""},
    {LEDGER_cadres, "track", "战场", "", "R"},
    {LEDGER_cadres, "start_on", "开始时间", "", ""},
    {LEDGER_cadres, "end_on", "结束时间", "", ""},
    {LEDGER_cadres, "mentor_leader", "区领导导师", "", "P"},
    {LEDGER_cadres, "mentor_dept", "部门导师", "", "P"},
    {LEDGER_mentoring, "held_on", "时间", "", "R"},
    {LEDGER_mentoring, "kind", "形式", "", "R"},
    {LEDGER_mentoring, "mentor", "导师", "", "P"},
    {LEDGER_mentoring, "mentor_type", "导师类型", "", ""},
    {LEDGER_mentoring, "cadre", "帮带对象", "", "P"},
    {LEDGER_mentoring, "times", "次数", "", ""},
    {LEDGER_mentoring, "topic", "主题", "", ""},
    {LEDGER_mentoring, "attendance", "参加人数", "", ""},
    {LEDGER_projects, "id", "项目编号", "", ""},
    {LEDGER_projects, "title", "项目名称", "", "R"},
    {LEDGER_projects, "unit", "责任单位", "", "R"},
    {LEDGER_projects, "category", "项目类别", "", ""},
    {LEDGER_projects, "invest_wan", "总投资（万元）", "", ""},
    {LEDGER_projects, "plan_wan", "年度计划投资", "", ""},
    {LEDGER_projects, "done_wan", "累计完成投资", "", ""},
    {LEDGER_projects, "signed_on", "签约时间", "", ""},
    {LEDGER_projects, "plan_start_on", "计划开工时间", "", ""},
    {LEDGER_projects, "started_on", "开工时间", "", ""},
    {LEDGER_projects, "status", "项目状态", "", ""},
    {LEDGER_projects, "accelerated", "是否提速", "", ""},
    {LEDGER_projects, "progress", "形象进度", "", ""},
    {LEDGER_evaluations, "month", "考评月份", "", "R"},
    {LEDGER_evaluations, "cadre", "干部编号", "姓名", "RP"},
    {LEDGER_evaluations, "source", "考评来源", "", "R"},
    {LEDGER_evaluations, "total", "总分", "", ""},
    {LEDGER_outcomes, "decided_on", "时间", "", "R"},
    {LEDGER_outcomes, "cadre", "干部编号", "姓名", "RP"},
    {LEDGER_outcomes, "kind", "类型", "", "R"},
    {LEDGER_outcomes, "from", "原任", "", ""},
    {LEDGER_outcomes, "to", "现任", "", ""},
    {LEDGER_outcomes, "basis", "依据", "", ""},
    {LEDGER_indicators, "key", "指标代码", "", "R"},
    {LEDGER_indicators, "name", "指标名称", "", "R"},
    {LEDGER_indicators, "month", "月份", "", "R"},
    {LEDGER_indicators, "value", "数值", "", "R"},
    {LEDGER_indicators, "unit", "计量单位", "", ""},
    {LEDGER_indicators, "scope", "口径", "", ""},
    {LEDGER_indicators, "bound", "界", "", ""},
    {LEDGER_indicators, "target", "目标", "", ""},
    {LEDGER_indicators, "rank", "位次", "", ""},
    {LEDGER_indicators, "source", "来源", "", "R"},
    {LEDGER_indicators, "checks", "核对", "", ""},
};
/* clang-format on */

static const size_t line_count = sizeof(contract) / sizeof(contract[0]);

static void
every_line_of_the_contract_is_a_column(void **state)
{
    (void)state;
    for (size_t i = 0; i < line_count; i++) {
        const struct line *line = &contract[i];
        const struct ledger_type *type = ledgers[line->ledger];
        int index = column_index(type, line->key);
        const struct column *column;

        if (index < 0)
            fail_msg("%s has no column %s", type->name, line->key);
        column = &type->columns[index];
        assert_string_equal(column->title, line->title);
        assert_string_equal(column->aliases, line->aliases);
        assert_int_equal(column->required,
                         strchr(line->marks, 'R') != NULL);
        assert_int_equal(column->personal,
                         strchr(line->marks, 'P') != NULL);
    }
}

static void
no_column_is_missing_from_the_contract(void **state)
{
    size_t columns = 0;

    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++)
        columns += ledgers[i]->column_count;
    assert_int_equal(columns, line_count);
}

static void
every_column_is_named_in_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++)
        for (size_t j = 0; j < ledgers[i]->column_count; j++) {
            const struct column *column = &ledgers[i]->columns[j];

            assert_non_null(column->english);
            assert_true(column->title[0] != '\0');
            if (column->kind == KIND_CHOICE)
                assert_non_null(column->words);
        }
}

static void
no_two_columns_of_a_ledger_share_a_title(void **state)
{
    struct arena *arena = arena_new();
    struct text titles[256];

    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        size_t count = 0;

        for (size_t j = 0; j < ledgers[i]->column_count; j++) {
            const struct column *column = &ledgers[i]->columns[j];
            const char *rest = column->aliases;
            struct text alias;

            titles[count++] = text_of(column->key);
            titles[count++] = folded_title(arena, text_of(column->title));
            while (word_next(&rest, &alias))
                titles[count++] = folded_title(arena, alias);
        }
        for (size_t j = 0; j < count; j++)
            for (size_t k = 0; k < j; k++)
                if (text_equal(titles[j], titles[k]))
                    fail_msg("%s: two columns are titled %.*s",
                             ledgers[i]->name, TEXT_ARG(titles[j]));
    }
    arena_free(arena);
}

/* Members begin behind the common row and fill the struct up to padding, so a
   member that no column covers leaves a hole larger than any padding. */
static void
every_stored_member_is_covered_by_a_column(void **state)
{
    static const size_t sizes[] = {
        [KIND_ID] = sizeof(struct id),
        [KIND_DATE] = sizeof(struct date),
        [KIND_MONTH] = sizeof(struct month),
        [KIND_UNIT] = sizeof(struct unit),
        [KIND_CATEGORY] = sizeof(struct category),
        [KIND_CHOICE] = sizeof(struct choice),
        [KIND_YES_NO] = sizeof(struct yes_no),
        [KIND_NUMBER] = sizeof(struct number),
        [KIND_MONEY] = sizeof(struct money),
    };

    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        size_t hole = 0;
        char used[512] = {0};

        assert_true(type->row_size <= sizeof(used));
        for (size_t j = 0; j < type->column_count; j++) {
            const struct column *column = &type->columns[j];

            for (size_t k = 0; column->is_stored && k < sizes[column->kind];
                 k++) {
                assert_true(column->offset >= sizeof(struct row));
                assert_int_equal(used[column->offset + k], 0);
                used[column->offset + k] = 1;
            }
        }
        for (size_t j = sizeof(struct row); j < type->row_size; j++) {
            hole = used[j] ? 0 : hole + 1;
            assert_true(hole < 8);
        }
    }
}

static void
a_core_row_is_compact(void **state)
{
    (void)state;
    assert_true(sizeof(struct problem) <= 48);
    assert_true(sizeof(struct suggestion) <= 48);
    assert_true(sizeof(struct research_report) <= 48);
}

static void
common_keys_name_columns(void **state)
{
    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        const char *const keys[] = {type->name_key, type->entered_key,
                                    type->closed_key, type->unit_key,
                                    type->status_key};

        for (size_t j = 0; j < sizeof(keys) / sizeof(keys[0]); j++)
            if (keys[j] != NULL)
                assert_true(column_index(type, keys[j]) >= 0);
    }
    assert_int_equal(column_index(ledgers[0], NULL), -1);
    assert_int_equal(column_index(ledgers[0], "nobody"), -1);
}

static void
a_choice_is_written_by_its_first_word(void **state)
{
    const struct ledger_type *type = ledgers[LEDGER_problems];
    const struct choice_words *words =
        type->columns[column_index(type, "status")].words;

    (void)state;
    assert_true(text_is(choice_word(words, PROBLEM_SOLVED, ZH), "已办结"));
    assert_true(text_is(choice_word(words, PROBLEM_OPEN, ZH), "办理中"));
    assert_true(text_is(choice_word(words, PROBLEM_NOT_STARTED, ZH), "未启动"));
    assert_true(text_is(choice_word(words, PROBLEM_DROPPED, ZH), "不予办理"));
    assert_true(text_is(choice_word(words, PROBLEM_SOLVED, EN), "Solved"));
    assert_true(text_is(choice_word(words, 0, ZH), ""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_of_the_contract_is_a_column),
        cmocka_unit_test(no_column_is_missing_from_the_contract),
        cmocka_unit_test(every_column_is_named_in_both_languages),
        cmocka_unit_test(no_two_columns_of_a_ledger_share_a_title),
        cmocka_unit_test(every_stored_member_is_covered_by_a_column),
        cmocka_unit_test(a_core_row_is_compact),
        cmocka_unit_test(common_keys_name_columns),
        cmocka_unit_test(a_choice_is_written_by_its_first_word),
    };

    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
