#include "gate/listed_rows.h"

#include "gate/html.h"
#include "gate/html_elements.h"
#include "gate/page_facts.h"

/* What so far stands behind the place's beginning. */
static struct page_facts_rows
rows_since(const struct listed_rows *l, const struct listed_rows_place *place)
{
    struct page_facts_rows rows = {.is_known = true};

    if (place->kind == LISTED_ITEMS) {
        rows.count = place->items;
    } else if (place->kind != LISTED_BODY && l->lists > place->lists) {
        rows.count = l->listed - place->listed;
        rows.sum = l->sum - place->sum;
        return rows;
    } else if (place->kind == LISTED_BODY || l->tables > place->tables) {
        rows.count = l->rows - place->rows;
    } else {
        rows.is_known = false;
    }
    rows.sum = place->kind == LISTED_TABLE && l->sum_column > 0
                   ? l->table_sum
                   : (int64_t)rows.count;
    return rows;
}

static void
end_place(struct listed_rows *l)
{
    const struct listed_rows_place *place = &l->open[--l->count];
    struct page_facts_rows rows = rows_since(l, place);

    if (place->list.length > 0) {
        page_facts_listed(l->seen, PAGE_FACTS_HTML, place->list, rows.count);
        l->listed = place->listed + rows.count;
        l->sum = place->sum + rows.sum;
        l->lists = place->lists + 1;
    }
    if (place->anchor.length > 0 && rows.is_known)
        page_facts_shows(l->seen, place->anchor, rows);
}

static enum listed_rows_kind
kind_of(unsigned element)
{
    return element & ELEMENT_TABLE     ? LISTED_TABLE
           : element & ELEMENT_BODY    ? LISTED_BODY
           : element & ELEMENT_ITEMS   ? LISTED_ITEMS
           : element & ELEMENT_HEADING ? LISTED_HEADING
                                       : LISTED_OTHER;
}

/* What stands under a heading ends with the next that is no lower, and with
   the element around it. */
static void
end_headings(struct listed_rows *l, size_t depth, char level)
{
    while (l->count > 0) {
        const struct listed_rows_place *last = &l->open[l->count - 1];

        if (last->kind != LISTED_HEADING || last->depth < depth ||
            (last->depth == depth && last->level < level))
            return;
        end_place(l);
    }
}

static void
begin_table(struct listed_rows *l, const struct html_tag *tag)
{
    l->tables++;
    l->in_table = true;
    l->in_body = false;
    l->table_depth = tag->depth;
    l->sum_column = l->column = 0;
    l->table_sum = 0;
}

static void
begin_place(struct listed_rows *l, const struct html_tag *tag,
            enum listed_rows_kind kind)
{
    struct listed_rows_place place = {.kind = kind,
                                      .depth = tag->depth,
                                      .rows = l->rows,
                                      .listed = l->listed,
                                      .sum = l->sum,
                                      .tables = l->tables,
                                      .lists = l->lists};

    html_attribute(tag, HTML_ID, &place.anchor);
    html_attribute(tag, HTML_DATA_LIST, &place.list);
    if (kind == LISTED_HEADING)
        place.level = tag->name.bytes[1];
    if ((place.anchor.length > 0 || place.list.length > 0) &&
        l->count < LISTED_ROWS_DEEPEST)
        l->open[l->count++] = place;
}

/* A row's anchor denotes that row alone; it is told only where it is asked
   for, since there may be millions. */
static void
tell_single(struct listed_rows *l, const struct html_tag *tag)
{
    const struct page_facts_rows one = {true, true, 1, 1};
    struct text anchor;

    if (l->seen->wants_rows && html_attribute(tag, HTML_ID, &anchor))
        page_facts_shows(l->seen, anchor, one);
}

static void
count_row(struct listed_rows *l, const struct html_tag *tag)
{
    struct text hidden;

    l->column = 0;
    if (!l->in_body || tag->depth != l->body_depth + 1)
        return;
    if (!l->is_folded && !html_attribute(tag, HTML_HIDDEN, &hidden))
        l->rows++;
    tell_single(l, tag);
}

static void
count_item(struct listed_rows *l, const struct html_tag *tag)
{
    struct listed_rows_place *last = l->count > 0 ? &l->open[l->count - 1] : 0;

    if (last && last->kind == LISTED_ITEMS && tag->depth == last->depth + 1 &&
        !l->is_folded)
        last->items++;
    tell_single(l, tag);
}

static void
count_cell(struct listed_rows *l, const struct html_tag *tag)
{
    struct text sum;

    l->column++;
    if (!l->in_body && html_attribute(tag, HTML_DATA_SUM, &sum))
        l->sum_column = l->column;
    l->in_sum = l->in_body && l->column == l->sum_column;
    l->cell = 0;
}

static void
open_details(struct listed_rows *l, const struct html_tag *tag)
{
    struct text open;

    if (l->is_folded || html_attribute(tag, HTML_OPEN, &open))
        return;
    l->is_folded = true;
    l->folded_depth = tag->depth;
}

static void
open_tag(struct listed_rows *l, const struct html_tag *tag)
{
    enum listed_rows_kind kind;

    if (tag->kind & (ELEMENT_CELL | ELEMENT_HEAD)) {
        if (l->in_table)
            count_cell(l, tag);
        return;
    }
    if (tag->kind & ELEMENT_ROW) {
        count_row(l, tag);
        return;
    }
    if (tag->kind & ELEMENT_ITEM)
        count_item(l, tag);
    kind = kind_of(tag->kind);
    if (kind == LISTED_HEADING)
        end_headings(l, tag->depth, tag->name.bytes[1]);
    if (tag->asked & (1u << HTML_ID | 1u << HTML_DATA_LIST))
        begin_place(l, tag, kind);
    if (kind == LISTED_TABLE)
        begin_table(l, tag);
    if (kind == LISTED_BODY) {
        l->in_body = true;
        l->body_depth = tag->depth;
    }
    if (tag->kind & ELEMENT_DETAILS)
        open_details(l, tag);
}

static void
close_tag(struct listed_rows *l, const struct html_tag *tag)
{
    const struct listed_rows_place *last;

    if (l->in_sum && (tag->kind & ELEMENT_CELL)) {
        l->table_sum += l->cell;
        l->in_sum = false;
    }
    end_headings(l, tag->depth + 1, '0');
    last = l->count > 0 ? &l->open[l->count - 1] : NULL;
    if (last && last->kind != LISTED_HEADING && last->depth == tag->depth)
        end_place(l);
    if (l->in_body && tag->depth == l->body_depth)
        l->in_body = false;
    if (l->in_table && tag->depth == l->table_depth)
        l->in_table = false;
    if (l->is_folded && tag->depth == l->folded_depth)
        l->is_folded = false;
}

void
listed_rows_tag(struct listed_rows *l, const struct html_tag *tag)
{
    if (tag->closes)
        close_tag(l, tag);
    else if (!tag->is_empty)
        open_tag(l, tag);
}

void
listed_rows_text(struct listed_rows *l, struct text text)
{
    if (!l->in_sum)
        return;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] >= '0' && text.bytes[i] <= '9' &&
            l->cell < INT64_MAX / 100)
            l->cell = 10 * l->cell + (text.bytes[i] - '0');
}

void
listed_rows_end(struct listed_rows *l)
{
    const struct page_facts_rows rows = {
        .is_known = l->lists > 0, .count = l->listed, .sum = l->sum};

    while (l->count > 0)
        end_place(l);
    page_facts_shows(l->seen, TEXT(""), rows);
}
