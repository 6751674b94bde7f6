/*
 * What was published is known by keys alone (year/restated.h); the rows they
 * belong to are looked up once for the page.
 */
#include "page/restated_months.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/places.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/record_changes.h"
#include "year/restated.h"

enum { KEYS_MOST = 20 };

static const enum wording reasons[RESTATED_REASONS] = {
    [RESTATED_LATE] = WORDING_RESTATED_LATE,
    [RESTATED_DATE] = WORDING_RESTATED_DATE,
    [RESTATED_WITHDRAWN] = WORDING_RESTATED_WITHDRAWN,
    [RESTATED_REOPENED] = WORDING_RESTATED_REOPENED,
    [RESTATED_OTHER] = WORDING_RESTATED_OTHER,
};

/* A record that some figure names. */
struct named {
    enum ledger_id ledger;
    struct text key;
    const struct row *row; /* that counts by now; NULL: none does */
};

/* Each once, by ledger and key. */
struct names {
    struct named *all;
    size_t count;
};

static int
by_ledger_and_key(const void *a, const void *b)
{
    const struct named *x = a, *y = b;

    if (x->ledger != y->ledger)
        return x->ledger < y->ledger ? -1 : 1;
    return text_compare(x->key, y->key);
}

static bool
is_told(const struct report *report, size_t place)
{
    return figure_is_shown(report, report->restated->figures[place].figure);
}

static size_t
most_names(const struct report *report)
{
    size_t most = 0;

    for (size_t i = 0; report->restated && i < report->restated->count; i++)
        most += report->restated->figures[i].count;
    return most;
}

static struct names
names_of(const struct report *report, struct arena *arena)
{
    struct names names = {NULL, 0};
    size_t kept = 0;

    names.all =
        arena_take(arena, (most_names(report) + 1) * sizeof(struct named));
    for (size_t i = 0; report->restated && i < report->restated->count; i++) {
        const struct restated_figure *it = &report->restated->figures[i];

        for (size_t r = 0; is_told(report, i) && r < it->count; r++)
            names.all[names.count++] = (struct named){
                figures[it->figure].ledger, it->records[r].key, NULL};
    }
    qsort(names.all, names.count, sizeof(*names.all), by_ledger_and_key);
    for (size_t i = 0; i < names.count; i++)
        if (i == 0 ||
            by_ledger_and_key(&names.all[kept - 1], &names.all[i]) != 0)
            names.all[kept++] = names.all[i];
    names.count = kept;
    return names;
}

static struct named *
find(const struct names *names, enum ledger_id ledger, struct text key)
{
    const struct named wanted = {ledger, key, NULL};

    if (names->count == 0)
        return NULL;
    return bsearch(&wanted, names->all, names->count, sizeof(wanted),
                   by_ledger_and_key);
}

static void
find_rows(const struct report *report, enum ledger_id ledger,
          const struct names *names)
{
    const struct year *year = report->year;
    struct arena *scratch = arena_new();
    size_t wanted = 0;

    for (size_t i = 0; i < names->count; i++)
        wanted += names->all[i].ledger == ledger;
    for (size_t i = 0; wanted > 0 && i < year->order_count[ledger]; i++) {
        const struct row *row =
            ledger_row(&report->book->ledgers[ledger], year->order[ledger][i]);
        struct named *named =
            find(names, ledger,
                 restated_key(
                     ledger, record_words_cells(report, ledger, row, scratch)));

        if (named && named->row == NULL) {
            named->row = row;
            wanted--;
        }
        arena_reset(scratch);
    }
    arena_free(scratch);
}

static void
fill_record(const struct report *report, const struct named *named,
            struct view *item)
{
    view_brief(item, "REF",
               named->key.length > 0 ? named->key
                                     : ledger_word(report, named->ledger));
    view_list(item, "NAME");
    view_list(item, "LINK");
    view_list(item, "OWN");
    if (named->row)
        link_record(report, named->ledger, named->row, item);
    else if (report->changes->lists[CHANGED_WITHDRAWN].count > 0)
        view_text(view_item(item, "OWN"), "ANCHOR", TEXT("withdrawn"));
}

/* "补报2条" */
static struct text
reason_words(const struct report *report, enum restated_reason reason,
             size_t count, struct arena *arena)
{
    return SAY(arena, report->language, WORDING_RESTATED_REASON,
               say(report->language, reasons[reason]),
               count_text(arena, (int64_t)count));
}

/* The same, and the records. */
static void
fill_reason(const struct report *report, const struct restated_figure *figure,
            enum restated_reason reason, const struct names *names,
            struct view *view)
{
    enum ledger_id ledger = figures[figure->figure].ledger;
    size_t count = 0;
    struct view *item;

    for (size_t i = 0; i < figure->count; i++)
        count += figure->records[i].reason == reason;
    if (count == 0)
        return;
    item = view_item(view, "WHY");
    view_text(item, "TEXT", reason_words(report, reason, count, view->arena));
    view_flag(item, "IS_CUT", count > KEYS_MOST);
    view_list(item, "RECORD");
    count = 0;
    for (size_t i = 0; i < figure->count && count < KEYS_MOST; i++)
        if (figure->records[i].reason == reason) {
            struct view *record = view_item(item, "RECORD");

            view_flag(record, "IS_NEXT", count++ > 0);
            fill_record(report, find(names, ledger, figure->records[i].key),
                        record);
        }
}

static size_t
decimals_of(struct text number)
{
    size_t point = text_find(number, TEXT("."));

    return point < number.length ? number.length - point - 1 : 0;
}

/* Its digits, as many as that behind the point. */
static int64_t
scaled(struct text number, size_t decimals)
{
    bool is_negative = text_starts(number, "-");
    int64_t value = 0;

    for (size_t i = is_negative; i < number.length; i++)
        if (number.bytes[i] >= '0' && number.bytes[i] <= '9')
            value = value * 10 + (number.bytes[i] - '0');
    for (size_t i = decimals_of(number); i < decimals; i++)
        value *= 10;
    return is_negative ? -value : value;
}

/* "+5", "−1.5" */
static struct text
difference(struct arena *arena, struct text then, struct text now)
{
    size_t decimals = decimals_of(then) > decimals_of(now) ? decimals_of(then)
                                                           : decimals_of(now);
    int64_t by = scaled(now, decimals) - scaled(then, decimals);
    struct text amount = decimal_text(
        arena, llabs(by), scaled(TEXT("1"), decimals), (int)decimals);

    return text_join(arena, by < 0 ? TEXT("−") : TEXT("+"), amount);
}

/* The running total that the figure has the events of one month of;
   FIGURE_COUNT for others. */
static enum figure_id
total_of(enum figure_id figure)
{
    const struct chapter *chapter = chapter_of(figures[figure].ledger);

    if (chapter && figure == chapter->entered_month)
        return chapter->entered;
    return chapter && figure == chapter->done_month ? chapter->done
                                                    : FIGURE_COUNT;
}

/* The events of a month stand together in the list of the running total. */
static void
fill_now(const struct report *report, const struct restated_figure *it,
         struct view *item)
{
    enum figure_id total = total_of(it->figure);
    size_t month = (size_t)(it->month.number - report->year->start.number);

    view_text(item, "TEXT", it->now);
    link_place(item, total == FIGURE_COUNT
                         ? text_of("?")
                         : place_of_month(report, total, month,
                                          scaled(it->now, 0), item->arena));
}

static void
fill_figure(const struct report *report, const struct restated_figure *it,
            const struct names *names, struct view *item)
{
    view_text(item, "OF_MONTH", told_month(report, it->month, item->arena));
    view_text(item, "LABEL",
              SAY(item->arena, report->language, WORDING_UNIT_HEAD,
                  figure_name(report, it->figure, item->arena),
                  figure_unit(report, it->figure)));
    view_text(item, "PUBLISHED", it->published);
    view_text(item, "BY", difference(item->arena, it->published, it->now));
    fill_now(report, it, view_item(item, "NOW"));
    view_list(item, "WHY");
    for (int i = 0; i < RESTATED_REASONS; i++)
        fill_reason(report, it, (enum restated_reason)i, names, item);
    view_flag(item, "IS_UNTRACED", it->count == 0);
}

/* The month of the first figure told. */
static struct month
month_told(const struct report *report)
{
    for (size_t i = 0; report->restated && i < report->restated->count; i++)
        if (is_told(report, i))
            return report->restated->figures[i].month;
    return (struct month){0};
}

/* How many figures are told, of how many months, and whether the records of
   each are known. */
static size_t
figures_told(const struct report *report, size_t *months, bool *are_traced)
{
    size_t count = 0;
    struct month last = {0};

    *months = 0;
    *are_traced = true;
    for (size_t i = 0; report->restated && i < report->restated->count; i++) {
        struct month month = report->restated->figures[i].month;

        if (!is_told(report, i))
            continue;
        count++;
        *are_traced = *are_traced && report->restated->figures[i].count > 0;
        *months += month.number != last.number;
        last = month;
    }
    return count;
}

/* "4个数" */
static struct text
figures_words(const struct report *report, size_t count, struct arena *arena)
{
    return SAY(arena, report->language, WORDING_RESTATED_FIGURES,
               count_text(arena, (int64_t)count));
}

static struct text
counted_words(const struct report *report, struct arena *arena)
{
    bool are_traced;
    size_t months, count = figures_told(report, &months, &are_traced);
    size_t records = names_of(report, arena).count;
    struct text amount = figures_words(report, count, arena);

    if (count == 0)
        return text_of("");
    if (records == 0)
        return SAY(arena, report->language, WORDING_RESTATED_COUNT_BARELY,
                   count_text(arena, (int64_t)months), amount);
    return SAY(arena, report->language,
               are_traced ? WORDING_RESTATED_COUNT
                          : WORDING_RESTATED_COUNT_PARTLY,
               count_text(arena, (int64_t)records),
               count_text(arena, (int64_t)months), amount);
}

/* Whether all records have the same reason. */
static bool
has_one_reason(const struct report *report, enum restated_reason *reason)
{
    bool is_first = true;

    for (size_t i = 0; report->restated && i < report->restated->count; i++) {
        const struct restated_figure *it = &report->restated->figures[i];

        for (size_t r = 0; is_told(report, i) && r < it->count; r++) {
            if (!is_first && it->records[r].reason != *reason)
                return false;
            *reason = it->records[r].reason;
            is_first = false;
        }
    }
    return !is_first;
}

struct restated_said
restated_said(const struct report *report, struct arena *arena)
{
    enum restated_reason reason;
    bool are_traced;
    size_t months, count = figures_told(report, &months, &are_traced);
    size_t records = names_of(report, arena).count;
    struct restated_said said = {.figures =
                                     figures_words(report, count, arena)};

    if (months != 1 || !are_traced || !has_one_reason(report, &reason)) {
        said.text = counted_words(report, arena);
        return said;
    }
    said.text = SAY(arena, report->language, WORDING_RESTATED_BECAUSE,
                    told_month(report, month_told(report), arena), said.figures,
                    reason_words(report, reason, records, arena));
    said.late = reason == RESTATED_LATE ? records : 0;
    return said;
}

/* Indicators of published months are not held against today's. */
static struct text
none_words(const struct report *report)
{
    return say(report->language,
               report->book->ledgers[LEDGER_indicators].is_present
                   ? WORDING_RESTATED_NONE_OF_OURS
                   : WORDING_RESTATED_NONE);
}

void
restated_fill(const struct report *report, struct view *view)
{
    struct names names = names_of(report, view->arena);
    struct text heading = counted_words(report, view->arena);

    for (int i = 0; i < LEDGER_COUNT; i++)
        find_rows(report, (enum ledger_id)i, &names);
    view_list(view, "RESTATED");
    for (size_t i = 0; report->restated && i < report->restated->count; i++)
        if (is_told(report, i))
            fill_figure(report, &report->restated->figures[i], &names,
                        view_item(view, "RESTATED"));
    view_text(view, "RESTATED_HEADING", heading);
    view_flag(view, "HAS_RESTATED", heading.length > 0);
    view_list(view, "NONE_RESTATED");
    if (heading.length == 0 && json_size(report->compared) > 0)
        view_text(view_item(view, "NONE_RESTATED"), "TEXT", none_words(report));
}
