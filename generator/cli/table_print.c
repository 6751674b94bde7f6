/*
 * Rows are kept until their group ends, because only then it is known how wide
 * the columns are.
 */
#include "cli/table_print.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/text.h"
#include "cli/command.h"

/* A longer cell pushes those behind it to the right. */
enum { WIDEST = 36, GAP = 2 };

struct table_print_row {
    struct table_print_row *next;
    const char *cells[TABLE_PRINT_COLUMNS];
};

static bool
is_format(const struct table_print *sheet, const char *format)
{
    return strcmp(sheet->format, format) == 0;
}

void
table_print_open(struct table_print *sheet, const struct job *job)
{
    sheet->arena = job->arena;
    sheet->language = job->options.language;
    sheet->format = job->options.values[OPTION_TABLE_FORMAT];
    if (!is_format(sheet, "json"))
        return;
    sheet->json = json_object_new();
    sheet->array = json_array_new();
    json_put_text(sheet->json, "format",
                  text_format(sheet->arena, "shiji-%s/1", sheet->name));
    json_put(sheet->json, sheet->name, sheet->array);
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
row_json(struct table_print *sheet, const char *const *cells)
{
    struct json_t *row = json_object_new();

    for (size_t i = 0; i < sheet->column_count; i++) {
        const struct table_print_column *column = &sheet->columns[i];

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
keep_row(struct table_print *sheet, const char *const *cells)
{
    struct table_print_row *row =
        ARENA_NEW(sheet->arena, struct table_print_row);

    memcpy(row->cells, cells, sheet->column_count * sizeof(*cells));
    if (sheet->last != NULL)
        sheet->last->next = row;
    else
        sheet->first = row;
    sheet->last = row;
}

/* The titles, as the first row of a group. */
static void
keep_titles(struct table_print *sheet)
{
    const char *titles[TABLE_PRINT_COLUMNS];

    for (size_t i = 0; i < sheet->column_count; i++)
        titles[i] = say_plain(sheet->language, sheet->columns[i].title);
    keep_row(sheet, titles);
}

static bool
is_shown(const struct table_print *sheet, size_t column)
{
    return sheet->columns[column].form != IN_JSON_ONLY;
}

static void
print_md_cell(const char *text)
{
    printf("| ");
    for (; *text != '\0'; text++) {
        if (strchr("|<*`_\\", *text) != NULL)
            putchar('\\');
        putchar(*text);
    }
    putchar(' ');
}

static void
print_md(const struct table_print *sheet)
{
    for (const struct table_print_row *row = sheet->first; row;
         row = row->next) {
        for (size_t i = 0; i < sheet->column_count; i++)
            if (is_shown(sheet, i))
                print_md_cell(row->cells[i]);
        printf("|\n");
        for (size_t i = 0; row == sheet->first && i < sheet->column_count; i++)
            if (is_shown(sheet, i))
                printf("|---");
        if (row == sheet->first)
            printf("|\n");
    }
}

static size_t
width_of(const struct table_print *sheet, size_t column)
{
    size_t widest = 0;

    for (const struct table_print_row *row = sheet->first; row;
         row = row->next) {
        size_t width = text_width(text_of(row->cells[column]));

        if (width > widest && width <= WIDEST)
            widest = width;
    }
    return widest;
}

/* Blanks are printed before the next cell, so that no line ends in them. */
static void
print_text(const struct table_print *sheet)
{
    size_t widths[TABLE_PRINT_COLUMNS];

    for (size_t i = 0; i < sheet->column_count; i++)
        widths[i] = is_shown(sheet, i) ? width_of(sheet, i) : 0;
    for (const struct table_print_row *row = sheet->first; row;
         row = row->next) {
        size_t at = 0, wanted = GAP;

        for (size_t i = 0; i < sheet->column_count; i++) {
            const char *cell = row->cells[i];

            if (!is_shown(sheet, i))
                continue;
            if (cell[0] != '\0') {
                size_t blanks = wanted >= at + GAP ? wanted - at : GAP;

                printf("%*s%s", (int)blanks, "", cell);
                at += blanks + text_width(text_of(cell));
            }
            wanted += widths[i] + GAP;
        }
        putchar('\n');
    }
}

static void
end_group(struct table_print *sheet)
{
    if (is_format(sheet, "md"))
        print_md(sheet);
    else if (is_format(sheet, "text"))
        print_text(sheet);
    sheet->first = sheet->last = NULL;
}

void
table_print_group(struct table_print *sheet, const char *heading)
{
    end_group(sheet);
    if (is_format(sheet, "json"))
        return;
    printf(is_format(sheet, "md") ? "\n### %s\n\n" : "\n%s\n", heading);
    keep_titles(sheet);
}

void
table_print_row(struct table_print *sheet, const char *const *cells)
{
    if (sheet->json != NULL) {
        row_json(sheet, cells);
        return;
    }
    if (sheet->first == NULL)
        keep_titles(sheet);
    keep_row(sheet, cells);
}

void
table_print_close(struct table_print *sheet)
{
    struct text text;

    end_group(sheet);
    if (sheet->json == NULL)
        return;
    text = json_text(sheet->arena, sheet->json, false);
    fwrite(text.bytes, 1, text.length, stdout);
    json_free(sheet->json);
}
