#include "intake/table.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/path.h"
#include "intake/decode.h"
#include "intake/records.h"
#include "intake/source.h"
#include "intake/workbook.h"

enum { HEADER_WITHIN = 20 };

struct reading {
    struct arena *arena;
    const struct table_column *columns;
    struct diag *diag;
    struct table *table;
    uint32_t fields[TABLE_MOST_COLUMNS];
};

static bool
is_blank(int32_t code_point)
{
    return code_point <= 0x20 || code_point == 0xA0 ||
           (code_point >= 0x2000 && code_point <= 0x200F) ||
           code_point == 0x202F || code_point == 0x205F ||
           code_point == 0x2060 || code_point == 0x3000 || code_point == 0xFEFF;
}

struct text
table_trim(struct text text)
{
    size_t start = text.length, end = 0;

    for (size_t at = 0; at < text.length;) {
        size_t before = at;

        if (is_blank(text_next(text, &at)))
            continue;
        if (start > before)
            start = before;
        end = at;
    }
    return end > start ? text_slice(text, start, end - start)
                       : (struct text){"", 0};
}

static struct text
lower(struct arena *arena, struct text text)
{
    char *bytes = arena_copy(arena, text.bytes, text.length);

    for (size_t i = 0; i < text.length; i++)
        if (bytes[i] >= 'A' && bytes[i] <= 'Z')
            bytes[i] = (char)(bytes[i] + 'a' - 'A');
    return (struct text){bytes, text.length};
}

static bool
is_one_of(const char *titles, struct text title)
{
    while (*titles) {
        size_t length = strcspn(titles, " ");

        if (text_equal((struct text){titles, length}, title))
            return true;
        titles += length;
        titles += strspn(titles, " ");
    }
    return false;
}

/* Which field holds which column.  False if a required one is missing. */
static bool
match_header(struct reading *reading, const struct record *record)
{
    memset(reading->fields, 0, sizeof(reading->fields));
    for (size_t field = record->count; field > 0; field--) {
        struct text title =
            table_trim(text_fit(reading->arena, record->cells[field - 1]));

        title = lower(reading->arena, text_nfkc(reading->arena, title));
        for (size_t i = 0; reading->columns[i].titles; i++)
            if (is_one_of(reading->columns[i].titles, title))
                reading->fields[i] = (uint32_t)field;
    }
    for (size_t i = 0; reading->columns[i].titles; i++)
        if (reading->columns[i].is_required && reading->fields[i] == 0)
            return false;
    return true;
}

/* For a message, should no row be the header. */
static void
note_titles(struct reading *reading, const struct record *record)
{
    struct text *found = &reading->table->found;

    for (size_t i = 0; i < record->count; i++)
        *found = text_format(reading->arena, "%.*s%s%.*s", TEXT_ARG(*found),
                             i > 0 ? "、" : "",
                             TEXT_ARG(table_trim(record->cells[i])));
}

/* The reader stands behind the header then. */
static bool
find_header(struct reading *reading, struct records *records)
{
    struct record record;

    for (int i = 0; i < HEADER_WITHIN && records_next(records, &record); i++) {
        if (reading->table->found.length == 0)
            note_titles(reading, &record);
        if (record.damage == UNDAMAGED && match_header(reading, &record)) {
            records_expect(records, record.count);
            return true;
        }
    }
    return false;
}

static void
report_damage(struct reading *reading, const struct record *record)
{
    diag_report(reading->diag,
                record->damage == DAMAGE_STRAY ? RULE_QUOTE_STRAY
                                               : RULE_QUOTE_UNCLOSED,
                &(struct finding){.place = {.path = reading->table->path,
                                            .line = record->line,
                                            .row = record->row},
                                  .value = record->cells[0]});
}

static struct text
first_unfit(struct arena *arena, struct text text)
{
    size_t offset = 0;
    int32_t c;

    while ((c = text_next(text, &offset)) >= 0 && !text_is_unfit(c))
        ;
    return text_format(arena, "U+%04X", (unsigned)c);
}

/* Without what nobody sees, as in the cells of ledgers: names of lists stand on
   pages, too. */
static struct text
cell_of(const struct reading *reading, const struct record *record,
        uint32_t field)
{
    struct arena *arena = reading->arena;
    struct text written = record->cells[field - 1];
    struct text cell = text_fit(arena, written);

    if (cell.length < written.length)
        diag_report(
            reading->diag, RULE_TEXT_INVISIBLE,
            &(struct finding){.place = {reading->table->path, record->line,
                                        field, record->row},
                              .value = table_trim(cell),
                              .detail = {first_unfit(arena, written)}});
    return text_copy(arena, table_trim(cell));
}

static void
add_row(struct reading *reading, const struct record *record)
{
    struct table *table = reading->table;
    struct table_row row = {
        .line = record->line, .row = record->row, .path = table->path};
    bool is_given = false;

    for (size_t i = 0; i < TABLE_MOST_COLUMNS; i++) {
        uint32_t field = reading->fields[i];

        row.cells[i] = (struct text){"", 0};
        row.fields[i] = field;
        if (field > 0 && field <= record->count)
            row.cells[i] = cell_of(reading, record, field);
        is_given = is_given || row.cells[i].length > 0;
    }
    if (!is_given)
        return;
    *ARRAY_ADD(reading->arena, table->rows, table->count, table->room) = row;
}

static bool
read_rows(struct reading *reading, const struct source *source, char delimiter)
{
    struct records *records = records_of(source, delimiter);
    bool is_found = find_header(reading, records);
    struct record record;

    while (is_found && records_next(records, &record)) {
        if (record.damage != UNDAMAGED)
            report_damage(reading, &record);
        else
            add_row(reading, &record);
    }
    records_close(records);
    return is_found;
}

static bool
read_text(struct reading *reading, const struct source *source)
{
    static const char delimiters[] = ",;\t";
    char stated = records_stated(source->content);

    if (stated != 0)
        return strchr(delimiters, stated) && read_rows(reading, source, stated);
    for (const char *delimiter = delimiters; *delimiter; delimiter++)
        if (read_rows(reading, source, *delimiter))
            return true;
    return false;
}

static enum table_result
read_sheets(struct reading *reading, struct source *workbook)
{
    struct source_list sheets;
    bool is_found = false;

    if (!workbook_read(reading->arena, workbook, reading->diag, &sheets))
        return TABLE_REFUSED;
    for (size_t i = 0; i < sheets.count; i++) {
        reading->table->path = sheets.items[i].path;
        is_found |= read_rows(reading, &sheets.items[i], ',');
        source_close(&sheets.items[i]);
    }
    reading->table->path = workbook->path;
    return is_found ? TABLE_READ : TABLE_NO_HEADER;
}

static enum table_result
read_source(struct reading *reading, struct source *source)
{
    if (source->is_workbook)
        return read_sheets(reading, source);
    if (!decode(source, ENCODING_UNKNOWN, reading->diag))
        return TABLE_REFUSED;
    return read_text(reading, source) ? TABLE_READ : TABLE_NO_HEADER;
}

/* The first of the endings with which the file is there, from one on. */
static const char *
find_with(struct arena *arena, const char *path, const char *const *endings)
{
    int stem = (int)(strrchr(path, '.') - path);

    for (; *endings != NULL; endings++) {
        const char *found =
            text_format(arena, "%.*s%s", stem, path, *endings).bytes;

        if (access(found, F_OK) == 0)
            return found;
    }
    return NULL;
}

const char *
table_find(struct arena *arena, const char *path)
{
    const char *text = find_with(arena, path, path_texts);

    return text != NULL ? text : find_with(arena, path, path_workbooks);
}

/* As of ledgers, a text is read in place of the workbook beside it. */
static void
note_workbook(struct reading *reading)
{
    const char *path = reading->table->path;
    const char *workbook = find_with(reading->arena, path, path_workbooks);

    if (workbook != NULL && strcmp(workbook, path) != 0)
        diag_report(reading->diag, RULE_WORKBOOK_BESIDE,
                    &(struct finding){.place = {.path = workbook},
                                      .detail = {text_of(path_name(path))}});
}

enum table_result
table_read(struct arena *arena, const char *path,
           const struct table_column *columns, struct diag *diag,
           struct table *table)
{
    struct source source = {.path = table_find(arena, path),
                            .may_be_workbook = true};
    struct reading reading = {
        .arena = arena, .columns = columns, .diag = diag, .table = table};
    enum table_result result;

    *table = (struct table){.path = source.path ? source.path : path,
                            .found = {"", 0}};
    if (source.path == NULL)
        return TABLE_ABSENT;
    note_workbook(&reading);
    if (!source_read(&source, diag))
        return TABLE_REFUSED;
    result = read_source(&reading, &source);
    source_close(&source);
    return result;
}

static bool
are_one_entry(const struct table_column *columns, const struct table_row *a,
              const struct table_row *b)
{
    for (size_t i = 0; columns[i].titles; i++)
        if (columns[i].is_key && !text_equal(a->cells[i], b->cells[i]))
            return false;
    return true;
}

void
table_merge(struct arena *arena, const struct table_column *columns,
            struct table *table, const struct table *newer)
{
    size_t older = table->count;

    for (size_t n = 0; n < newer->count; n++) {
        const struct table_row *row = &newer->rows[n];
        size_t i = 0;

        while (i < older && !are_one_entry(columns, &table->rows[i], row))
            i++;
        if (i < older)
            table->rows[i] = *row;
        else
            *ARRAY_ADD(arena, table->rows, table->count, table->room) = *row;
    }
}
