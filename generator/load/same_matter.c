#include "load/same_matter.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/month_folders.h"
#include "ledger/set_aside.h"
#include "load/row_checks.h"
#include "load/seen_twice.h"

struct settling {
    struct book *book;
    int number;
    struct ledger *ledger;
    struct arena *scratch;
    struct seen_twice repeats; /* identities */
    uint32_t *slots;           /* index plus 1 of a row */
    size_t mask;
};

static bool
is_identity_column(const struct ledger_type *type, const char *keys, size_t i)
{
    const char *key = type->columns[i].key;

    if (keys == NULL)
        return (type->name_key && strcmp(key, type->name_key) == 0) ||
               (type->unit_key && strcmp(key, type->unit_key) == 0) ||
               (type->entered_key && strcmp(key, type->entered_key) == 0);
    for (struct text word; word_next(&keys, &word);)
        if (text_is(word, key))
            return true;
    return false;
}

/* The column of the id when the row has one, or -1. */
static int
id_column(const struct ledger_type *type, const struct row *row)
{
    int id = column_of_kind(type, KIND_ID);

    return id >= 0 && row_id(&type->columns[id], row)->given ? id : -1;
}

/* A member as plain bytes, without the padding of its struct. */
static uint64_t
member_value(const struct column *column, const struct row *row)
{
    switch (column->kind) {
    case KIND_ID:
        return row_id(column, row)->given; /* a hash has found the rows */
    case KIND_DATE: {
        struct date date = *row_date(column, row);

        return (uint64_t)date.year << 16 | (uint64_t)date.month << 8 | date.day;
    }
    case KIND_MONTH:
        return (uint64_t)row_month(column, row)->number;
    case KIND_UNIT:
        return row_unit(column, row)->code;
    case KIND_CATEGORY:
        return row_category(column, row)->code;
    case KIND_CHOICE:
        return row_choice(column, row)->value;
    case KIND_YES_NO:
        return (uint64_t)row_yes_no(column, row)->value;
    case KIND_NUMBER:
        return (uint64_t)row_number(column, row)->millionths * 2 +
               row_number(column, row)->given;
    case KIND_MONEY:
        return (uint64_t)row_money(column, row)->wan.millionths * 2 +
               row_money(column, row)->wan.given;
    case KIND_TEXT:
    case KIND_PERSONS:
    case KIND_UNITS:
        break;
    }
    return 0;
}

/* Chained by seed; the seed itself when the ledger has no such column. */
static uint64_t
hash_column(const struct row_reading *at, int index, uint64_t seed)
{
    const struct column *column;
    uint64_t value;

    if (index < 0)
        return seed;
    column = &at->type->columns[index];
    if (!column->is_stored)
        return text_hash(folded(at->scratch, at->cells[index]), seed);
    value = member_value(column, at->row);
    return text_hash((struct text){(const char *)&value, sizeof(value)}, seed);
}

uint64_t
same_matter_hash(const struct row_reading *at)
{
    const struct ledger_type *type = at->type;
    const char *keys = type->identity_keys;
    uint64_t hash = 1;

    if (at->id >= 0 && row_id(&type->columns[at->id], at->row)->given)
        return id_hash(at->cells[at->id]);
    if (keys == NULL)
        return hash_column(
            at, at->entered,
            hash_column(at, at->unit, hash_column(at, at->name, hash)));
    for (size_t i = 0; i < type->column_count; i++)
        if (is_identity_column(type, keys, i))
            hash = hash_column(at, (int)i, hash);
    return hash;
}

uint32_t
same_matter_likeness(const struct row_reading *at)
{
    const struct column *entered = &at->type->columns[at->entered];
    struct date entered_on;

    if (at->name < 0 || at->entered < 0 || at->unit < 0 ||
        entered->kind != KIND_DATE)
        return 0;
    entered_on = *row_date(entered, at->row);
    return (uint32_t)text_hash(folded(at->scratch, at->cells[at->name]),
                               (uint64_t)month_of(entered_on).number) |
           1u;
}

/* Compares two rows that have been found by a hash on their texts. */
static bool
is_same_text(const struct settling *settling, const struct text *a,
             const struct text *b, size_t column)
{
    return text_equal(a[column], b[column]) ||
           text_equal(folded(settling->scratch, a[column]),
                      folded(settling->scratch, b[column]));
}

static struct text *
texts_of(const struct settling *settling, const struct row *row)
{
    struct text *texts =
        arena_take(settling->scratch,
                   settling->ledger->type->column_count * sizeof(*texts));

    row_texts(settling->book, settling->number, row, settling->scratch, texts);
    return texts;
}

static bool
is_same_matter(const struct settling *settling, const struct row *a,
               const struct row *b)
{
    const struct ledger_type *type = settling->ledger->type;
    const char *keys = type->identity_keys;
    int id = id_column(type, a);
    const struct text *of_a, *of_b;

    if (id != id_column(type, b))
        return false;
    of_a = texts_of(settling, a);
    of_b = texts_of(settling, b);
    if (id >= 0)
        return is_same_text(settling, of_a, of_b, (size_t)id);
    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];

        if (!is_identity_column(type, keys, i))
            continue;
        if (column->is_stored
                ? member_value(column, a) != member_value(column, b)
                : !is_same_text(settling, of_a, of_b, i))
            return false;
    }
    return true;
}

/* Whether every column says the same: typed cells by what they mean, lists
   of units and texts by their words. */
static bool
is_same_content(const struct settling *settling, const struct row *a,
                const struct row *b)
{
    const struct ledger_type *type = settling->ledger->type;
    const struct text *of_a = texts_of(settling, a);
    const struct text *of_b = texts_of(settling, b);
    size_t scores = settling->book->codes->dimension_count;
    struct number *given;

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];
        struct text *items;
        bool is_typed = column->is_stored;

        if (is_typed && member_value(column, a) != member_value(column, b))
            return false;
        if (is_typed && column->kind == KIND_UNIT)
            is_typed = list_split(settling->scratch, of_a[i], &items) < 2 &&
                       list_split(settling->scratch, of_b[i], &items) < 2;
        if (!is_typed && !text_equal(of_a[i], of_b[i]))
            return false;
    }
    if (settling->number != LEDGER_evaluations)
        return true;
    given = arena_take(settling->scratch, (2 * scores + 1) * sizeof(*given));
    row_scores(settling->book, a, settling->scratch, given);
    row_scores(settling->book, b, settling->scratch, given + scores);
    for (size_t i = 0; i < scores; i++)
        if (given[i].given != given[scores + i].given ||
            given[i].millionths != given[scores + i].millionths)
            return false;
    return true;
}

static bool
report_pair(const struct settling *settling, enum rule rule,
            const struct row *row, const struct row *other)
{
    const struct ledger_type *type = settling->ledger->type;
    int column = id_column(type, row);
    struct place there = row_place(settling->book, other);
    struct finding finding = {.place = row_place(settling->book, row)};

    if (column < 0 || rule == RULE_RECORD_SIMILAR)
        column = column_index(type, type->name_key);
    if (column >= 0) {
        finding.place = row_cell_place(settling->book, row, (size_t)column);
        finding.title = text_of(type->columns[column].title);
        finding.value = row_text(settling->book, settling->number, row,
                                 type->columns[column].key, settling->scratch);
    }
    finding.detail[0] = text_format(settling->scratch, "%s:%u", there.path,
                                    (unsigned)there.line);
    return diag_report(settling->book->diag, rule, &finding);
}

/* What becomes of a row when the slot holds another version of it. */
static void
meet(struct settling *settling, uint32_t *slot, struct row *row)
{
    struct row *other = ledger_row(settling->ledger, *slot - 1);
    const struct input_file *files = settling->book->files;
    uint32_t own = (uint32_t)((size_t)((char *)row - settling->ledger->rows) /
                              settling->ledger->type->row_size) +
                   1;
    bool is_older = month_folder_rank(&files[row->file_index]) <
                    month_folder_rank(&files[other->file_index]);

    if (is_older) {
        if (other->state != ROW_REJECTED) {
            row->state = ROW_SUPERSEDED;
            row->newer = *slot;
        } else {
            row->flags |= ROW_DISPUTED;
        }
        *slot = own;
    } else if (other->state == ROW_SUPERSEDED) {
        row->state = ROW_SUPERSEDED;
        row->newer = other->newer;
    } else if (is_same_content(settling, row, other)) {
        row->state = ROW_DUPLICATE;
        report_pair(settling, RULE_RECORD_DUPLICATE, row, other);
    } else {
        if (other->state != ROW_REJECTED)
            report_pair(settling, RULE_ID_CONFLICT, other, row);
        other->state = row->state = ROW_REJECTED;
        report_pair(settling, RULE_ID_CONFLICT, row, other);
    }
}

static void
settle_row(struct settling *settling, size_t index)
{
    const uint64_t *identity = settling->ledger->identity;
    struct row *row = ledger_row(settling->ledger, index);
    size_t place =
        (size_t)(identity[index] * UINT64_C(0x9E3779B97F4A7C15) >> 20);

    if (!seen_twice_has(&settling->repeats, identity[index]) ||
        row->state == ROW_REJECTED)
        return;
    for (;; place++) {
        uint32_t *slot = &settling->slots[place & settling->mask];
        const struct row *other;

        if (*slot == 0) {
            *slot = (uint32_t)index + 1;
            return;
        }
        if (identity[*slot - 1] != identity[index])
            continue;
        other = ledger_row(settling->ledger, *slot - 1);
        if (!is_same_matter(settling, row, other))
            continue;
        meet(settling, slot, row);
        book_let_go(settling->book, row);
        book_let_go(settling->book, other);
        arena_reset(settling->scratch);
        return;
    }
}

static struct settling
settling_begin(struct book *book, int ledger)
{
    struct settling settling = {.book = book,
                                .number = ledger,
                                .ledger = &book->ledgers[ledger],
                                .scratch = arena_new()};
    size_t size = 16;

    settling.repeats = seen_twice_new(settling.ledger->count);
    for (size_t i = 0; i < settling.ledger->count; i++)
        seen_twice_add(&settling.repeats, settling.ledger->identity[i]);
    while (size < 2 * settling.repeats.most &&
           size < 2 * settling.ledger->count)
        size *= 2;
    settling.mask = size - 1;
    settling.slots = arena_must(calloc(size, sizeof(*settling.slots)));
    return settling;
}

void
same_matter_settle(struct book *book, int ledger)
{
    struct settling settling = settling_begin(book, ledger);
    size_t count;
    struct input_file_rows *files = input_file_rows_new(book, ledger, &count);

    for (size_t e = 0; e < count; e++)
        for (size_t i = 0; i < files[e].count; i++)
            settle_row(&settling, files[e].first + i);
    free(files);
    free(settling.slots);
    seen_twice_free(&settling.repeats);
    arena_free(settling.scratch);
}

static void
add_refused(struct set_aside *refused, const struct input_file *export,
            uint64_t identity)
{
    if (refused->count == refused->room) {
        refused->room = refused->room > 0 ? 2 * refused->room : 16;
        refused->rows =
            must_grow(refused->rows, refused->room * sizeof(*refused->rows));
    }
    refused->rows[refused->count++] =
        (struct set_aside_row){identity, month_folder_rank(export)};
}

/* A field of a line whose quotes are in wrong places; empty when it is not
   certain to end before the first of them. */
static struct text
field_before_quotes(struct text line, char delimiter, size_t field)
{
    size_t start = 0;

    for (size_t at = 0; at < line.length && line.bytes[at] != '"'; at++) {
        if (line.bytes[at] != delimiter)
            continue;
        if (--field == 0)
            return text_slice(line, start, at - start);
        start = at + 1;
    }
    return text_of("");
}

void
set_aside_add(struct set_aside *refused, const struct row_reading *at)
{
    add_refused(refused, at->export, same_matter_hash(at));
}

void
set_aside_add_record(struct set_aside *refused, const struct row_reading *at)
{
    const struct record *record = at->record;
    size_t field = at->id >= 0 ? at->export->field_of[at->id] : 0;
    struct cell cell = {.export = at->export, .scratch = at->scratch};
    struct text id;

    if (field == 0 || record->count == 0)
        return;
    cell.column = &at->type->columns[at->id];
    id = record->damage != UNDAMAGED
             ? field_before_quotes(record->cells[0], at->export->delimiter,
                                   field)
             : record->cells[field - 1];
    id = cell_clean(&cell, id, false);
    if (id.length > 0)
        add_refused(refused, at->export, id_hash(id));
}
