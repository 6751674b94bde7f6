/*
 * Titles are matched exactly, in every ledger at once, and the vocabulary is
 * sound.
 */
#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "intake/codes.h"
#include "ledger/column_titles.h"

static struct arena *arena;

static const struct title *
find(const struct codes *codes, const char *title)
{
    struct titles *titles = titles_new(arena, codes);
    const struct title *found = titles_find(titles, text_of(title));

    titles_free(titles);
    return found;
}

static int
set_up(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The key that a title has in a ledger, or "". */
static const char *
key(int ledger, const char *title)
{
    static const struct codes none;
    struct titles *titles = titles_new(arena, &none);
    const struct title *found = titles_find(titles, text_of(title));
    size_t column = found == NULL ? 0 : found->column[ledger];

    titles_free(titles);
    return column == 0 ? "" : ledgers[ledger]->columns[column - 1].key;
}

static void
a_title_may_mean_a_column_of_several_ledgers(void **state)
{
    (void)state;
    assert_string_equal(key(LEDGER_problems, "状态"), "status");
    assert_string_equal(key(LEDGER_suggestions, "状态"), "status");
    assert_string_equal(key(LEDGER_cadres, "状态"), "");
    assert_string_equal(key(LEDGER_problems, "raised_on"), "raised_on");
    assert_string_equal(key(LEDGER_problems, "完成时间"), "closed_on");
    assert_string_equal(key(LEDGER_reports, "完成时间"), "submitted_on");
}

static void
words_of_a_kind_are_twins_behind_a_stem(void **state)
{
    (void)state;
    assert_string_equal(key(LEDGER_problems, "发现日"), "raised_on");
    assert_string_equal(key(LEDGER_problems, "销号到期日"), "due_on");
    assert_string_equal(key(LEDGER_problems, "预计完成时点"), "due_on");
    assert_string_equal(key(LEDGER_problems, "化解进度"), "status");
    assert_string_equal(key(LEDGER_problems, "处置科室"), "unit");
    assert_string_equal(key(LEDGER_problems, "督办序列号"), "id");
    assert_string_equal(key(LEDGER_problems, "是否已销号"), "status");
    assert_string_equal(key(LEDGER_projects, "实际开工日期"), "started_on");
    /* Full titles have none, and beat what may be composed. */
    assert_string_equal(key(LEDGER_problems, "解决情况"), "result");
    assert_string_equal(key(LEDGER_problems, "解决进度"), "status");
    assert_string_equal(key(LEDGER_suggestions, "落实进度"), "");
}

static void
other_systems_of_the_office_are_known(void **state)
{
    static const struct {
        int ledger;
        const char *title, *key;
    } titles[] = {
        {LEDGER_problems, "投诉标题", "title"},
        {LEDGER_problems, "信访日期", "raised_on"},
        {LEDGER_problems, "问题提出时间", "raised_on"},
        {LEDGER_problems, "拟办结日期", "due_on"},
        {LEDGER_problems, "结案时间", "closed_on"},
        {LEDGER_problems, "推进状态", "status"},
        {LEDGER_problems, "推进情况", ""},
        {LEDGER_problems, "立项日期", ""},
        {LEDGER_problems, "提交时间", ""},
        {LEDGER_problems, "实际整改完成时间", "closed_on"},
        {LEDGER_problems, "计划整改完成日期", "due_on"},
        {LEDGER_problems, "难题类型", "category"},
        {LEDGER_problems, "攻坚单位", "unit"},
        {LEDGER_problems, "回复期限", "due_on"},
        {LEDGER_suggestions, "提案标题", "title"},
        {LEDGER_suggestions, "采纳结果", "status"},
        {LEDGER_reports, "结题日期", "submitted_on"},
        {LEDGER_reports, "撰写部门", "unit"},
        {LEDGER_projects, "本年计划投资", "plan_wan"},
        {LEDGER_mentoring, "导师姓名", "mentor"},
        {LEDGER_mentoring, "活动日期", "held_on"},
        {LEDGER_mentoring, "活动类型", "kind"},
        {LEDGER_outcomes, "结果类型", "kind"},
        {LEDGER_outcomes, "任职时间", "decided_on"},
        {LEDGER_cadres, "派驻时间", "start_on"},
        {LEDGER_evaluations, "月份", "month"},
        {LEDGER_indicators, "指标编码", "key"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
        assert_string_equal(key(titles[i].ledger, titles[i].title),
                            titles[i].key);
}

static void
what_is_like_a_title_is_none(void **state)
{
    static const char *const unknown[] = {
        "状态栏",       "时间段",   "完成情况说明", "责任单位意见",
        "办结时间备注", "办理时间", "整改时间",     "情况",
        "进度",         "单位类型", "问题情况",     "反馈状态",
        "更新日期",     "填表时间", "所属部门",     "巡察问题序号",
        "项目编号",     "责任领导", "被检查单位",   "日",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
        assert_string_equal(key(LEDGER_problems, unknown[i]), "");
}

static void
titles_that_end_like_a_person_are_personal(void **state)
{
    static const char *const persons[] = {
        "信访人",   "检查人员",       "分管领导",
        "诉求姓名", "责任单位联系人", "整体牵头部门/负责人",
        "包联干部", "接线员",         "驻村第一书记",
        "服务专员", "河长",           "经办"};
    static const char *const reach[] = {
        "责任人联系电话", "联系电话2", "家庭住址", "微信号",
        "车牌号",         "QQ号",      "出生年月"};
    static const char *const nobody[] = {
        "涉及人数", "人均收入", "人员规模",   "用人单位",   "法人单位",
        "发生地",   "诉求地址", "单位地址",   "批示机关",   "业主单位",
        "机器人",   "办理时长", "选派干部数", "书记专题会", ""};

    (void)state;
    for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++)
        assert_int_equal(title_person(text_of(persons[i])), TITLE_OF_PERSON);
    for (size_t i = 0; i < sizeof(reach) / sizeof(reach[0]); i++)
        assert_int_equal(title_person(text_of(reach[i])), TITLE_OF_REACH);
    assert_int_equal(title_person(text_of("姓名及身份证号")),
                     TITLE_OF_IDENTITY);
    for (size_t i = 0; i < sizeof(nobody) / sizeof(nobody[0]); i++)
        assert_int_equal(title_person(text_of(nobody[i])), TITLE_OF_NOBODY);
}

static void
the_offices_word_comes_first(void **state)
{
    struct alias_entry aliases[] = {
        {text_of("problems"), text_of("due_on"), text_of("【完成 时间】"), {0}},
        {text_of("problems"), text_of("title"), text_of("完成时间"), {0}},
        {text_of("problems"), text_of("-"), text_of("责任单位"), {0}},
        {text_of("问题台账"), text_of("further"), text_of("备注"), {0}},
        {text_of("problems"), text_of("nothing"), text_of("状态"), {0}},
    };
    struct codes codes = {.aliases = aliases, .alias_count = 5};
    const struct title *title = find(&codes, "完成时间");

    (void)state;
    assert_string_equal(ledgers[LEDGER_problems]
                            ->columns[title->column[LEDGER_problems] - 1]
                            .key,
                        "due_on");
    assert_true(title->rank[LEDGER_problems] < OFFICE_RANKS);
    assert_true(title->column[LEDGER_reports] > 0);
    title = find(&codes, "责任单位");
    assert_int_equal(title->column[LEDGER_problems], 0);
    assert_int_equal(title->role[LEDGER_problems], TITLE_IGNORED);
    assert_true(title->column[LEDGER_reports] > 0);
    assert_int_equal(find(&codes, "备注")->role[LEDGER_problems],
                     TITLE_FURTHER);
    assert_true(find(&codes, "状态")->column[LEDGER_problems] > 0);
}

static void
statuses_and_ordinary_titles_are_known(void **state)
{
    static const struct codes none;

    (void)state;
    assert_true(find(&none, "未启动")->tick[LEDGER_problems] > 0);
    assert_true(find(&none, "序号")->is_ordinary);
}

static bool
is_kind(struct text name)
{
#define KIND_WORDS(kind, words) \
    if (text_is(name, #kind))   \
        return true;
#include "ledger/titles.def"
    return false;
}

static void
check_line(int ledger, const char *name, const char *words)
{
    struct text word;

    if (column_index(ledgers[ledger], name) < 0)
        fail_msg("titles.def: %s has no column %s", ledgers[ledger]->name,
                 name);
    while (word_next(&words, &word)) {
        size_t plus = text_find(word, TEXT("+"));

        if (plus < word.length)
            assert_true(is_kind(text_from(word, plus + 1)));
        else
            assert_string_equal(key(ledger, text_copy(arena, word).bytes),
                                name);
    }
}

/* A full title that another line has already would mean nothing here. */
static void
every_line_of_the_vocabulary_takes_effect(void **state)
{
    (void)state;
#define TITLES(ledger, name, words) check_line(LEDGER_##ledger, #name, words);
#include "ledger/titles.def"
}

static void
every_pair_is_of_one_column(void **state)
{
    static const struct codes none;
    struct titles *titles = titles_new(arena, &none);
    const struct title_pair *pair;
    size_t count = 0;

    (void)state;
    for (; (pair = titles_pair(titles, count)) != NULL; count++) {
        assert_true(pair->column >= 0);
        assert_true(pair->role != TITLE_PLAIN || pair->becomes >= 0);
    }
    assert_true(count > 0);
#define BESIDE(ledger, one, two, role)                                    \
    {                                                                     \
        const char *rest = two;                                           \
        struct text word, first = {one, strcspn(one, " ")};               \
                                                                          \
        for (; word_next(&rest, &word);)                                  \
            if (text_find(word, TEXT("+")) == word.length &&              \
                text_find(first, TEXT("+")) == first.length)              \
                assert_string_equal(                                      \
                    key(LEDGER_##ledger, text_copy(arena, word).bytes),   \
                    key(LEDGER_##ledger, text_copy(arena, first).bytes)); \
    }
#include "ledger/titles.def"
    titles_free(titles);
}

static void
accepted_titles_are_listed_best_first(void **state)
{
    static const struct codes none;
    struct titles *titles = titles_new(arena, &none);
    size_t column =
        (size_t)column_index(ledgers[LEDGER_suggestions], "adopted_on");

    (void)state;
    assert_true(text_is(
        titles_accepted(titles, arena, LEDGER_suggestions, column, TITLES_ALL),
        "采纳日期 采用时间 采纳时点 采纳日 采用日期 采用时点 "
        "采用日"));
    assert_true(text_is(titles_accepted(titles, arena, LEDGER_suggestions,
                                        column, TITLES_STEMS),
                        "采纳日期、采用时间"));
    assert_true(
        text_is(titles_written(arena, LEDGER_suggestions, column),
                "采纳日期 采用时间；采纳、采用 + 时间、日期、时点、日"));
    titles_free(titles);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_may_mean_a_column_of_several_ledgers),
        cmocka_unit_test(words_of_a_kind_are_twins_behind_a_stem),
        cmocka_unit_test(other_systems_of_the_office_are_known),
        cmocka_unit_test(what_is_like_a_title_is_none),
        cmocka_unit_test(titles_that_end_like_a_person_are_personal),
        cmocka_unit_test(the_offices_word_comes_first),
        cmocka_unit_test(statuses_and_ordinary_titles_are_known),
        cmocka_unit_test(every_line_of_the_vocabulary_takes_effect),
        cmocka_unit_test(every_pair_is_of_one_column),
        cmocka_unit_test(accepted_titles_are_listed_best_first),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
