#include "view/next_month.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/view.h"

enum { NAMED_MOST = 3 };

static const struct matter {
    enum figure_id among;  /* the list they stand in */
    enum figure_id except; /* those done already */
    const char *day_key;
    enum wording item, record;
} matters[] = {
    {FIGURE_PROBLEMS_OPEN, FIGURE_PROBLEMS_SOLVED, "due_on",
     WORDING_AHEAD_PROBLEMS, WORDING_BRIEF_LATE},
    {FIGURE_PROJECTS_SIGNED, FIGURE_PROJECTS_STARTED, "plan_start_on",
     WORDING_AHEAD_PROJECTS, WORDING_AHEAD_PROJECT},
};

static struct date
day_of(const struct matter *matter, const struct row *row)
{
    const struct ledger_type *type = ledgers[figures[matter->among].ledger];

    return *row_date(&type->columns[column_index(type, matter->day_key)], row);
}

static bool
is_ahead(const struct report *report, const struct matter *matter,
         const struct row *row)
{
    struct date day = day_of(matter, row);

    return date_is_given(day) &&
           month_of(day).number == report->year->month.number + 1 &&
           !(year_marks(report->year, figures[matter->among].ledger, row) &
             MARK_OF(matter->except));
}

static void
name_record(const struct report *report, const struct matter *matter,
            const struct row *row, int64_t number, struct view *item)
{
    const struct named_record record = {figures[matter->among].ledger, row,
                                        day_of(matter, row), matter->record};

    view_text(view_item(item, "NAMED"), "TEXT",
              SAY(item->arena, report->language, WORDING_AHEAD_NAMED,
                  count_text(item->arena, number),
                  record_words_of(report, &record, item->arena)));
}

/* Of one kind, all that fall into the next month; false if none does. */
static bool
fill_matter(const struct report *report, const struct matter *matter,
            struct view *view)
{
    struct month next = month_moved(report->year->month, 1);
    const struct list_rows *rows;
    struct view *item = NULL;
    int64_t count = 0;

    if (!figure_has_list(report, matter->among))
        return false;
    rows = list_rows(report, matter->among);
    for (size_t i = 0; i < rows->count; i++) {
        if (!is_ahead(report, matter, rows->rows[i]))
            continue;
        if (item == NULL)
            item = view_item(view, "AHEAD");
        if (++count <= NAMED_MOST)
            name_record(report, matter, rows->rows[i], count, item);
    }
    if (count > NAMED_MOST)
        view_text(view_item(item, "NAMED"), "TEXT",
                  record_words_say(report, WORDING_BRIEF_LATE_CUT,
                                   count_text(item->arena, count - NAMED_MOST),
                                   item->arena));
    if (item) {

        view_text(item, "ITEM",
                  SAY(item->arena, report->language, matter->item,
                      month_words(item->arena, report->language, next),
                      count_text(item->arena, count)));
    }
    return item != NULL;
}

void
next_month_fill(const struct report *report, struct view *view)
{
    bool has_any = false;

    view_list(view, "AHEAD");
    for (size_t i = 0; i < sizeof(matters) / sizeof(matters[0]); i++)
        has_any |= fill_matter(report, &matters[i], view);
    view_flag(view, "HAS_AHEAD", has_any);
}
