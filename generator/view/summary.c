/*
 * data/summary.json, to the letter of contract/figures: keys in this order,
 * counts as integers, rates and days as the words the pages show.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "ledger/campaign.h"
#include "view/account.h"
#include "view/card.h"
#include "view/data.h"
#include "view/goals.h"
#include "view/progress.h"
#include "view/report.h"
#include "view/returns.h"
#include "view/view.h"
#include "year/compare.h"
#include "year/redact.h"
#include "year/restated.h"
#include "year/year.h"

/* Ledgers with a cohort table, in the order of year->cohorts. */
static const enum ledger_id cohort_ledgers[] = {
    LEDGER_problems, LEDGER_suggestions, LEDGER_reports};

enum { COHORTS = sizeof(cohort_ledgers) / sizeof(cohort_ledgers[0]) };

/* Counts and sums as integers where they are; shares, days and fractions of
   万元 as the words the pages show. */
static void
put_value(struct json_t *object, const char *key, enum figure_id figure,
          struct text value)
{
    enum figure_kind kind = figures[figure].kind;
    bool is_whole = (kind == FIGURE_IS_COUNT || kind == FIGURE_IS_SUM) &&
                    text_find(value, TEXT(".")) == value.length;

    if (is_whole)
        json_put_count(object, key, strtoll(value.bytes, NULL, 10));
    else
        json_put_text(object, key, value);
}

static struct json_t *
figure_json(const struct report *report, enum figure_id id, struct arena *arena)
{
    const struct figure_type *type = &figures[id];
    const struct figure *figure = &report->year->figures[id];
    struct json_t *object = json_object_new();

    json_put_text(object, "label", text_of(type->label[report->language]));
    put_value(object, "value", id, figure_text(arena, report->year, id));
    json_put_text(object, "unit", text_of(type->unit[report->language]));
    if (type->kind == FIGURE_IS_RATE) {
        json_put_count(object, "numerator", figure->numerator);
        json_put_count(object, "denominator", figure->denominator);
    }
    if (figure_has_list(report, id)) {
        struct text page =
            text_format(arena, "%s.html", figures[figure->shown_by].page);

        json_put_text(object, "records", page);
        json_put_count(object, "count", (int64_t)figure->count);
    }
    return object;
}

/* The value of an indicator: an integer when it is one. */
static void
put_number(struct json_t *object, const char *key, const struct number *number,
           struct arena *arena)
{
    enum { ONE = 1000000, PLACES = 6 };
    struct text text;

    if (number->millionths % ONE == 0) {
        json_put_count(object, key, number->millionths / ONE);
        return;
    }
    text = decimal_text(arena, number->millionths, ONE, PLACES);
    while (text.bytes[text.length - 1] == '0')
        text.length--;
    json_put_text(object, key, text);
}

/* The word for machines of an enumerated column; nothing when none is given. */
static void
put_choice(struct json_t *object, const char *key, uint8_t value)
{
    const struct ledger_type *type = &indicators_ledger;
    const struct choice_words *words =
        type->columns[column_index(type, key)].words;

    for (; words->words && value > 0; words++)
        if (words->value == value) {
            json_put_text(object, key, text_of(words->key));
            return;
        }
}

static void
put_indicators(const struct report *report, struct json_t *object,
               struct arena *arena)
{
    const struct year *year = report->year;

    for (size_t i = 0; i < year->indicator_count; i++) {
        const struct indicator_figure *found = &year->indicators[i];
        const struct indicator *row = (const struct indicator *)found->row;
        struct json_t *figure = json_object_new();
        struct text id =
            text_format(arena, "indicators.%.*s", TEXT_ARG(found->key));
        struct text unit = row_text(report->book, LEDGER_indicators, found->row,
                                    "unit", arena);

        json_put_text(figure, "label",
                      redact_text(report->privacy, found->name, arena));
        put_number(figure, "value", &row->value, arena);
        json_put_text(figure, "unit",
                      redact_text(report->privacy, unit, arena));
        json_put_text(figure, "records", TEXT("indicators.html"));
        json_put_count(figure, "count", (int64_t)found->count);
        put_choice(figure, "bound", row->bound.value);
        json_put_text(figure, "month", month_text(arena, row->month));
        put_choice(figure, "scope", row->scope.value);
        if (row->target.given)
            put_number(figure, "target", &row->target, arena);
        json_put(object, id.bytes, figure);
    }
}

static struct json_t *
figures_json(const struct report *report, struct arena *arena)
{
    struct json_t *object = json_object_new();

    for (size_t id = 0; id < FIGURE_COUNT; id++)
        if (figure_is_shown(report, (enum figure_id)id))
            json_put(object, figures[id].id,
                     figure_json(report, (enum figure_id)id, arena));
    put_indicators(report, object, arena);
    return object;
}

static struct json_t *
table_json(const struct report *report, size_t id, struct arena *arena)
{
    const struct table_type *type = &tables[id];
    const struct table *table = &report->year->tables[id];
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < table->count; i++) {
        const struct table_row *row = &table->rows[i];
        struct json_t *object = json_object_new();
        struct text key = row->key;

        if (key.length == 0)
            key = say(report->language, text_ends(text_of(type->id), "unit")
                                            ? WORDING_NO_UNIT
                                            : WORDING_NOT_GIVEN);
        json_put_text(object, "key", redact_text(report->privacy, key, arena));
        for (size_t c = 0; type->columns[c]; c++)
            if (figure_is_shown(
                    report, column_figure((enum table_id)id, type->columns[c])))
                json_put_count(object, type->columns[c], row->values[c]);
        json_add(array, object);
    }
    return array;
}

static struct json_t *
cohort_json(const struct cohort *cohort, struct arena *arena)
{
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < cohort->count; i++) {
        const struct cohort_row *row = &cohort->rows[i];
        struct json_t *object = json_object_new();
        struct json_t *within = json_array_new();

        json_put_text(object, "key", month_text(arena, row->month));
        json_put_count(object, "total", row->total);
        for (size_t m = 0; m < row->months; m++)
            json_add_count(within, row->within[m]);
        json_put(object, "within", within);
        json_add(array, object);
    }
    return array;
}

/* A column for each judged month. */
static struct json_t *
completeness_json(const struct report *report, const struct completeness *found,
                  struct arena *arena)
{
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < found->unit_count; i++) {
        const struct unit_returns *unit = &found->units[i];
        struct json_t *object = json_object_new();
        struct text name = intern_text(report->book->units, unit->code);

        json_put_text(object, "key", redact_text(report->privacy, name, arena));
        for (size_t m = 0; m < found->month_count; m++)
            json_put_text(object, month_text(arena, found->months[m]).bytes,
                          text_of(return_states[unit->months[m]].key));
        json_add(array, object);
    }
    return array;
}

static struct json_t *
tables_json(const struct report *report, struct arena *arena)
{
    const struct book *book = report->book;
    struct json_t *object = json_object_new();
    struct completeness found = returns_of(report, arena);

    for (size_t id = 0; id < TABLE_COUNT; id++)
        if (book->ledgers[tables[id].ledger].is_present)
            json_put(object, tables[id].id, table_json(report, id, arena));
    for (size_t i = 0; i < COHORTS; i++) {
        enum ledger_id ledger = cohort_ledgers[i];
        struct text key =
            text_format(arena, "%s.cohort", ledgers[ledger]->name);

        if (book->ledgers[ledger].is_present)
            json_put(object, key.bytes,
                     cohort_json(&report->year->cohorts[i], arena));
    }
    if (found.month_count > 0 && found.unit_count > 0)
        json_put(object, "completeness",
                 completeness_json(report, &found, arena));
    return object;
}

static const char *const reasons[RESTATED_REASONS] = {
    [RESTATED_LATE] = "late",           [RESTATED_DATE] = "date",
    [RESTATED_WITHDRAWN] = "withdrawn", [RESTATED_REOPENED] = "reopened",
    [RESTATED_OTHER] = "other",
};

static struct json_t *
restated_json(const struct report *report, struct arena *arena)
{
    struct json_t *array = json_array_new();

    for (size_t i = 0; report->restated && i < report->restated->count; i++) {
        const struct restated_figure *it = &report->restated->figures[i];
        struct json_t *object = json_object_new();
        struct json_t *records = json_array_new();
        struct json_t *whys = json_array_new();

        json_put_text(object, "month", month_text(arena, it->month));
        json_put_text(object, "figure", text_of(figures[it->figure].id));
        put_value(object, "published", it->figure, it->published);
        put_value(object, "now", it->figure, it->now);
        for (size_t r = 0; r < it->count; r++) {
            json_add_text(records, it->records[r].key);
            json_add_text(whys, text_of(reasons[it->records[r].reason]));
        }
        json_put(object, "records", records);
        json_put(object, "reasons", whys);
        json_add(array, object);
    }
    return array;
}

static enum restated_reason
reason_named(struct text name)
{
    int i = 0;

    while (i + 1 < RESTATED_REASONS && !text_is(name, reasons[i]))
        i++;
    return (enum restated_reason)i;
}

static struct text
value_read(const struct json_t *object, const char *key, struct arena *arena)
{
    struct text text = json_get_text(object, key);

    return text.length > 0
               ? text_copy(arena, text)
               : text_format(arena, "%" PRId64, json_get_count(object, key));
}

/* False if it is of no figure there is. */
static bool
read_restated(const struct json_t *object, struct restated_figure *figure,
              struct arena *arena)
{
    const struct json_t *records = json_get(object, "records");
    const struct json_t *whys = json_get(object, "reasons");

    *figure = (struct restated_figure){
        .published = value_read(object, "published", arena),
        .now = value_read(object, "now", arena),
        .count = json_size(records),
    };
    figure->records =
        arena_take(arena, (figure->count + 1) * sizeof(*figure->records));
    for (size_t i = 0; i < figure->count; i++) {
        figure->records[i].key =
            text_copy(arena, json_as_text(json_at(records, i)));
        figure->records[i].reason =
            reason_named(json_as_text(json_at(whys, i)));
    }
    return month_parse(json_get_text(object, "month"), &figure->month) &&
           figure_by_id(json_get_text(object, "figure"), &figure->figure);
}

struct restated
summary_restated(const struct json_t *summary, struct arena *arena)
{
    const struct json_t *array = json_get(summary, "restated");
    size_t count = json_size(array);
    struct restated restated = {
        arena_take(arena, (count + 1) * sizeof(*restated.figures)), 0};

    for (size_t i = 0; i < count; i++)
        restated.count += read_restated(
            json_at(array, i), &restated.figures[restated.count], arena);
    return restated;
}

/* What stands there only when there is something to tell. */
static void
put_told(const struct report *report, struct json_t *object)
{
    if (json_size(report->revisions) > 0)
        json_put(object, "revisions", json_copied(report->revisions));
    if (report->partial.length > 0)
        json_put_text(object, "partial", report->partial);
}

/* The sentence that says the month, where there is one. */
static void
put_headline(const struct report *report, struct json_t *object,
             struct arena *arena)
{
    struct view *view = view_new(arena, report->language);
    const struct view_name *said;

    headline_fill(report, view);
    said = view_find_text(view, "DESCRIPTION");
    if (said)
        json_put_text(object, "headline", said->text);
}

struct json_t *
summary_json(const struct report *report)
{
    struct arena *arena = arena_new();
    struct json_t *object = json_object_new();
    const struct text *values = report->book->codes->values;
    const struct year *year = report->year;

    json_put_text(object, "format", TEXT("shiji-summary/1"));
    json_put_text(object, "title", values[SETTING_TITLE]);
    json_put_text(object, "district", values[SETTING_DISTRICT]);
    json_put_text(object, "month", month_text(arena, year->month));
    json_put_text(object, "cutoff", date_text(arena, year->cutoff));
    json_put_text(object, "year_start", month_text(arena, year->start));
    json_put_text(object, "edition",
                  report->edition == EDITION_PUBLIC ? TEXT("public")
                                                    : TEXT("internal"));
    json_put_count(object, "version", report->issue);
    json_put(object, "rows", account_rows(&report->book->rows));
    json_put(object, "figures", figures_json(report, arena));
    json_put(object, "tables", tables_json(report, arena));
    json_put(object, "compared",
             report->compared ? json_copied(report->compared)
                              : json_array_new());
    json_put(object, "restated", restated_json(report, arena));
    put_headline(report, object, arena);
    json_put(object, "progress", progress_json(report, arena));
    put_told(report, object);
    json_put_text(object, "updated", report->updated);
    arena_free(arena);
    return object;
}
