/*
 * Edits that count only in a later month come first, those that only say what
 * was done this month last.
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
    return why_of(telling, record);
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

/* A day in its short form, where that tells the two apart. */
static void
shorten_days(const struct telling *telling, const struct changed_record *record,
             size_t column, struct text cells[2])
{
    const struct column *it = &ledgers[record->ledger]->columns[column];
    const struct row *rows[2] = {record->then, record->row};
    struct text days[2];

    if (it->kind != KIND_DATE)
        return;
    for (size_t i = 0; i < 2; i++)
        days[i] =
            day_words(telling->report, *row_date(it, rows[i]), telling->arena);
    if (text_equal(days[0], days[1]))
        return;
    for (size_t i = 0; i < 2; i++)
        if (days[i].length > 0)
            cells[i] = days[i];
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
    view_flag(view, "IS_LATER", told->rank == DONE_LATER);
    view_list(view, "EDIT");
    for (size_t i = 0; i < type->column_count; i++) {
        struct text cells[2] = {then[i], now[i]};
        struct view *item;

        if ((record->columns >> i & 1) == 0)
            continue;
        item = view_item(view, "EDIT");
        view_text(item, "COLUMN",
                  column_title(&type->columns[i], telling->report->language));
        shorten_days(telling, record, i, cells);
        skip_alike(telling->arena, &cells[0], &cells[1]);
        fill_cell(telling, "THEN", "WAS_BLANK", cells[0], item);
        fill_cell(telling, "NOW", "IS_BLANK", cells[1], item);
    }
}

/* "修改10条：2条在截止日后办结、采纳或转化，8条随本月办结、采纳、转化填写"; of one
   kind alone "修改8条：随本月办结、采纳、转化填写". */
static struct text
edits_title(const struct telling *telling, const struct told *told,
            size_t count)
{
    static const enum wording whys[WHYS] = {[DONE_LATER] = WORDING_EDITS_LATER,
                                            [OTHERWISE] = WORDING_EDITS_OTHER,
                                            [DONE_NOW] = WORDING_EDITS_DONE};
    struct arena *arena = telling->arena;
    enum language language = telling->report->language;
    struct text title = SAY(arena, language, WORDING_CHANGED_EDITED_COUNT,
                            count_text(arena, (int64_t)count));
    enum wording mark = WORDING_COLON;
    size_t counts[WHYS] = {0};

    for (size_t i = 0; i < count; i++)
        counts[told[i].rank]++;
    if (counts[OTHERWISE] == count)
        return title;
    for (size_t i = 0; i < WHYS; i++) {
        struct text so_many = text_of("");

        if (counts[i] == 0)
            continue;
        if (counts[i] < count)
            so_many = SAY(arena, language, WORDING_EDITS_OF,
                          count_text(arena, (int64_t)counts[i]));
        title = text_join(arena, title, say(language, mark));
        title = text_join(arena, title, SAY(arena, language, whys[i], so_many));
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
