/*
 * Only when a figure differs are the published records read: both sides are
 * then sorted by key and walked in step.
 */
#include "year/restated.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/json.h"
#include "year/event.h"
#include "year/redact.h"

/* One side of the comparison of a ledger. */
struct side {
    struct published_record *records; /* by key */
    size_t count;
};

struct restating {
    const struct year *year; /* of the report */
    const struct year *then; /* the published month by today's data */
    const struct redact *privacy;
    const struct published_months *published;
    struct arena *arena;
    struct restated *restated;
    size_t room;
    /* By ledger, made when first needed. */
    bool is_read[LEDGER_COUNT];
    struct side said[LEDGER_COUNT], now[LEDGER_COUNT], later[LEDGER_COUNT];
};

static int
by_key(const void *a, const void *b)
{
    const struct published_record *x = a, *y = b;

    return text_compare(x->key, y->key);
}

/* Of several records with one key those of the same days stand together. */
static int
by_key_and_days(const void *a, const void *b)
{
    const struct published_record *x = a, *y = b;
    int order = by_key(a, b);

    if (order == 0)
        order = text_compare(x->entered, y->entered);
    if (order == 0)
        order = text_compare(x->closed, y->closed);
    return order ? order : text_compare(x->amount, y->amount);
}

struct text
restated_key(enum ledger_id ledger, const struct text *texts)
{
    const struct ledger_type *type = ledgers[ledger];
    int id = column_index(type, "id");
    int name = type->name_key ? column_index(type, type->name_key) : -1;

    if (id >= 0 && texts[id].length > 0)
        return texts[id];
    return name >= 0 ? texts[name] : text_of("");
}

const char *
restated_amount_key(enum ledger_id ledger)
{
    switch (ledger) {
    case LEDGER_mentoring:
        return "times";
    case LEDGER_projects:
        return "invest_wan";
    default:
        return NULL;
    }
}

static struct text
text_at(const struct text *texts, const struct ledger_type *type,
        const char *key)
{
    int column = key ? column_index(type, key) : -1;

    return column >= 0 ? texts[column] : text_of("");
}

/* The records that count in a year, as its data files would show them. */
static struct side
side_of(const struct restating *restating, const struct year *year,
        enum ledger_id ledger)
{
    const struct ledger *held = &year->book->ledgers[ledger];
    const struct ledger_type *type = held->type;
    size_t count = year->order_count[ledger];
    struct side side = {NULL, count};
    struct arena *scratch = arena_new();
    struct text *texts =
        arena_take(restating->arena, type->column_count * sizeof(*texts));

    side.records = arena_take(restating->arena,
                              (count + 1) * sizeof(struct published_record));
    for (size_t i = 0; i < count; i++) {
        const struct row *row = ledger_row(held, year->order[ledger][i]);
        struct published_record *record = &side.records[i];

        redact_texts(restating->privacy, (int)ledger, row, scratch, texts);
        record->key = text_copy(restating->arena, restated_key(ledger, texts));
        record->entered = text_copy(restating->arena,
                                    text_at(texts, type, type->entered_key));
        record->closed =
            text_copy(restating->arena, text_at(texts, type, type->closed_key));
        record->amount =
            text_copy(restating->arena,
                      text_at(texts, type, restated_amount_key(ledger)));
        record->marks = year_marks(year, ledger, row);
        arena_reset(scratch);
    }
    arena_free(scratch);
    qsort(side.records, count, sizeof(struct published_record),
          by_key_and_days);
    return side;
}

static void
read_sides(struct restating *restating, enum ledger_id ledger)
{
    const struct published_months *published = restating->published;
    struct side *said = &restating->said[ledger];

    if (restating->is_read[ledger])
        return;
    restating->is_read[ledger] = true;
    if (published->read == NULL ||
        !published->read(published->context, restating->then->month, ledger,
                         &said->records, &said->count))
        return;
    qsort(said->records, said->count, sizeof(struct published_record),
          by_key_and_days);
    restating->now[ledger] = side_of(restating, restating->then, ledger);
    restating->later[ledger] = side_of(restating, restating->year, ledger);
}

static const struct published_record *
find(const struct side *side, struct text key)
{
    const struct published_record wanted = {.key = key};

    return bsearch(&wanted, side->records, side->count, sizeof(wanted), by_key);
}

static bool
is_moved_in_time(const struct published_record *said,
                 const struct published_record *now)
{
    return !text_equal(said->entered, now->entered) ||
           !text_equal(said->closed, now->closed);
}

/* Its closing was taken back, not set to another day. */
static bool
is_reopened(const struct published_record *said,
            const struct published_record *now)
{
    const uint64_t closings = MARK(PROBLEMS_SOLVED) |
                              MARK(SUGGESTIONS_ADOPTED) |
                              MARK(REPORTS_CONVERTED);

    return (said->marks & ~now->marks & closings) != 0 &&
           (now->closed.length == 0 || text_equal(said->closed, now->closed));
}

/* Why a record is counted otherwise; said or now is NULL when that side does
   not have it. */
static enum restated_reason
reason_of(const struct restating *restating, enum ledger_id ledger,
          const struct published_record *said,
          const struct published_record *now)
{
    if (said == NULL)
        return RESTATED_LATE;
    if (now == NULL)
        now = find(&restating->later[ledger], said->key);
    if (now == NULL || (now->marks & ~said->marks & MARK(PROBLEMS_DROPPED)))
        return RESTATED_WITHDRAWN;
    if (is_reopened(said, now))
        return RESTATED_REOPENED;
    return is_moved_in_time(said, now) ? RESTATED_DATE : RESTATED_OTHER;
}

static void
add_record(struct restated_figure *figure, struct text key,
           enum restated_reason reason)
{
    figure->records[figure->count++] = (struct restated_record){key, reason};
}

/* Whether the record adds otherwise to the figure than it did. */
static bool
differs(enum figure_id figure, const struct published_record *was,
        const struct published_record *is)
{
    uint64_t mark = MARK_OF(figures[figure].list);
    uint64_t then = was ? was->marks & mark : 0;
    uint64_t now = is ? is->marks & mark : 0;

    if (then != now)
        return true;
    return now != 0 && figures[figure].kind == FIGURE_IS_SUM &&
           !figures[figure].is_undated && !text_equal(was->amount, is->amount);
}

/* Both sides in step; of several records with one key the first of each side
   are held against each other, and so on. */
static void
trace(const struct restating *restating, struct restated_figure *figure)
{
    enum ledger_id ledger = figures[figure->figure].ledger;
    const struct side *said = &restating->said[ledger];
    const struct side *now = &restating->now[ledger];
    size_t i = 0, j = 0;

    figure->records =
        arena_take(restating->arena, (said->count + now->count + 1) *
                                         sizeof(struct restated_record));
    while (i < said->count || j < now->count) {
        const struct published_record *was =
            i < said->count ? &said->records[i] : NULL;
        const struct published_record *is =
            j < now->count ? &now->records[j] : NULL;
        int order = !was ? 1 : !is ? -1 : text_compare(was->key, is->key);

        i += order <= 0;
        j += order >= 0;
        if (order > 0)
            was = NULL;
        if (order < 0)
            is = NULL;
        if (differs(figure->figure, was, is))
            add_record(figure, was ? was->key : is->key,
                       reason_of(restating, ledger, was, is));
    }
}

static struct text
value_of(struct arena *arena, const struct json_t *figure)
{
    struct text text = json_get_text(figure, "value");

    if (text.length > 0)
        return text_copy(arena, text);
    return text_format(arena, "%lld",
                       (long long)json_get_count(figure, "value"));
}

static struct restated_figure *
add_figure(struct restating *restating)
{
    struct restated *restated = restating->restated;

    return ARRAY_ADD(restating->arena, restated->figures, restated->count,
                     restating->room);
}

/* Counts and sums; what is made of them, and the month before as it looks
   today, moves with them. */
static bool
may_be_restated(const struct figure_type *type)
{
    return (type->kind == FIGURE_IS_COUNT || type->kind == FIGURE_IS_SUM) &&
           !text_ends(text_of(type->id), ".previous");
}

static void
restate_month(struct restating *restating, const struct json_t *summary)
{
    const struct json_t *said = json_get(summary, "figures");

    for (size_t i = 0; i < FIGURE_COUNT; i++) {
        const struct json_t *figure = json_get(said, figures[i].id);
        enum figure_id id = (enum figure_id)i;
        struct restated_figure found = {.month = restating->then->month,
                                        .figure = id};

        if (figure == NULL || !may_be_restated(&figures[i]) ||
            !restating->then->figures[i].is_present)
            continue;
        found.published = value_of(restating->arena, figure);
        found.now = figure_text(restating->arena, restating->then, id);
        if (text_equal(found.published, found.now))
            continue;
        read_sides(restating, figures[i].ledger);
        trace(restating, &found);
        *add_figure(restating) = found;
    }
}

struct restated
restated_of(const struct year *year, const struct redact *privacy,
            const struct published_months *published, struct arena *arena)
{
    struct restated restated = {NULL, 0};
    struct restating restating = {.restated = &restated};

    for (size_t i = 0; i < published->count; i++) {
        const struct json_t *summary = published->summaries[i];
        struct month month;

        if (!month_parse(json_get_text(summary, "month"), &month) ||
            month.number < year->start.number ||
            month.number >= year->month.number)
            continue;
        restating = (struct restating){
            .year = year,
            .then = year_new(arena, year->book, month),
            .privacy = privacy,
            .published = published,
            .arena = arena,
            .restated = &restated,
            .room = restating.room,
        };
        restate_month(&restating, summary);
    }
    return restated;
}
