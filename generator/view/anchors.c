/*
 * Ids are read from the files once more for this; a ledger so large that this
 * would take long keeps its numbers.
 */
#include "view/anchors.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "view/report.h"
#include "year/redact.h"
#include "year/year.h"

enum { ROWS_MOST = 20000, ID_MOST = 40, SLOTS = 65536 };

struct anchors {
    struct arena *arena;
    /* By ledger, NULL for most: an id for each row read; empty: a number. */
    struct text *ids[LEDGER_COUNT];
};

/* Letters, digits, - _ and . alone, a letter first; none that is like a number
   or an anchor of another kind. */
static bool
can_stand(struct text id)
{
    if (id.length == 0 || id.length > ID_MOST ||
        !isalpha((unsigned char)id.bytes[0]) ||
        memchr(id.bytes, '-', id.length) == NULL)
        return false;
    for (size_t i = 0; i < id.length; i++)
        if (!isalnum((unsigned char)id.bytes[i]) &&
            memchr("-_.", id.bytes[i], 3) == NULL)
            return false;
    return !islower((unsigned char)id.bytes[0]);
}

static size_t
index_of(const struct ledger *held, const struct row *row)
{
    return (size_t)((const char *)row - held->rows) / held->type->row_size;
}

/* The ids seen so far, by hash; of one that comes again neither row has it. */
struct seen {
    struct text *slots[SLOTS];
};

static void
add(struct seen *seen, struct text *id)
{
    size_t slot = text_hash(*id, 0) % SLOTS;

    while (seen->slots[slot] && !text_equal(*seen->slots[slot], *id))
        slot = (slot + 1) % SLOTS;
    if (seen->slots[slot] == NULL) {
        seen->slots[slot] = id;
        return;
    }
    *id = text_of("");
}

static void
read_ids(const struct report *report, enum ledger_id ledger, int column,
         struct anchors *anchors)
{
    const struct ledger *held = &report->book->ledgers[ledger];
    struct text *ids = arena_take(anchors->arena, held->count * sizeof(*ids));
    struct arena *scratch = arena_new();
    struct arena *lasting = arena_new();
    struct seen *seen = ARENA_NEW(lasting, struct seen);

    anchors->ids[ledger] = ids;
    for (size_t i = 0; i < report->year->order_count[ledger]; i++) {
        size_t index = report->year->order[ledger][i];
        struct text *id = &ids[index];
        struct text shown =
            redact_column(report->privacy, (int)ledger, ledger_row(held, index),
                          (size_t)column, scratch);

        if (can_stand(shown)) {
            *id = text_copy(anchors->arena, shown);
            add(seen, id);
        }
        arena_reset(scratch);
    }
    arena_free(lasting);
    arena_free(scratch);
}

struct anchors *
anchors_new(const struct report *report)
{
    struct arena *arena = arena_new();
    struct anchors *anchors = ARENA_NEW(arena, struct anchors);

    anchors->arena = arena;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        int column = column_index(ledgers[i], "id");

        if (column >= 0 && report->year->order_count[i] > 0 &&
            report->year->order_count[i] <= ROWS_MOST &&
            redact_shows_ledger(report->privacy, i))
            read_ids(report, (enum ledger_id)i, column, anchors);
    }
    return anchors;
}

void
anchors_free(struct anchors *anchors)
{
    if (anchors)
        arena_free(anchors->arena);
}

/* Written by hand: every row of every list has one. */
struct text
list_anchor(const struct report *report, enum ledger_id ledger,
            const struct row *row, struct arena *arena)
{
    const struct anchors *anchors = report->kept.anchors;
    size_t index = index_of(&report->book->ledgers[ledger], row);
    char digits[3 * sizeof(index)];
    size_t first = sizeof(digits);

    if (anchors && anchors->ids[ledger] &&
        anchors->ids[ledger][index].length > 0)
        return anchors->ids[ledger][index];
    for (size_t number = index + 1; number > 0; number /= 10)
        digits[--first] = (char)('0' + number % 10);
    return text_join(arena, TEXT("r-"),
                     (struct text){digits + first, sizeof(digits) - first});
}
