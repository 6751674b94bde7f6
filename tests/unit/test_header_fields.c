/*
 * What each column means beside the others of its file.
 */
#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/huge.h"
#include "ledger/book.h"
#include "ledger/column_titles.h"
#include "load/input_files.h"
#include "load/title_report.h"

struct line {
    const char *content;
    const char *meant; /* by column that has a title: its key, or its role */
};

/* clang-format off */
static const struct line lines[] = {
    /* Pairs that the vocabulary names, in whichever order they stand. */
    {"问题标题,问题描述,责任单位,提出时间,办理状态", "title further unit raised_on status"},
    {"问题描述,问题标题,责任单位,提出时间,办理状态", "further title unit raised_on status"},
    {"问题名称,责任单位,主办部门,提出时间,状态", "title co_units unit raised_on status"},
    {"问题名称,交办单位,承办科室,提出时间,状态", "title second unit raised_on status"},
    {"诉求标题,市民诉求,承办单位,来电时间,是否办结,办理情况", "title further unit raised_on status further"},
    {"存在问题,责任单位,发现时间,整改状态,整改措施,主要做法", "title unit raised_on status measure further"},
    {"存在问题,责任单位,责任人,经办人,发现时间,整改状态", "title unit owner personal raised_on status"},
    {"建议内容,建议标题,提出时间,采纳情况", "further title submitted_on status"},
    {"调研课题,报告题目,完成时间,成果转化情况", "further title submitted_on status"},
    /* Else the better title. */
    {"问题名称,责任单位,交办时间,受理时间,登记时间,状态", "title unit second second raised_on status"},
    {"问题名称,牵头单位,责任单位,配合单位,提出时间,状态", "title unit further co_units raised_on status"},
    {"企业名称,项目名称,存在问题,责任单位,收集时间,是否解决", "subject further title unit raised_on status"},
    {"问题名称,责任单位,提出时间,状态,整改负责人,责任人", "title unit raised_on status personal owner"},
    {"问题名称,责任单位,提出时间,提出时间（年月日）,状态", "title unit raised_on second status"},
    /* A column of words beats one of stories. */
    {"问题名称,责任单位,提出时间,整改进度,是否整改\n甲,乙,2025-06-01,已开会两次,否\n", "title unit raised_on further status"},
    {"问题名称,责任单位,提出时间,整改进度,是否整改\n甲,乙,2025-06-01,整改中,否\n", "title unit raised_on status second"},
    /* One title twice. */
    {"问题名称,责任单位,提出时间,状态,责任单位\n甲,乙,2025-06-01,办理中,乙\n", "title unit raised_on status same"},
    {"问题名称,责任单位,提出时间,状态,责任单位\n甲,,2025-06-01,办理中,乙\n", "title same raised_on status unit"},
    {"问题名称,责任单位,提出时间,状态,责任单位\n甲,丙,2025-06-01,办理中,乙\n", "title unit raised_on status contrary"},
    /* What is no column. */
    {"序号,问题名称,责任单位,提出时间,状态,信访人,责任单位联系电话,天气", "silent title unit raised_on status personal personal unknown"},
    {"问题名称,责任单位,提出时间,状态,作者,涉及人数", "title unit raised_on status personal unknown"},
    {"问题名称,责任单位,立项日期,督导进度", "title unit unknown:raised_on unknown:status"},
    {"问题名称,所属部门,提出时间,状态", "title unknown:unit raised_on status"},
    {"姓名,现任职务,拟任职务,提拔时间,运用方式", "cadre from to decided_on kind"},
    {"姓名,原任职务,现任职务,任职时间,运用方式", "cadre from to decided_on kind"},
    {"问题名称,责任单位,提出时间,状态,提交者,领衔代表", "title unit raised_on status personal personal"},
    /* What names the record tells the ledger when columns are missing. */
    {"提案号,提案题目,承办单位,立案时间,办理结果,办复时间", "id title unknown unknown:submitted_on status unknown:submitted_on"},
    {"项目名称,存在问题,责任单位,责任人,整改措施", "subject title unit owner measure"},
    /* Headers of several rows. */
    {"问题名称,责任单位,办理过程,,\n,,提出时间,办结时间,办理状态", "title unit raised_on closed_on status"},
    {"问题名称,责任单位,办理过程,,\n,,时间,,进展\n,,提出时间,办结时间,办理状态", "title unit raised_on closed_on status"},
    {"问题名称,责任单位,提出时间,已办结,办理中", "title unit raised_on status status"},
};
/* clang-format on */

static struct text
meant(struct arena *arena, const struct titled *titled)
{
    static const char *const roles[] = {
        [FIELD_UNKNOWN] = "unknown",   [FIELD_UNTITLED] = "untitled",
        [FIELD_TICK] = "tick",         [FIELD_DIMENSION] = "dimension",
        [FIELD_FURTHER] = "further",   [FIELD_PERSONAL] = "personal",
        [FIELD_SECOND] = "second",     [FIELD_SAME] = "same",
        [FIELD_CONTRARY] = "contrary", [FIELD_SILENT] = "silent",
    };

    if (titled->column != NULL)
        return text_of(titled->column->key);
    if (titled->proposal != NULL)
        return text_format(arena, "unknown:%s", titled->proposal->key);
    return text_of(roles[titled->role]);
}

static void
check_line(const struct line *line)
{
    static const struct codes none;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct book *book = book_new(arena, &none, diag);
    struct titles *titles = titles_new(arena, &none);
    struct source source = {.path = "a.csv", .size = strlen(line->content)};
    struct title_report report;
    struct text all = text_of("");

    source.bytes = huge_take(source.size);
    memcpy(source.bytes, line->content, source.size);
    input_files_add(book, &source, titles);
    title_report(book, &book->files[0], titles, &report);
    for (size_t i = 0; i < report.count; i++)
        all = text_format(arena, "%.*s%s%.*s", TEXT_ARG(all), i > 0 ? " " : "",
                          TEXT_ARG(meant(arena, &report.titles[i])));
    if (!text_is(all, line->meant))
        fail_msg("%s: %.*s, not %s", line->content, TEXT_ARG(all), line->meant);
    titles_free(titles);
    book_free(book);
    diag_free(diag);
    arena_free(arena);
}

static void
titles_are_told_apart_by_those_beside_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
        check_line(&lines[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_told_apart_by_those_beside_them),
    };

    return cmocka_run_group_tests_name("header fields", tests, NULL, NULL);
}
