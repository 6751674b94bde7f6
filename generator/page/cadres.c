/*
 * 干部名册 (internal): who is on the roster, by home unit and arena.
 */
#include <stdlib.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "page/pages.h"
#include "page/topics.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/chart.h"
#include "view/pager.h"
#include "view/record_words.h"
#include "view/units.h"

static const enum figure_id cards[] = {FIGURE_CADRES_TOTAL,
                                       FIGURE_CADRES_TRACK_PROJECT,
                                       FIGURE_CADRES_TRACK_ENTERPRISE,
                                       FIGURE_CADRES_TRACK_GRASSROOTS,
                                       FIGURE_CADRES_ACTIVE,
                                       FIGURE_COUNT};

enum { TRACKS = TRACK_GRASSROOTS, COLUMNS = TRACKS + 1 };

/* A cadre's place on the roster while they are sorted. */
struct seat {
    int64_t rank; /* of the unit */
    uint32_t unit;
    uint8_t track;
    size_t place;
};

static int
by_unit(const void *a, const void *b)
{
    const struct seat *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->track != y->track)
        return x->track < y->track ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* By unit, then arena, then as on the roster. */
static struct seat *
seats_of(const struct report *report, struct arena *arena)
{
    const struct achievements *all = report->kept.roster->achievements;
    struct seat *seats = arena_take(arena, (all->count + 1) * sizeof(*seats));

    for (size_t i = 0; i < all->count; i++) {
        const struct cadre *cadre = (const struct cadre *)all->cadres[i].row;
        struct unit_shown unit = {cadre->unit.code, text_of("")};

        if (unit.code > 0)
            unit.name = intern_text(report->book->units, unit.code);
        seats[i] = (struct seat){unit_rank(report, &unit), unit.code,
                                 cadre->track.value, i};
    }
    qsort(seats, all->count, sizeof(*seats), by_unit);
    return seats;
}

static struct text
track_label(const struct report *report, uint8_t track)
{
    const struct ledger_type *type = ledgers[LEDGER_cadres];

    return choice_word(type->columns[column_index(type, "track")].words, track,
                       report->language);
}

/* Those of the seats, from first on, that are of its unit. */
static size_t
seats_alike(const struct seat *seats, size_t first, size_t end)
{
    size_t i = first;

    while (i < end && seats[i].unit == seats[first].unit)
        i++;
    return i - first;
}

/* Where the cadres of a unit stand, by the first of them. */
static struct text
seats_anchor(size_t first, struct arena *arena)
{
    return text_format(arena, "from-%zu", first + 1);
}

/* The page of the roster that has all of them, if one does. */
static struct text
place_of_seats(const struct report *report, size_t first, size_t count,
               struct arena *arena)
{
    struct portion start = cadre_list_portion(report, 0);
    size_t most = start.end > 0 ? start.end : 1, page = first / most;

    if (report->is_one_file || (first + count - 1) / most != page)
        return text_of("");
    return text_format(arena, "%.*s#%.*s",
                       TEXT_ARG(pager_stem("cadres", page, arena)),
                       TEXT_ARG(seats_anchor(first, arena)));
}

/* One line for the cadres of one unit, which stand together. */
static struct chart_row
unit_row(const struct report *report, const struct seat *seats, size_t count,
         struct arena *arena)
{
    struct text *cells = arena_take(arena, COLUMNS * sizeof(*cells));
    int64_t tracks[COLUMNS] = {0};

    for (size_t i = 0; i < count; i++)
        if (seats[i].track >= 1 && seats[i].track <= TRACKS)
            tracks[seats[i].track - 1]++;
    tracks[TRACKS] = (int64_t)count;
    for (size_t c = 0; c < COLUMNS; c++)
        cells[c] = count_text(arena, tracks[c]);
    return (struct chart_row){
        .label = seats[0].unit == 0
                     ? say(report->language, WORDING_NO_UNIT)
                     : unit_said(report, intern_text(report->book->units,
                                                     seats[0].unit)),
        .stem = unit_file(report, seats[0].unit, arena),
        .cells = cells,
        .length = (int64_t)count};
}

static void
fill_units(const struct report *report, const struct seat *seats,
           struct view *view)
{
    struct arena *arena = view->arena;
    size_t count = cadre_list_count(report), first = 0;
    struct text heads[COLUMNS];
    struct chart_row *rows = arena_take(arena, (count + 1) * sizeof(*rows));
    struct chart_table table = {heads, COLUMNS, rows, 0, 0, NULL};
    const struct chart_title words = {
        "by-unit", say(report->language, WORDING_CADRES_BY_UNIT),
        say(report->language, WORDING_CADRES_BY_UNIT_SUBTITLE),
        say(report->language, WORDING_CADRE_UNIT)};

    for (uint8_t c = 0; c < TRACKS; c++)
        heads[c] = track_label(report, (uint8_t)(c + 1));
    heads[TRACKS] = say(report->language, WORDING_IN_TOTAL);
    while (first < count) {
        size_t alike = seats_alike(seats, first, count);
        struct text *places = arena_take(arena, COLUMNS * sizeof(*places));

        places[TRACKS] = place_of_seats(report, first, alike, arena);
        rows[table.count] = unit_row(report, &seats[first], alike, arena);
        rows[table.count++].places = places;
        first += alike;
    }
    chart_bars(view, "BY_UNIT", &words, &table);
}

static void
fill_seat(const struct report *report, size_t place, struct view *item)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];
    const struct text *cells =
        record_words_cells(report, LEDGER_cadres, it->row, item->arena);

    link_fill(item, report->kept.roster->stems[place]);
    view_text(item, "NAME", it->name);
    view_text(item, "ID", it->id);
    view_text(item, "UNIT", record_words_cell(LEDGER_cadres, cells, "unit"));
    view_text(item, "POST", record_words_cell(LEDGER_cadres, cells, "post"));
    view_text(item, "PLACEMENT",
              record_words_cell(LEDGER_cadres, cells, "placement"));
    view_text(
        item, "TRACK",
        record_words_said_cell(report, LEDGER_cadres, it->row, cells, "track"));
    view_text(item, "START",
              record_words_cell(LEDGER_cadres, cells, "start_on"));
    view_text(item, "UNTIL", record_words_cell(LEDGER_cadres, cells, "end_on"));
}

static struct text
cell_of(const struct report *report, size_t place, const char *key,
        struct arena *arena)
{
    const struct row *row =
        report->kept.roster->achievements->cadres[place].row;

    return record_words_cell(
        LEDGER_cadres, record_words_cells(report, LEDGER_cadres, row, arena),
        key);
}

/* A day that all share is said once; one that nobody has, not at all. */
static void
fill_column(const struct report *report, const char *key, const char *flag,
            struct view *view)
{
    enum { FEW = 4 }; /* who may well agree by chance */
    const struct ledger_type *type = ledgers[LEDGER_cadres];
    size_t count = cadre_list_count(report), i = 1;
    struct text first;

    view_flag(view, flag, count > 0 && count <= FEW);
    if (count <= FEW)
        return;
    first = cell_of(report, 0, key, view->arena);
    while (i < count && text_equal(cell_of(report, i, key, view->arena), first))
        i++;
    view_flag(view, flag, i < count);
    if (i == count && first.length > 0)
        view_text(view_item(view, "SAME"), "TEXT",
                  SAY(view->arena, report->language, WORDING_LIST_ALL_SAME,
                      column_title(&type->columns[column_index(type, key)],
                                   report->language),
                      first));
}

/* In the month in one file the list of the roster tells of each. */
static void
fill_roster(const struct report *report, const struct seat *seats,
            const struct portion *shown, struct view *view)
{
    bool is_told = cadre_list_count(report) > 0 && !report->is_one_file;

    view_flag(view, "HAS_CADRES", is_told);
    view_list(view, "SAME");
    view_list(view, "GROUP");
    fill_column(report, "start_on", "HAS_START", view);
    fill_column(report, "end_on", "HAS_UNTIL", view);
    for (size_t first = shown->first; first < shown->end && is_told;) {
        size_t end = first + seats_alike(seats, first, shown->end);
        struct view *group = view_item(view, "GROUP");

        view_text(group, "ID", seats_anchor(first, view->arena));
        for (; first < end; first++)
            fill_seat(report, seats[first].place, view_item(group, "CADRE"));
    }
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return pager_stem("cadres", instance, arena);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct seat *seats = seats_of(report, view->arena);
    struct portion shown = cadre_list_portion(report, instance);

    cards_fill(report, cards, view);
    topics_finding(report, "do", view);
    fill_units(report, seats, view);
    portion_fill("cadres", WORDING_PAGE_CADRES, &shown, WORDING_CADRES_PART,
                 view);
    fill_roster(report, seats, &shown, view);
}

const struct page cadres_page = {
    .name = "cadres",
    .title = WORDING_PAGE_CADRES,
    .has_markdown = true,
    .is_in_navigation = true,
    .instances = cadre_list_pages,
    .file = file,
    .fill = fill,
};
