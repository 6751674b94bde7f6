/*
 * 有关指标: what other units state, with its source; each claim about a
 * figure of ours is held against the ledgers.
 */
#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "ledger/campaign.h"
#include "page/pages.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/indicator_words.h"
#include "view/record_words.h"
#include "year/claims.h"
#include "year/targets.h"

/* The number alone is the figure; 余 and 约 stand around it. */
static void
fill_value(const struct report *report, const struct indicator *it,
           struct view *item)
{
    struct text words = text_of("%1");
    size_t at;

    if (it->bound.value == BOUND_MORE)
        words = say(report->language, WORDING_INDICATOR_MORE);
    if (it->bound.value == BOUND_ABOUT)
        words = say(report->language, WORDING_INDICATOR_ABOUT);
    at = text_find(words, TEXT("%1"));
    view_text(item, "BEFORE", text_slice(words, 0, at));
    view_text(item, "VALUE", indicator_number(&it->value, item->arena));
    view_text(item, "AFTER", text_from(words, at + 2));
}

/* The target its own row states, else that of targets.csv, which is for a
   number of this year. */
static struct number
target_now(const struct year *year, const struct indicator_figure *it,
           struct arena *arena)
{
    struct text id = text_format(arena, "indicators.%.*s", TEXT_ARG(it->key));
    const struct indicator *row = (const struct indicator *)it->row;
    struct number stated = row->target;
    struct target target;

    if (stated.given || row->month.number < year->start.number ||
        !target_of_id(year, id, &target))
        return stated;
    return (struct number){target.millionths, true};
}

/* A place in an order is the better the lower: no share of it is reached. */
static bool
is_place(struct text name)
{
    return text_ends(name, "位次") || text_ends(name, "排名") ||
           text_ends(name, "名次");
}

static struct text
target_words(const struct report *report, struct text name,
             const struct number *value, const struct number *target,
             struct arena *arena)
{
    const struct text details[4] = {
        indicator_number(target, arena),
        percent_text(arena, value->millionths, target->millionths)};

    if (!target->given)
        return text_of("");
    if (target->millionths <= 0 || value->millionths < 0 || is_place(name))
        return details[0];
    return say_with(arena, report->language, WORDING_INDICATOR_TARGET_DONE,
                    details);
}

/* What the ledgers say: the figure itself, or what it was at the end of the
   month the claim is about. */
static void
fill_claim(const struct report *report, const struct row *row,
           struct view *item)
{
    const struct indicator *it = (const struct indicator *)row;
    struct claim claim;
    struct view *check;
    bool is_now, holds;

    view_list(item, "CHECK");
    if (!claim_made(report->year, row, item->arena, &claim) ||
        !figure_is_shown(report, claim.figure))
        return;
    check = view_item(item, "CHECK");
    is_now = it->month.number == report->year->month.number;
    holds = claim_holds(claim.stated, it->bound.value, claim.numerator,
                        claim.denominator);
    view_flag(check, "IS_NOW", is_now);
    view_flag(check, "IS_THEN", !is_now);
    view_text(check, "FIGURE", text_of(figures[claim.figure].id));
    view_text(check, "LABEL", figure_label(report, claim.figure));
    view_text(check, "VALUE",
              is_now ? figure_text(item->arena, report->year, claim.figure)
                     : decimal_text(item->arena, claim.numerator,
                                    claim.denominator,
                                    claim.denominator == 1 ? 0 : 1));
    view_list(check, "LINK");
    if (is_now)
        link_figure(report, claim.figure, check);
    view_text(check, "TONE", text_of(holds ? "good" : "bad"));
    view_text(check, "VERDICT",
              say(report->language,
                  holds ? WORDING_INDICATOR_HOLDS : WORDING_INDICATOR_DIFFERS));
}

static struct text
scope_said(const struct report *report, const struct row *row,
           struct arena *arena)
{
    return record_words_said_cell(
        report, LEDGER_indicators, row,
        record_words_cells(report, LEDGER_indicators, row, arena), "scope");
}

static void
fill_row(const struct report *report, const struct row *row,
         const struct number *target, struct view *item)
{
    const struct indicator *it = (const struct indicator *)row;
    const struct text *cells =
        record_words_cells(report, LEDGER_indicators, row, item->arena);
    struct text name = record_words_cell(LEDGER_indicators, cells, "name");

    view_text(item, "NAME", name);
    view_text(item, "MONTH", month_text(item->arena, it->month));
    fill_value(report, it, item);
    view_text(item, "UNIT",
              record_words_cell(LEDGER_indicators, cells, "unit"));
    view_text(item, "SCOPE", scope_said(report, row, item->arena));
    view_text(item, "TARGET",
              target_words(report, name, &it->value, target, item->arena));
    view_text(item, "RANK",
              record_words_cell(LEDGER_indicators, cells, "rank"));
    view_text(item, "SOURCE",
              record_words_cell(LEDGER_indicators, cells, "source"));
}

/* Of a key that may stand in a page as an id of a figure. */
static bool
is_plain(struct text key)
{
    for (size_t i = 0; i < key.length; i++)
        if (!isalnum((unsigned char)key.bytes[i]) &&
            !strchr("._-", key.bytes[i]))
            return false;
    return key.length > 0;
}

static void
fill_indicator(const struct report *report, const struct indicator_figure *it,
               const struct number *target, struct view *item)
{
    bool is_figure = is_plain(it->key);

    fill_row(report, it->row, target, item);
    fill_claim(report, it->row, item);
    view_flag(item, "IS_FIGURE", is_figure);
    view_flag(item, "IS_OTHER", !is_figure);
    view_format(item, "INDICATOR_ID", "indicators.%.*s", TEXT_ARG(it->key));
}

/* Every row up to the report month: the list behind the values. */
static void
fill_rows(const struct report *report, struct view *view)
{
    const struct ledger *held = &report->book->ledgers[LEDGER_indicators];
    size_t count = 0;

    view_list(view, "STATED");
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);
        const struct indicator *it = (const struct indicator *)row;

        if (!row_counts_in(row) || it->month.number == 0 ||
            it->month.number > report->year->month.number)
            continue;
        fill_row(report, row, &it->target, view_item(view, "STATED"));
        count++;
    }
    view_flag(view, "HAS_HISTORY", count > report->year->indicator_count);
}

static bool
is_wanted(const struct report *report)
{
    return report->book->ledgers[LEDGER_indicators].is_present;
}

static const struct indicator *
indicator_at(const struct year *year, size_t place)
{
    return (const struct indicator *)year->indicators[place].row;
}

static void
say_once(const struct report *report, enum wording title, struct text value,
         struct view *view)
{
    if (value.length > 0)
        view_text(view_item(view, "SAME"), "TEXT",
                  SAY(view->arena, report->language, WORDING_LIST_ALL_SAME,
                      say(report->language, title), value));
}

/* In a table of some length a column of one value is left out, and said
   once. */
static void
fill_columns(const struct report *report, struct view *view)
{
    const struct year *year = report->year;
    bool has_months = year->indicator_count < CHART_ROWS_HOLLOW;
    bool has_scopes = has_months;

    for (size_t i = 1; i < year->indicator_count; i++) {
        const struct indicator *it = indicator_at(year, i);
        const struct indicator *first = indicator_at(year, 0);

        has_months = has_months || it->month.number != first->month.number;
        has_scopes = has_scopes || it->scope.value != first->scope.value;
    }
    view_list(view, "SAME");
    view_flag(view, "HAS_SAME", !has_months || !has_scopes);
    view_flag(view, "HAS_MONTHS", has_months);
    view_flag(view, "HAS_SCOPES", has_scopes);
    if (!has_months)
        say_once(report, WORDING_MONTH,
                 month_words(view->arena, report->language,
                             indicator_at(year, 0)->month),
                 view);
    if (!has_scopes)
        say_once(report, WORDING_INDICATOR_SCOPE,
                 scope_said(report, year->indicators[0].row, view->arena),
                 view);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct year *year = report->year;
    bool has_targets = false;

    (void)instance;
    view_list(view, "INDICATOR");
    for (size_t i = 0; i < year->indicator_count; i++) {
        const struct indicator_figure *it = &year->indicators[i];
        struct number target = target_now(year, it, view->arena);

        fill_indicator(report, it, &target, view_item(view, "INDICATOR"));
        has_targets = has_targets || target.given;
    }
    fill_columns(report, view);
    view_flag(view, "HAS_TARGETS", has_targets);
    view_flag(view, "HAS_INDICATORS", year->indicator_count > 0);
    view_flag(view, "HAS_NONE", year->indicator_count == 0);
    fill_rows(report, view);
}

const struct page indicators_page = {
    .name = "indicators",
    .title = WORDING_PAGE_INDICATORS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
