#include "load/row_identity.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/month_folders.h"
#include "ledger/set_aside.h"
#include "load/roster.h"
#include "load/row_checks.h"

static bool
is_word_of(const char *words, const char *key)
{
    for (struct text word; word_next(&words, &word);)
        if (text_is(word, key))
            return true;
    return false;
}

/* A member as plain bytes, without the padding of its struct. */
static uint64_t
member_value(const struct column *column, const struct row *row)
{
    switch (column->kind) {
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
    case KIND_ID: /* whose texts are compared */
    case KIND_TEXT:
    case KIND_PERSONS:
    case KIND_UNITS:
        break;
    }
    return 0;
}

static uint64_t
mix(uint64_t seed, uint64_t value)
{
    return text_hash((struct text){(const char *)&value, sizeof(value)}, seed);
}

/* Persons are added when the roster is known. */
static uint64_t
hash_columns(const struct row_reading *at)
{
    const struct ledger_type *type = at->type;
    uint64_t hash = 1;

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];

        if (column->kind == KIND_PERSONS ||
            !is_word_of(type->identity_keys, column->key))
            continue;
        hash = column->is_stored
                   ? mix(hash, member_value(column, at->row))
                   : text_hash(folded(at->scratch, at->cells[i]), hash);
    }
    return hash;
}

uint64_t
row_identity_hash(const struct row_reading *at)
{
    if (at->type->identity_keys != NULL)
        return hash_columns(at);
    if (at->id < 0 || !row_id(&at->type->columns[at->id], at->row)->given)
        return 0;
    return id_hash(at->cells[at->id]) | 1u;
}

uint32_t
row_identity_title(const struct row_reading *at)
{
    if (at->name < 0 || at->type->identity_keys != NULL ||
        at->cells[at->name].length == 0)
        return 0;
    return (uint32_t)text_hash(folded_words(at->scratch, at->cells[at->name]),
                               1) |
           1u;
}

static bool
is_core(const struct ledger_type *type)
{
    return type->identity_keys == NULL && type->closed_key != NULL;
}

static struct month
month_at(const struct ledger_type *type, int column, const struct row *row)
{
    return month_of(*row_date(&type->columns[column], row));
}

/* A title, a unit by its code or 0, and a month. */
static uint64_t
without_id(uint32_t title, uint32_t code, int month)
{
    return mix(title, (uint64_t)code << 32 | (uint64_t)month) | 1u;
}

uint64_t
row_identity_without_id(const struct ledger_type *type, const struct row *row,
                        uint32_t title)
{
    int unit = column_index(type, type->unit_key);
    int entered = column_index(type, type->entered_key);
    uint32_t code;
    int month;

    if (title == 0 || !is_core(type))
        return title;
    code = row_unit(&type->columns[unit], row)->code;
    month = month_at(type, entered, row).number;
    return code != 0 && month != 0 ? without_id(title, code, month) : 0;
}

static void
add_aside(struct ledger *ledger, const struct input_file *export,
          uint64_t identity)
{
    if (identity != 0)
        set_aside_add(&ledger->refused, identity, month_folder_order(export));
}

void
row_identity_aside(struct ledger *ledger, const struct row_reading *at)
{
    uint64_t identity = row_identity_hash(at);

    if (identity == 0)
        identity =
            row_identity_without_id(at->type, at->row, row_identity_title(at));
    add_aside(ledger, at->export, identity);
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
row_identity_record_aside(struct ledger *ledger, const struct row_reading *at)
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
        add_aside(ledger, at->export, id_hash(id) | 1u);
}

static struct text *
texts_of(const struct row_identity *identity, const struct row *row)
{
    struct text *texts = arena_take(
        identity->scratch, identity->type->column_count * sizeof(*texts));

    row_texts(identity->book, identity->number, row, identity->scratch, texts);
    return texts;
}

/* Where a row names nobody, what it is called tells it apart. */
static uint64_t
hash_persons(const struct row_identity *identity, size_t index)
{
    const struct ledger_type *type = identity->type;
    const struct row *row = ledger_row(identity->ledger, index);
    const struct text *texts = texts_of(identity, row);
    uint64_t hash = 0;
    bool is_nameless = true;

    for (size_t i = 0; i < type->column_count; i++) {
        if (type->columns[i].kind != KIND_PERSONS ||
            !is_word_of(type->identity_keys, type->columns[i].key))
            continue;
        is_nameless = is_nameless && texts[i].length == 0;
        hash = mix(hash,
                   roster_hash(identity->roster, identity->scratch, texts[i]));
    }
    if (is_nameless && identity->name >= 0)
        hash = text_hash(folded(identity->scratch, texts[identity->name]), 1);
    return hash;
}

static bool
names_persons(const struct ledger_type *type)
{
    for (size_t i = 0; type->identity_keys && i < type->column_count; i++)
        if (type->columns[i].kind == KIND_PERSONS &&
            is_word_of(type->identity_keys, type->columns[i].key))
            return true;
    return false;
}

static uint32_t
unit_at(const struct row_identity *identity, const struct row *row)
{
    return row_unit(&identity->type->columns[identity->unit], row)->code;
}

struct row_identity
row_identity_begin(struct book *book, int number, const struct roster *roster)
{
    struct ledger *ledger = &book->ledgers[number];
    const struct ledger_type *type = ledger->type;
    struct row_identity identity = {.book = book,
                                    .number = number,
                                    .ledger = ledger,
                                    .type = type,
                                    .roster = roster,
                                    .scratch = arena_new(),
                                    .id = column_of_kind(type, KIND_ID),
                                    .name = column_index(type, type->name_key),
                                    .unit = column_index(type, type->unit_key),
                                    .entered =
                                        column_index(type, type->entered_key),
                                    .is_core = is_core(type)};

    for (size_t i = 0; names_persons(type) && i < ledger->count; i++) {
        ledger->identity[i] += hash_persons(&identity, i);
        arena_reset(identity.scratch);
    }
    for (size_t i = 0; type->identity_keys == NULL && i < ledger->count; i++)
        identity.has_nameless =
            identity.has_nameless || ledger->identity[i] == 0;
    for (size_t i = 0; identity.has_nameless && identity.is_core &&
                       !identity.has_unitless && i < ledger->count;
         i++)
        identity.has_unitless = unit_at(&identity, ledger_row(ledger, i)) == 0;
    return identity;
}

void
row_identity_end(struct row_identity *identity)
{
    arena_free(identity->scratch);
}

size_t
row_identity_keys_without_id(const struct row_identity *identity, size_t index,
                             uint64_t *keys)
{
    const struct row *row = ledger_row(identity->ledger, index);
    uint32_t title = identity->ledger->title[index];
    size_t count = 0;
    uint64_t key;
    int month;

    if (!identity->has_nameless || title == 0)
        return 0;
    key = row_identity_without_id(identity->type, row, title);
    if (key != 0)
        keys[count++] = key;
    if (!identity->has_unitless || identity->ledger->identity[index] != 0)
        return count;
    month = month_at(identity->type, identity->entered, row).number;
    if (month != 0)
        keys[count++] = without_id(title, 0, month);
    return count;
}

size_t
row_identity_keys(const struct row_identity *identity, size_t index,
                  uint64_t keys[ROW_KEYS])
{
    const struct ledger *ledger = identity->ledger;
    const struct row *row = ledger_row(ledger, index);
    uint64_t id = ledger->identity[index];
    size_t count = 0;

    if (!identity->is_core) {
        if (id != 0 || identity->type->identity_keys != NULL)
            keys[count++] = id;
    } else if (id != 0) {
        uint64_t code = unit_at(identity, row);
        int month = month_at(identity->type, identity->entered, row).number;

        keys[count++] = mix(id, ledger->title[index]);
        if (code != 0 && month != 0)
            keys[count++] = mix(id, code << 32 | (uint64_t)month);
    }
    return count +
           row_identity_keys_without_id(identity, index, &keys[count]);
}

/* A blank agrees with nothing, a month with its days. */
static bool
is_same_day(const struct row_identity *identity, const struct row *a,
            const struct row *b)
{
    const struct column *entered = &identity->type->columns[identity->entered];
    struct date of_a = *row_date(entered, a), of_b = *row_date(entered, b);

    return date_is_given(of_a) &&
           month_of(of_a).number == month_of(of_b).number &&
           (of_a.day == of_b.day || of_a.day == 0 || of_b.day == 0);
}

static bool
is_same_unit(const struct row_identity *identity, const struct row *a,
             const struct row *b)
{
    return unit_at(identity, a) != 0 &&
           unit_at(identity, a) == unit_at(identity, b);
}

static bool
is_same_unit_and_day(const struct row_identity *identity, const struct row *a,
                     const struct row *b)
{
    return is_same_unit(identity, a, b) && is_same_day(identity, a, b);
}

static bool
is_same_text(const struct row_identity *identity, struct text a, struct text b)
{
    return text_equal(a, b) || text_equal(folded(identity->scratch, a),
                                          folded(identity->scratch, b));
}

static bool
is_same_title(const struct row_identity *identity, struct text a, struct text b)
{
    return a.length > 0 &&
           (text_equal(a, b) || text_equal(folded_words(identity->scratch, a),
                                           folded_words(identity->scratch, b)));
}

static bool
agree_in_column(const struct row_identity *identity, size_t i,
                const struct row *rows[2], const struct text *texts[2])
{
    const struct column *column = &identity->type->columns[i];

    if (column->is_stored)
        return member_value(column, rows[0]) == member_value(column, rows[1]);
    if (column->kind == KIND_PERSONS)
        return roster_are_same(identity->roster, identity->scratch, texts[0][i],
                               texts[1][i]);
    return is_same_text(identity, texts[0][i], texts[1][i]);
}

static bool
agree_in_columns(const struct row_identity *identity, const struct row *rows[2],
                 const struct text *texts[2])
{
    const struct ledger_type *type = identity->type;
    int loose = column_index(type, type->loose_key);
    bool is_nameless = names_persons(type);

    for (size_t i = 0; i < type->column_count; i++) {
        if (!is_word_of(type->identity_keys, type->columns[i].key))
            continue;
        if (!agree_in_column(identity, i, rows, texts))
            return false;
        if (type->columns[i].kind == KIND_PERSONS && texts[0][i].length > 0)
            is_nameless = false;
    }
    if (loose >= 0 && texts[0][loose].length > 0 &&
        texts[1][loose].length > 0 &&
        !is_same_text(identity, texts[0][loose], texts[1][loose]))
        return false;
    if (is_nameless && identity->name >= 0 &&
        !is_same_text(identity, texts[0][identity->name],
                      texts[1][identity->name]))
        return false;
    return type->is_same == NULL || type->is_same(rows[0], rows[1]);
}

static bool
has_id(const struct row_identity *identity, const struct row *row)
{
    return identity->id >= 0 &&
           row_id(&identity->type->columns[identity->id], row)->given;
}

/* By hashes alone, which spares the texts of most that share one key. */
static bool
may_agree(const struct row_identity *identity, size_t a, size_t b)
{
    const struct ledger *ledger = identity->ledger;
    uint64_t of_a = ledger->identity[a], of_b = ledger->identity[b];
    bool is_titled = ledger->title[a] == ledger->title[b];

    if (identity->type->identity_keys != NULL)
        return of_a == of_b;
    if (of_a == 0 || of_b == 0)
        return is_titled;
    return of_a == of_b &&
           (!identity->is_core || is_titled ||
            is_same_unit_and_day(identity, ledger_row(ledger, a),
                                 ledger_row(ledger, b)));
}

/* Of two with the same title, of which one at least has no id. */
static unsigned
agreement_without_id(const struct row_identity *identity, const struct row *a,
                     const struct row *b)
{
    if (!identity->is_core)
        return AGREES_WHOLLY | AGREES_WITHOUT_ID;
    if (!is_same_day(identity, a, b))
        return 0;
    if (is_same_unit(identity, a, b))
        return AGREES_WHOLLY | AGREES_WITHOUT_ID;
    if (has_id(identity, a) || has_id(identity, b))
        return 0;
    return unit_at(identity, a) == 0 || unit_at(identity, b) == 0
               ? AGREES_WITHOUT_ID
               : 0;
}

unsigned
row_identity_agreement(const struct row_identity *identity, size_t one,
                       size_t other)
{
    const struct row *a = ledger_row(identity->ledger, one);
    const struct row *b = ledger_row(identity->ledger, other);
    const struct row *rows[2] = {a, b};
    const struct text *texts[2];
    bool is_titled;

    if (!may_agree(identity, one, other))
        return 0;
    texts[0] = texts_of(identity, a);
    texts[1] = texts_of(identity, b);
    if (identity->type->identity_keys != NULL)
        return agree_in_columns(identity, rows, texts) ? AGREES_WHOLLY : 0;
    is_titled = is_same_title(identity, texts[0][identity->name],
                              texts[1][identity->name]);
    if (!has_id(identity, a) || !has_id(identity, b))
        return is_titled ? agreement_without_id(identity, a, b) : 0;
    if (!is_same_text(identity, texts[0][identity->id], texts[1][identity->id]))
        return 0;
    if (!identity->is_core)
        return AGREES_WHOLLY;
    return (is_titled ? AGREES_IN_TITLE : 0u) |
           (is_same_unit_and_day(identity, a, b) ? AGREES_IN_DAY : 0u);
}

bool
row_identity_is_same_id(const struct row_identity *identity,
                        const struct row *a, const struct row *b)
{
    const char *key = identity->type->columns[identity->id].key;

    return is_same_text(
        identity,
        row_text(identity->book, identity->number, a, key, identity->scratch),
        row_text(identity->book, identity->number, b, key, identity->scratch));
}

static bool
is_same_cell(const struct row_identity *identity, size_t i,
             const struct row *rows[2], const struct text *texts[2])
{
    const struct column *column = &identity->type->columns[i];
    struct text *items;

    if (column->kind == KIND_ID)
        return true; /* two that agree have the same, or one has none */
    if (column->kind == KIND_PERSONS &&
        roster_are_same(identity->roster, identity->scratch, texts[0][i],
                        texts[1][i]))
        return true;
    if (column->is_stored &&
        member_value(column, rows[0]) != member_value(column, rows[1]))
        return false;
    if (column->is_stored &&
        (column->kind != KIND_UNIT ||
         (list_split(identity->scratch, texts[0][i], &items) < 2 &&
          list_split(identity->scratch, texts[1][i], &items) < 2)))
        return true;
    return is_same_text(identity, texts[0][i], texts[1][i]);
}

static bool
are_same_scores(const struct row_identity *identity, const struct row *a,
                const struct row *b)
{
    size_t scores = identity->book->codes->dimension_count;
    struct number *given =
        arena_take(identity->scratch, (2 * scores + 1) * sizeof(*given));

    row_scores(identity->book, a, identity->scratch, given);
    row_scores(identity->book, b, identity->scratch, given + scores);
    for (size_t i = 0; i < scores; i++)
        if (given[i].given != given[scores + i].given ||
            given[i].millionths != given[scores + i].millionths)
            return false;
    return true;
}

bool
row_identity_is_same_content(const struct row_identity *identity,
                             const struct row *a, const struct row *b)
{
    const struct row *rows[2] = {a, b};
    const struct text *texts[2] = {texts_of(identity, a),
                                   texts_of(identity, b)};

    for (size_t i = 0; i < identity->type->column_count; i++)
        if (!is_same_cell(identity, i, rows, texts))
            return false;
    return identity->number != LEDGER_evaluations ||
           are_same_scores(identity, a, b);
}

/* A blank would be taken for a mistake of ours. */
static struct text
quoted(const struct row_identity *identity, struct text text)
{
    return text.length == 0
               ? TEXT(BOTH("空白", "blank"))
               : text_format(identity->scratch, BOTH("“%.*s”", "\"%.*s\""),
                             TEXT_ARG(text), TEXT_ARG(text));
}

struct text
row_identity_differences(const struct row_identity *identity,
                         const struct row *a, const struct row *b)
{
    const struct row *rows[2] = {a, b};
    const struct text *texts[2] = {texts_of(identity, a),
                                   texts_of(identity, b)};
    struct buffer said = {.arena = identity->scratch};

    for (size_t i = 0; i < identity->type->column_count; i++) {
        const struct column *column = &identity->type->columns[i];

        if (is_same_cell(identity, i, rows, texts))
            continue;
        if (said.length > 0)
            buffer_put(&said, TEXT(BOTH("；", "; ")));
        buffer_put(&said, text_format(identity->scratch, BOTH("%s ", "%s "),
                                      column->title, column->english));
        buffer_put(&said, quoted(identity, texts[0][i]));
        buffer_put(&said, TEXT(BOTH("／", " / ")));
        buffer_put(&said, quoted(identity, texts[1][i]));
    }
    return said.length > 0 ? buffer_text(&said)
                           : TEXT(BOTH("各维度得分", "the scores"));
}
