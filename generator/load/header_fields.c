#include "load/header_fields.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/vocabulary.h"
#include "load/header_search.h"

/* Records by which columns of words are told from columns of stories. */
enum { SAMPLE = 200 };

struct settling {
    struct vocabulary *words;
    const struct head_search *search;
    const struct header_found *head;
    const struct ledger_type *type;
    struct header_field *fields;
};

static bool
is_one(const struct header_field *field, enum field_role role, size_t column)
{
    return field->role == role && field->column == column;
}

/* What the title says alone. */
static struct header_field
field_alone(const struct header_found *head, size_t i, bool has_ticks)
{
    const struct title *title = head->meanings[i];
    int ledger = head->ledger;
    struct header_field field = {.role = FIELD_UNKNOWN};
    enum title_role role = title ? title->role[ledger] : TITLE_PLAIN;
    bool is_personal = title_person(head->keys[i]) != TITLE_OF_NOBODY ||
                       title_names_persons(title);

    if (head->titles[i].length == 0) {
        field.role = FIELD_UNTITLED;
    } else if (title != NULL && title->column[ledger] != 0) {
        field.role = FIELD_COLUMN;
        field.column = (uint16_t)(title->column[ledger] - 1);
    } else if (role == TITLE_FURTHER) {
        field.role = FIELD_FURTHER;
    } else if (title != NULL && title->dimension != 0 &&
               ledger == LEDGER_evaluations) {
        field.role = FIELD_DIMENSION;
        field.column = (uint16_t)(title->dimension - 1);
    } else if (has_ticks && title != NULL && title->tick[ledger] != 0) {
        field.role = FIELD_TICK;
        field.tick = title->tick[ledger];
    } else if (role == TITLE_PERSONAL || is_personal) {
        field.role = FIELD_PERSONAL;
    } else if (role == TITLE_IGNORED || (title && title->is_ordinary)) {
        field.role = FIELD_SILENT;
    }
    return field;
}

static struct records *
open_rows(const struct settling *it)
{
    struct records *records =
        records_of(it->search->source, it->head->delimiter[0]);

    records_rewind(records, it->head->rows[it->head->last].after);
    return records;
}

static struct text
cell_of(const struct record *record, size_t field)
{
    return field < record->count ? text_trimmed(record->cells[field])
                                 : text_of("");
}

/* How the cells of two columns compare. */
struct comparison {
    bool is_filled[2]; /* some cell is */
    bool differs;
};

static struct comparison
compare(const struct settling *it, size_t one, size_t other)
{
    struct records *records = open_rows(it);
    struct comparison found = {{false, false}, false};
    struct record record;

    while (records_next(records, &record)) {
        struct text a = cell_of(&record, one), b = cell_of(&record, other);

        found.is_filled[0] |= a.length > 0;
        found.is_filled[1] |= b.length > 0;
        found.differs |= !text_equal(a, b);
    }
    records_close(records);
    return found;
}

/* The same title again costs the file only where the cells differ; a column
   without any is none. */
static void
settle_same(struct settling *it, size_t one, size_t other)
{
    struct comparison found = compare(it, one, other);
    bool is_first = found.is_filled[0] || !found.is_filled[1];
    struct header_field *loser = &it->fields[is_first ? other : one];

    loser->role = found.differs && found.is_filled[0] && found.is_filled[1]
                      ? FIELD_CONTRARY
                      : FIELD_SAME;
}

static void
settle_repeated(struct settling *it)
{
    for (size_t i = 0; i < it->head->count; i++)
        for (size_t j = 0; j < i; j++) {
            struct header_field *one = &it->fields[j];

            if ((one->role == FIELD_COLUMN || one->role == FIELD_DIMENSION) &&
                is_one(&it->fields[i], one->role, one->column) &&
                text_equal(folded(it->search->arena, it->head->titles[i]),
                           folded(it->search->arena, it->head->titles[j])))
                settle_same(it, j, i);
        }
}

/* Whether a column holds a title of the pair: first, or other. */
static bool
is_of_pair(const struct settling *it, const struct title_pair *pair,
           size_t field, uint32_t bit, bool is_other)
{
    const struct title *title = it->head->meanings[field];
    uint32_t bits = title == NULL ? 0 : is_other ? title->other : title->first;

    return (bits & bit) != 0 && pair->column >= 0 &&
           is_one(&it->fields[field], FIELD_COLUMN, (size_t)pair->column) &&
           (!is_other || title->rank[pair->ledger] >= OFFICE_RANKS);
}

static size_t
find_of_pair(const struct settling *it, const struct title_pair *pair,
             uint32_t bit)
{
    size_t i = 0;

    while (i < it->head->count && !is_of_pair(it, pair, i, bit, false))
        i++;
    return i;
}

static void
settle_other(const struct title_pair *pair, struct header_field *other)
{
    switch (pair->role) {
    case TITLE_PLAIN:
        other->column = (uint16_t)pair->becomes;
        break;
    case TITLE_IGNORED:
        other->role = FIELD_SECOND;
        break;
    case TITLE_FURTHER:
        other->role = FIELD_FURTHER;
        break;
    case TITLE_PERSONAL:
        other->role = FIELD_PERSONAL;
        break;
    }
}

static void
settle_pairs(struct settling *it)
{
    const struct title_pair *pair;

    for (size_t p = 0; (pair = titles_pair(it->search->titles, p)); p++) {
        uint32_t bit = UINT32_C(1) << p;
        size_t first;

        if (pair->ledger != it->head->ledger)
            continue;
        first = find_of_pair(it, pair, bit);
        for (size_t i = 0; first < it->head->count && i < it->head->count; i++)
            if (i != first && is_of_pair(it, pair, i, bit, true))
                settle_other(pair, &it->fields[i]);
    }
}

/* Whether most of what its first cells say are words of the column. */
static bool
holds_words(const struct settling *it, size_t field)
{
    struct records *records = open_rows(it);
    size_t column = it->fields[field].column, filled = 0, known = 0;
    struct record record;

    for (size_t i = 0; i < SAMPLE && records_next(records, &record); i++) {
        struct text cell = cell_of(&record, field);

        filled += cell.length > 0;
        known += cell.length > 0 &&
                 vocabulary_is_word(it->words, it->head->ledger, column, cell);
    }
    records_close(records);
    return known > 0 && known * 2 >= filled;
}

static bool
has_words(const struct column *column)
{
    return (column->kind == KIND_CHOICE || column->kind == KIND_CATEGORY) &&
           column->words != NULL;
}

/* A column that a pair gave another key has no title for it. */
static uint16_t
rank_of(const struct settling *it, size_t field)
{
    const struct title *title = it->head->meanings[field];
    int ledger = it->head->ledger;

    return title->column[ledger] == it->fields[field].column + 1
               ? title->rank[ledger]
               : UINT16_MAX;
}

/* Whether the field in front has the better title for their column. */
static bool
is_better(const struct settling *it, size_t one, size_t other)
{
    uint16_t rank = rank_of(it, one), rival = rank_of(it, other);

    if (rank >= OFFICE_RANKS && rival >= OFFICE_RANKS &&
        has_words(&it->type->columns[it->fields[one].column])) {
        bool has = holds_words(it, one), rival_has = holds_words(it, other);

        if (has != rival_has)
            return has;
    }
    if (rank != rival)
        return rank < rival;
    /* One title, with an explanation behind it or without. */
    return it->head->titles[one].length <= it->head->titles[other].length;
}

/* Text is kept; what else a column that loses its key holds is not read. */
static enum field_role
role_of_loser(const struct settling *it, size_t field)
{
    const struct column *column = &it->type->columns[it->fields[field].column];

    switch (column->kind) {
    case KIND_TEXT:
    case KIND_UNITS:
        return FIELD_FURTHER;
    case KIND_PERSONS:
        return FIELD_PERSONAL;
    default:
        return has_words(column) && !holds_words(it, field) ? FIELD_FURTHER
                                                            : FIELD_SECOND;
    }
}

static void
settle_columns(struct settling *it)
{
    size_t *best =
        arena_take(it->search->arena, it->type->column_count * sizeof(*best));

    for (size_t i = 0; i < it->head->count; i++) {
        size_t *holder = &best[it->fields[i].column], loser = i;

        if (it->fields[i].role != FIELD_COLUMN)
            continue;
        if (*holder == 0) { /* fields count from 1 */
            *holder = i + 1;
            continue;
        }
        if (!is_better(it, *holder - 1, i)) {
            loser = *holder - 1;
            *holder = i + 1;
        }
        it->fields[loser].role = role_of_loser(it, loser);
    }
}

struct header_field *
header_fields(struct book *book, const struct head_search *search,
              const struct header_found *head)
{
    struct settling it = {
        .words = vocabulary_of(book),
        .search = search,
        .head = head,
        .type = ledgers[head->ledger],
        .fields =
            arena_take(search->arena, (head->count + 1) * sizeof(*it.fields)),
    };
    bool has_ticks = header_search_ticks(head) > 0;

    for (size_t i = 0; i < head->count; i++)
        it.fields[i] = field_alone(head, i, has_ticks);
    settle_repeated(&it);
    settle_pairs(&it);
    settle_columns(&it);
    return it.fields;
}

int
header_fields_proposal(const struct header_found *head,
                       const struct header_field *fields, size_t field)
{
    const struct ledger_type *type = ledgers[head->ledger];

    for (size_t c = 0; c < type->column_count; c++) {
        bool is_there =
            !type->columns[c].required || header_search_stands_in(head, c);

        for (size_t i = 0; i < head->count && !is_there; i++)
            is_there = is_one(&fields[i], FIELD_COLUMN, c);
        if (!is_there && fields[field].role == FIELD_UNKNOWN &&
            title_is_akin(head->keys[field], head->ledger, c))
            return (int)c;
    }
    return -1;
}
