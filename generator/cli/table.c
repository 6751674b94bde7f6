/*
 * The contract as the program knows it: columns, figures and rules, each as a
 * sheet of texts that is printed as text, Markdown or JSON.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "ledger/ledgers.h"
#include "year/year.h"

enum { CELLS_MOST = 8 };

enum cell_form { AS_TEXT, AS_FLAG, AS_WORDS };

struct sheet_column {
    const char *key;
    const char *title[LANGUAGE_COUNT];
    enum cell_form form;
};

/* Rows are handed over one by one; group is the heading they stand under, or
   NULL. */
struct sheet {
    const struct sheet_column *columns;
    size_t column_count;
    const char *name;   /* "rules": the array in JSON */
    const char *format; /* "text", "json" or "md" */
    const char *group;
    enum language language;
    struct arena *arena;
    struct json_t *json;
    struct json_t *array;
};

static void
sheet_open(struct sheet *sheet, const struct job *job)
{
    sheet->arena = job->arena;
    sheet->language = job->options.language;
    sheet->format = job->options.values[OPTION_TABLE_FORMAT];
    if (strcmp(sheet->format, "json") != 0)
        return;
    sheet->json = json_object_new();
    sheet->array = json_array_new();
    json_put_text(sheet->json, "format",
                  text_format(sheet->arena, "shiji-%s/1", sheet->name));
    json_put(sheet->json, sheet->name, sheet->array);
}

static void
sheet_close(struct sheet *sheet)
{
    struct text text;

    if (sheet->json == NULL)
        return;
    text = json_text(sheet->arena, sheet->json, false);
    fwrite(text.bytes, 1, text.length, stdout);
    json_free(sheet->json);
}

static struct json_t *
words_json(const char *words)
{
    struct json_t *array = json_array_new();

    for (size_t length; *words != '\0'; words += length) {
        words += strspn(words, " ");
        length = strcspn(words, " ");
        if (length > 0)
            json_add_text(array, (struct text){words, length});
    }
    return array;
}

static void
row_json(struct sheet *sheet, const char *const *cells)
{
    struct json_t *row = json_object_new();

    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct sheet_column *column = &sheet->columns[i];

        if (column->form == AS_FLAG)
            json_put_bool(row, column->key, cells[i][0] != '\0');
        else if (column->form == AS_WORDS)
            json_put(row, column->key, words_json(cells[i]));
        else
            json_put_text(row, column->key, text_of(cells[i]));
    }
    json_add(sheet->array, row);
}

static void
print_heading_md(const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].title[ZH] != NULL)
            printf("| %s ", sheet->columns[i].title[sheet->language]);
    printf("|\n");
    for (size_t i = 0; i < sheet->column_count; i++)
        if (sheet->columns[i].title[ZH] != NULL)
            printf("|---");
    printf("|\n");
}

/* Starts another group: its heading, and in Markdown a new table. */
static void
sheet_group(struct sheet *sheet, const char *heading)
{
    bool is_markdown = strcmp(sheet->format, "md") == 0;

    if (sheet->json != NULL)
        return;
    if (heading != NULL)
        printf(is_markdown ? "\n### %s\n\n" : "\n%s\n", heading);
    if (is_markdown)
        print_heading_md(sheet);
}

static void
print_md(const char *text)
{
    for (; *text != '\0'; text++) {
        if (strchr("|<*`_", *text) != NULL)
            putchar('\\');
        putchar(*text);
    }
}

static void
sheet_row(struct sheet *sheet, const char *const *cells)
{
    bool is_markdown = strcmp(sheet->format, "md") == 0;
    bool is_first = true;

    if (sheet->json != NULL) {
        row_json(sheet, cells);
        return;
    }
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (sheet->columns[i].title[ZH] == NULL)
            continue;
        if (is_markdown)
            printf("| ");
        else
            printf(is_first ? "  " : "\t");
        if (is_markdown)
            print_md(cells[i]);
        else
            fputs(cells[i], stdout);
        printf(is_markdown ? " " : "");
        is_first = false;
    }
    printf(is_markdown ? "|\n" : "\n");
}

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
words_of(const struct column *column, struct arena *arena)
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
    static const struct sheet_column titles[] = {
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
    struct sheet sheet = {
        .columns = titles, .column_count = CELLS_MOST, .name = "columns"};
    enum language language = job->options.language;
    const char *yes = language == EN ? "yes" : "是";

    sheet_open(&sheet, job);
    for (size_t l = 0; l < LEDGER_COUNT; l++) {
        const struct ledger_type *type = ledgers[l];

        sheet_group(&sheet,
                    text_format(job->arena, "%s %s", type->name,
                                language == EN ? type->english : type->title)
                        .bytes);
        for (size_t c = 0; c < type->column_count; c++) {
            const struct column *column = &type->columns[c];
            const char *cells[CELLS_MOST] = {
                type->name,
                column->key,
                column->title,
                column->required ? yes : "",
                column->personal ? yes : "",
                kind_name(column->kind, language),
                column->aliases ? column->aliases : "",
                words_of(column, job->arena),
            };

            sheet_row(&sheet, cells);
        }
    }
    sheet_close(&sheet);
}

void
figures_run(struct job *job)
{
    static const struct sheet_column titles[] = {
        {.key = "id", .title = {"指标", "figure"}},
        {.key = "label", .title = {"名称", "name"}},
        {.key = "unit", .title = {"单位", "unit"}},
        {.key = "definition", .title = {"口径", "definition"}},
        {.key = "records", .title = {"清单", "list"}},
    };
    struct sheet sheet = {
        .columns = titles, .column_count = 5, .name = "figures"};
    enum language language = job->options.language;

    sheet_open(&sheet, job);
    sheet_group(&sheet, NULL);
    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        const struct figure_type *type = &figures[i];
        const char *cells[] = {
            type->id,
            type->label[language],
            type->unit[language],
            type->definition[language],
            text_format(job->arena, "%s.html", figures[type->list].page).bytes,
        };

        sheet_row(&sheet, cells);
    }
    sheet_close(&sheet);
}

void
rules_run(struct job *job)
{
    static const struct sheet_column titles[] = {
        {.key = "id", .title = {"规则", "rule"}},
        {.key = "severity", .title = {"级别", "severity"}},
        {.key = "text", .title = {"说明", "what is wrong"}},
        {.key = "advice", .title = {"建议", "advice"}},
    };
    struct sheet sheet = {
        .columns = titles, .column_count = 4, .name = "rules"};
    enum language language = job->options.language;

    sheet_open(&sheet, job);
    sheet_group(&sheet, NULL);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        const char *cells[] = {
            rules[i].id,
            severity_name(rules[i].severity),
            rules[i].words[language].wording,
            rules[i].words[language].advice,
        };

        sheet_row(&sheet, cells);
    }
    sheet_close(&sheet);
}
