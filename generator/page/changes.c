/*
 * What is different from the month before: how the running totals went on,
 * what the months published should have said, and every record.
 */
#include "page/changes.h"

#include "base/arena.h"
#include "page/changed_records.h"
#include "page/frame.h"
#include "page/pages.h"
#include "page/restated_months.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "year/core.h"
#include "year/record_changes.h"

static const enum wording counts[CHANGED_KINDS] = {
    [CHANGED_LATE] = WORDING_CHANGED_LATE_COUNT,
    [CHANGED_NEW] = WORDING_CHANGED_NEW_COUNT,
    [CHANGED_SOLVED] = WORDING_CHANGED_SOLVED_COUNT,
    [CHANGED_REOPENED] = WORDING_CHANGED_REOPENED_COUNT,
    [CHANGED_WITHDRAWN] = WORDING_CHANGED_WITHDRAWN_COUNT,
    [CHANGED_UNSEEN] = WORDING_CHANGED_UNSEEN_COUNT,
    [CHANGED_EDITED] = WORDING_CHANGED_EDITED_COUNT,
};

static bool
is_wanted(const struct report *report)
{
    return report->changes != NULL;
}

/* A number that leads to its records; to none, if it is 0. */
static void
fill_number(const struct report *report, int64_t number, enum figure_id figure,
            struct view *item)
{
    view_count(item, "TEXT", number);
    if (number != 0 && figure_has_list(report, figure))
        link_figure(report, figure, item);
    else
        view_list(item, "LINK");
}

/* "− 1恢复办理" */
static void
add_term(const char *sign, int64_t number, enum changed kind,
         enum wording words, struct view *view)
{
    static const char *const anchors[CHANGED_KINDS] = {
        [CHANGED_LATE] = "late",
        [CHANGED_REOPENED] = "reopened",
        [CHANGED_WITHDRAWN] = "withdrawn",
        [CHANGED_EDITED] = "edited",
    };
    struct view *item = view_item(view, "TERM");

    view_text(item, "SIGN", text_of(sign));
    view_text(item, "TEXT",
              SAY(view->arena, view->language, words,
                  count_text(view->arena, number)));
    view_list(item, "OWN");
    if (number != 0)
        view_text(view_item(item, "OWN"), "ANCHOR", text_of(anchors[kind]));
}

/* The figure that counts the events of this month alone. */
static enum figure_id
month_figure(enum figure_id total)
{
    switch (total) {
    case FIGURE_PROBLEMS_RAISED:
        return FIGURE_PROBLEMS_RAISED_MONTH;
    case FIGURE_PROBLEMS_SOLVED:
        return FIGURE_PROBLEMS_SOLVED_MONTH;
    case FIGURE_SUGGESTIONS_SUBMITTED:
        return FIGURE_SUGGESTIONS_SUBMITTED_MONTH;
    case FIGURE_SUGGESTIONS_ADOPTED:
        return FIGURE_SUGGESTIONS_ADOPTED_MONTH;
    case FIGURE_REPORTS_SUBMITTED:
        return FIGURE_REPORTS_SUBMITTED_MONTH;
    default:
        return FIGURE_REPORTS_CONVERTED_MONTH;
    }
}

/* "21 + 6 − 1恢复办理 + 0补报 = 26" */
static void
fill_sum(const struct report *report, const struct changed_sum *sum,
         struct view *item)
{
    view_text(item, "LABEL", figure_name(report, sum->figure, item->arena));
    fill_number(report, sum->base, sum->figure, view_item(item, "BASE"));
    fill_number(report, sum->events, month_figure(sum->figure),
                view_item(item, "EVENTS"));
    view_list(item, "TERM");
    if (sum->reopened > 0)
        add_term("−", sum->reopened, CHANGED_REOPENED, WORDING_TERM_REOPENED,
                 item);
    if (sum->withdrawn > 0)
        add_term("−", sum->withdrawn, CHANGED_WITHDRAWN, WORDING_TERM_WITHDRAWN,
                 item);
    if (sum->corrected > 0)
        add_term("−", sum->corrected, CHANGED_EDITED, WORDING_TERM_CORRECTED,
                 item);
    add_term("+", sum->late, CHANGED_LATE, WORDING_TERM_LATE, item);
    fill_number(report, sum->total, sum->figure, view_item(item, "TOTAL"));
}

static void
fill_sums(const struct report *report, struct view *view)
{
    bool has_sums = false;

    view_list(view, "SUM");
    for (size_t i = 0; i < CHANGED_SUMS; i++) {
        const struct changed_sum *sum = record_changes_sum(
            report->changes, report->changes->sums[i].figure);

        if (report->changes->is_first || sum == NULL ||
            !figure_is_shown(report, sum->figure))
            continue;
        fill_sum(report, sum, view_item(view, "SUM"));
        has_sums = true;
    }
    view_flag(view, "HAS_SUMS", has_sums);
}

static bool
has_compared_ledger(const struct report *report)
{
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (ledger_is_core((enum ledger_id)i) &&
            report->book->ledgers[i].is_present)
            return true;
    return false;
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct record_changes *changes = report->changes;

    (void)instance;
    view_flag(view, "IS_FIRST", changes->is_first);
    view_flag(view, "IS_UNCHANGED",
              has_compared_ledger(report) && !changes->is_first &&
                  !record_changes_any(changes));
    fill_sums(report, view);
    changed_records_fill(report, view);
    restated_fill(report, view);
    changes_note(report, view);
}

/* Words behind words, with a mark between. */
static struct text
and_more(const struct report *report, struct text words, enum wording mark,
         struct text more, struct arena *arena)
{
    if (words.length > 0)
        words = text_join(arena, words, say(report->language, mark));
    return text_join(arena, words, more);
}

/* "新增3条，撤销1条" */
static struct text
counts_words(const struct report *report, struct arena *arena)
{
    struct text words = text_of("");

    for (int i = 0; i < CHANGED_KINDS; i++) {
        size_t count = report->changes->lists[i].count;

        if (count > 0)
            words = and_more(report, words, WORDING_SENTENCE_COMMA,
                             SAY(arena, report->language, counts[i],
                                 count_text(arena, (int64_t)count)),
                             arena);
    }
    return words;
}

void
changes_note(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    struct text words, more;
    struct view *item;

    view_list(view, "CHANGES");
    if (report->changes == NULL)
        return;
    words = restated_words(report, arena);
    more = counts_words(report, arena);
    if (more.length > 0)
        words =
            and_more(report, words, WORDING_SENTENCE_SEMICOLON, more, arena);
    if (words.length == 0)
        return;
    item = view_item(view, "CHANGES");
    view_text(item, "TEXT", words);
    link_fill(item, TEXT("changes"));
}

const struct page changes_page = {
    .name = "changes",
    .title = WORDING_PAGE_CHANGES,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
