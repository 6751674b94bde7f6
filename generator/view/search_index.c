#include "view/search_index.h"

#include "base/arena.h"
#include "base/json.h"
#include "view/anchors.h"
#include "view/figure.h"
#include "view/pagination.h"
#include "view/record_words.h"
#include "view/report.h"
#include "year/redact.h"
#include "year/year.h"

enum { ROWS_MOST = 20000 };

/* The script while it is made. */
struct making {
    const struct report *report;
    struct json_t *pages, *rows;
    struct arena *scratch; /* as long as one row */
    enum ledger_id ledger;
    int unit; /* the column of its lead unit, or -1 */
    /* Where the pages of each list begin among all, plus one. */
    size_t first[FIGURE_COUNT];
};

/* "破解难题 · 累计解决" */
static struct text
list_words(const struct making *making, enum figure_id figure)
{
    const struct report *report = making->report;
    const struct ledger_type *type = ledgers[figures[figure].ledger];
    struct text label = figure_label(report, figure);

    return text_format(making->scratch, "%s · %.*s",
                       report->language == ZH ? type->title : type->english,
                       TEXT_ARG(label));
}

static size_t
page_of(struct making *making, enum figure_id figure, const struct row *row)
{
    const struct report *report = making->report;

    if (making->first[figure] == 0) {
        making->first[figure] = json_size(making->pages) + 1;
        for (size_t i = 0; i < list_pages(report, figure); i++) {
            struct json_t *page = json_array_new();

            json_add_text(page, list_stem(figure, i, making->scratch));
            json_add_text(page, list_words(making, figure));
            json_add(making->pages, page);
        }
    }
    return making->first[figure] - 1 + list_page_of(report, figure, row);
}

static void
add_row(struct making *making, const struct row *row)
{
    const struct report *report = making->report;
    enum ledger_id ledger = making->ledger;
    enum figure_id figure = list_with(report, ledger, row);
    struct text *cells, anchor, id;
    struct json_t *entry;

    if (figure == FIGURE_COUNT)
        return;
    cells = record_words_known(report, ledger, row, making->scratch);
    anchor = list_anchor(report, ledger, row, making->scratch);
    id = record_words_cell(ledger, cells, "id");
    entry = json_array_new();
    json_add_count(entry, (int64_t)page_of(making, figure, row));
    json_add_text(entry, anchor);
    json_add_text(entry, text_equal(id, anchor) ? text_of("") : id);
    json_add_text(entry,
                  record_words_cell(ledger, cells, ledgers[ledger]->name_key));
    json_add_text(entry, making->unit < 0 ? text_of("") : cells[making->unit]);
    json_add(making->rows, entry);
}

static void
add_ledger(struct making *making, enum ledger_id ledger)
{
    const struct year *year = making->report->year;
    const struct ledger *held = &making->report->book->ledgers[ledger];

    making->ledger = ledger;
    making->unit = column_index(held->type, held->type->unit_key);
    for (size_t i = 0; i < year->order_count[ledger]; i++) {
        add_row(making, ledger_row(held, year->order[ledger][i]));
        arena_reset(making->scratch);
    }
}

/* Nobody is to be found by a masked name. */
static bool
is_searched(const struct report *report, int ledger)
{
    const struct ledger_type *type = ledgers[ledger];
    int name = column_index(type, type->name_key);

    return redact_shows_ledger(report->privacy, ledger) && name >= 0 &&
           (report->edition == EDITION_INTERNAL ||
            !type->columns[name].personal);
}

static size_t
count_rows(const struct report *report)
{
    size_t count = 0;

    for (int i = 0; i < LEDGER_COUNT; i++)
        if (is_searched(report, i))
            count += report->year->order_count[i];
    return count;
}

struct text
search_index(const struct report *report, struct arena *arena)
{
    struct making making = {.report = report};
    struct text script = text_of("");
    struct json_t *index;

    if (count_rows(report) > ROWS_MOST)
        return script;
    making.scratch = arena_new();
    making.pages = json_array_new();
    making.rows = json_array_new();
    for (int i = 0; i < LEDGER_COUNT; i++)
        if (is_searched(report, i))
            add_ledger(&making, (enum ledger_id)i);
    index = json_object_new();
    json_put(index, "pages", making.pages);
    json_put(index, "rows", making.rows);
    if (json_size(making.rows) > 0)
        script = text_format(arena, "window.shijiIndex = %s;\n",
                             json_text(arena, index, true).bytes);
    json_free(index);
    arena_free(making.scratch);
    return script;
}
