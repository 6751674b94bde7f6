/*
 * The contract as the program knows it: columns, figures and rules.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/file_titles.h"
#include "cli/table_print.h"
#include "intake/codes.h"
#include "ledger/column_titles.h"
#include "year/year.h"

static const char *
kind_name(enum kind kind, enum language language)
{
    static const enum wording names[] = {
        [KIND_TEXT] = WORDING_KIND_TEXT,
        [KIND_PERSONS] = WORDING_KIND_PERSONS,
        [KIND_UNITS] = WORDING_KIND_UNITS,
        [KIND_ID] = WORDING_KIND_ID,
        [KIND_DATE] = WORDING_KIND_DATE,
        [KIND_MONTH] = WORDING_KIND_MONTH,
        [KIND_UNIT] = WORDING_KIND_UNIT,
        [KIND_CATEGORY] = WORDING_KIND_CATEGORY,
        [KIND_CHOICE] = WORDING_KIND_CHOICE,
        [KIND_YES_NO] = WORDING_KIND_YES_NO,
        [KIND_NUMBER] = WORDING_KIND_NUMBER,
        [KIND_MONEY] = WORDING_KIND_MONEY,
    };

    return say_plain(language, names[kind]);
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

/* For a program every title, for people the stems and their words. */
static const char *
also_accepted(const struct job *job, const struct titles *titles, int ledger,
              size_t column)
{
    struct text all =
        strcmp(job->options.values[OPTION_TABLE_FORMAT], "json") == 0
            ? titles_accepted(titles, job->arena, ledger, column, TITLES_ALL)
            : titles_written(job->arena, ledger, column);

    return text_copy(job->arena, all).bytes;
}

void
columns_run(struct job *job)
{
    static const struct codes no_codes;
    static const struct table_print_column titles[] = {
        {.key = "ledger", .form = IN_JSON_ONLY},
        {.key = "key", .title = WORDING_CATALOG_KEY},
        {.key = "title", .title = WORDING_CATALOG_TITLE},
        {.key = "required", .title = WORDING_CATALOG_REQUIRED, .form = AS_FLAG},
        {.key = "personal", .title = WORDING_CATALOG_PERSONAL, .form = AS_FLAG},
        {.key = "type", .title = WORDING_CATALOG_TYPE},
        {.key = "aliases", .title = WORDING_CATALOG_ALIASES, .form = AS_WORDS},
        {.key = "values", .title = WORDING_CATALOG_VALUES},
    };
    struct table_print sheet = {.columns = titles,
                                .column_count = TABLE_PRINT_COLUMNS,
                                .name = "columns"};
    enum language language = job->options.language;
    const char *yes = say_plain(language, WORDING_YES);
    struct titles *known;

    if (job->options.operand_count > 0) {
        file_titles_print(job);
        return;
    }
    known = titles_new(job->arena, &no_codes);
    table_print_open(&sheet, job);
    for (int l = 0; l < LEDGER_COUNT; l++) {
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
                also_accepted(job, known, l, c),
                vocabulary_of(column, job->arena),
            };

            table_print_row(&sheet, cells);
        }
    }
    table_print_close(&sheet);
    titles_free(known);
}

void
figures_run(struct job *job)
{
    static const struct table_print_column titles[] = {
        {.key = "id", .title = WORDING_CATALOG_ID},
        {.key = "label", .title = WORDING_CATALOG_LABEL},
        {.key = "unit", .title = WORDING_CATALOG_UNIT},
        {.key = "records", .title = WORDING_CATALOG_RECORDS},
        {.key = "definition", .title = WORDING_CATALOG_DEFINITION},
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
        {.key = "id", .title = WORDING_CATALOG_ID_RULE},
        {.key = "severity", .title = WORDING_CATALOG_SEVERITY},
        {.key = "text", .title = WORDING_CATALOG_TEXT},
        {.key = "advice", .title = WORDING_CATALOG_ADVICE},
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
