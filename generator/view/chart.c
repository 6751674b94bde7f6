#include "view/chart.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/card.h"
#include "view/places.h"
#include "view/view.h"

enum {
    SPARK_HEIGHT = 24,
    SPARK_MOST = 12,
    PANEL_HEIGHT = 44,
};

void
chart_percent(struct view *view, const char *name, int64_t hundredths)
{
    view_format(view, name, "%d.%02d", (int)(hundredths / 100),
                (int)(hundredths % 100));
}

/* value of whole in hundredths of a percent, within 0 and 100 %. */
static int64_t
share(int64_t value, int64_t whole)
{
    if (whole <= 0 || value <= 0)
        return 0;
    return value >= whole ? 10000 : (value * 10000 + whole / 2) / whole;
}

static void
fill_words(struct view *item, const struct chart_title *words)
{
    view_text(item, "ID", text_of(words->id));
    view_text(item, "TITLE", words->title);
    view_text(item, "SUBTITLE", words->subtitle);
    view_text(item, "KEY_TITLE", words->key);
}

static bool
is_empty(const struct chart_table *table, size_t column)
{
    for (size_t i = 0; i < table->count; i++) {
        struct text cell = table->rows[i].cells[column];

        if (cell.length > 0 && !text_is(cell, "0") && !text_is(cell, "0%") &&
            !text_is(cell, "—"))
            return false;
    }
    return true;
}

/* In a table of some length a column of zeros says nothing beside others. */
static bool
is_hollow(const struct chart_table *table, size_t column)
{
    if (table->count < CHART_ROWS_HOLLOW || !is_empty(table, column))
        return false;
    for (size_t i = 0; i < table->columns; i++)
        if (!is_empty(table, i))
            return true;
    return false;
}

static void
fill_heads(struct view *item, const struct chart_table *table)
{
    view_list(item, "HEAD");
    for (size_t i = 0; i < table->columns; i++)
        if (!is_hollow(table, i))
            view_text(view_item(item, "HEAD"), "TEXT", table->heads[i]);
}

struct view *
chart_add_row(struct view *item, const struct chart_table *table,
              const struct chart_row *row)
{
    struct view *line = view_item(item, "ROW");

    view_brief(line, "LABEL", row->label);
    view_list(line, "LINK");
    if (row->stem.length > 0)
        link_fill(view_item(line, "LINK"), row->stem);
    view_list(line, "CELL");
    for (size_t i = 0; i < table->columns; i++) {
        struct view *cell;

        if (is_hollow(table, i))
            continue;
        cell = view_item(line, "CELL");
        view_text(cell, "TEXT", row->cells[i]);
        link_place(cell, row->places ? row->places[i] : text_of(""));
        view_text(cell, "TONE", text_of(row->tones ? row->tones[i] : ""));
    }
    return line;
}

static size_t
rows_shown(const struct chart_table *table)
{
    return table->most > 0 && table->most < table->count ? table->most
                                                         : table->count;
}

/* How many rows are shown, and how many are not. */
static void
fill_cut(struct view *item, const struct chart_table *table)
{
    size_t shown = rows_shown(table);

    view_list(item, "CUT");
    if (shown < table->count)
        view_text(view_item(item, "CUT"), "TEXT",
                  SAY(item->arena, item->language, WORDING_CHART_CUT,
                      text_format(item->arena, "%zu", shown),
                      text_format(item->arena, "%zu", table->count - shown)));
}

struct view *
chart_begin(struct view *view, const char *name,
            const struct chart_title *words, const struct chart_table *table)
{
    struct view *item;

    view_list(view, name);
    if (table->count == 0)
        return NULL;
    item = view_item(view, name);
    fill_words(item, words);
    fill_heads(item, table);
    view_list(item, "COUNTS");
    if (table->counts)
        view_text(view_item(item, "COUNTS"), "TABLE_ID",
                  text_of(table->counts));
    view_flag(item, "IS_TALL", rows_shown(table) > CHART_ROWS_TALL);
    fill_cut(item, table);
    return item;
}

void
chart_bars(struct view *view, const char *name, const struct chart_title *words,
           const struct chart_table *table)
{
    struct view *item = chart_begin(view, name, words, table);
    int64_t longest = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct chart_row *row = &table->rows[i];

        if (row->length > longest)
            longest = row->length;
        if (row->whole > longest)
            longest = row->whole;
    }
    for (size_t i = 0; i < rows_shown(table); i++) {
        const struct chart_row *row = &table->rows[i];
        struct view *line = chart_add_row(item, table, row);

        chart_percent(line, "WIDTH", share(row->length, longest));
        chart_percent(line, "WHOLE", share(row->whole, longest));
        view_text(line, "TONE", text_of(row->is_alarm ? "alarm" : "plain"));
    }
}

void
chart_grid(struct view *view, const char *name, const struct chart_title *words,
           const struct chart_table *table)
{
    struct view *item = chart_begin(view, name, words, table);

    for (size_t i = 0; i < rows_shown(table); i++)
        chart_add_row(item, table, &table->rows[i]);
}

/* Columns from a common base, the highest of all panels being full height. */
static void
fill_columns(struct view *item, const struct multiples *multiples,
             const struct panel *panel, int64_t most)
{
    int64_t step = 10000 / (int64_t)multiples->points;

    view_list(item, "COLUMN");
    for (size_t i = 0; i < multiples->points; i++) {
        int64_t high = panel->values[i] * PANEL_HEIGHT / most;
        struct view *column;

        if (panel->values[i] <= 0)
            continue;
        column = view_item(item, "COLUMN");
        chart_percent(column, "X", step * (int64_t)i + step / 8);
        chart_percent(column, "WIDTH", step * 3 / 4);
        view_count(column, "Y", PANEL_HEIGHT - (high < 1 ? 1 : high));
        view_count(column, "HEIGHT", high < 1 ? 1 : high);
    }
}

static void
add_panel(struct view *item, const struct multiples *multiples, size_t place,
          int64_t most)
{
    const struct panel *panel = &multiples->panels[place];
    struct view *it = view_item(item, "PANEL");

    view_format(it, "PANEL_ID", "%s-%zu", multiples->words.id, place + 1);
    view_text(it, "LABEL", panel->label);
    view_text(it, "TOTAL", panel->total);
    view_text(it, "DESC", panel->desc);
    view_list(it, "LINK");
    if (panel->stem.length > 0)
        link_fill(view_item(it, "LINK"), panel->stem);
    fill_columns(it, multiples, panel, most);
}

void
chart_multiples(struct view *view, const char *name,
                const struct multiples *multiples)
{
    struct view *item =
        chart_begin(view, name, &multiples->words, &multiples->table);
    int64_t most = 1;

    if (item == NULL)
        return;
    for (size_t p = 0; p < multiples->count; p++)
        for (size_t i = 0; i < multiples->points; i++)
            if (multiples->panels[p].values[i] > most)
                most = multiples->panels[p].values[i];
    view_text(item, "FIRST", multiples->first);
    view_text(item, "LAST", multiples->last);
    view_list(item, "PANEL");
    for (size_t p = 0; p < multiples->count; p++)
        add_panel(item, multiples, p, most);
    for (size_t i = 0; i < multiples->table.count; i++)
        chart_add_row(item, &multiples->table, &multiples->table.rows[i]);
}

void
chart_spark(struct view *view, const char *name, const int64_t *values,
            size_t count)
{
    size_t first = count > SPARK_MOST ? count - SPARK_MOST : 0;
    int64_t most = 1;
    struct view *item;

    view_list(view, name);
    if (count < 2)
        return;
    item = view_item(view, name);
    for (size_t i = first; i < count; i++)
        if (values[i] > most)
            most = values[i];
    for (size_t i = first; i < count; i++) {
        struct view *column = view_item(item, "COLUMN");
        int64_t high = values[i] <= 0 ? 0 : values[i] * SPARK_HEIGHT / most;

        high = high < 1 ? 1 : high;
        chart_percent(column, "X", 10000 / SPARK_MOST * (int64_t)(i - first));
        chart_percent(column, "WIDTH", 600);
        view_count(column, "Y", SPARK_HEIGHT - high);
        view_count(column, "HEIGHT", high);
        view_text(column, "TONE", text_of(i + 1 == count ? "plain" : "pale"));
    }
}
