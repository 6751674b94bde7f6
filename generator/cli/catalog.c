/*
 * The contract as the program knows it: columns, figures and rules.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/table_print.h"
#include "ledger/ledgers.h"
#include "year/year.h"

static const char *
kind_name(enum kind kind, enum language language)
{
    static const char *const names[][LANGUAGE_COUNT] = {
        [KIND_TEXT] = {"文字", "text"},
        [KIND_PERSONS] = {"人员名单", "person list"},
        [KIND_UNITS] = {"单位名单", "unit list"},
        [KIND_ID] = {"编号", "id"},
        [KIND_DATE] = {"日期", "date"},
        [KIND_MONTH] = {"月份", "month"},
        [KIND_UNIT] = {"单位", "unit"},
        [KIND_CATEGORY] = {"分类", "category"},
        [KIND_CHOICE] = {"选项", "choice"},
        [KIND_YES_NO] = {"是否", "yes/no"},
        [KIND_NUMBER] = {"数", "number"},
        [KIND_MONEY] = {"金额（万元）", "money (10,000 yuan)"},
    };

    return names[kind][language];
}

/* "已办结 办结 …；办理中 …" */
static const char *
vocabulary_of(const struct column *column, struct arena *arena)
{
    struct text all = text_of("");

    for (const struct choice_words *w = column->words; w && w->words; w++)
        all = text_format(arena, "%.*s%s%s", TEXT_ARG(all),
                          all.length > 0 ? "；" : "", w->words);
    return text_copy(arena, all).bytes;
}

void
columns_run(struct job *job)
{
    static const struct table_print_column titles[] = {
        {.key = "ledger"},
        {.key = "key", .title = {"键", "key"}},
        {.key = "title", .title = {"列标题", "title"}},
        {.key = "required", .title = {"必需", "required"}, .form = AS_FLAG},
        {.key = "personal", .title = {"个人信息", "personal"}, .form = AS_FLAG},
        {.key = "type", .title = {"类型", "type"}},
        {.key = "aliases",
         .title = {"也可写作", "also accepted"},
         .form = AS_WORDS},
        {.key = "values", .title = {"取值", "values"}},
    };
    struct table_print sheet = {.columns = titles,
                                .column_count = TABLE_PRINT_COLUMNS,
                                .name = "columns"};
    enum language language = job->options.language;
    const char *yes = language == EN ? "yes" : "是";

    table_print_open(&sheet, job);
    for (size_t l = 0; l < LEDGER_COUNT; l++) {
        const struct ledger_type *type = ledgers[l];

        table_print_group(
            &sheet, text_format(job->arena, "%s %s", type->name,
                                language == EN ? type->english : type->title)
                        .bytes);
        for (size_t c = 0; c < type->column_count; c++) {
            const struct column *column = &type->columns[c];
            const char *cells[TABLE_PRINT_COLUMNS] = {
                type->name,
                column->key,
                column->title,
                column->required ? yes : "",
                column->personal ? yes : "",
                kind_name(column->kind, language),
                column->aliases ? column->aliases : "",
                vocabulary_of(column, job->arena),
            };

            table_print_row(&sheet, cells);
        }
    }
    table_print_close(&sheet);
}

void
figures_run(struct job *job)
{
    static const struct table_print_column titles[] = {
        {.key = "id", .title = {"指标", "figure"}},
        {.key = "label", .title = {"名称", "name"}},
        {.key = "unit", .title = {"单位", "unit"}},
        {.key = "records", .title = {"清单", "list"}},
        {.key = "definition", .title = {"口径", "definition"}},
    };
    struct table_print sheet = {
        .columns = titles, .column_count = 5, .name = "figures"};
    enum language language = job->options.language;

    table_print_open(&sheet, job);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        const struct figure_type *type = &figures[i];
        const char *cells[] = {
            type->id,
            type->label[language],
            type->unit[language],
            text_format(job->arena, "%s.html", figures[type->list].page).bytes,
            type->definition[language],
        };

        table_print_row(&sheet, cells);
    }
    table_print_close(&sheet);
}

void
rules_run(struct job *job)
{
    static const struct table_print_column titles[] = {
        {.key = "id", .title = {"规则", "rule"}},
        {.key = "severity", .title = {"级别", "severity"}},
        {.key = "text", .title = {"说明", "what is wrong"}},
        {.key = "advice", .title = {"建议", "advice"}},
    };
    struct table_print sheet = {
        .columns = titles, .column_count = 4, .name = "rules"};
    enum language language = job->options.language;

    table_print_open(&sheet, job);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const char *cells[] = {
            rules[i].id,
            severity_name(rules[i].severity),
            rules[i].words[language].wording,
            rules[i].words[language].advice,
        };

        table_print_row(&sheet, cells);
    }
    table_print_close(&sheet);
}
