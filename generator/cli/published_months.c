#include "cli/published_months.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "cli/command.h"
#include "intake/records.h"
#include "publish/release.h"
#include "year/compare.h"

/* A file while it is read back. */
struct reading_back {
    struct arena *arena;
    enum ledger_id ledger;
    size_t *field_of; /* by column: its place in the file plus 1, or 0 */
    struct published_record *records;
    size_t count, room;
};

/* Titles are in the language the month was published in. */
static bool
find_fields(struct reading_back *reading, const struct record *header)
{
    const struct ledger_type *type = ledgers[reading->ledger];
    bool is_ours = false;

    for (size_t c = 0; c < type->column_count; c++)
        for (size_t i = 0; i + 1 < header->count; i++)
            if (text_is(header->cells[i], type->columns[c].title) ||
                text_is(header->cells[i], type->columns[c].key)) {
                reading->field_of[c] = i + 1;
                is_ours = true;
            }
    return is_ours;
}

/* Without the mark that keeps a spreadsheet from taking it for a formula. */
static struct text
unguarded(struct text cell)
{
    bool is_guarded = cell.length > 1 && cell.bytes[0] == '\'' &&
                      memchr("=+-@\t\r", cell.bytes[1], 6) != NULL;

    return is_guarded ? text_from(cell, 1) : cell;
}

/* The last cell: ids of figures with blanks between. */
static uint64_t
marks_of(struct text ids)
{
    uint64_t marks = 0;

    while (ids.length > 0) {
        size_t end = text_find(ids, TEXT(" "));
        enum figure_id figure;

        if (figure_by_id(text_slice(ids, 0, end), &figure))
            marks |= MARK_OF(figure);
        ids = text_from(ids, end + 1);
    }
    return marks;
}

static struct text
cell_at(const struct reading_back *reading, const struct text *texts,
        const char *key)
{
    int column = key ? column_index(ledgers[reading->ledger], key) : -1;

    return column < 0 ? text_of("") : text_copy(reading->arena, texts[column]);
}

static void
add_record(struct reading_back *reading, const struct record *record,
           struct text *texts)
{
    const struct ledger_type *type = ledgers[reading->ledger];
    struct published_record *added;

    if (record->count < 2 || record->damage != UNDAMAGED)
        return;
    for (size_t c = 0; c < type->column_count; c++) {
        size_t field = reading->field_of[c];

        texts[c] = field > 0 && field < record->count
                       ? unguarded(record->cells[field - 1])
                       : text_of("");
    }
    added = ARRAY_ADD(reading->arena, reading->records, reading->count,
                      reading->room);
    added->key =
        text_copy(reading->arena, restated_key(reading->ledger, texts));
    added->entered = cell_at(reading, texts, type->entered_key);
    added->closed = cell_at(reading, texts, type->closed_key);
    added->amount =
        cell_at(reading, texts, restated_amount_key(reading->ledger));
    added->marks = marks_of(record->cells[record->count - 1]);
}

/* The records of a data file of ours; false if it is none. */
static bool
parse(struct arena *arena, enum ledger_id ledger, struct text csv,
      struct published_record **found, size_t *count)
{
    static const char mark[] = "\xef\xbb\xbf";
    size_t columns = ledgers[ledger]->column_count;
    struct reading_back reading = {
        .arena = arena,
        .ledger = ledger,
        .field_of = arena_take(arena, columns * sizeof(size_t)),
    };
    struct text *texts = arena_take(arena, columns * sizeof(*texts));
    struct records *records;
    struct record record;
    bool is_ours;

    if (text_starts(csv, mark))
        csv = text_from(csv, sizeof(mark) - 1);
    records = records_open(csv, ',');
    is_ours = records_next(records, &record) && find_fields(&reading, &record);
    while (is_ours && records_next(records, &record))
        add_record(&reading, &record, texts);
    records_close(records);
    *found = reading.records;
    *count = reading.count;
    return is_ours;
}

bool
published_months_read(void *context, struct month month, enum ledger_id ledger,
                      struct published_record **records, size_t *count)
{
    const struct published_source *past = context;
    struct arena *arena = past->job->arena;
    struct text name = month_text(arena, month);
    const char *path =
        text_format(arena, "%s/data/%s.csv", name.bytes, ledgers[ledger]->name)
            .bytes;
    struct text csv;

    return release_published(past->release, arena, path, &csv) &&
           parse(arena, ledger, csv, records, count);
}
