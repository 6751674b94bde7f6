/*
 * Rows shown again: their record is read once more where it stands in the
 * file, and every cell cleaned as it was the first time.
 */
#include "ledger/book.h"

#include "base/arena.h"
#include "intake/records.h"
#include "intake/source.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/money.h"
#include "ledger/vocabulary.h"

static const struct input_file *
file_of(const struct book *book, const struct row *row)
{
    return &book->files[row->file_index];
}

static void
read_again(const struct book *book, const struct row *row, struct arena *arena,
           struct record *record)
{
    const struct input_file *export = file_of(book, row);

    record_reread(arena, &export->source, export->delimiter, row->offset,
                  record);
}

static struct text
field_again(struct cell *cell, size_t column)
{
    cell->column = &ledgers[cell->export->ledger]->columns[column];
    cell->field = cell->export->field_of[column];
    if (cell->field == 0 || cell->field > cell->record->count)
        return text_of("");
    return cell_clean(cell, cell->record->cells[cell->field - 1], false);
}

static struct text
cell_again(const struct input_file *export, const struct record *record,
           size_t column, struct arena *arena)
{
    const struct ledger_type *type = ledgers[export->ledger];
    const char *unit_of = type->columns[column].unit_of;
    struct cell cell = {.export = export, .record = record, .scratch = arena};
    struct text text = field_again(&cell, column);

    if (text.length == 0 && unit_of != NULL) {
        text = field_again(&cell, (size_t)column_index(type, unit_of));
        return money_unit(&cell, text);
    }
    if (cell.field == 0 && (int)column == column_index(type, type->unit_key))
        return cell_clean(&cell, export->unit, false);
    return text;
}

size_t
input_file_length(const struct input_file *export, struct text part)
{
    return source_length(&export->source, part);
}

void
row_texts(const struct book *book, int ledger, const struct row *row,
          struct arena *arena, struct text *cells)
{
    struct record record;

    read_again(book, row, arena, &record);
    for (size_t i = 0; i < ledgers[ledger]->column_count; i++)
        cells[i] = cell_again(file_of(book, row), &record, i, arena);
}

size_t
row_further(const struct book *book, const struct row *row, struct arena *arena,
            struct further_text **texts)
{
    static const struct column free_text = {.kind = KIND_TEXT};
    const struct input_file *export = file_of(book, row);
    struct cell cell = {
        .export = export, .column = &free_text, .scratch = arena};
    struct record record;
    size_t count = 0;

    *texts = NULL;
    if (export->further_count == 0)
        return 0;
    read_again(book, row, arena, &record);
    *texts = arena_take(arena, export->further_count * sizeof(**texts));
    for (size_t i = 0; i < export->further_count; i++) {
        uint32_t field = export->further[i];
        struct text text = text_of("");

        if (field <= record.count)
            text = cell_clean(&cell, record.cells[field - 1], false);
        if (text.length > 0)
            (*texts)[count++] =
                (struct further_text){export->titles[field - 1], text};
    }
    return count;
}

struct text
row_text(const struct book *book, int ledger, const struct row *row,
         const char *key, struct arena *arena)
{
    int column = column_index(ledgers[ledger], key);
    struct record record;

    if (column < 0)
        return text_of("");
    read_again(book, row, arena, &record);
    return cell_again(file_of(book, row), &record, (size_t)column, arena);
}

static struct text
number_shown(struct number number, struct arena *arena)
{
    return number.given ? number_text(arena, number.millionths) : text_of("");
}

/* The lead unit, or all of a list: the others are not lost. */
static struct text
unit_shown(const struct book *book, const struct row *row, struct unit unit,
           struct text text, struct arena *arena)
{
    struct text *items;

    if (book->words != NULL && (row->flags & ROW_SHARED) != 0 &&
        vocabulary_unit_items(book->words, arena, text, &items) > 1)
        return vocabulary_units_shown(book->words, arena, text);
    return intern_text(book->units, unit.code);
}

struct text
row_shown(const struct book *book, const struct row *row, size_t column,
          const struct text *texts, struct arena *arena)
{
    int ledger = book->files[row->file_index].ledger;
    const struct column *type = &ledgers[ledger]->columns[column];

    switch (type->kind) {
    case KIND_DATE:
        return date_text(arena, *row_date(type, row));
    case KIND_MONTH:
        return row_month(type, row)->number == 0
                   ? text_of("")
                   : month_text(arena, *row_month(type, row));
    case KIND_UNIT:
        return unit_shown(book, row, *row_unit(type, row), texts[column],
                          arena);
    case KIND_UNITS:
        return book->words == NULL
                   ? texts[column]
                   : vocabulary_units_shown(book->words, arena, texts[column]);
    case KIND_CATEGORY:
        return intern_text(book->categories, row_category(type, row)->code);
    case KIND_CHOICE:
        return choice_word(type->words, row_choice(type, row)->value, ZH);
    case KIND_YES_NO:
        return text_of(row_yes_no(type, row)->value > 0   ? "是"
                       : row_yes_no(type, row)->value < 0 ? "否"
                                                          : "");
    case KIND_NUMBER:
        return number_shown(*row_number(type, row), arena);
    case KIND_MONEY:
        return number_shown(row_money(type, row)->wan, arena);
    case KIND_TEXT:
    case KIND_PERSONS:
    case KIND_ID:
        break;
    }
    return texts[column];
}

bool
row_is_unread(const struct book *book, const struct row *row, size_t column)
{
    const struct ledger_type *ledger =
        ledgers[book->files[row->file_index].ledger];
    const struct column *type = &ledger->columns[column];

    if (!type->is_stored)
        return false;
    switch (type->kind) {
    case KIND_DATE:
        return !date_is_given(*row_date(type, row)) ||
               ((row->flags & ROW_CLOSED_ASSUMED) != 0 &&
                (int)column == column_index(ledger, ledger->closed_key));
    case KIND_CHOICE:
        return row_choice(type, row)->value == 0;
    case KIND_YES_NO:
        return row_yes_no(type, row)->value == 0;
    case KIND_NUMBER:
        return !row_number(type, row)->given;
    case KIND_MONEY:
        return !row_money(type, row)->wan.given;
    default:
        return false;
    }
}

void
row_scores(const struct book *book, const struct row *row, struct arena *arena,
           struct number *scores)
{
    const struct input_file *export = file_of(book, row);
    struct record record;

    read_again(book, row, arena, &record);
    for (size_t i = 0; i < book->codes->dimension_count; i++) {
        uint32_t field = export->dimension_field[i];

        scores[i] = (struct number){0, false};
        if (field > 0 && field <= record.count)
            scores[i] = score_read(record.cells[field - 1], arena);
    }
}

/* The last step at or above the row says how far lines are ahead there. */
uint32_t
row_line(const struct book *book, const struct row *row)
{
    const struct input_file *export = file_of(book, row);
    size_t first = 0, end = export->ahead_count;

    while (first < end) {
        size_t middle = first + (end - first) / 2;

        if (export->ahead[middle].number > row->number)
            end = middle;
        else
            first = middle + 1;
    }
    return row->number + (first > 0 ? export->ahead[first - 1].lines : 0);
}

struct place
row_place(const struct book *book, const struct row *row)
{
    return (struct place){file_of(book, row)->source.path, row_line(book, row),
                          0, row->number};
}

struct place
row_cell_place(const struct book *book, const struct row *row, size_t column)
{
    const struct input_file *export = file_of(book, row);
    struct place place = row_place(book, row);
    /* How many lines it has is not kept: any number above one will do. */
    struct record record = {
        .offset = row->offset,
        .line = place.line,
        .lines = export->source.is_sheet ? 1 : 2};

    place.field = export->field_of[column];
    if (place.field > 0)
        place.line = record_field_line(export->source.content,
                                       export->delimiter, &record, place.field);
    return place;
}
