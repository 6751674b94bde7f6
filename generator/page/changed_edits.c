/*
 * Edits that count only in a later month come first, those that only say what
 * was done this month last; among equals the core ledgers first.
 */
#include "page/changed_edits.h"

#include "base/arena.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/months.h"
#include "view/record_columns.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/core.h"

enum {
    ALIKE_MOST = 60, /* bytes: of what two texts begin with */
    ALIKE_LEFT = 30, /* bytes: of it, before where they part */
};

enum why { DONE_LATER, OTHERWISE, DONE_NOW, WHYS };

/* It was closed, by an edit, on a day behind the cutoff. */
static bool
is_later(const struct telling *telling, const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int closed = column_index(type, type->closed_key);

    return closed >= 0 && (record->columns >> closed & 1) != 0 &&
           record_is_later(telling->report, record->ledger, record->row);
}

static enum why
why_of(const struct telling *telling, const struct changed_record *record)
{
    if (is_later(telling, record))
        return DONE_LATER;
    return record->done_now ? DONE_NOW : OTHERWISE;
}

static int64_t
rank(const struct telling *telling, const struct changed_record *record)
{
    return why_of(telling, record) * (int64_t)LEDGER_COUNT +
           (ledger_is_core(record->ledger) ? 0 : record->ledger);
}

/* From the first text on, without most of what both begin with. */
static void
skip_alike(struct arena *arena, struct text *then, struct text *now)
{
    size_t alike = 0, skipped;

    while (alike < then->length && alike < now->length &&
           then->bytes[alike] == now->bytes[alike])
        alike++;
    if (alike <= ALIKE_MOST)
        return;
    skipped = alike - ALIKE_LEFT;
    while (skipped > 0 && ((unsigned char)now->bytes[skipped] & 0xc0) == 0x80)
        skipped--;
    *then = text_join(arena, TEXT("…"), text_from(*then, skipped));
    *now = text_join(arena, TEXT("…"), text_from(*now, skipped));
}

/* A day in its short form. */
static struct text
short_cell(const struct telling *telling, const struct column *column,
           const struct row *row, struct text cell)
{
    const struct report *report = telling->report;

    if (column->kind == KIND_DATE && date_is_given(*row_date(column, row)))
        return day_words(report, *row_date(column, row), telling->arena);
    return record_words_said(report, column, row, cell);
}

/* Where that tells the two apart. */
static void
shorten(const struct telling *telling, const struct changed_record *record,
        size_t column, struct text cells[2])
{
    const struct column *it = &ledgers[record->ledger]->columns[column];
    struct text then = short_cell(telling, it, record->then, cells[0]);
    struct text now = short_cell(telling, it, record->row, cells[1]);

    if (text_equal(then, now))
        return;
    cells[0] = then;
    cells[1] = now;
}

static void
fill_cell(const struct telling *telling, const char *given, const char *blank,
          struct text text, struct view *item)
{
    bool is_given = text.length > 0;

    view_list(item, given);
    view_list(item, blank);
    view_brief(view_item(item, is_given ? given : blank), "TEXT",
               is_given
                   ? text
                   : say(telling->report->language, WORDING_CHANGED_BLANK));
}

static void
fill_row(const struct telling *telling, const struct told *told,
         struct view *view)
{
    const struct changed_record *record = told->record;
    const struct ledger_type *type = ledgers[record->ledger];
    const struct text *then = record_words_cells(
        telling->report, record->ledger, record->then, telling->arena);
    const struct text *now = record_words_cells(telling->report, record->ledger,
                                                record->row, telling->arena);

    told_fill(telling, "edited", told, view);
    view_flag(view, "IS_LATER", why_of(telling, record) == DONE_LATER);
    view_list(view, "EDIT");
    for (size_t i = 0; i < type->column_count; i++) {
        struct text cells[2] = {then[i], now[i]};
        struct view *item;

        if ((record->columns >> i & 1) == 0)
            continue;
        item = view_item(view, "EDIT");
        view_text(item, "COLUMN",
                  column_title(&type->columns[i], telling->report->language));
        shorten(telling, record, i, cells);
        skip_alike(telling->arena, &cells[0], &cells[1]);
        fill_cell(telling, "THEN", "WAS_BLANK", cells[0], item);
        fill_cell(telling, "NOW", "IS_BLANK", cells[1], item);
    }
}

/* "修改3条：2条随本月办结、采纳、转化填写，其余1条为其他修改"; of one kind alone
   "修改8条：随本月办结、采纳、转化填写". */
static struct text
edits_title(const struct telling *telling, const struct told *told,
            size_t count)
{
    static const struct {
        enum why why;
        enum wording words;
    } whys[WHYS] = {{DONE_LATER, WORDING_EDITS_LATER},
                    {DONE_NOW, WORDING_EDITS_DONE},
                    {OTHERWISE, WORDING_EDITS_OTHER}};
    struct arena *arena = telling->arena;
    enum language language = telling->report->language;
    struct text title = SAY(arena, language, WORDING_CHANGED_EDITED_COUNT,
                            count_text(arena, (int64_t)count));
    enum wording mark = WORDING_COLON;
    size_t counts[WHYS] = {0};

    for (size_t i = 0; i < count; i++)
        counts[why_of(telling, told[i].record)]++;
    if (counts[OTHERWISE] == count)
        return title;
    for (size_t i = 0; i < WHYS; i++) {
        size_t of_it = counts[whys[i].why];
        struct text so_many = text_of("");

        if (of_it == 0)
            continue;
        if (of_it < count)
            so_many = SAY(arena, language, WORDING_EDITS_OF,
                          count_text(arena, (int64_t)of_it));
        title = text_join(arena, title, say(language, mark));
        title = text_join(arena, title,
                          SAY(arena, language, whys[i].words, so_many));
        mark = WORDING_SENTENCE_COMMA;
    }
    return title;
}

void
edits_fill(struct telling *telling, struct view *view)
{
    size_t count = telling->report->changes->lists[CHANGED_EDITED].count;
    const struct told *told = told_in_order(telling, CHANGED_EDITED, rank);
    size_t most = told_most(telling), bytes = 0, i = 0;
    struct view *section;

    view_list(view, "EDITED");
    if (count == 0)
        return;
    section = view_item(view, "EDITED");
    view_text(section, "TITLE", edits_title(telling, told, count));
    view_list(section, "ROW");
    for (; i < count && i < most && bytes < telling->room; i++) {
        struct view *row = view_item(section, "ROW");

        fill_row(telling, &told[i], row);
        bytes += told_bytes(row);
    }
    telling->shown[CHANGED_EDITED] = i;
    told_fill_cut(telling, i, count, section);
}
