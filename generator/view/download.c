/*
 * CSV as spreadsheet programs open it: a byte order mark, CRLF, and no cell
 * that could be taken for a formula.
 */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "view/data.h"
#include "view/report.h"
#include "view/wording.h"

#include <string.h>

/* One file while it is written. */
struct download {
    const struct report *report;
    int ledger;
    const struct ledger_type *type;
    struct buffer buffer;
    struct arena *scratch; /* as long as one row */
};

bool
download_has(const struct report *report, int ledger)
{
    return report->book->ledgers[ledger].is_present &&
           privacy_shows_ledger(report->privacy, ledger);
}

static bool
is_shown(const struct download *download, size_t column)
{
    return privacy_shows_column(download->report->privacy, download->ledger,
                                column);
}

/* What a spreadsheet would take for a formula; our own numbers are none. */
static bool
is_formula(struct text text, enum kind kind)
{
    return text.length > 0 && kind != KIND_NUMBER && kind != KIND_MONEY &&
           memchr("=+-@\t\r", text.bytes[0], 6) != NULL;
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
    bool is_guarded = is_formula(text, kind);
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

static struct text
field_name(const struct report *report, const struct column *column)
{
    return text_of(report->language == ZH ? column->title : column->key);
}

static void
put_header(struct download *download)
{
    const struct report *report = download->report;

    buffer_put(&download->buffer, TEXT("\xef\xbb\xbf"));
    for (size_t i = 0; i < download->type->column_count; i++)
        if (is_shown(download, i))
            put_cell(&download->buffer,
                     field_name(report, &download->type->columns[i]),
                     KIND_TEXT);
    buffer_put(&download->buffer, say(report->language, WORDING_COUNTED_IN));
    buffer_put(&download->buffer, TEXT("\r\n"));
}

/* The ids of the figures in whose lists the row stands. */
static void
put_figures(struct download *download, uint64_t marks)
{
    for (bool is_first = true; marks; marks &= marks - 1) {
        if (!is_first)
            buffer_put(&download->buffer, TEXT(" "));
        buffer_put(&download->buffer,
                   text_of(figures[__builtin_ctzll(marks)].id));
        is_first = false;
    }
    buffer_put(&download->buffer, TEXT("\r\n"));
}

static void
put_row(struct download *download, size_t place)
{
    const struct report *report = download->report;
    const struct ledger_type *type = download->type;
    const struct row *row =
        ledger_row(&report->book->ledgers[download->ledger],
                   report->year->order[download->ledger][place]);
    struct text *cells =
        arena_take(download->scratch, type->column_count * sizeof(*cells));

    privacy_texts(report->privacy, download->ledger, row, download->scratch,
                  cells);
    for (size_t i = 0; i < type->column_count; i++)
        if (is_shown(download, i))
            put_cell(&download->buffer, cells[i], type->columns[i].kind);
    put_figures(download, report->year->marks[download->ledger][place]);
    arena_reset(download->scratch);
}

/* Enough in all but odd cases: what the records took as they came, and for
   each the names of its figures. */
static size_t
bytes_expected(const struct report *report, int ledger)
{
    enum { BYTES_OF_FIGURES = 100 };
    size_t bytes = report->year->order_count[ledger] * BYTES_OF_FIGURES;

    for (size_t i = 0; i < report->book->export_count; i++)
        if (report->book->exports[i].ledger == ledger)
            bytes += export_size(&report->book->exports[i]);
    return bytes;
}

struct text
download_csv(const struct report *report, int ledger, struct arena *arena)
{
    const struct year *year = report->year;
    struct download download = {
        .report = report,
        .ledger = ledger,
        .type = ledgers[ledger],
        .buffer = {.arena = arena},
        .scratch = arena_new(),
    };

    buffer_expect(&download.buffer, bytes_expected(report, ledger));
    put_header(&download);
    for (size_t i = 0; i < year->order_count[ledger]; i++)
        put_row(&download, i);
    arena_free(download.scratch);
    return buffer_text(&download.buffer);
}

/* Month precision is allowed in a date, so it is no Frictionless "date". */
static struct json_t *
field_json(const struct report *report, const struct column *column)
{
    struct json_t *field = json_object_new();
    bool is_number = column->kind == KIND_NUMBER || column->kind == KIND_MONEY;

    json_put_text(field, "name", field_name(report, column));
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
        if (privacy_shows_column(report->privacy, ledger, i))
            json_add(fields, field_json(report, &type->columns[i]));
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
    json_put_text(
        resource, "title",
        text_of(report->language == ZH ? type->title : type->english));
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
