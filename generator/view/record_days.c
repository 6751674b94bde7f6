#include "view/record_days.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/actions.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/pagination.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"
#include "year/span.h"

/* Sorted, the rows stand as long as their bars. */
static void
fill(struct text text, const char *tone, int64_t days, struct view *item)
{
    view_text(item, "TEXT", text);
    view_text(item, "TONE", text_of(tone));
    view_text(view_item(item, "SORT"), "TEXT", count_text(item->arena, days));
    fill_width(item, "WIDTH",
               (struct fraction){days < 0 ? 0 : days, RECORD_DAYS_WHOLE});
}

static void
fill_none(struct view *item)
{
    view_text(item, "TEXT", text_of("—"));
    view_text(item, "TONE", text_of(""));
    fill_width(item, "WIDTH", (struct fraction){0, 1});
}

static void
fill_waiting(const struct report *report, const struct chapter *chapter,
             const struct row *row, struct date entered, struct view *item)
{
    const struct ledger_type *type = ledgers[chapter->ledger];
    int64_t now = date_days(report->year->cutoff), left;
    int64_t waited = date_has_day(entered) ? now - date_days(entered) : 0;
    struct date due = {0};

    if (chapter->due_key)
        due = *row_date(&type->columns[column_index(type, chapter->due_key)],
                        row);
    if (!date_is_given(due) && !date_has_day(entered)) {
        fill_none(item);
        return;
    }
    if (!date_is_given(due)) {
        fill(SAY(item->arena, report->language, WORDING_DAYS_WAITED,
                 count_text(item->arena, waited)),
             "calm", waited, item);
        return;
    }
    left = date_days(date_latest(due)) - now;
    fill(days_left_words(report, left, item->arena), days_left_tone(left),
         left < 0 ? -left : waited, item);
}

void
record_days_fill(const struct report *report, enum ledger_id ledger,
                 const struct row *row, struct view *item)
{
    const struct chapter *chapter = chapter_of(ledger);
    struct event event = event_of(report->year, ledger, row);
    uint64_t marks = event.marks;

    view_list(item, "SORT");
    if (marks & MARK_OF(chapter->done)) {
        if (event.days < 0)
            fill_none(item);
        else
            fill(count_text(item->arena, event.days), "", event.days, item);
    } else if (marks & MARK_OF(chapter->waiting)) {
        fill_waiting(report, chapter, row, event.entered, item);
    } else {
        fill_none(item);
    }
}
