/*
 * CSV as spreadsheet programs open it: a byte order mark, CRLF, and no cell
 * that could be taken for a formula.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/wording.h"
#include "view/data.h"
#include "view/record_words.h"
#include "view/report.h"
#include "year/core.h"
#include "year/redact.h"
#include "year/year.h"

#include <string.h>

bool
download_has(const struct report *report, int ledger)
{
    return report->book->ledgers[ledger].is_present &&
           redact_shows_ledger(report->privacy, ledger);
}

/* Numbers that could be read are none. */
bool
download_is_formula(struct text text, enum kind kind)
{
    bool is_number = kind == KIND_NUMBER || kind == KIND_MONEY;

    if (text.length == 0 || memchr("=+-@\t\r", text.bytes[0], 6) == NULL)
        return false;
    for (size_t i = 0; i < text.length; i++)
        is_number = is_number && strchr("-.0123456789", text.bytes[i]) != NULL;
    return !is_number;
}

static bool
needs_quotes(struct text text)
{
    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];

        if (c == ',' || c == '"' || c == '\r' || c == '\n')
            return true;
    }
    return false;
}

/* A quote inside quotes is written twice. */
static void
put_quoted(struct buffer *buffer, struct text text)
{
    const char *from = text.bytes;
    const char *end = text.bytes + text.length;

    for (const char *at = from; at < end; at++)
        if (*at == '"') {
            buffer_put_bytes(buffer, from, (size_t)(at + 1 - from));
            from = at;
        }
    buffer_put_bytes(buffer, from, (size_t)(end - from));
}

static void
put_cell(struct buffer *buffer, struct text text, enum kind kind)
{
    bool is_guarded = download_is_formula(text, kind);
    bool is_quoted = needs_quotes(text);

    if (is_quoted)
        buffer_put(buffer, TEXT("\""));
    if (is_guarded)
        buffer_put(buffer, TEXT("'"));
    if (is_quoted)
        put_quoted(buffer, text);
    else
        buffer_put(buffer, text);
    buffer_put(buffer, is_quoted ? TEXT("\",") : TEXT(","));
}

struct text
download_title(const struct report *report, const struct column *column)
{
    return text_of(report->language == ZH ? column->title : column->key);
}

struct text
download_file(int ledger, struct arena *arena)
{
    return text_format(arena, "data/%s.csv", ledgers[ledger]->name);
}

struct text
download_head(const struct report *report, int ledger, struct arena *arena)
{
    const struct ledger_type *type = ledgers[ledger];
    struct buffer line = {.arena = arena};

    buffer_put(&line, TEXT("\xef\xbb\xbf"));
    for (size_t i = 0; i < type->column_count; i++)
        if (redact_shows_column(report->privacy, ledger, i))
            put_cell(&line, download_title(report, &type->columns[i]),
                     KIND_TEXT);
    if (ledger_is_core((enum ledger_id)ledger))
        put_cell(&line, say(report->language, WORDING_STATUS_AT_CUTOFF),
                 KIND_TEXT);
    buffer_put(&line, say(report->language, WORDING_COUNTED_IN));
    buffer_put(&line, TEXT("\r\n"));
    return buffer_text(&line);
}

/* An indicator is a figure of its own; an id has no blank. */
static struct text
indicator_figure(struct text key, struct arena *arena)
{
    if (text_find(key, TEXT(" ")) != key.length)
        return TEXT("");
    return text_format(arena, "indicators.%.*s", TEXT_ARG(key));
}

static struct text
figures_of(enum ledger_id ledger, uint64_t marks, struct arena *arena)
{
    enum { LONGEST = 64 };
    char *ids =
        arena_take(arena, 1 + LONGEST * (size_t)__builtin_popcountll(marks));
    char *end = ids;

    for (uint64_t left = marks; left; left &= left - 1) {
        if (left != marks)
            *end++ = ' ';
        end = stpcpy(end, figures[figure_of_mark(ledger, left)].id);
    }
    return (struct text){ids, (size_t)(end - ids)};
}

struct counted_row
download_row(enum ledger_id ledger, const struct row *row, uint64_t marks,
             const struct text *cells, struct arena *arena)
{
    struct counted_row counted = {.ledger = ledger, .row = row};

    if (ledger_is_core(ledger))
        counted.status = record_words_status(ledger, row, marks);
    counted.figures = figures_of(ledger, marks, arena);
    if (ledger == LEDGER_indicators)
        counted.figures =
            text_join(arena,
                      indicator_figure(
                          cells[column_index(ledgers[ledger], "key")], arena),
                      counted.figures);
    return counted;
}

void
download_line(const struct report *report, const struct counted_row *row,
              const struct text *cells, struct buffer *lines)
{
    int ledger = (int)row->ledger;
    const struct ledger_type *type = ledgers[ledger];

    for (size_t i = 0; i < type->column_count; i++)
        if (redact_shows_column(report->privacy, ledger, i))
            put_cell(lines, cells[i], type->columns[i].kind);
    if (ledger_is_core(row->ledger))
        put_cell(lines, row->status, KIND_TEXT);
    buffer_put(lines, row->figures);
    buffer_put(lines, TEXT("\r\n"));
}

/* Month precision is allowed in a date, so it is no Frictionless "date". */
static struct json_t *
field_json(const struct report *report, const struct column *column)
{
    struct json_t *field = json_object_new();
    bool is_number = column->kind == KIND_NUMBER || column->kind == KIND_MONEY;

    json_put_text(field, "name", download_title(report, column));
    json_put_text(field, "type",
                  column->is_count ? TEXT("integer")
                  : is_number      ? TEXT("number")
                                   : TEXT("string"));
    if (column->kind == KIND_DATE || column->kind == KIND_MONTH) {
        struct json_t *constraints = json_object_new();

        json_put_text(constraints, "pattern",
                      TEXT("[0-9]{4}-[0-9]{2}(-[0-9]{2})?"));
        json_put(field, "constraints", constraints);
    }
    return field;
}

static struct json_t *
schema_json(const struct report *report, int ledger)
{
    const struct ledger_type *type = ledgers[ledger];
    struct json_t *schema = json_object_new();
    struct json_t *fields = json_array_new();
    struct json_t *last = json_object_new();

    for (size_t i = 0; i < type->column_count; i++)
        if (redact_shows_column(report->privacy, ledger, i))
            json_add(fields, field_json(report, &type->columns[i]));
    if (ledger_is_core((enum ledger_id)ledger)) {
        struct json_t *status = json_object_new();

        json_put_text(status, "name",
                      say(report->language, WORDING_STATUS_AT_CUTOFF));
        json_put_text(status, "type", TEXT("string"));
        json_add(fields, status);
    }
    json_put_text(last, "name", say(report->language, WORDING_COUNTED_IN));
    json_put_text(last, "type", TEXT("string"));
    json_add(fields, last);
    json_put(schema, "fields", fields);
    return schema;
}

static struct json_t *
resource_json(const struct report *report, int ledger, struct arena *arena)
{
    const struct ledger_type *type = ledgers[ledger];
    struct json_t *resource = json_object_new();
    struct json_t *dialect = json_object_new();

    json_put_text(resource, "name", text_of(type->name));
    json_put_text(resource, "path", text_format(arena, "%s.csv", type->name));
    json_put_text(resource, "profile", TEXT("tabular-data-resource"));
    json_put_text(resource, "title", ledger_title(type, report->language));
    json_put_text(resource, "format", TEXT("csv"));
    json_put_text(resource, "mediatype", TEXT("text/csv"));
    json_put_text(resource, "encoding", TEXT("utf-8"));
    json_put_text(dialect, "delimiter", TEXT(","));
    json_put_text(dialect, "lineTerminator", TEXT("\r\n"));
    json_put_text(dialect, "quoteChar", TEXT("\""));
    json_put_bool(dialect, "doubleQuote", true);
    json_put_bool(dialect, "header", true);
    json_put(resource, "dialect", dialect);
    json_put(resource, "schema", schema_json(report, ledger));
    return resource;
}

/* What the pages beside the months say, which may have to be made again without
   the input.  Where the site stands is no matter of the month. */
static struct json_t *
settings_json(const struct report *report)
{
    const struct text *values = report->book->codes->values;
    struct json_t *object = json_object_new();

    for (int i = 0; i < SETTING_COUNT; i++)
        if (values[i].length > 0 && i != SETTING_BASE_URL)
            json_put_text(object, book_setting_key((enum setting)i), values[i]);
    return object;
}

/* How the month was built, as far as its ledgers do not tell. */
static struct json_t *
options_json(const struct report *report)
{
    struct json_t *options = json_object_new();
    enum encoding stated = report->book->stated;

    json_put_text(options, "language",
                  text_of(report->language == ZH ? "zh" : "en"));
    if (stated == ENCODING_UNKNOWN)
        json_put_null(options, "encoding");
    else
        json_put_text(options, "encoding", text_of(encoding_name(stated)));
    json_put(options, "settings", settings_json(report));
    return options;
}

struct json_t *
datapackage_json(const struct report *report)
{
    struct arena *arena = arena_new();
    struct json_t *package = json_object_new();
    struct json_t *resources = json_array_new();
    struct text month = month_text(arena, report->year->month);

    json_put_text(package, "profile", TEXT("tabular-data-package"));
    json_put_text(package, "name",
                  text_format(arena, "shiji-%.*s", TEXT_ARG(month)));
    json_put_text(package, "title", report->book->codes->values[SETTING_TITLE]);
    json_put_text(package, "version",
                  text_format(arena, "%d", (int)report->issue));
    json_put_text(
        package, "created",
        text_format(arena, "%.*sT00:00:00Z", TEXT_ARG(report->generated)));
    json_put(package, "options", options_json(report));
    for (int ledger = 0; ledger < LEDGER_COUNT; ledger++)
        if (download_has(report, ledger))
            json_add(resources, resource_json(report, ledger, arena));
    json_put(package, "resources", resources);
    arena_free(arena);
    return package;
}
