/*
 * What is different from the month before: how the running totals went on,
 * what the months published should have said, and every record.
 */
#include "page/changes.h"

#include "base/arena.h"
#include "page/changed_records.h"
#include "page/changed_sums.h"
#include "page/frame.h"
#include "page/pages.h"
#include "page/restated_months.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "year/core.h"
#include "year/record_changes.h"

static const struct {
    enum wording count; /* "补报%1条" */
    const char *anchor; /* of the section that has them */
} kinds[CHANGED_KINDS] = {
    [CHANGED_LATE] = {WORDING_CHANGED_LATE_COUNT, "late"},
    [CHANGED_NEW] = {WORDING_CHANGED_NEW_COUNT, "by-unit"},
    [CHANGED_SOLVED] = {WORDING_CHANGED_SOLVED_COUNT, "by-unit"},
    [CHANGED_REOPENED] = {WORDING_CHANGED_REOPENED_COUNT, "reopened"},
    [CHANGED_WITHDRAWN] = {WORDING_CHANGED_WITHDRAWN_COUNT, "withdrawn"},
    [CHANGED_UNSEEN] = {WORDING_CHANGED_UNSEEN_COUNT, "unseen"},
    [CHANGED_EDITED] = {WORDING_CHANGED_EDITED_COUNT, "edited"},
};

static bool
is_wanted(const struct report *report)
{
    return report->changes != NULL;
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

/* What is to be said, cut at the numbers that lead to a section of the page;
   other parts have no anchor. */
struct sentence {
    struct part {
        struct text text;
        const char *anchor;
    } parts[3 * CHANGED_KINDS + 6];
    size_t count;
};

static void
add_part(struct sentence *sentence, struct text text, const char *anchor)
{
    sentence->parts[sentence->count++] = (struct part){text, anchor};
}

/* "4个数" leads to the table of them. */
static void
say_restated(const struct restated_said *said, struct sentence *sentence)
{
    size_t at = text_find(said->text, said->figures);

    if (said->text.length == 0)
        return;
    add_part(sentence, text_slice(said->text, 0, at), NULL);
    add_part(sentence, said->figures, "restated");
    add_part(sentence, text_from(said->text, at + said->figures.length), NULL);
}

/* "新增3条，撤销1条"; the late ones are left out where they have been told as
   why months are restated. */
static void
say_counts(const struct report *report, bool is_late_told,
           struct sentence *sentence, struct arena *arena)
{
    enum wording mark = WORDING_SENTENCE_SEMICOLON;

    for (int i = 0; i < CHANGED_KINDS; i++) {
        size_t count = report->changes->lists[i].count;
        struct text number = count_text(arena, (int64_t)count);
        struct words_around words =
            say_around(arena, report->language, kinds[i].count, number);

        if (count == 0 || (i == CHANGED_LATE && is_late_told))
            continue;
        if (sentence->count > 0)
            add_part(sentence, say(report->language, mark), NULL);
        add_part(sentence, words.before, NULL);
        add_part(sentence, number, kinds[i].anchor);
        add_part(sentence, words.after, NULL);
        mark = WORDING_SENTENCE_COMMA;
    }
}

static struct sentence
sentence_of(const struct report *report, struct arena *arena)
{
    struct sentence sentence = {.count = 0};
    struct restated_said said = restated_said(report, arena);
    size_t late = report->changes->lists[CHANGED_LATE].count;

    say_restated(&said, &sentence);
    say_counts(report, said.late > 0 && said.late == late, &sentence, arena);
    return sentence;
}

/* TEXT, the whole sentence, and PIECE {TEXT LINKED {ANCHOR}}. */
static void
fill_sentence(const struct sentence *sentence, struct view *view)
{
    struct text whole = text_of("");

    view_list(view, "PIECE");
    for (size_t i = 0; i < sentence->count; i++) {
        const struct part *part = &sentence->parts[i];
        struct view *item = view_item(view, "PIECE");

        whole = text_join(view->arena, whole, part->text);
        view_text(item, "TEXT", part->text);
        view_list(item, "LINKED");
        if (part->anchor)
            view_text(view_item(item, "LINKED"), "ANCHOR",
                      text_of(part->anchor));
    }
    view_text(view, "TEXT", whole);
}

void
changes_note(const struct report *report, struct view *view)
{
    struct sentence sentence;
    struct view *item;

    view_list(view, "CHANGES");
    if (report->changes == NULL)
        return;
    sentence = sentence_of(report, view->arena);
    if (sentence.count == 0)
        return;
    item = view_item(view, "CHANGES");
    fill_sentence(&sentence, item);
    link_fill(item, TEXT("changes"));
}

/* The first line: what changed, else why nothing is told.  A page that has
   neither keeps its title. */
static void
fill_heading(const struct report *report, struct view *view)
{
    const struct record_changes *changes = report->changes;
    struct month before = month_moved(report->year->month, -1);
    bool is_changed;

    changes_note(report, view);
    is_changed = view_find_list(view, "CHANGES")->first != NULL;
    view_list(view, "STILL");
    if (changes->is_first)
        view_text(view_item(view, "STILL"), "TEXT",
                  say(report->language, WORDING_CHANGES_FIRST));
    else if (has_compared_ledger(report) && !record_changes_any(changes))
        view_text(view_item(view, "STILL"), "TEXT",
                  say(report->language, WORDING_CHANGES_NONE));
    view_list(view, "AGAINST");
    if (!changes->is_first)
        view_text(view_item(view, "AGAINST"), "TEXT",
                  SAY(view->arena, report->language, WORDING_CHANGES_AGAINST,
                      told_month(report, before, view->arena)));
    view_flag(view, "HAS_TITLE", !is_changed);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    struct telling telling = told_begin(report, view);

    (void)instance;
    fill_heading(report, view);
    changed_records_fill(&telling, view);
    changed_sums_fill(&telling, view);
    restated_fill(report, view);
}

const struct page changes_page = {
    .name = "changes",
    .title = WORDING_PAGE_CHANGES,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
