#include "load/row_reader.h"

#include <stdlib.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/clean_cell.h"
#include "load/person_cells.h"
#include "load/row_checks.h"

/* A column that the file has. */
struct present {
    struct cell cell;
    struct text *clean; /* among the cells of the row */
    bool is_kept;       /* free text: nothing is read from it */
};

void
row_reader_begin(struct row_reading *at)
{
    size_t count = at->type->column_count;
    struct cell cell = {
        .book = at->book, .export = at->export, .scratch = at->scratch};

    at->cells = must_grow(NULL, count * sizeof(*at->cells));
    at->present = must_grow(NULL, count * sizeof(*at->present));
    at->present_count = 0;
    for (size_t i = 0; i < count; i++) {
        at->cells[i] = text_of("");
        cell.column = &at->type->columns[i];
        cell.field = at->export->field_of[i];
        if (cell.field != 0)
            at->present[at->present_count++] = (struct present){
                cell, &at->cells[i], cell.column->kind == KIND_TEXT};
    }
}

void
row_reader_end(struct row_reading *at)
{
    free(at->present);
    free(at->cells);
}

static void
check_scores(const struct row_reading *at, bool is_ordinary)
{
    struct cell cell = {.book = at->book,
                        .export = at->export,
                        .record = at->record,
                        .is_ordinary = is_ordinary,
                        .scratch = at->scratch};

    cells_check_scores(&cell);
}

/* Cleans what stands in a cell and reads it. */
static bool
read_cell(const struct row_reading *at, struct present *present,
          struct text raw, bool is_ordinary)
{
    struct cell *cell = &present->cell;

    cell->record = at->record;
    cell->is_ordinary = is_ordinary;
    cell->text = *present->clean = cell_clean(cell, raw, true);
    if (cell->column->kind == KIND_PERSONS && cell->text.length > 0)
        person_cells_note(at->book->persons, cell);
    return cell_fill(cell, at->row);
}

bool
row_reader_fill(struct row_reading *at)
{
    const struct text *cells = at->record->cells;
    size_t count = at->record->count;
    struct present *end = at->present + at->present_count;
    bool is_ordinary = text_is_ordinary(at->record->text), is_sound = true;

    for (struct present *present = at->present; present < end; present++) {
        size_t field = present->cell.field;
        struct text raw = field <= count ? cells[field - 1] : text_of("");

        *present->clean = raw;
        if (raw.length == 0
                ? !present->cell.column->required
                : is_ordinary && present->is_kept && text_is_clean(raw))
            continue;
        is_sound = read_cell(at, present, raw, is_ordinary) && is_sound;
    }
    if (at->type == &evaluations_ledger)
        check_scores(at, is_ordinary);
    return is_sound;
}
