#include "load/person_cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/person_names.h"
#include "ledger/person_words.h"

enum { FEWEST_PLACES = 1 << 12 };

struct noted {
    struct text text;
    struct text title;
    struct place place;
};

/* Noted cells by the hash of their text: 0 is an empty place. */
struct person_cells {
    struct arena *arena;
    struct noted *noted;
    size_t count, room;
    uint32_t *slots;
    size_t slot_count; /* a power of two */
};

struct person_cells *
person_cells_new(void)
{
    struct arena *arena = arena_new();
    struct person_cells *cells = ARENA_NEW(arena, struct person_cells);

    cells->arena = arena;
    return cells;
}

void
person_cells_free(struct person_cells *cells)
{
    free(cells->noted);
    free(cells->slots);
    arena_free(cells->arena);
}

static uint32_t *
slot_of(const struct person_cells *cells, struct text text)
{
    size_t slot = (size_t)text_hash(text, 0);
    uint32_t *number;

    while (number = &cells->slots[slot & (cells->slot_count - 1)],
           *number != 0 && !text_equal(cells->noted[*number - 1].text, text))
        slot++;
    return number;
}

static void
make_room(struct person_cells *cells)
{
    if (cells->count * 2 < cells->slot_count)
        return;
    cells->slot_count =
        cells->slot_count > 0 ? cells->slot_count * 2 : FEWEST_PLACES;
    free(cells->slots);
    cells->slots = arena_must(calloc(cells->slot_count, sizeof(*cells->slots)));
    cells->room = cells->slot_count / 2 + 1;
    cells->noted = must_grow(cells->noted, cells->room * sizeof(*cells->noted));
    for (size_t i = 0; i < cells->count; i++)
        *slot_of(cells, cells->noted[i].text) = (uint32_t)i + 1;
}

void
person_cells_note(struct person_cells *cells, const struct cell *cell)
{
    uint32_t *slot;

    make_room(cells);
    slot = slot_of(cells, cell->text);
    if (*slot != 0)
        return;
    cells->noted[cells->count] = (struct noted){
        .text = text_copy(cells->arena, cell->text),
        .title = text_of(cell->column->title),
        .place = {.path = cell->export->source.path,
                  .line = cell->record->line,
                  .field = cell->field,
                  .row = cell->record->row},
    };
    *slot = (uint32_t)++cells->count;
}

static bool
is_doubtful(const struct person_words *words, struct text text,
            struct arena *scratch)
{
    struct person_part *parts;
    size_t count = person_parts(words, scratch, text, &parts);

    for (size_t i = 0; i < count; i++)
        if (parts[i].is_doubtful)
            return true;
    return false;
}

void
person_cells_check(struct person_cells *cells, struct book *book)
{
    const struct person_words *words = person_words_new(cells->arena, book);
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < cells->count; i++) {
        const struct noted *noted = &cells->noted[i];
        const struct finding finding = {
            .place = noted->place, .title = noted->title, .value = noted->text};

        if (is_doubtful(words, noted->text, scratch))
            diag_report(book->diag, RULE_PERSON_DOUBTFUL, &finding);
        arena_reset(scratch);
    }
    arena_free(scratch);
}
