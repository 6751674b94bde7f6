#include "page/tables.h"

#include "base/arena.h"
#include "base/wording.h"
#include "page/frame.h"
#include "view/breakdown.h"
#include "view/data.h"
#include "view/figure.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/sheet_frame.h"
#include "view/view.h"
#include "year/core.h"
#include "year/figures.h"
#include "year/redact.h"
#include "year/year.h"

enum { COVER_COLUMNS = 3 };

/* The front while it is filled. */
struct cover {
    const struct report *report;
    struct view *view;
    size_t row;
};

/* A further sheet of a ledger is numbered. */
static struct text
sheet_title(const struct report *report, const struct tables_sheet *sheet,
            struct arena *arena)
{
    const struct ledger_type *type = ledgers[sheet->ledger];
    struct text title =
        text_of(report->language == ZH ? type->title : type->english);

    return sheet->part == 0
               ? title
               : SAY(arena, report->language, WORDING_TABLES_PART, title,
                     count_text(arena, (int64_t)sheet->part + 1));
}

static size_t
shown_columns(const struct report *report, enum ledger_id ledger)
{
    size_t count = 1 + ledger_is_core(ledger);

    for (size_t i = 0; i < ledgers[ledger]->column_count; i++)
        count += redact_shows_column(report->privacy, (int)ledger, i);
    return count;
}

/* Where programs look for the filter of a sheet: 'x'!$A$1:$P$133 */
static void
fill_filter(struct text title, struct text last, struct view *item)
{
    size_t letters = 0;

    while (last.bytes[letters] >= 'A')
        letters++;
    view_text(view_item(item, "FILTER"), "RANGE",
              text_format(item->arena, "'%.*s'!$A$1:$%.*s$%.*s",
                          TEXT_ARG(title), (int)letters, last.bytes,
                          TEXT_ARG(text_from(last, letters))));
}

static void
add_sheet(struct view *view, size_t number, struct text title)
{
    struct view *item = view_item(view, "SHEET");

    view_text(item, "TITLE", title);
    view_count(item, "NUMBER", (int64_t)number + 1);
    view_count(item, "INDEX", (int64_t)number);
    view_list(item, "FILTER");
}

void
tables_fill(const struct report *report, const struct tables_sheet *sheets,
            size_t count, struct view *view)
{
    const struct text *values = report->book->codes->values;
    struct arena *arena = view->arena;

    view_text(view, "PAGE_TITLE", report_title(report, arena));
    view_text(view, "PUBLISHER", values[SETTING_PUBLISHER]);
    view_flag(view, "IS_FILTERED", count > 0);
    add_sheet(view, 0, say(report->language, WORDING_TABLES_COVER));
    for (size_t i = 0; i < count; i++) {
        struct text title = sheet_title(report, &sheets[i], arena);

        add_sheet(view, i + 1, title);
        fill_filter(title,
                    sheet_place(arena, shown_columns(report, sheets[i].ledger),
                                sheets[i].rows + 1),
                    view_find_list(view, "SHEET")->last);
    }
}

static void
add_row(struct cover *cover, enum sheet_style style, struct text a,
        struct text b, struct text c)
{
    const struct text texts[COVER_COLUMNS] = {a, b, c};

    sheet_frame_row(cover->view, ++cover->row, style, texts,
                    c.length > 0   ? 3
                    : b.length > 0 ? 2
                                   : 1);
}

/* What was published, of when, and for whom. */
static void
fill_head(struct cover *cover)
{
    const struct report *report = cover->report;
    struct arena *arena = cover->view->arena;
    bool is_public = redact_is_public(report->privacy);

    add_row(cover, SHEET_TITLE,
            text_format(arena, "%.*s  %.*s",
                        TEXT_ARG(report_title(report, arena)),
                        TEXT_ARG(month_words(arena, report->language,
                                             report->year->month))),
            TEXT(""), TEXT(""));
    add_row(cover, SHEET_TEXT, say(report->language, WORDING_CUTOFF),
            date_text(arena, report->year->cutoff), TEXT(""));
    add_row(cover, SHEET_TEXT, say(report->language, WORDING_TABLES_EDITION),
            say(report->language,
                is_public ? WORDING_EDITION_PUBLIC : WORDING_EDITION_INTERNAL),
            TEXT(""));
    add_row(cover, SHEET_TEXT, say(report->language, WORDING_GENERATED),
            report->generated, TEXT(""));
    add_row(cover, SHEET_NOTE, say(report->language, WORDING_TABLES_NOTE),
            TEXT(""), TEXT(""));
    cover->row++;
}

static void
fill_contents(struct cover *cover, const struct tables_sheet *sheets,
              size_t count)
{
    const struct report *report = cover->report;
    struct arena *arena = cover->view->arena;

    add_row(cover, SHEET_HEAD, say(report->language, WORDING_TABLES_SHEET),
            say(report->language, WORDING_TABLES_RECORDS), TEXT(""));
    for (size_t i = 0; i < count; i++)
        add_row(cover, SHEET_TEXT, sheet_title(report, &sheets[i], arena),
                count_text(arena, (int64_t)sheets[i].rows), TEXT(""));
    cover->row++;
}

static void
fill_definitions(struct cover *cover)
{
    const struct report *report = cover->report;
    enum language language = report->language;

    add_row(cover, SHEET_HEAD, say(language, WORDING_FIGURE_ID),
            say(language, WORDING_TABLES_FIGURE),
            say(language, WORDING_TABLES_DEFINITION));
    for (size_t id = 0; id < FIGURE_COUNT; id++)
        if (figure_is_shown(report, (enum figure_id)id))
            add_row(cover, SHEET_TEXT, text_of(figures[id].id),
                    text_of(figures[id].label[language]),
                    text_of(figures[id].definition[language]));
}

void
tables_fill_cover(const struct report *report,
                  const struct tables_sheet *sheets, size_t count,
                  struct view *view)
{
    static const size_t widths[COVER_COLUMNS] = {30, 24, 90};
    struct cover cover = {report, view, 0};

    sheet_frame_begin(view);
    view_flag(view, "IS_FIRST", true);
    for (size_t i = 0; i < COVER_COLUMNS; i++)
        sheet_frame_column(view, widths[i], SHEET_TEXT);
    fill_head(&cover);
    fill_contents(&cover, sheets, count);
    fill_definitions(&cover);
}

void
tables_fill_ledger(const struct report *report,
                   const struct tables_sheet *sheet, struct view *view)
{
    enum { STATUS_WIDTH = 12, FIGURES_WIDTH = 40 };
    const struct ledger_type *type = ledgers[sheet->ledger];
    size_t count = shown_columns(report, sheet->ledger), at = 0;
    struct text *titles = arena_take(view->arena, count * sizeof(*titles));

    sheet_frame_begin(view);
    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];

        if (!redact_shows_column(report->privacy, (int)sheet->ledger, i))
            continue;
        titles[at++] = download_title(report, column);
        sheet_frame_column(view, sheet_width_of(column),
                           sheet_style_of(column));
    }
    if (ledger_is_core(sheet->ledger)) {
        titles[at++] = say(report->language, WORDING_STATUS_AT_CUTOFF);
        sheet_frame_column(view, STATUS_WIDTH, SHEET_CODE);
    }
    titles[at++] = say(report->language, WORDING_COUNTED_IN);
    sheet_frame_column(view, FIGURES_WIDTH, SHEET_CODE);
    sheet_frame_row(view, 1, SHEET_HEAD, titles, at);
    sheet_frame_freeze(view, count, sheet->rows + 1);
}
