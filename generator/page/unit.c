/*
 * One unit: its figures, and what it still has open, the overdue first.
 */
#include "base/arena.h"
#include "page/list.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/by_unit.h"
#include "view/card.h"
#include "view/columns.h"
#include "view/pagination.h"
#include "view/units.h"
#include "year/joint_work.h"
#include "year/redact.h"

/* A page says what is urgent; the whole list is one link away. */
enum { RECORDS_MOST = 50, COLUMNS_MOST = 4 };

/* What is pending, by the figure whose list holds it. */
static const struct pending {
    enum figure_id figure;
    enum figure_id urgent; /* those of this list first; FIGURE_COUNT: none */
    const char *columns[COLUMNS_MOST + 1];
} pending[] = {
    {FIGURE_PROBLEMS_OPEN,
     FIGURE_PROBLEMS_OVERDUE,
     {"title", "category", "raised_on", "due_on", NULL}},
    {FIGURE_SUGGESTIONS_REVIEWING,
     FIGURE_COUNT,
     {"title", "category", "submitted_on", NULL}},
    {FIGURE_REPORTS_CONVERTING,
     FIGURE_COUNT,
     {"title", "category", "submitted_on", NULL}},
};

enum { PENDING_COUNT = sizeof(pending) / sizeof(pending[0]) };

/* What the unit works on under another's lead. */
static const struct pending shared[] = {
    {FIGURE_PROBLEMS_RAISED,
     FIGURE_COUNT,
     {"title", "unit", "raised_on", NULL}},
    {FIGURE_SUGGESTIONS_SUBMITTED,
     FIGURE_COUNT,
     {"title", "unit", "submitted_on", NULL}},
    {FIGURE_REPORTS_SUBMITTED,
     FIGURE_COUNT,
     {"title", "unit", "submitted_on", NULL}},
    {FIGURE_PROJECTS_SIGNED,
     FIGURE_COUNT,
     {"title", "unit", "signed_on", NULL}},
};

enum { SHARED_COUNT = sizeof(shared) / sizeof(shared[0]) };

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return text_format(arena, "unit-%zu", instance + 1);
}

static void
fill_figures(const struct report *report, const struct unit_shown *unit,
             struct view *view)
{
    view_list(view, "TABLE");
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1)) {
        const struct table_type *type = &tables[table];
        const struct table_row *row = units_row(report, table, unit->code);
        const struct ledger_type *ledger = ledgers[type->ledger];
        struct view *item;

        if (row == NULL)
            continue;
        item = view_item(view, "TABLE");
        view_text(
            item, "TITLE",
            text_of(view->language == ZH ? ledger->title : ledger->english));
        view_list(item, "COLUMN");
        for (size_t c = table_first(report, table); type->columns[c]; c++) {
            struct view *column = view_item(item, "COLUMN");

            view_text(column, "LABEL",
                      units_column(report, type->columns[c], view->arena));
            view_count(column, "VALUE", row->values[c]);
        }
    }
}

/* A list of the unit's records while it is being filled. */
struct listing {
    const struct report *report;
    const struct pending *kind;
    size_t total; /* records of the unit, shown or not */
    struct view *view;
};

static bool
is_urgent(const struct listing *listing, const struct row *row)
{
    return listing->kind->urgent < FIGURE_COUNT &&
           (year_marks(listing->report->year,
                       figures[listing->kind->figure].ledger, row) &
            MARK_OF(listing->kind->urgent)) != 0;
}

static void
fill_record(const struct listing *listing, const struct row *row,
            bool with_urgency)
{
    int ledger = (int)figures[listing->kind->figure].ledger;
    const struct ledger_type *type = ledgers[ledger];
    struct view *item = view_item(listing->view, "RECORD");
    struct text *texts =
        arena_take(item->arena, type->column_count * sizeof(*texts));

    redact_texts(listing->report->privacy, ledger, row, item->arena, texts);
    view_flag(item, "IS_URGENT", with_urgency);
    view_list(item, "CELL");
    for (size_t c = 0; listing->kind->columns[c]; c++) {
        int column = column_index(type, listing->kind->columns[c]);
        struct view *cell = view_item(item, "CELL");

        view_brief(cell, "TEXT", texts[column]);
        view_flag(cell, "IS_LONG", c == 0);
        view_flag(cell, "IS_SHORT", c != 0);
    }
}

/* Of the unit's records those that are urgent, or those that are not. */
static void
fill_records(struct listing *listing, const struct row *const *rows,
             size_t count, bool urgent)
{
    for (size_t i = 0; i < count; i++) {
        if (is_urgent(listing, rows[i]) != urgent)
            continue;
        if (listing->total++ < list_most(listing->report, RECORDS_MOST))
            fill_record(listing, rows[i], urgent);
    }
}

static void
fill_head(const struct listing *listing, struct view *view)
{
    const struct ledger_type *type =
        ledgers[figures[listing->kind->figure].ledger];

    view_list(view, "HEAD");
    for (size_t c = 0; listing->kind->columns[c]; c++) {
        int index = column_index(type, listing->kind->columns[c]);
        const struct column *column = &type->columns[index];

        view_text(view_item(view, "HEAD"), "TEXT",
                  column_title(listing->report, column, view->arena));
    }
}

/* "问题台账 · 在办" */
static struct text
title_of(const struct report *report, enum figure_id figure, struct text part,
         struct view *view)
{
    const struct ledger_type *type = ledgers[figures[figure].ledger];

    return SAY(view->arena, report->language, WORDING_UNIT_PART,
               text_of(report->language == ZH ? type->title : type->english),
               part);
}

/* All but the rows. */
static void
fill_listing(const struct listing *listing, struct text part)
{
    struct view *view = listing->view;
    enum figure_id figure = listing->kind->figure;
    size_t most = list_most(listing->report, RECORDS_MOST);

    fill_head(listing, view);
    view_text(view, "TITLE", title_of(listing->report, figure, part, view));
    view_flag(view, "HAS_URGENCY", listing->kind->urgent < FIGURE_COUNT);
    view_format(view, "FILE", "%s.html", figures[figure].page);
    view_format(view, "MARKDOWN_FILE", "%s.md", figures[figure].page);
    view_count(view, "TOTAL", (int64_t)listing->total);
    view_flag(view, "IS_EMPTY", listing->total == 0);
    view_flag(view, "IS_FILLED", listing->total > 0);
    view_list(view, "CUT");
    if (listing->total > most)
        view_text(view_item(view, "CUT"), "TEXT",
                  SAY(view->arena, listing->report->language, WORDING_UNIT_CUT,
                      text_format(view->arena, "%zu", most)));
}

static void
fill_pending(const struct report *report, const struct unit_shown *unit,
             const struct pending *kind, struct view *view)
{
    enum figure_id figure = kind->figure;
    struct arena *scratch;
    struct listing listing = {report, kind, 0, NULL};
    const struct row *const *rows;
    size_t count;

    if (!figure_has_list(report, figure))
        return;
    scratch = arena_new();
    listing.view = view_item(view, "PENDING");
    rows = by_unit_rows(report, kind->figure, unit->code, scratch, &count);
    view_list(listing.view, "RECORD");
    fill_records(&listing, rows, count, true);
    fill_records(&listing, rows, count, false);
    fill_listing(&listing, figure_label(report, figure));
    view_text(listing.view, "ID", text_of(figures[figure].page));
    arena_free(scratch);
}

static void
fill_shared(const struct report *report, const struct unit_shown *unit,
            const struct pending *kind, struct view *view)
{
    struct listing listing = {report, kind, 0, NULL};
    enum ledger_id ledger = figures[kind->figure].ledger;
    const struct partnership *found =
        joint_work_find(report->partners, unit->code, ledger, &listing.total);
    size_t most = list_most(report, RECORDS_MOST);

    if (listing.total == 0 || !figure_has_list(report, kind->figure))
        return;
    listing.view = view_item(view, "PENDING");
    view_list(listing.view, "RECORD");
    for (size_t i = 0; i < listing.total && i < most; i++)
        fill_record(&listing, found[i].row, false);
    fill_listing(&listing, say(report->language, WORDING_UNIT_SHARED));
    view_format(listing.view, "ID", "shared-%s", ledgers[ledger]->name);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    size_t count;
    const struct unit_shown *units = units_shown(report, view->arena, &count);
    const struct unit_shown *unit = &units[instance];

    view_text(view, "PAGE_TITLE",
              redact_text(report->privacy, unit->name, view->arena));
    fill_figures(report, unit, view);
    view_list(view, "PENDING");
    for (size_t i = 0; i < PENDING_COUNT; i++)
        fill_pending(report, unit, &pending[i], view);
    for (size_t i = 0; i < SHARED_COUNT; i++)
        fill_shared(report, unit, &shared[i], view);
}

const struct page unit_page = {
    .name = "unit",
    .title = WORDING_PAGE_UNIT,
    .has_markdown = true,
    .instances = units_count,
    .file = file,
    .fill = fill,
};
