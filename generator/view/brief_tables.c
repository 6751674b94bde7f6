/*
 * A browser cannot be told to put something at the foot of the last sheet of
 * paper, but a sheet whose rows are counted can be made as high as the paper
 * is.  So the table of units is cut here, by the lines its rows take: the foot
 * has room beneath the last of them and never stands alone.
 */
#include "view/brief_tables.h"

#include "base/arena.h"
#include "base/wording.h"
#include "ledger/book.h"
#include "view/chapter.h"
#include "view/goals.h"
#include "view/months.h"
#include "view/unit_table.h"
#include "view/units.h"
#include "view/view.h"

/* In lines of the tables' type, of which the sheet has so many. */
enum {
    SHEET_LINES = 37,
    GOALS_LINES = 4, /* title, measure, head, and what follows it */
    UNITS_LINES = 6, /* the same, its head of two lines */
    ROWS_LEAST = 4,  /* of units on the last sheet */
    NAME_WIDTH = 22, /* half a Chinese character each */
    FOOT_WIDTH = 52
};

static const enum setting recipients[] = {SETTING_REPORT_TO, SETTING_SEND_TO,
                                          SETTING_ISSUE_TO};

struct sheets {
    const struct report *report;
    const struct unit_shown *units;
    size_t count;
    int foot; /* how many lines it takes */
    bool has_goals;
};

/* How many lines of that width, in half characters, the text runs over. */
static int
lines_in(struct text text, int most)
{
    int width = 0;

    for (size_t at = 0; at < text.length; at++)
        if (((unsigned char)text.bytes[at] & 0xc0) != 0x80)
            width += (unsigned char)text.bytes[at] < 0x80 ? 1 : 2;
    return (width + most - 1) / most;
}

/* A name may run on in its cell. */
static int
lines_of(struct text name)
{
    int lines = lines_in(name, NAME_WIDTH);

    return lines > 0 ? lines : 1;
}

/* Its lines are higher than those of the tables by a third, and there is air
   above it. */
static int
foot_of(const struct report *report)
{
    int lines = 1;

    for (size_t i = 0; i < sizeof(recipients) / sizeof(recipients[0]); i++)
        lines +=
            lines_in(report->book->codes->values[recipients[i]], FOOT_WIDTH);
    return 2 + (lines * 4 + 2) / 3;
}

/* The first unit that no longer stands on the sheet that has so many lines
   left.  One stands on a sheet of its own, however long its name or the
   foot. */
static size_t
end_of(const struct sheets *sheets, size_t first, int lines)
{
    int rest = UNITS_LINES + 1 + sheets->foot;
    bool is_fresh = lines == SHEET_LINES;
    size_t end = first, most;

    for (size_t i = first; i < sheets->count; i++)
        rest += lines_of(sheets->units[i].name);
    if (rest <= lines)
        return sheets->count;
    lines -= UNITS_LINES;
    while (end < sheets->count && lines_of(sheets->units[end].name) <= lines)
        lines -= lines_of(sheets->units[end++].name);
    most = end < sheets->count ? end : end - 1;
    if (sheets->count - end < ROWS_LEAST)
        end = sheets->count > first + ROWS_LEAST ? sheets->count - ROWS_LEAST
                                                 : first;
    if (end > first || !is_fresh)
        return end;
    return most > first ? most : first + 1;
}

static struct text
table_title(const struct sheets *sheets, enum wording number,
            enum wording title, struct arena *arena)
{
    enum language language = sheets->report->language;

    if (!sheets->has_goals || sheets->count == 0)
        number = WORDING_BRIEF_TABLE_ONLY;
    return SAY(arena, language, WORDING_BRIEF_TABLE_TITLE,
               say(language, number), say(language, title));
}

static void
fill_goals(const struct sheets *sheets, struct view *sheet)
{
    goals_fill(sheets->report, sheet);
    view_text(sheet, "GOALS_TABLE_TITLE",
              table_title(sheets, WORDING_BRIEF_TABLE_1,
                          WORDING_BRIEF_TABLE_GOALS, sheet->arena));
}

static void
fill_units(const struct sheets *sheets, size_t first, size_t end,
           struct view *sheet)
{
    struct view *table = view_item(sheet, "UNITS");

    view_text(table, "TABLE_TITLE",
              table_title(sheets, WORDING_BRIEF_TABLE_2,
                          WORDING_BRIEF_TABLE_UNITS, sheet->arena));
    view_text(
        table, "UNITS_NOTE",
        SAY(sheet->arena, sheets->report->language,
            WORDING_BRIEF_TABLE_UNITS_NOTE,
            chapter_carried(sheets->report, NULL, WORDING_CARRIED_IN_TOTALS)));
    view_flag(table, "BEGINS", first == 0);
    view_flag(table, "GOES_ON", first > 0);
    standing_heads_fill(sheets->report, table);
    view_list(table, "ROW");
    view_list(table, "TOTAL");
    for (size_t i = first; i < end; i++)
        standing_row_fill(sheets->report, &sheets->units[i], i + 1,
                          view_item(table, "ROW"));
    if (end == sheets->count)
        standing_total_fill(sheets->report, view_item(table, "TOTAL"));
}

static void
fill_note(const struct sheets *sheets, struct view *view)
{
    enum wording words = sheets->count == 0  ? WORDING_BRIEF_NOTE_GOALS
                         : sheets->has_goals ? WORDING_BRIEF_NOTE_BOTH
                                             : WORDING_BRIEF_NOTE_UNITS;

    view_list(view, "TABLES_NOTE");
    if (sheets->has_goals || sheets->count > 0)
        view_text(view_item(view, "TABLES_NOTE"), "TEXT",
                  say(view->language, words));
}

void
brief_tables_fill(const struct report *report, struct view *view)
{
    struct goal goals[GOALS_MOST];
    struct sheets sheets = {.report = report, .foot = foot_of(report)};
    int goal_count = (int)goals_of(report, goals, view->arena);
    int lines = SHEET_LINES;
    size_t at = 0;
    bool is_first = true;

    sheets.units = units_shown(report, view->arena, &sheets.count);
    sheets.has_goals = goal_count > 0;
    view_list(view, "SHEET");
    fill_note(&sheets, view);
    while (at < sheets.count || (is_first && sheets.has_goals)) {
        struct view *sheet = view_item(view, "SHEET");
        size_t end;

        view_list(sheet, "GOALS");
        view_list(sheet, "UNITS");
        if (is_first && sheets.has_goals) {
            fill_goals(&sheets, sheet);
            lines -= GOALS_LINES + goal_count;
        }
        end = end_of(&sheets, at, lines);
        if (end > at)
            fill_units(&sheets, at, end, sheet);
        view_flag(sheet, "IS_LAST", end == sheets.count);
        at = end;
        lines = SHEET_LINES;
        is_first = false;
    }
    view_flag(view, "HAS_NO_SHEETS", is_first);
}
