/*
 * The brief: the month as an official document on A4 paper, in sentences.
 *
 * It tells the chapters of the loop, then what is not as it should be and what
 * the next month holds, with the records concerned, and names what is attached.
 */
#include <string.h>

#include "base/arena.h"
#include "ledger/problems.h"
#include "page/frame.h"
#include "page/list.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/attention.h"
#include "view/breakdown.h"
#include "view/brief_tables.h"
#include "view/card.h"
#include "view/narrative.h"
#include "view/next_month.h"
#include "view/pagination.h"
#include "view/record_words.h"

enum { NAMED_MOST = 10 };

/* The lists that come with the brief. */
static const struct attachment {
    enum figure_id figure;
    enum wording count;
} attachments[] = {
    {FIGURE_PROBLEMS_RAISED, WORDING_BRIEF_COUNT},
    {FIGURE_PROBLEMS_CARRIED, WORDING_BRIEF_COUNT_CARRIED},
    {FIGURE_SUGGESTIONS_SUBMITTED, WORDING_BRIEF_COUNT},
    {FIGURE_SUGGESTIONS_CARRIED, WORDING_BRIEF_COUNT_CARRIED},
    {FIGURE_REPORTS_SUBMITTED, WORDING_BRIEF_COUNT},
    {FIGURE_REPORTS_CARRIED, WORDING_BRIEF_COUNT_CARRIED},
    {FIGURE_PROJECTS_SIGNED, WORDING_BRIEF_COUNT},
    {FIGURE_CADRES_TOTAL, WORDING_BRIEF_COUNT},
};

/* Who receives it, as the settings say. */
static const struct recipient {
    enum setting setting;
    enum wording word;
} recipients[] = {
    {SETTING_REPORT_TO, WORDING_BRIEF_REPORT_TO},
    {SETTING_SEND_TO, WORDING_BRIEF_SEND_TO},
    {SETTING_ISSUE_TO, WORDING_BRIEF_ISSUE_TO},
};

static void
fill_attachments(const struct report *report, struct view *view)
{
    size_t number = 0;

    view_list(view, "ATTACHMENT");
    for (size_t i = 0; i < sizeof(attachments) / sizeof(attachments[0]); i++) {
        enum figure_id figure = attachments[i].figure;
        const struct ledger_type *type = ledgers[figures[figure].ledger];
        struct text title = ledger_title(type, report->language);
        struct view *item;

        if (!figure_has_list(report, figure) ||
            report->year->figures[figure].count == 0)
            continue;
        item = view_item(view, "ATTACHMENT");
        view_text(item, "NUMBER",
                  record_words_say(report, WORDING_BRIEF_NUMBER,
                                   count_text(view->arena, (int64_t)++number),
                                   view->arena));
        view_text(item, "TITLE", title);
        view_text(item, "COUNT_WORDS",
                  record_words_say(
                      report, attachments[i].count,
                      count_text(view->arena,
                                 (int64_t)report->year->figures[figure].count),
                      view->arena));
        link_figure(report, figure, item);
    }
    view_flag(view, "HAS_ATTACHMENTS", number > 0);
}

/* What is overdue, by name. */
static void
fill_late(const struct report *report, struct view *view)
{
    const struct list_rows *rows;

    view_list(view, "LATE");
    view_list(view, "LATE_CUT");
    if (!figure_has_list(report, FIGURE_PROBLEMS_OVERDUE))
        return;
    rows = list_rows(report, FIGURE_PROBLEMS_OVERDUE);
    for (size_t i = 0; i < rows->count && i < NAMED_MOST; i++) {
        const struct named_record record = {
            LEDGER_problems, rows->rows[i],
            ((const struct problem *)rows->rows[i])->due_on,
            WORDING_BRIEF_LATE};

        view_text(view_item(view, "LATE"), "TEXT",
                  SAY(view->arena, report->language, WORDING_BRIEF_SUBITEM,
                      count_text(view->arena, (int64_t)i + 1),
                      record_words_of(report, &record, view->arena)));
    }
    if (rows->count > NAMED_MOST)
        view_text(
            view_item(view, "LATE_CUT"), "TEXT",
            record_words_say(
                report, WORDING_BRIEF_LATE_CUT,
                count_text(view->arena, (int64_t)(rows->count - NAMED_MOST)),
                view->arena));
}

static void
fill_foot(const struct report *report, struct view *view)
{
    const struct text *values = report->book->codes->values;
    size_t count = 0;

    view_list(view, "RECIPIENT");
    for (size_t i = 0; i < sizeof(recipients) / sizeof(recipients[0]); i++) {
        struct view *item;

        if (values[recipients[i].setting].length == 0)
            continue;
        count++;
        item = view_item(view, "RECIPIENT");
        view_text(item, "WORD", say(report->language, recipients[i].word));
        view_text(item, "TEXT", values[recipients[i].setting]);
    }
    view_list(view, "COPIES");
    if (values[SETTING_COPIES].length > 0)
        view_text(view_item(view, "COPIES"), "TEXT",
                  record_words_say(report, WORDING_BRIEF_COPIES,
                                   values[SETTING_COPIES], view->arena));
    view_text(view, "PRINTED_WORDS",
              record_words_say(report, WORDING_BRIEF_PRINTED_ON,
                               view_find_text(view, "PUBLISHED_WORDS")->text,
                               view->arena));
    view_flag(view, "HAS_FOOT",
              count > 0 || values[SETTING_COPIES].length > 0 ||
                  values[SETTING_PUBLISHER].length > 0);
}

/* "1.逾期。2项逾期未办结……" */
static void
fill_items(const struct report *report, const struct view *view)
{
    const struct view_name *duties = view_find_list(view, "DUTY");

    for (struct view *it = duties->first; it; it = it->next) {

        view_text(it, "ITEM",
                  SAY(view->arena, report->language, WORDING_BRIEF_ITEM,
                      view_find_text(it, "NUMBER")->text,
                      view_find_text(it, "WORD")->text,
                      view_find_text(it, "TEXT")->text));
    }
}

/* The chapter behind those of the loop, and the number of the one behind it. */
static void
fill_faults(const struct report *report, struct view *view)
{
    const struct view_name *sections = view_find_list(view, "SECTION");
    int number = WORDING_ORDINAL_1;

    for (const struct view *it = sections->first; it; it = it->next)
        number++;
    view_text(view, "FAULTS_ORDINAL",
              say(report->language, (enum wording)number));
    view_text(view, "AHEAD_ORDINAL",
              say(report->language, (enum wording)(number + 1)));
    attention_fill(report, view);
    fill_items(report, view);
    fill_late(report, view);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    (void)instance;
    view_text(view, "PAGE_TITLE",
              record_words_say(report, WORDING_BRIEF_TITLE,
                               month_words(view->arena, report->language,
                                           report->year->month),
                               view->arena));
    narrative_fill(report, view);
    topics_fill(report, view);
    fill_faults(report, view);
    next_month_fill(report, view);
    fill_attachments(report, view);
    brief_tables_fill(report, view);
    fill_foot(report, view);
}

const struct page print_page = {
    .name = "print",
    .title = WORDING_PAGE_PRINT,
    .is_brief = true,
    .fill = fill,
};
