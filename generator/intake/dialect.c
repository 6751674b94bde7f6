/*
 * A stated quote or escape character is translated into the one dialect the
 * reader knows: what an escape protects is hidden behind byte 0xFF, which no
 * UTF-8 holds, with its high bit set, and comes back when cells are written.
 */
#include "intake/dialect.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/records.h"
#include "intake/repair.h"
#include "intake/source.h"

enum {
    SAMPLE_BYTES = 256 * 1024,
    SAMPLE_RECORDS = 500,
    MOST_COUNTED = 1024, /* cells of a record whose number is counted */
    HIDDEN = 0xFF,
    HIGH_BIT = 0x80
};

struct cleaning {
    const struct clean_request *request;
    const char *path;
    struct text content;
    char delimiter;
    size_t usual;        /* cells most rows have */
    size_t columns;      /* cells every row shall have */
    struct arena *arena; /* for one row */
    bool is_translated;
    bool is_header_told;
    FILE *stream;
    struct diag *diag;
};

static char *
hide(char *out, char byte)
{
    *out++ = (char)HIDDEN;
    *out++ = (char)(byte | HIGH_BIT);
    return out;
}

/* NULL if the content can stay as it is. */
static char *
translate(const struct clean_request *request, struct text content,
          size_t *length)
{
    char quote = request->quote != 0 ? request->quote : '"', *bytes, *out;

    if (quote == '"' && request->escape == 0)
        return NULL;
    bytes = out = arena_must(malloc(2 * content.length + 1));
    for (size_t i = 0; i < content.length; i++) {
        char byte = content.bytes[i];

        if (byte == request->escape && byte != quote && byte != 0 &&
            i + 1 < content.length) {
            byte = content.bytes[++i];
            if ((unsigned char)byte < HIGH_BIT)
                out = hide(out, byte);
            else
                *out++ = byte;
        } else if (byte == quote) {
            *out++ = '"';
        } else if (byte == '"') {
            out = hide(out, byte);
        } else {
            *out++ = byte;
        }
    }
    *length = (size_t)(out - bytes);
    return bytes;
}

/* How many of the records have the number of cells that most have. */
struct evenness {
    size_t records;
    size_t usual; /* cells */
    size_t even;  /* records with so many */
    size_t first; /* cells of the header */
};

static struct evenness
measure(struct text content, char delimiter, size_t most, uint32_t header)
{
    struct evenness found = {0};
    struct records *records = records_open(content, delimiter);
    size_t *counted = arena_must(calloc(MOST_COUNTED + 1, sizeof(*counted)));
    struct record record;
    uint32_t number = 0;

    while (found.records < most && records_next(records, &record)) {
        if (record.damage == UNDAMAGED && record.count == 0)
            continue;
        if (++number <= header) {
            found.first = record.damage == UNDAMAGED ? record.count : 0;
            continue;
        }
        found.records++;
        if (record.damage == UNDAMAGED && record.count <= MOST_COUNTED)
            counted[record.count]++;
    }
    for (size_t i = 1; i <= MOST_COUNTED; i++)
        if (counted[i] > 0 && counted[i] >= found.even) {
            found.usual = i;
            found.even = counted[i];
        }
    free(counted);
    records_close(records);
    return found;
}

/* In thousandths: how even the rows are, and whether the header agrees. */
static size_t
score_of(struct evenness found)
{
    size_t score;

    if (found.records == 0) /* a header only */
        return found.first > 1 ? found.first : 0;
    if (found.usual < 2)
        return 0;
    score = found.even * 1000 / found.records;
    return score + (found.first == found.usual ? 1000 : 0);
}

char
dialect_delimiter(struct text content)
{
    static const char candidates[] = ",;\t|";
    struct text sample = text_slice(content, 0, SAMPLE_BYTES);
    struct evenness best = {0};
    char chosen = records_stated(content);

    if (chosen != 0)
        return chosen;
    chosen = candidates[0];
    for (const char *candidate = candidates; *candidate; candidate++) {
        struct evenness found = measure(sample, *candidate, SAMPLE_RECORDS, 1);
        size_t score = score_of(found), best_score = score_of(best);

        if (score > best_score ||
            (score == best_score && score > 0 && found.usual > best.usual)) {
            best = found;
            chosen = *candidate;
        }
    }
    return chosen;
}

/* A text as it stands in the file, but for the escapes. */
static struct text
reveal(struct arena *arena, struct text text)
{
    char *bytes = arena_copy(arena, text.bytes, text.length);
    size_t length = 0;

    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];

        if (byte == HIDDEN && i + 1 < text.length)
            byte = (unsigned char)text.bytes[++i] & (HIGH_BIT - 1);
        bytes[length++] = (char)byte;
    }
    return (struct text){bytes, length};
}

static void
write_quoted(FILE *stream, struct text cell)
{
    putc('"', stream);
    for (size_t i = 0; i < cell.length; i++) {
        if (cell.bytes[i] == '"')
            putc('"', stream);
        putc(cell.bytes[i], stream);
    }
    putc('"', stream);
}

static bool
needs_quotes(struct text cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if (strchr(",\"\r\n", cell.bytes[i]) && cell.bytes[i] != '\0')
            return true;
    return false;
}

/* A row of one empty cell is quoted, or it would be a blank line. */
static void
write_row(struct cleaning *cleaning, const struct text *cells, size_t count)
{
    FILE *stream = cleaning->stream;

    for (size_t i = 0; i < cleaning->columns; i++) {
        struct text cell = {"", 0};

        if (i < count)
            cell = cleaning->is_translated ? reveal(cleaning->arena, cells[i])
                                           : cells[i];
        if (i > 0)
            putc(',', stream);
        if (needs_quotes(cell) || (cleaning->columns == 1 && cell.length == 0))
            write_quoted(stream, cell);
        else
            fwrite(cell.bytes, 1, cell.length, stream);
    }
    fputs("\r\n", stream);
}

static void
report(struct cleaning *cleaning, enum rule rule, const struct record *record,
       struct text value)
{
    char have[24], want[24];

    snprintf(have, sizeof(have), "%zu", record->count);
    snprintf(want, sizeof(want), "%zu",
             rule == RULE_HEADER_CELLS ? cleaning->usual : cleaning->columns);
    diag_report(
        cleaning->diag, rule,
        &(struct finding){
            .place = {.path = cleaning->path,
                      .line = record->line,
                      .row = record->row},
            .value = reveal(cleaning->arena, value),
            .detail = {text_of(rule == RULE_LINE_REPAIRED ? want : have),
                       text_of(want)}});
}

static void
clean_damaged(struct cleaning *cleaning, const struct record *record)
{
    struct text line = record->cells[0];
    struct text *cells =
        arena_take(cleaning->arena, cleaning->columns * sizeof(*cells));

    if (repair_line(cleaning->arena, line, cleaning->delimiter,
                    cleaning->columns, cells)) {
        report(cleaning, RULE_LINE_REPAIRED, record, line);
        write_row(cleaning, cells, cleaning->columns);
    } else {
        report(cleaning,
               record->damage == DAMAGE_STRAY ? RULE_QUOTE_STRAY
                                              : RULE_QUOTE_UNCLOSED,
               record, line);
    }
}

/* The one header whose last title stands above no cell of most rows. */
static bool
is_wider(struct cleaning *cleaning, const struct record *record)
{
    if (cleaning->usual == 0 || cleaning->usual >= cleaning->columns ||
        record->count != cleaning->columns ||
        record->cells[record->count - 1].length == 0 ||
        cleaning->is_header_told)
        return false;
    cleaning->is_header_told = true;
    return true;
}

static void
clean_record(struct cleaning *cleaning, const struct record *record)
{
    struct text extra = {0};

    for (size_t i = cleaning->columns; i < record->count; i++)
        if (record->cells[i].length > 0 && extra.length == 0)
            extra = record->cells[i];
    if (extra.length > 0) {
        report(cleaning, RULE_ROW_RAGGED, record, extra);
        return;
    }
    if (record->count < cleaning->columns && record->count != cleaning->usual)
        report(cleaning, RULE_ROW_PADDED, record, (struct text){0});
    else if (is_wider(cleaning, record))
        report(cleaning, RULE_HEADER_CELLS, record, (struct text){0});
    write_row(cleaning, record->cells, record->count);
}

/* The header says how many columns there are, unless most rows agree on
   more. */
static void
settle_columns(struct cleaning *cleaning)
{
    struct evenness found = measure(cleaning->content, cleaning->delimiter,
                                    SIZE_MAX, cleaning->request->header_lines);
    bool is_agreed = found.even > 1 && found.even * 2 > found.records;

    cleaning->usual = is_agreed ? found.usual : 0;
    cleaning->columns = found.first;
    if (found.first == 0 || cleaning->usual > found.first)
        cleaning->columns = found.usual;
    if (cleaning->columns == 0)
        cleaning->columns = 1;
}

static void
clean_records(struct cleaning *cleaning)
{
    struct records *records =
        records_open(cleaning->content, cleaning->delimiter);
    struct record record;

    records_expect(records, cleaning->columns);
    while (records_next(records, &record)) {
        if (record.damage != UNDAMAGED)
            clean_damaged(cleaning, &record);
        else if (record.count > 0)
            clean_record(cleaning, &record);
        arena_reset(cleaning->arena);
    }
    records_close(records);
}

bool
dialect_clean(const struct clean_request *request, const struct source *source,
              FILE *stream, struct diag *diag)
{
    struct cleaning cleaning = {.request = request,
                                .path = source->path,
                                .content = source->content,
                                .stream = stream,
                                .diag = diag,
                                .arena = arena_new()};
    size_t length;
    char *translated = translate(request, source->content, &length);

    cleaning.is_translated = translated != NULL;
    if (translated)
        cleaning.content = (struct text){translated, length};
    cleaning.delimiter = request->delimiter != 0
                             ? request->delimiter
                             : dialect_delimiter(cleaning.content);
    settle_columns(&cleaning);
    clean_records(&cleaning);
    free(translated);
    arena_free(cleaning.arena);
    return fflush(stream) == 0 && !ferror(stream);
}
