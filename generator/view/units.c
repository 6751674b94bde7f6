/*
 * Every unit with its figures, in the order of protocol.
 */
#include "view/units.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "view/multiples.h"
#include "view/pages.h"
#include "view/returns.h"

size_t
units_table(const struct report *report, size_t from)
{
    while (from < TABLE_COUNT &&
           (!text_ends(text_of(tables[from].id), ".by_unit") ||
            !report->book->ledgers[tables[from].ledger].is_present ||
            !privacy_shows_ledger(report->privacy, (int)tables[from].ledger)))
        from++;
    return from;
}

const struct table_row *
units_row(const struct report *report, size_t table, uint32_t code)
{
    const struct table *found = &report->year->tables[table];

    for (size_t i = 0; i < found->count; i++)
        if (found->rows[i].code == code)
            return &found->rows[i];
    return NULL;
}

/* A unit while its place among the others is sought. */
struct ranked {
    struct unit_shown unit;
    int64_t rank;
};

enum { UNLISTED = INT32_MAX };

/* By the list of units; units not on it by first appearance, behind. */
int64_t
unit_rank(const struct report *report, const struct unit_shown *unit)
{
    const struct codes *codes = report->book->codes;

    if (unit->code == 0)
        return INT64_MAX;
    for (size_t i = 0; i < codes->unit_count; i++)
        if (text_equal(codes->units[i].name, unit->name))
            return codes->units[i].order;
    return (int64_t)UNLISTED + unit->code;
}

static int
by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;

    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->unit.code < right->unit.code ? -1 : 1;
}

static void
gather(const struct report *report, size_t table, bool *is_seen,
       struct ranked *ranked, size_t *count)
{
    const struct table *found = &report->year->tables[table];

    for (size_t i = 0; i < found->count; i++) {
        const struct table_row *row = &found->rows[i];
        struct ranked *next = &ranked[*count];

        if (is_seen[row->code])
            continue;
        is_seen[row->code] = true;
        next->unit.code = row->code;
        next->unit.name =
            row->code ? row->key : say(report->language, WORDING_NO_UNIT);
        next->rank = unit_rank(report, &next->unit);
        ++*count;
    }
}

const struct unit_shown *
units_shown(const struct report *report, struct arena *arena, size_t *count)
{
    size_t most = names_count(report->book->units) + 1;
    bool *is_seen = arena_take(arena, most + 1);
    struct ranked *ranked = arena_take(arena, most * sizeof(*ranked));
    struct unit_shown *units = arena_take(arena, most * sizeof(*units));

    *count = 0;
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1))
        gather(report, table, is_seen, ranked, count);
    qsort(ranked, *count, sizeof(*ranked), by_rank);
    for (size_t i = 0; i < *count; i++)
        units[i] = ranked[i].unit;
    return units;
}

struct text
unit_file(const struct report *report, uint32_t code, struct arena *arena)
{
    size_t count;
    const struct unit_shown *units = units_shown(report, arena, &count);

    for (size_t i = 0; i < count; i++)
        if (units[i].code == code)
            return text_format(arena, "unit-%zu", i + 1);
    return text_of("");
}

struct text
units_column(const struct report *report, const char *column,
             struct arena *arena)
{
    struct text name = text_format(arena, "COLUMN_%s", column);
    char *letters = (char *)name.bytes;
    struct text said;

    for (size_t i = 0; i < name.length; i++)
        letters[i] = (char)toupper((unsigned char)letters[i]);
    return say_named(report->language, name, &said) ? said : text_of(column);
}

static bool
is_wanted(const struct report *report)
{
    return units_table(report, 0) < TABLE_COUNT;
}

static void
fill_cells(size_t table, const int64_t *values, struct view *view)
{
    view_list(view, "CELL");
    for (size_t c = 0; tables[table].columns[c]; c++)
        view_count(view_item(view, "CELL"), "TEXT", values[c]);
}

static void
fill_rows(const struct report *report, size_t table,
          const struct unit_shown *units, size_t count, struct view *view)
{
    int64_t totals[TABLE_COLUMNS_MOST] = {0};

    view_list(view, "ROW");
    for (size_t i = 0; i < count; i++) {
        const struct table_row *row = units_row(report, table, units[i].code);
        struct view *item;

        if (row == NULL)
            continue;
        item = view_item(view, "ROW");
        view_text(item, "LABEL",
                  privacy_text(report->privacy, units[i].name, view->arena));
        view_format(item, "FILE", "unit-%zu.html", i + 1);
        view_format(item, "MARKDOWN_FILE", "unit-%zu.md", i + 1);
        fill_cells(table, row->values, item);
        for (size_t c = 0; tables[table].columns[c]; c++)
            totals[c] += row->values[c];
    }
    fill_cells(table, totals, view_item(view, "TOTAL"));
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    size_t count;
    const struct unit_shown *units = units_shown(report, view->arena, &count);

    (void)instance;
    returns_note(report, view);
    multiples_fill(report, view);
    view_list(view, "TABLE");
    for (size_t table = units_table(report, 0); table < TABLE_COUNT;
         table = units_table(report, table + 1)) {
        const struct table_type *type = &tables[table];
        struct view *item = view_item(view, "TABLE");

        view_text(item, "ID", text_of(ledgers[type->ledger]->name));
        view_text(item, "TITLE", text_of(type->title[report->language]));
        view_list(item, "HEAD");
        for (size_t c = 0; type->columns[c]; c++)
            view_text(view_item(item, "HEAD"), "TEXT",
                      units_column(report, type->columns[c], view->arena));
        fill_rows(report, table, units, count, item);
    }
}

const struct page units_page = {
    .name = "units",
    .title = WORDING_PAGE_UNITS,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
