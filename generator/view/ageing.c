#include "view/ageing.h"

#include "base/arena.h"
#include "view/anchors.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/pagination.h"
#include "view/places.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"

/* "8~30天"; the last class, open to the top, says that it must be acted on. */
static struct text
age_label(const struct report *report, size_t place, struct arena *arena)
{
    const struct table *ageing = &report->year->tables[TABLE_PROBLEMS_AGEING];
    struct text key = ageing->rows[place].key;
    size_t dash = text_find(key, TEXT("-"));

    return SAY(arena, report->language,
               dash == key.length ? WORDING_AGE_OVER : WORDING_AGE_DAYS,
               text_slice(key, 0, dash == key.length ? key.length - 1 : dash),
               text_from(key, dash + 1));
}

static struct chart_row
age_row(const struct report *report, const struct chapter *chapter,
        size_t place, struct arena *arena)
{
    const struct table *ageing = &report->year->tables[chapter->ageing];
    int64_t open = ageing->rows[place].values[0];
    struct text *cells = arena_take(arena, sizeof(*cells));
    struct text *places = arena_take(arena, sizeof(*places));

    cells[0] = count_text(arena, open);
    places[0] = text_of("");
    if (open > PLACE_ROWS_MOST || (open > 0 && report->is_one_file))
        places[0] = text_of("?");
    else if (open > 0)
        places[0] = text_format(arena, "%s#age-%zu",
                                ledgers[chapter->ledger]->name, place + 1);
    return (struct chart_row){.label = age_label(report, place, arena),
                              .cells = cells,
                              .places = places,
                              .length = open,
                              .is_alarm = place + 1 == ageing->count};
}

static void
fill_record(const struct report *report, enum figure_id figure,
            const struct row *row, struct view *item)
{
    enum ledger_id ledger = figures[figure].ledger;
    struct text *cells = record_words_known(report, ledger, row, item->arena);
    struct text id = record_words_cell(ledger, cells, "id");

    link_fill(item, list_stem(figure, list_page_of(report, figure, row),
                              item->arena));
    view_text(item, "ANCHOR", list_anchor(report, ledger, row, item->arena));
    view_text(item, "KEY",
              id.length > 0 ? id : say(report->language, WORDING_RECORD_SHOW));
}

/* The matters of each class that is not too long to be named. */
static void
fill_classes(const struct report *report, const struct chapter *chapter,
             struct view *view)
{
    const struct table *ageing = &report->year->tables[chapter->ageing];
    const struct list_rows *list = list_rows(report, chapter->waiting);

    for (size_t i = 0; i < ageing->count; i++) {
        int64_t open = ageing->rows[i].values[0];
        struct view *item;

        if (open == 0 || open > PLACE_ROWS_MOST || report->is_one_file)
            continue;
        item = view_item(view, "AGE");
        view_format(item, "ID", "age-%zu", i + 1);
        view_text(item, "TITLE", age_label(report, i, item->arena));
        for (size_t r = 0; r < list->count; r++)
            if (year_age_class(report->year, row_entered_on(chapter->ledger,
                                                            list->rows[r])) ==
                i)
                fill_record(report, chapter->waiting, list->rows[r],
                            view_item(item, "REF"));
    }
}

void
ageing_fill(const struct report *report, const struct chapter *chapter,
            struct view *view)
{
    struct arena *arena = view->arena;
    const struct table *source;
    struct chart_row *rows;
    struct text heads[1];
    struct chart_title words = {"ageing", text_of(""),
                                say(report->language, WORDING_AGEING_SUBTITLE),
                                say(report->language, WORDING_AGE_LABEL)};

    view_list(view, "AGEING");
    view_list(view, "AGE");
    view_flag(view, "HAS_AGES", chapter->ageing != TABLE_COUNT);
    view_flag(view, "HAS_NO_AGES", chapter->ageing == TABLE_COUNT);
    if (chapter->ageing == TABLE_COUNT)
        return;
    source = &report->year->tables[chapter->ageing];
    rows = arena_take(arena, (source->count + 1) * sizeof(*rows));
    heads[0] = say(report->language, WORDING_COLUMN_OPEN);
    words.title = table_title(report, chapter->ageing);
    for (size_t i = 0; i < source->count; i++)
        rows[i] = age_row(report, chapter, i, arena);
    chart_bars(view, "AGEING", &words,
               &(struct chart_table){heads, 1, rows, source->count, 0,
                                     tables[chapter->ageing].id});
    fill_classes(report, chapter, view);
}
