#include "load/read_file.h"
#include "load/name_fields.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/huge.h"
#include "intake/lines.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/clean_cell.h"
#include "ledger/column_titles.h"
#include "ledger/vocabulary.h"
#include "load/rehead.h"
#include "load/row_checks.h"
#include "load/row_identity.h"
#include "load/row_kind.h"
#include "load/row_reader.h"
#include "load/total_check.h"

enum {
    FIRST_ROWS = 64,
    LARGE_FILE = 4 * 1024 * 1024,
    SAMPLE = 64 * 1024, /* bytes a large file is judged by */
    LEAST_ROW = 64      /* bytes a row is expected to have at least */
};

struct reading {
    struct row_reading at; /* the row being read */
    struct ledger *ledger;
    const struct titles *titles;
    uint32_t file_index;
    struct unit unit; /* of the whole file, when it has no column */
    struct row_kinds kinds;
    struct total_check totals;
    uint32_t other_header; /* line of a header in another order, or 0 */
};

static void
make_room(struct ledger *ledger, size_t room)
{
    size_t size = ledger->type->row_size, count = ledger->count;

    ledger->room = room;
    ledger->rows = huge_grow(ledger->rows, count * size, room * size);
    ledger->identity =
        huge_grow(ledger->identity, count * sizeof(*ledger->identity),
                  room * sizeof(*ledger->identity));
    ledger->title = huge_grow(ledger->title, count * sizeof(*ledger->title),
                              room * sizeof(*ledger->title));
}

/* Room for the rows of a large file, judged by its beginning.  Room that is
   never used costs no memory. */
static void
expect_rows(struct ledger *ledger, struct text content)
{
    struct text start = text_slice(content, 0, SAMPLE);
    size_t lines, wanted;

    if (content.length < LARGE_FILE)
        return;
    lines = lines_between(start, 0, start.length);
    wanted = content.length / start.length * (lines + lines / 16 + 1);
    if (wanted > content.length / LEAST_ROW)
        wanted = content.length / LEAST_ROW;
    if (ledger->count + wanted > ledger->room)
        make_room(ledger, ledger->count + wanted + ledger->room / 2);
}

/* Room for one more row, zeroed. */
static struct row *
next_row(struct ledger *ledger)
{
    size_t size = ledger->type->row_size;
    struct row *row;

    if (ledger->count == ledger->room)
        make_room(ledger, ledger->room > 0 ? 2 * ledger->room : FIRST_ROWS);
    row = ledger_row(ledger, ledger->count);
    memset(row, 0, size);
    return row;
}

static struct place
record_place(const struct input_file *export, const struct record *record)
{
    return (struct place){export->source.path, record->line, 0, record->row};
}

static bool
has_filled_beyond(const struct record *record, size_t cells)
{
    for (size_t i = cells; i < record->count; i++)
        if (!text_is_blank(record->cells[i]))
            return true;
    return false;
}

static void
add_code(struct unit_codes *units, uint32_t code)
{
    if (code == 0 ||
        (units->count > 0 && units->codes[units->count - 1] == code))
        return;
    if (units->count == units->room) {
        units->room = 2 * units->room + 8;
        units->codes =
            must_grow(units->codes, units->room * sizeof(*units->codes));
    }
    units->codes[units->count++] = code;
}

/* Of a piece that may stand in quotes. */
static uint32_t
code_of(const struct reading *reading, struct text piece)
{
    uint32_t *codes;

    piece = text_trimmed(piece);
    if (piece.length > 1 && text_starts(piece, "\"") && text_ends(piece, "\""))
        piece = text_slice(piece, 1, piece.length - 2);
    return vocabulary_unit_codes(vocabulary_of(reading->at.book),
                                 reading->at.scratch, piece, &codes) > 0
               ? codes[0]
               : 0;
}

/* The unit of a record whose cells are in doubt: the first piece between
   delimiters that is a unit's name. */
static uint32_t
unit_of_record(const struct reading *reading, const struct record *record)
{
    uint32_t code = 0;

    for (size_t i = 0; code == 0 && i < record->count; i++) {
        struct text rest = record->cells[i];

        while (code == 0 && rest.length > 0) {
            const char *end = memchr(rest.bytes, reading->at.export->delimiter,
                                     rest.length);
            size_t length = end ? (size_t)(end - rest.bytes) : rest.length;

            code = code_of(reading, text_slice(rest, 0, length));
            rest = text_from(rest, end ? length + 1 : length);
        }
    }
    return code;
}

/* What cannot be told into cells tells at least whose it is. */
static void
set_record_aside(struct reading *reading, const struct record *record)
{
    row_identity_record_aside(reading->ledger, &reading->at);
    add_code(&reading->at.book->files[reading->file_index].aside_units,
             unit_of_record(reading, record));
}

static bool
refuse_record(struct reading *reading, const struct record *record,
              enum rule rule)
{
    const struct input_file *export = reading->at.export;
    struct arena *scratch = reading->at.scratch;
    struct finding finding = {.place = record_place(export, record)};

    if (rule == RULE_ROW_RAGGED) {
        finding.detail[0] = text_format(scratch, "%zu", record->count);
        finding.detail[1] = text_format(scratch, "%zu", export->cells);
    }
    set_record_aside(reading, record);
    return diag_report(reading->at.book->diag, rule, &finding);
}

/* A damaged record, or one with more cells than the header, is set aside.  A
   cell beside the table of a sheet has no title, as in the CSV saved from
   it. */
static bool
is_whole(struct reading *reading, const struct record *record)
{
    const struct input_file *export = reading->at.export;

    if (record->damage != UNDAMAGED)
        return refuse_record(reading, record,
                             record->damage == DAMAGE_UNCLOSED
                                 ? RULE_QUOTE_UNCLOSED
                                 : RULE_QUOTE_STRAY);
    return record->count <= export->cells || export->source.is_sheet ||
           !has_filled_beyond(record, export->cells) ||
           refuse_record(reading, record, RULE_ROW_RAGGED);
}

static void
note_ahead(struct input_file *export, const struct record *record)
{
    uint32_t lines = record->line - record->row, before = 0;

    if (export->ahead_count > 0)
        before = export->ahead[export->ahead_count - 1].lines;
    if (lines == before)
        return;
    if (export->ahead_count == export->ahead_room) {
        export->ahead_room = 2 * export->ahead_room + FIRST_ROWS;
        export->ahead = must_grow(export->ahead,
                                  export->ahead_room * sizeof(*export->ahead));
    }
    export->ahead[export->ahead_count++] = (struct ahead){record->row, lines};
}

/* A row that is set aside tells at least who sent it. */
static void
set_row_aside(struct reading *reading)
{
    const struct row_reading *at = &reading->at;

    row_identity_aside(reading->ledger, at);
    if (at->unit >= 0)
        add_code(&at->book->files[reading->file_index].aside_units,
                 row_unit(&at->type->columns[at->unit], at->row)->code);
}

static bool
fill_row(struct reading *reading, const struct record *record)
{
    struct row_reading *at = &reading->at;
    struct ledger *ledger = reading->ledger;
    struct row *row = next_row(ledger);
    bool is_sound;

    at->row = row;
    row->offset = (uint32_t)record->offset;
    row->number = record->row;
    row->file_index = reading->file_index & 0xFFFFFF;
    note_ahead(&at->book->files[reading->file_index], record);
    is_sound = row_reader_fill(at);
    if (reading->unit.code != 0)
        row_checks_set_unit(at, reading->unit);
    if (!row_checks_row(at) || !is_sound) {
        set_row_aside(reading);
        return false;
    }
    ledger->identity[ledger->count] = row_identity_hash(at);
    ledger->title[ledger->count] = row_identity_title(at);
    return true;
}

static size_t
accepted_of(const struct input_file *export)
{
    return export->rows.read - export->rows.rejected;
}

/* Why the record is no row; SKIP_NOT when it is one. */
static enum skip_reason
reason_to_skip(struct reading *reading, const struct record *record)
{
    enum skip_reason reason;
    bool is_in_order = true;

    if (record->damage != UNDAMAGED)
        return SKIP_NOT;
    reason = row_kind(&reading->kinds, record, reading->at.scratch);
    if (reason == SKIP_NOT &&
        rehead_is(&reading->at, reading->titles, record, &is_in_order))
        reason = SKIP_REPEATED_HEADER;
    if (reason == SKIP_REPEATED_HEADER)
        reading->other_header = is_in_order ? 0 : record->line;
    return reason;
}

static void
add_total(struct reading *reading, const struct record *record)
{
    const struct input_file *export = reading->at.export;
    struct arena *scratch = reading->at.scratch;

    total_check_add(
        &reading->totals,
        row_kind_is_partial(record, scratch) ? TOTAL_OF_SECTION : TOTAL_OF_ALL,
        record_place(export, record),
        row_kind_total(&reading->kinds, record, scratch), accepted_of(export));
}

/* The unit that has nothing to report, where the row names it. */
static void
add_nil_return(struct reading *reading, const struct record *record)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];
    size_t field =
        reading->at.unit >= 0 ? export->field_of[reading->at.unit] : 0;
    struct text name;
    bool is_known;

    if (field == 0 || field > record->count)
        return;
    name = text_trimmed(record->cells[field - 1]);
    if (name.length == 0 || is_empty_marker(name))
        return;
    add_code(&export->nil_units,
             vocabulary_unit(vocabulary_of(reading->at.book), name, &is_known));
}

static void
end_header(struct reading *reading, const struct record *record)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];

    name_fields_go_on(reading->at.book->arena, reading->titles, export->ledger,
                      record, &export->mentions);
    diag_report(reading->at.book->diag, RULE_HEADER_REPEATED,
                &(struct finding){.place = record_place(export, record)});
}

static void
skip_record(struct reading *reading, const struct record *record,
            enum skip_reason reason)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];

    row_kind_add(export, record->line, reason);
    if (reason == SKIP_TOTAL)
        add_total(reading, record);
    else if (reason == SKIP_SECTION)
        total_check_section(&reading->totals, accepted_of(export));
    else if (reason == SKIP_NIL_RETURN)
        add_nil_return(reading, record);
    else if (reason == SKIP_REPEATED_HEADER)
        end_header(reading, record);
}

static bool
report_other_table(const struct reading *reading, const struct record *record)
{
    return diag_report(
        reading->at.book->diag, RULE_HEADER_OTHER,
        &(struct finding){
            .place = record_place(reading->at.export, record),
            .detail = {text_format(reading->at.scratch, "%u",
                                   (unsigned)reading->other_header)}});
}

/* Columns without title are told of once something stands in them. */
static void
note_untitled(struct reading *reading, const struct record *record)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];
    size_t left = 0;

    for (size_t i = 0; i < export->untitled_count; i++) {
        uint32_t field = export->untitled[i];
        struct place place = {export->source.path, export->header_line, field,
                              export->header_row};

        if (field > record->count ||
            text_trimmed(record->cells[field - 1]).length == 0)
            export->untitled[left++] = field;
        else
            diag_report(reading->at.book->diag, RULE_COLUMN_UNTITLED,
                        &(struct finding){.place = place});
    }
    export->untitled_count = left;
}

static void
read_record(struct reading *reading, const struct record *record)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];
    enum skip_reason reason = reason_to_skip(reading, record);

    if (reason != SKIP_NOT) {
        skip_record(reading, record, reason);
        return;
    }
    export->rows.read++;
    reading->at.record = record;
    note_untitled(reading, record);
    if ((reading->other_header != 0 && !report_other_table(reading, record)) ||
        !is_whole(reading, record) || !fill_row(reading, record)) {
        export->rows.rejected++;
        return;
    }
    reading->ledger->count++;
    reading->ledger->assumed +=
        (reading->at.row->flags & ROW_CLOSED_ASSUMED) != 0;
}

static bool
has_nil_return(const struct input_file *export)
{
    for (size_t i = 0; i < export->skipped_count; i++)
        if (export->skipped[i].reason == SKIP_NIL_RETURN)
            return true;
    return false;
}

/* What is said once about a file. */
static void
check_file(struct reading *reading)
{
    const struct input_file *export = reading->at.export;
    const struct ledger_type *type = reading->at.type;
    struct diag *diag = reading->at.book->diag;
    struct finding finding = {
        .place = {.path = export->source.path, .line = export->header_line}};

    total_check_end(&reading->totals, accepted_of(export), diag,
                    reading->at.scratch);
    if (export->rows.read == 0 && !has_nil_return(export))
        diag_report(diag, RULE_HEADER_ONLY, &finding);
    for (size_t i = 0; i < type->column_count; i++)
        if (type->columns[i].is_stored && type->columns[i].kind == KIND_ID &&
            export->field_of[i] == 0) {
            finding.title = text_of(type->columns[i].title);
            diag_report(diag, RULE_ID_ABSENT, &finding);
        }
}

/* The unit above the header is that of every row when there is no column. */
static void
take_unit(struct reading *reading)
{
    struct input_file *export = &reading->at.book->files[reading->file_index];
    int column = column_index(reading->at.type, reading->at.type->unit_key);
    bool is_known;

    if (export->unit.length == 0)
        return;
    export->unit_code = vocabulary_unit(vocabulary_of(reading->at.book),
                                        export->unit, &is_known);
    if (column < 0 || export->field_of[column] != 0)
        return;
    reading->unit.code = export->unit_code;
    if (!is_known)
        diag_report(reading->at.book->diag, RULE_UNIT_UNKNOWN,
                    &(struct finding){.place = {.path = export->source.path},
                                      .value = export->unit});
}

/* Every record; what is worked through may leave memory. */
static void
read_records(struct reading *reading, struct records *records)
{
    const struct source *source = &reading->at.export->source;
    struct book *book = reading->at.book;
    struct record record;
    size_t before = book->read_bytes, behind = 0;

    while (records_next(records, &record)) {
        read_record(reading, &record);
        arena_reset(reading->at.scratch);
        book->read_bytes = before + record.offset;
        if (record.offset - behind > SOURCE_WINDOW) {
            source_let_go(source, behind, record.offset);
            behind = record.offset;
        }
    }
    book->read_bytes = before;
    source_let_go(source, behind, source->size);
    source_is_unchanged(source, book->diag);
}

void
read_file_rows(struct book *book, size_t file_index,
               const struct titles *titles, struct mark rows)
{
    struct input_file *export = &book->files[file_index];
    struct ledger *ledger = &book->ledgers[export->ledger];
    struct reading reading = {
        .ledger = ledger, .titles = titles, .file_index = (uint32_t)file_index};
    struct records *records = records_of(&export->source, export->delimiter);
    struct arena *scratch = arena_new();

    row_checks_begin(&reading.at, book, export, scratch);
    row_reader_begin(&reading.at);
    reading.kinds = row_kinds_of(export, scratch);
    records_rewind(records, rows);
    records_expect(records, export->cells);
    take_unit(&reading);
    expect_rows(ledger, export->source.content);
    export->first_row = ledger->count;
    read_records(&reading, records);
    export->row_count = ledger->count - export->first_row;
    check_file(&reading);
    export->rows.files = 1;
    ledger->is_present = true;
    row_reader_end(&reading.at);
    arena_free(scratch);
    records_close(records);
}
