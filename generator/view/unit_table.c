#include "view/unit_table.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/chart.h"
#include "view/fields.h"
#include "view/months.h"
#include "view/places.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"

enum { ROWS_MOST = 15, SQUARES_MOST = 12, PAIRS = 4 };

/* "11/12": one column of a table by unit, of another of it. */
static const struct pair {
    enum table_id table;
    enum wording head;
    enum wording matters, measure; /* the head where nothing else tells them */
    const char *part, *whole;
} pairs[PAIRS] = {
    {TABLE_PROBLEMS_BY_UNIT, WORDING_STANDING_PROBLEMS,
     WORDING_BRIEF_OF_PROBLEMS, WORDING_BRIEF_HEAD_PROBLEMS, "solved",
     "raised"},
    {TABLE_SUGGESTIONS_BY_UNIT, WORDING_STANDING_SUGGESTIONS,
     WORDING_BRIEF_OF_SUGGESTIONS, WORDING_BRIEF_HEAD_SUGGESTIONS, "adopted",
     "submitted"},
    {TABLE_REPORTS_BY_UNIT, WORDING_STANDING_REPORTS, WORDING_BRIEF_OF_REPORTS,
     WORDING_BRIEF_HEAD_REPORTS, "converted", "submitted"},
    {TABLE_PROJECTS_BY_UNIT, WORDING_STANDING_PROJECTS,
     WORDING_BRIEF_OF_PROJECTS, WORDING_BRIEF_HEAD_PROJECTS, "started",
     "signed"},
};

/* What a unit still has in hand, behind the pairs. */
static const char *const holdings[] = {"open", "overdue"};

enum { HOLDINGS = sizeof(holdings) / sizeof(holdings[0]) };

static bool
has_table(const struct report *report, enum table_id table)
{
    for (size_t i = units_table(report, 0); i < TABLE_COUNT;
         i = units_table(report, i + 1))
        if (i == (size_t)table)
            return true;
    return false;
}

/* What there was to be done: carried over and entered. */
static int64_t
whole_of(enum table_id table, const struct table_row *row, const char *entered)
{
    return table_value(row, table, "carried") +
           table_value(row, table, entered);
}

/* All matters of the unit or field in that ledger. */
static void
fill_whole(const struct report *report, enum table_id table,
           const char *entered, const struct table_row *row, struct view *cell)
{
    int64_t count = whole_of(table, row, entered);

    view_count(cell, "TEXT", count);
    link_place(cell,
               place_of_matters(report, scope_of(table, row),
                                tables[table].ledger, count, cell->arena));
}

static void
fill_count(const struct report *report, enum table_id table, const char *column,
           const struct table_row *row, struct view *cell)
{
    int64_t count = table_value(row, table, column);

    view_count(cell, "TEXT", count);
    link_place(cell, place_of_scope(report, scope_of(table, row),
                                    column_figure(table, column), count,
                                    cell->arena));
}

/* One square each, those overdue filled; too many are told by their number. */
static void
fill_open(const struct report *report, enum table_id table,
          const struct table_row *row, struct view *item)
{
    int64_t open = table_value(row, table, "open");
    int64_t overdue = table_value(row, table, "overdue");

    view_list(item, "SQUARE");
    for (int64_t i = 0; i < open && open <= SQUARES_MOST; i++)
        view_flag(view_item(item, "SQUARE"), "IS_OVERDUE", i < overdue);
    view_list(item, "OVERDUE");
    view_list(item, "OPEN");
    view_flag(item, "IS_CLEAR", open == 0);
    if (open > 0)
        fill_count(report, table, "open", row, view_item(item, "OPEN"));
    if (overdue > 0)
        fill_count(report, table, "overdue", row, view_item(item, "OVERDUE"));
}

static void
fill_pairs(const struct report *report, const struct unit_shown *unit,
           struct view *item)
{
    view_list(item, "PAIR");
    for (size_t i = 0; i < PAIRS; i++) {
        const struct pair *it = &pairs[i];
        const struct table_row *row;
        struct view *cell;

        if (!has_table(report, it->table))
            continue;
        row = units_row(report, it->table, unit->code);
        cell = view_item(item, "PAIR");
        view_list(cell, "PART");
        view_list(cell, "WHOLE");
        view_flag(cell, "IS_GIVEN", row != NULL);
        view_flag(cell, "IS_NONE", row == NULL);
        if (row == NULL)
            continue;
        fill_count(report, it->table, it->part, row, view_item(cell, "PART"));
        fill_whole(report, it->table, it->whole, row, view_item(cell, "WHOLE"));
    }
}

static void
fill_holder(const struct report *report, const struct unit_shown *unit,
            size_t place, struct view *table)
{
    struct view *item = view_item(table, "ROW");

    view_brief(item, "NAME",
               redact_text(report->privacy, unit->name, item->arena));
    link_fill(item, text_format(item->arena, "unit-%zu", place));
    fill_open(report, TABLE_PROBLEMS_BY_UNIT,
              units_row(report, TABLE_PROBLEMS_BY_UNIT, unit->code), item);
    fill_pairs(report, unit, item);
}

static int64_t
open_of(const struct report *report, const struct unit_shown *unit)
{
    const struct table_row *row =
        units_row(report, TABLE_PROBLEMS_BY_UNIT, unit->code);

    return row ? table_value(row, TABLE_PROBLEMS_BY_UNIT, "open") : 0;
}

/* "在办集中在5个单位，其余8个已清零": of the units with any problem. */
static void
fill_holders_words(const struct report *report, int64_t holders, int64_t others,
                   struct view *item)
{
    struct arena *arena = item->arena;

    view_text(item, "TITLE",
              SAY(arena, report->language,
                  others > 0 ? WORDING_HOLDERS_TITLE : WORDING_HOLDERS_ALL,
                  count_text(arena, holders), count_text(arena, others)));
    view_text(item, "SUBTITLE",
              SAY(arena, report->language, WORDING_HOLDERS_SUBTITLE,
                  day_words(report, report->year->cutoff, arena),
                  chapter_carried(report, NULL, WORDING_CARRIED_IN_TOTALS)));
    view_list(item, "HEAD");
    for (size_t i = 0; i < PAIRS; i++)
        if (has_table(report, pairs[i].table))
            view_text(view_item(item, "HEAD"), "TEXT",
                      say(report->language, pairs[i].head));
}

void
holders_fill(const struct report *report, struct view *view)
{
    size_t count;
    const struct unit_shown *units = units_shown(report, view->arena, &count);
    int64_t holders = 0, others = 0;
    struct view *item;

    view_list(view, "HOLDERS");
    view_flag(view, "IS_CLEAR", false);
    if (!figure_is_shown(report, FIGURE_PROBLEMS_OPEN))
        return;
    view_flag(view, "IS_CLEAR",
              report->year->figures[FIGURE_PROBLEMS_OPEN].count == 0);
    if (report->year->figures[FIGURE_PROBLEMS_OPEN].count == 0)
        return;
    item = view_item(view, "HOLDERS");
    for (size_t i = 0; i < count; i++) {
        if (open_of(report, &units[i]) == 0)
            others += units_row(report, TABLE_PROBLEMS_BY_UNIT,
                                units[i].code) != NULL;
        else if (holders++ < ROWS_MOST)
            fill_holder(report, &units[i], i + 1, item);
    }
    fill_holders_words(report, holders, others, item);
    view_flag(item, "IS_CUT", holders > ROWS_MOST);
}

static int
by_raised(const void *a, const void *b)
{
    const struct table_row *one = *(const struct table_row *const *)a;
    const struct table_row *other = *(const struct table_row *const *)b;

    int64_t here = whole_of(TABLE_PROBLEMS_BY_CATEGORY, one, "raised");
    int64_t there = whole_of(TABLE_PROBLEMS_BY_CATEGORY, other, "raised");

    if (here != there)
        return here < there ? 1 : -1;
    return text_compare(one->key, other->key);
}

static void
fill_field(const struct report *report, const struct table_row *row,
           int64_t most, struct view *item)
{
    enum table_id id = TABLE_PROBLEMS_BY_CATEGORY;
    int64_t raised = whole_of(id, row, "raised");
    int64_t solved = table_value(row, id, "solved");

    view_brief(item, "NAME",
               row->key.length > 0
                   ? redact_text(report->privacy, row->key, item->arena)
                   : say(report->language, WORDING_NOT_GIVEN));
    link_place(item, field_file(report, row->code, item->arena));
    fill_width(item, "WIDTH", (struct fraction){solved, most});
    fill_width(item, "WHOLE", (struct fraction){raised, most});
    fill_count(report, id, "solved", row, view_item(item, "PART"));
    fill_whole(report, id, "raised", row, view_item(item, "ENTERED"));
    view_text(item, "RATE",
              percent_text(item->arena, solved,
                           raised - table_value(row, id, "dropped")));
    fill_open(report, id, row, item);
}

void
fields_fill(const struct report *report, struct view *view)
{
    const struct table *table =
        &report->year->tables[TABLE_PROBLEMS_BY_CATEGORY];
    const struct table_row **rows =
        arena_take(view->arena, (table->count + 1) * sizeof(*rows));
    struct view *item;
    struct text carried;
    int64_t most = 1;

    view_list(view, "FIELDS");
    if (table->count == 0)
        return;
    item = view_item(view, "FIELDS");
    carried = chapter_carried(report, &problems_chapter, WORDING_CARRIED_TOO);
    view_text(
        item, "OF_RAISED",
        SAY(view->arena, report->language, WORDING_SOLVED_OF_RAISED, carried));
    view_text(item, "OF_RAISED_BAR",
              SAY(view->arena, report->language, WORDING_SOLVED_OF_RAISED_BAR,
                  carried));
    for (size_t i = 0; i < table->count; i++) {
        rows[i] = &table->rows[i];
        if (whole_of(TABLE_PROBLEMS_BY_CATEGORY, rows[i], "raised") > most)
            most = whole_of(TABLE_PROBLEMS_BY_CATEGORY, rows[i], "raised");
    }
    qsort(rows, table->count, sizeof(*rows), by_raised);
    for (size_t i = 0; i < table->count && i < ROWS_MOST; i++)
        fill_field(report, rows[i], most, view_item(item, "ROW"));
}

/* Of all units; what was carried over belongs to the whole. */
static int64_t
sum_of(const struct report *report, enum table_id table, const char *column,
       bool is_whole)
{
    const struct table *found = &report->year->tables[table];
    int64_t sum = 0;

    for (size_t i = 0; i < found->count; i++)
        sum += is_whole ? whole_of(table, &found->rows[i], column)
                        : table_value(&found->rows[i], table, column);
    return sum;
}

/* Where nothing is in hand there is no column that says so of each unit. */
static bool
has_column(const struct report *report, size_t column)
{
    if (column < PAIRS)
        return has_table(report, pairs[column].table);
    return has_table(report, TABLE_PROBLEMS_BY_UNIT) &&
           sum_of(report, TABLE_PROBLEMS_BY_UNIT, holdings[column - PAIRS],
                  false) > 0;
}

void
standing_heads_fill(const struct report *report, struct view *table)
{
    view_list(table, "HEAD");
    for (size_t i = 0; i < PAIRS + HOLDINGS; i++) {
        const struct pair *it = i < PAIRS ? &pairs[i] : NULL;
        struct view *head;

        if (!has_column(report, i))
            continue;
        head = view_item(table, "HEAD");
        view_text(head, "MATTERS",
                  say(report->language,
                      it ? it->matters : WORDING_BRIEF_OF_PROBLEMS));
        view_text(
            head, "MEASURE",
            it ? say(report->language, it->measure)
               : table_column_title(report, holdings[i - PAIRS], head->arena));
    }
}

static struct view *
add_number(struct view *cell, bool is_whole)
{
    struct view *number = view_item(cell, "NUMBER");

    view_flag(number, "IS_WHOLE", is_whole);
    return number;
}

void
standing_row_fill(const struct report *report, const struct unit_shown *unit,
                  size_t place, struct view *row)
{
    view_brief(row, "NAME",
               redact_text(report->privacy, unit->name, row->arena));
    view_list(row, "LINK");
    link_fill(view_item(row, "LINK"),
              text_format(row->arena, "unit-%zu", place));
    for (size_t i = 0; i < PAIRS + HOLDINGS; i++) {
        const struct pair *it = i < PAIRS ? &pairs[i] : NULL;
        enum table_id table = it ? it->table : TABLE_PROBLEMS_BY_UNIT;
        const char *column = it ? it->part : holdings[i - PAIRS];
        const struct table_row *found;
        struct view *cell;

        if (!has_column(report, i))
            continue;
        found = units_row(report, table, unit->code);
        cell = view_item(row, "CELL");
        view_list(cell, "NUMBER");
        if (found == NULL || (!it && table_value(found, table, column) == 0))
            continue;
        fill_count(report, table, column, found, add_number(cell, false));
        if (it)
            fill_whole(report, table, it->whole, found, add_number(cell, true));
    }
}

void
standing_total_fill(const struct report *report, struct view *row)
{
    view_list(row, "CELL");
    for (size_t i = 0; i < PAIRS + HOLDINGS; i++) {
        const struct pair *it = i < PAIRS ? &pairs[i] : NULL;
        enum table_id table = it ? it->table : TABLE_PROBLEMS_BY_UNIT;
        struct view *cell;

        if (!has_column(report, i))
            continue;
        cell = view_item(row, "CELL");
        view_count(
            add_number(cell, false), "TEXT",
            sum_of(report, table, it ? it->part : holdings[i - PAIRS], false));
        if (it)
            view_count(add_number(cell, true), "TEXT",
                       sum_of(report, table, it->whole, true));
    }
}
