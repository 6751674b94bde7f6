/*
 * Each title with what it is, and where only the office can say that, the line
 * of codes/aliases.csv that would.
 *
 *     {"format": "shiji-titles/1",
 *      "files": [{"path": "…", "ledger": "problems", "titles": [
 *          {"title": "…", "ledger": "problems", "key": "raised_on"},
 *          {"title": "…", "ledger": "problems", "key": null,
 *           "proposal": "status"}]}]}
 */
#include "cli/file_titles.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "cli/command.h"
#include "cli/read_input.h"
#include "cli/table_print.h"
#include "ledger/book.h"
#include "ledger/column_titles.h"
#include "load/input_files.h"
#include "load/title_report.h"

/* The key of a title, or NULL. */
static const char *
key_of(const struct titled *titled)
{
    return titled->column != NULL            ? titled->column->key
           : titled->role == FIELD_DIMENSION ? "dimension"
           : titled->role == FIELD_FURTHER   ? "further"
           : titled->role == FIELD_PERSONAL  ? "personal"
                                             : NULL;
}

static void
put_text_or_null(struct json_t *json, const char *name, const char *text)
{
    if (text != NULL)
        json_put_text(json, name, text_of(text));
    else
        json_put_null(json, name);
}

static struct json_t *
file_json(const char *path, const struct title_report *report)
{
    struct json_t *file = json_object_new(), *titles = json_array_new();
    const char *likeliest =
        report->likeliest < 0 ? NULL : ledgers[report->likeliest]->name;

    json_put_text(file, "path", text_of(path));
    put_text_or_null(file, "ledger", report->ledger < 0 ? NULL : likeliest);
    for (size_t i = 0; i < report->count; i++) {
        const struct titled *titled = &report->titles[i];
        struct json_t *json = json_object_new();

        json_put_text(json, "title", titled->title);
        put_text_or_null(json, "ledger", likeliest);
        put_text_or_null(json, "key", key_of(titled));
        if (key_of(titled) == NULL)
            put_text_or_null(json, "proposal",
                             titled->proposal ? titled->proposal->key : NULL);
        json_add(titles, json);
    }
    json_put(file, "titles", titles);
    return file;
}

static struct text
meaning(const struct job *job, const struct titled *titled)
{
    static const enum wording roles[] = {
        [FIELD_UNKNOWN] = WORDING_TITLE_UNKNOWN,
        [FIELD_TICK] = WORDING_TITLE_TICK,
        [FIELD_DIMENSION] = WORDING_TITLE_DIMENSION,
        [FIELD_FURTHER] = WORDING_TITLE_FURTHER,
        [FIELD_PERSONAL] = WORDING_TITLE_PERSONAL,
        [FIELD_SECOND] = WORDING_TITLE_SECOND,
        [FIELD_SAME] = WORDING_TITLE_SECOND,
        [FIELD_CONTRARY] = WORDING_TITLE_CONTRARY,
        [FIELD_SILENT] = WORDING_TITLE_SILENT,
    };
    enum language language = job->options.language;

    if (titled->proposal != NULL)
        return SAY(job->arena, language, WORDING_TITLE_PROPOSED,
                   column_title(titled->proposal, language), titled->line);
    if (titled->role == FIELD_COLUMN)
        return column_title(titled->column, language);
    return say(language, roles[titled->role]);
}

/* A title with line breaks would break the table. */
static const char *
in_one_line(const struct job *job, struct text title)
{
    char *line = arena_copy(job->arena, title.bytes, title.length);

    for (char *at = line; *at != '\0'; at++)
        if (*at == '\n' || *at == '\r' || *at == '\t')
            *at = ' ';
    return line;
}

static void
print_file(struct job *job, struct table_print *sheet, const char *path,
           const struct title_report *report)
{
    enum language language = job->options.language;
    struct text ledger = report->ledger < 0
                             ? say(language, WORDING_TITLE_NO_HEADER)
                             : ledger_title(ledgers[report->ledger], language);

    table_print_group(
        sheet,
        text_format(job->arena, "%s  %.*s", path, TEXT_ARG(ledger)).bytes);
    for (size_t i = 0; i < report->count; i++) {
        const struct titled *titled = &report->titles[i];
        const char *key = key_of(titled);
        const char *cells[] = {
            in_one_line(job, titled->title),
            key != NULL ? key : "-",
            text_copy(job->arena, meaning(job, titled)).bytes,
        };

        table_print_row(sheet, cells);
    }
}

/* Every file that can be read; into files as JSON, if that is asked for. */
static void
print_files(struct job *job, struct reading *reading, struct json_t *files)
{
    static const struct table_print_column columns[] = {
        {.key = "title", .title = WORDING_CATALOG_TITLE},
        {.key = "key", .title = WORDING_CATALOG_KEY},
        {.key = "meaning", .title = WORDING_CATALOG_MEANING},
    };
    struct table_print sheet = {
        .columns = columns, .column_count = 3, .name = "titles"};
    struct titles *titles = titles_new(job->arena, &reading->codes);
    struct book *book = reading->book;
    struct title_report report;

    if (files == NULL)
        table_print_open(&sheet, job);
    for (size_t i = 0; i < reading->sources.count; i++)
        input_files_add(book, &reading->sources.items[i], titles);
    for (size_t i = 0; i < book->file_count; i++) {
        const char *path = book->files[i].source.path;

        if (!book->files[i].is_open)
            continue;
        title_report(book, &book->files[i], titles, &report);
        if (files != NULL)
            json_add(files, file_json(path, &report));
        else
            print_file(job, &sheet, path, &report);
    }
    if (files == NULL)
        table_print_close(&sheet);
    titles_free(titles);
}

void
file_titles_print(struct job *job)
{
    bool wants_json =
        strcmp(job->options.values[OPTION_TABLE_FORMAT], "json") == 0;
    struct reading reading = {0};
    struct json_t *json, *files;

    if (!read_input_find(job, &reading, (struct month){0}))
        return;
    reading.book = book_new(job->arena, &reading.codes, job->diag);
    if (!wants_json) {
        print_files(job, &reading, NULL);
    } else {
        struct text text;

        json = json_object_new();
        files = json_array_new();
        json_put_text(json, "format", TEXT("shiji-titles/1"));
        print_files(job, &reading, files);
        json_put(json, "files", files);
        text = json_text(job->arena, json, false);
        fwrite(text.bytes, 1, text.length, stdout);
        json_free(json);
    }
    read_input_close(&reading);
}
