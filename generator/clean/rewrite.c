/*
 * The table is measured first, so that each record is then judged by what most
 * rows have.
 */
#include "clean/rewrite.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "clean/column_counts.h"
#include "clean/repair.h"
#include "intake/records.h"
#include "intake/source.h"
#include "intake/table.h"

struct rewriting {
    const struct rewrite_request *request;
    struct rewritten *done;
    const char *path;
    bool is_sheet;
    struct text content; /* translated */
    struct column_counts found;
    size_t usual;        /* cells of most rows; 0: they do not agree */
    size_t columns;      /* cells every row shall have */
    bool has_gap;        /* the header has one empty title too many */
    size_t empty_rows;   /* met since the last row that is filled */
    struct text *header; /* the titles, when they stand in several records … */
    struct text *titles; /* … and when in one, to know them again */
    size_t title_count;
    struct arena *arena;   /* for one row */
    struct arena *longer;  /* for the header */
    size_t offset;         /* of the record before … */
    uint32_t hidden_lines; /* … and line ends hidden up to there */
    FILE *stream;
    struct diag *diag;
};

static void
write_quoted(FILE *stream, struct text cell)
{
    putc_unlocked('"', stream);
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.bytes[i] == '"')
            putc_unlocked('"', stream);
        putc_unlocked(cell.bytes[i], stream);
    }
    putc_unlocked('"', stream);
}

/* What must not stand bare at the start of a line, where it would be taken for
   a byte order mark or a statement. */
static bool
is_misread(struct text cell)
{
    return text_starts(cell, "\xEF\xBB\xBF") ||
           (cell.length >= 4 && strncasecmp(cell.bytes, "sep=", 4) == 0);
}

static bool
needs_quotes(struct text cell)
{
    for (size_t i = 0; i < cell.length; i++)
        switch (cell.bytes[i]) {
        case ',':
        case '"':
        case '\r':
        case '\n':
            return true;
        default:
            break;
        }
    return is_misread(cell);
}

/* A row of one empty cell is quoted, or it would be a blank line. */
static void
write_row(struct rewriting *rewriting, const struct text *cells, size_t count)
{
    FILE *stream = rewriting->stream;

    for (size_t i = 0; i < rewriting->columns; i++) {
        struct text cell = i < count ? cells[i] : text_of("");

        if (i > 0)
            putc_unlocked(',', stream);
        if (needs_quotes(cell) || (rewriting->columns == 1 && cell.length == 0))
            write_quoted(stream, cell);
        else
            fwrite_unlocked(cell.bytes, 1, cell.length, stream);
    }
    fputs_unlocked("\r\n", stream);
}

/* Titles of several records become one, a blank between them. */
static void
add_titles(struct rewriting *rewriting, const struct text *cells, size_t count)
{
    if (rewriting->header == NULL)
        rewriting->header = arena_take(
            rewriting->longer, rewriting->columns * sizeof(*rewriting->header));
    for (size_t i = 0; i < count && i < rewriting->columns; i++) {
        struct text *title = &rewriting->header[i];
        const char *between = title->length && cells[i].length ? " " : "";

        *title = text_format(rewriting->longer, "%.*s%s%.*s", TEXT_ARG(*title),
                             between, TEXT_ARG(cells[i]));
    }
}

static void
end_header(struct rewriting *rewriting)
{
    if (rewriting->header != NULL)
        write_row(rewriting, rewriting->header, rewriting->columns);
    rewriting->header = NULL;
}

/* The number of the record that runs, from 0, below what stands above. */
static size_t
place_in_table(const struct rewriting *rewriting)
{
    return rewriting->done->read - 1 - rewriting->found.above;
}

static bool
is_header(const struct rewriting *rewriting)
{
    return place_in_table(rewriting) < rewriting->request->header_records;
}

/* Rows without content are written only when one with content follows. */
static bool
is_held_back(struct rewriting *rewriting, const struct text *cells,
             size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cells[i].length > 0)
            return false;
    if (rewriting->columns == 1 || is_header(rewriting))
        return false;
    rewriting->empty_rows++;
    return true;
}

static void
take_row(struct rewriting *rewriting, struct text *cells, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cells[i] = dialect_reveal(&rewriting->done->dialect, rewriting->arena,
                                  cells[i]);
    if (is_held_back(rewriting, cells, count))
        return;
    for (; rewriting->empty_rows > 0; rewriting->empty_rows--) {
        rewriting->done->written++;
        write_row(rewriting, NULL, 0);
    }
    rewriting->done->written++;
    if (is_header(rewriting) && rewriting->request->header_records > 1) {
        add_titles(rewriting, cells, count);
        return;
    }
    end_header(rewriting);
    write_row(rewriting, cells, count);
}

static void
report(struct rewriting *rewriting, enum rule rule, const struct record *record,
       struct text value, size_t want)
{
    char have[24], wanted[24];

    snprintf(have, sizeof(have), "%zu", record->count);
    snprintf(wanted, sizeof(wanted), "%zu", want);
    diag_report(
        rewriting->diag, rule,
        &(struct finding){
            .place = {.path = rewriting->path,
                      .line = record->line + rewriting->hidden_lines,
                      .row = record->row},
            .value = dialect_reveal(&rewriting->done->dialect, rewriting->arena,
                                    value),
            .detail = {text_of(rule == RULE_LINE_REPAIRED ? wanted : have),
                       text_of(wanted)}});
}

/* What cannot be repaired cut at each delimiter, every quote a letter; what is
   too much is the last title's. */
static size_t
cut_header(const struct rewriting *rewriting, struct text line,
           struct text *cells)
{
    char byte = dialect_delimiter(&rewriting->done->dialect);
    struct text delimiter = {&byte, 1};
    size_t count = 0;

    while (count + 1 < rewriting->columns) {
        size_t end = text_find(line, delimiter);

        cells[count++] = text_slice(line, 0, end);
        if (end == line.length)
            return count;
        line = text_from(line, end + 1);
    }
    cells[count++] = line;
    return count;
}

static void
report_other(struct rewriting *rewriting, const struct record *record,
             char delimiter)
{
    struct text shown = {&delimiter, 1};

    diag_report(rewriting->diag, RULE_HEADER_DELIMITER,
                &(struct finding){
                    .place = {.path = rewriting->path,
                              .line = record->line + rewriting->hidden_lines,
                              .row = record->row},
                    .detail = {delimiter == '\t' ? TEXT("\\t") : shown}});
}

/* A header is kept whatever it is: no record may stand in its place. */
static void
take_damaged(struct rewriting *rewriting, const struct record *record)
{
    struct damaged_line damaged = {
        .line = record->cells[0],
        .delimiter = dialect_delimiter(&rewriting->done->dialect),
        .columns = rewriting->columns,
        .is_header = is_header(rewriting)};
    struct text *cells =
        arena_take(rewriting->arena, damaged.columns * sizeof(*cells));
    size_t readings = repair_line(rewriting->arena, &damaged, cells);
    size_t count = damaged.columns;
    char other = '\0';
    enum rule rule = readings == 1                    ? RULE_LINE_REPAIRED
                     : damaged.is_header              ? RULE_HEADER_KEPT
                     : record->damage == DAMAGE_STRAY ? RULE_QUOTE_STRAY
                                                      : RULE_QUOTE_UNCLOSED;

    if (readings == 0 && damaged.is_header)
        other = repair_header(rewriting->arena, &damaged, HEADER_DELIMITERS " ",
                              cells);
    if (other != '\0')
        report_other(rewriting, record, other);
    else
        report(rewriting, rule, record, damaged.line, damaged.columns);
    if (readings != 1 && !damaged.is_header) {
        rewriting->done->aside++;
        return;
    }
    rewriting->done->repaired += readings == 1;
    if (readings == 0 && other == '\0')
        count = cut_header(rewriting, damaged.line, cells);
    take_row(rewriting, cells, count);
}

/* How many cells there are up to the last one filled. */
static size_t
count_filled(const struct record *record)
{
    size_t count = record->count;

    while (count > 0 && record->cells[count - 1].length == 0)
        count--;
    return count;
}

static void
keep_titles(struct rewriting *rewriting, const struct record *record)
{
    rewriting->titles =
        arena_take(rewriting->longer, record->count * sizeof(struct text));
    rewriting->title_count = count_filled(record);
    for (size_t i = 0; i < rewriting->title_count; i++)
        rewriting->titles[i] = text_copy(rewriting->longer, record->cells[i]);
}

/* Files that were joined bring their headers along, some without the last
   titles. */
static bool
is_header_again(const struct rewriting *rewriting, const struct record *record)
{
    size_t count = count_filled(record);

    if (count < 2 || count > rewriting->title_count ||
        2 * count <= rewriting->title_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!text_equal(record->cells[i], rewriting->titles[i]))
            return false;
    return true;
}

/* Says of a sound record that it has more or fewer cells than it should. */
static void
judge_width(struct rewriting *rewriting, const struct record *record)
{
    size_t usual = rewriting->usual, count = record->count;

    if (count == usual)
        return;
    if (is_header(rewriting)) {
        if (usual > 0 && rewriting->request->header_records == 1)
            report(rewriting, RULE_HEADER_CELLS, record, text_of(""), usual);
    } else if (count < rewriting->columns) {
        report(rewriting, RULE_ROW_PADDED, record, text_of(""),
               rewriting->columns);
    } else if (count > rewriting->columns && usual > 0) {
        report(rewriting, RULE_ROW_TRIMMED, record, text_of(""),
               rewriting->columns);
    }
}

/* The titles move up to stand above their cells. */
static void
close_gap(struct rewriting *rewriting, struct record *record)
{
    size_t gap = 0;

    while (record->cells[gap].length > 0)
        gap++;
    report(rewriting, RULE_HEADER_GAP, record, text_of(""), rewriting->usual);
    record->count--;
    memmove(&record->cells[gap], &record->cells[gap + 1],
            (record->count - gap) * sizeof(*record->cells));
}

/* The titles of a header in one cell, if another delimiter splits it. */
static void
split_header(struct rewriting *rewriting, struct record *record)
{
    const struct damaged_line line = {
        .line = record->cells[0],
        .delimiter = dialect_delimiter(&rewriting->done->dialect),
        .columns = rewriting->columns};
    struct text *cells =
        arena_take(rewriting->arena, line.columns * sizeof(*cells));
    char other =
        repair_header(rewriting->arena, &line, HEADER_DELIMITERS, cells);

    if (other == '\0')
        return;
    report_other(rewriting, record, other);
    record->cells = cells;
    record->count = line.columns;
}

static void
take_sound(struct rewriting *rewriting, struct record *record)
{
    struct text extra = {0};

    if (is_header_again(rewriting, record)) {
        report(rewriting, RULE_HEADER_REPEATED, record, text_of(""), 0);
        rewriting->done->left_out++;
        return;
    }
    if (is_header(rewriting) && rewriting->has_gap)
        close_gap(rewriting, record);
    if (is_header(rewriting) && record->count == 1 && rewriting->columns > 1)
        split_header(rewriting, record);
    if (is_header(rewriting) && rewriting->request->header_records == 1)
        keep_titles(rewriting, record);
    for (size_t i = rewriting->columns; i < record->count; i++)
        if (extra.length == 0 && table_trim(record->cells[i]).length > 0)
            extra = record->cells[i];
    if (extra.length > 0) {
        report(rewriting, RULE_ROW_RAGGED, record, extra, rewriting->columns);
        rewriting->done->aside++;
        return;
    }
    judge_width(rewriting, record);
    take_row(rewriting, record->cells, record->count);
}

static void
leave_out(struct rewriting *rewriting, const struct record *record)
{
    rewriting->done->left_out++;
    for (size_t i = 0; i < record->count; i++)
        if (record->cells[i].length > 0)
            diag_report(
                rewriting->diag, RULE_TEXT_ABOVE,
                &(struct finding){
                    .place = {.path = rewriting->path,
                              .line = record->line + rewriting->hidden_lines,
                              .field = (uint32_t)i + 1,
                              .row = record->row},
                    .value =
                        dialect_reveal(&rewriting->done->dialect,
                                       rewriting->arena, record->cells[i])});
}

static void
count_hidden_lines(struct rewriting *rewriting, const struct record *record)
{
    if (rewriting->done->dialect.escape == 0)
        return;
    rewriting->hidden_lines +=
        dialect_hidden_lines(text_slice(rewriting->content, rewriting->offset,
                                        record->offset - rewriting->offset));
    rewriting->offset = record->offset;
}

static void
take_record(struct rewriting *rewriting, struct record *record)
{
    count_hidden_lines(rewriting, record);
    if (record->damage == UNDAMAGED && record->count == 0)
        return;
    rewriting->done->read++;
    if (rewriting->done->read <= rewriting->found.above)
        leave_out(rewriting, record);
    else if (record->damage != UNDAMAGED)
        take_damaged(rewriting, record);
    else
        take_sound(rewriting, record);
    arena_reset(rewriting->arena);
}

static void
take_records(struct rewriting *rewriting)
{
    const struct source source = {.content = rewriting->content,
                                  .is_sheet = rewriting->is_sheet};
    struct records *records =
        records_of(&source, dialect_delimiter(&rewriting->done->dialect));
    struct record record;

    records_expect(records, rewriting->columns);
    while (records_next(records, &record))
        take_record(rewriting, &record);
    end_header(rewriting);
    rewriting->done->left_out += rewriting->empty_rows;
    records_close(records);
}

/* The header says how many columns there are, unless most rows agree on more,
   or on fewer than it has cells without title at its end. */
static void
settle_columns(struct rewriting *rewriting)
{
    const struct column_counts *found = &rewriting->found;

    rewriting->usual = column_counts_are_agreed(found) ? found->usual : 0;
    rewriting->columns = found->header_cells;
    if (found->header_cells == 0 || rewriting->usual > found->header_cells)
        rewriting->columns = found->usual;
    else if (rewriting->usual > 0)
        rewriting->columns =
            found->titles > rewriting->usual ? found->titles : rewriting->usual;
    rewriting->has_gap = rewriting->request->header_records == 1 &&
                         rewriting->usual > 1 && found->gaps == 1 &&
                         found->even == found->records &&
                         found->header_cells == found->titles &&
                         found->titles == rewriting->usual + 1;
    if (rewriting->has_gap)
        rewriting->columns = rewriting->usual;
    if (rewriting->columns == 0)
        rewriting->columns = 1;
}

bool
rewrite(const struct rewrite_request *request, const struct source *source,
        FILE *stream, struct diag *diag, struct rewritten *rewritten)
{
    struct rewriting rewriting = {.request = request,
                                  .done = rewritten,
                                  .path = source->path,
                                  .is_sheet = source->is_sheet,
                                  .stream = stream,
                                  .diag = diag,
                                  .arena = arena_new(),
                                  .longer = arena_new()};
    char *memory;

    *rewritten = (struct rewritten){
        .dialect = dialect_find(request->stated, source->content,
                                request->header_records)};
    memory = dialect_translate(&rewritten->dialect, source->content,
                               &rewriting.content);
    rewriting.found = column_counts_of(rewriting.content,
                                       dialect_delimiter(&rewritten->dialect),
                                       request->header_records, SIZE_MAX);
    settle_columns(&rewriting);
    take_records(&rewriting);
    free(memory);
    arena_free(rewriting.arena);
    arena_free(rewriting.longer);
    return fflush(stream) == 0 && !ferror(stream);
}
