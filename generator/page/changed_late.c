/*
 * A running total of what entered has the first two groups of a ledger's table
 * late, one of what was done the last two; each group is a body of its own, so
 * that the total can lead there.
 */
#include "page/changed_late.h"

#include "base/arena.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/figure.h"
#include "view/months.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"

enum group {
    ENTERED, /* late, and not yet done by then */
    BOTH,
    DONE, /* it was known before */
    GROUPS
};

struct late {
    struct telling *telling;
    const struct told *told;
    size_t count, next, end; /* end of those there is room for */
    size_t bytes;
};

static enum group
group_of(const struct changed_record *record)
{
    if (!record->entered_late)
        return DONE;
    return record->done_late ? BOTH : ENTERED;
}

/* The day of the earlier month it belongs to. */
static struct date
late_day(const struct changed_record *record)
{
    return record->entered_late ? row_entered_on(record->ledger, record->row)
                                : row_closed_on(record->ledger, record->row);
}

static int64_t
rank(const struct telling *telling, const struct changed_record *record)
{
    enum { DAYS = 32, MONTHS = 65536 };
    struct date day = late_day(record);

    (void)telling;
    return (((int64_t)record->ledger * GROUPS + group_of(record)) * MONTHS +
            month_of(day).number) *
               DAYS +
           day.day;
}

static struct text
months_late(const struct late *late, const struct changed_record *record)
{
    const struct report *report = late->telling->report;
    struct date day = late_day(record);

    if (!date_is_given(day))
        return text_of("—");
    return SAY(late->telling->arena, report->language, WORDING_MONTHS_LATE,
               count_text(late->telling->arena,
                          report->year->month.number - month_of(day).number));
}

static void
fill_day(const struct late *late, const char *name, struct date day,
         struct view *row)
{
    struct text words = day_words(late->telling->report, day, row->arena);

    view_list(row, name);
    if (words.length > 0)
        view_text(view_item(row, name), "TEXT", words);
}

static void
fill_row(struct late *late, struct view *row)
{
    const struct told *told = &late->told[late->next++];
    const struct changed_record *record = told->record;

    told_fill(late->telling, "late", told, row);
    fill_day(late, "ENTERED", row_entered_on(record->ledger, record->row), row);
    fill_day(late, "CLOSED",
             record->done_late ? row_closed_on(record->ledger, record->row)
                               : (struct date){0, 0, 0},
             row);
    view_text(row, "BY", months_late(late, record));
    late->bytes += told_bytes(row);
}

static const char *
anchor(const struct telling *telling, enum ledger_id ledger)
{
    return text_format(telling->arena, "late-of-%s", ledgers[ledger]->name)
        .bytes;
}

static const char *
group_anchor(const struct telling *telling, enum ledger_id ledger,
             enum group group)
{
    return text_format(telling->arena, "%s-%d", anchor(telling, ledger),
                       (int)group + 1)
        .bytes;
}

static bool
has_room(const struct late *late)
{
    return late->next < late->count && late->next < told_most(late->telling) &&
           late->bytes < late->telling->room;
}

static void
fill_group(struct late *late, enum ledger_id ledger, struct view *table)
{
    enum group group = group_of(late->told[late->next].record);
    struct view *body = view_item(table, "GROUP");

    view_text(body, "GROUP_ID",
              text_of(group_anchor(late->telling, ledger, group)));
    view_list(body, "ROW");
    while (has_room(late) && late->told[late->next].record->ledger == ledger &&
           group_of(late->told[late->next].record) == group)
        fill_row(late, view_item(body, "ROW"));
}

/* "办结": what ended the first record of the ledger that was done. */
static void
fill_heads(const struct late *late, enum ledger_id ledger, struct view *table)
{
    const struct report *report = late->telling->report;
    const struct ledger_type *type = ledgers[ledger];
    int closed = column_index(type, type->closed_key);

    view_text(table, "TABLE_ID", text_of(anchor(late->telling, ledger)));
    view_text(table, "LEDGER_WORD", ledger_word(report, ledger));
    view_text(table, "ENTERED_HEAD", entered_title(type, report->language));
    view_text(table, "CLOSED_HEAD",
              column_title(&type->columns[closed], report->language));
}

static void
fill_ledgers(struct late *late, struct view *section)
{
    view_list(section, "LEDGER");
    while (has_room(late)) {
        enum ledger_id ledger = late->told[late->next].record->ledger;
        struct view *table = view_item(section, "LEDGER");

        fill_heads(late, ledger, table);
        view_list(table, "GROUP");
        while (has_room(late) &&
               late->told[late->next].record->ledger == ledger)
            fill_group(late, ledger, table);
    }
}

/* "补报5条，最早的7月就已提出" */
static struct text
late_title(const struct late *late)
{
    const struct telling *telling = late->telling;
    const struct changed_record *first = late->told[0].record;

    for (size_t i = 1; i < late->count; i++)
        if (date_compare(late_day(late->told[i].record), late_day(first)) < 0)
            first = late->told[i].record;
    return SAY(
        telling->arena, telling->report->language,
        late->count == 1 ? WORDING_LATE_TITLE_ONE : WORDING_LATE_TITLE,
        count_text(telling->arena, (int64_t)late->count),
        told_month(telling->report, month_of(late_day(first)), telling->arena),
        first->entered_late
            ? told_entry_word(first->ledger)
            : record_words_end(telling->report, first->ledger, first->row));
}

void
late_fill(struct telling *telling, struct view *view)
{
    const struct report *report = telling->report;
    struct month month = report->year->month;
    struct month before = month_moved(month, -1);
    struct late late = {.telling = telling};
    struct view *section;

    late.told = told_in_order(telling, CHANGED_LATE, rank);
    late.count = report->changes->lists[CHANGED_LATE].count;
    view_list(view, "LATE");
    if (late.count == 0)
        return;
    section = view_item(view, "LATE");
    view_text(section, "TITLE", late_title(&late));
    view_text(section, "LEAD",
              SAY(telling->arena, report->language, WORDING_LATE_LEAD,
                  told_month(report, before, telling->arena),
                  told_month(report, month, telling->arena)));
    fill_ledgers(&late, section);
    telling->shown[CHANGED_LATE] = late.next;
    told_fill_cut(telling, late.next, late.count, section);
}

struct text
late_place(const struct telling *telling, enum figure_id figure, int64_t number)
{
    const struct changed_list *list =
        &telling->report->changes->lists[CHANGED_LATE];
    enum ledger_id ledger = figures[figure].ledger;
    bool is_entry = figures[figure].events == EVENTS_ENTERED;
    enum group own = is_entry ? ENTERED : DONE,
               other = is_entry ? DONE : ENTERED;
    int64_t counts[GROUPS] = {0};

    for (size_t i = 0; i < list->count; i++)
        if (list->records[i].ledger == ledger)
            counts[group_of(&list->records[i])]++;
    if (telling->shown[CHANGED_LATE] < list->count ||
        counts[own] + counts[BOTH] != number ||
        (counts[other] > 0 && counts[own] > 0 && counts[BOTH] > 0))
        return text_of("?");
    if (counts[other] == 0)
        return text_format(telling->arena, "changes#%s",
                           anchor(telling, ledger));
    return text_format(
        telling->arena, "changes#%s",
        group_anchor(telling, ledger, counts[own] > 0 ? own : BOTH));
}
