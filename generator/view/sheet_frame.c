#include "view/sheet_frame.h"

#include "base/arena.h"
#include "view/view.h"

enum { LETTERS = 26, LONGEST_PLACE = 16, CHOICES_MOST = 255 };

/* By kind; a text by itself is wide, for it is what a record says. */
static const struct {
    enum sheet_style style;
    size_t width;
} shapes[] = {
    [KIND_TEXT] = {SHEET_TEXT, 36},     [KIND_PERSONS] = {SHEET_CODE, 14},
    [KIND_UNITS] = {SHEET_TEXT, 18},    [KIND_ID] = {SHEET_CODE, 16},
    [KIND_DATE] = {SHEET_DATE, 12},     [KIND_MONTH] = {SHEET_CODE, 10},
    [KIND_UNIT] = {SHEET_TEXT, 18},     [KIND_CATEGORY] = {SHEET_CODE, 12},
    [KIND_CHOICE] = {SHEET_CODE, 10},   [KIND_YES_NO] = {SHEET_CODE, 10},
    [KIND_NUMBER] = {SHEET_NUMBER, 12}, [KIND_MONEY] = {SHEET_NUMBER, 14},
};

struct text
sheet_place(struct arena *arena, size_t column, size_t row)
{
    char letters[LONGEST_PLACE];
    size_t at = sizeof(letters);

    for (; column > 0; column = (column - 1) / LETTERS)
        letters[--at] = (char)('A' + (column - 1) % LETTERS);
    return text_format(arena, "%.*s%zu", (int)(sizeof(letters) - at),
                       letters + at, row);
}

void
sheet_frame_begin(struct view *view)
{
    view_list(view, "COLUMN");
    view_list(view, "ROW");
    view_list(view, "CHOICES");
    view_list(view, "FROZEN");
    view_list(view, "FILTER");
    view_flag(view, "IS_FIRST", false);
    view_part(view, "ROWS", TEXT(""));
}

static size_t
items(const struct view *view, const char *name)
{
    const struct view_name *list = view_find_list(view, name);
    size_t count = 0;

    for (const struct view *item = list->first; item; item = item->next)
        count++;
    return count;
}

void
sheet_frame_column(struct view *view, size_t width, enum sheet_style style)
{
    size_t number = items(view, "COLUMN") + 1;
    struct view *item = view_item(view, "COLUMN");

    view_count(item, "NUMBER", (int64_t)number);
    view_count(item, "WIDTH", (int64_t)width);
    view_count(item, "STYLE", style);
}

void
sheet_frame_row(struct view *view, size_t number, enum sheet_style style,
                const struct text *texts, size_t count)
{
    struct view *row = view_item(view, "ROW");

    view_count(row, "NUMBER", (int64_t)number);
    view_list(row, "CELL");
    for (size_t i = 0; i < count; i++) {
        struct view *cell = view_item(row, "CELL");

        view_text(cell, "PLACE", sheet_place(view->arena, i + 1, number));
        view_count(cell, "STYLE", style);
        view_text(cell, "TEXT", texts[i]);
    }
}

enum sheet_style
sheet_style_of(const struct column *column)
{
    return shapes[column->kind].style;
}

size_t
sheet_width_of(const struct column *column)
{
    return shapes[column->kind].width;
}

/* "已办结,办理中": the first word of each, as many as a list may hold. */
static struct text
choices(struct arena *arena, const struct column *column)
{
    struct text list = TEXT("");

    if (column->kind == KIND_YES_NO)
        return TEXT("是,否");
    for (size_t i = 0; column->words && column->words[i].words; i++) {
        const char *rest = column->words[i].words;
        struct text word;

        if (!word_next(&rest, &word) ||
            list.length + word.length + 1 > CHOICES_MOST)
            break;
        list = text_format(arena, "%.*s%s%.*s", TEXT_ARG(list),
                           list.length > 0 ? "," : "", TEXT_ARG(word));
    }
    return list;
}

void
sheet_frame_choices(struct view *view, size_t number,
                    const struct column *column)
{
    struct arena *arena = view->arena;
    struct text list = choices(arena, column);
    struct text first = sheet_place(arena, number, 2);
    struct text last = sheet_place(arena, number, SHEET_ROWS_MOST);
    struct view *all, *item;

    if (list.length == 0)
        return;
    all = view_find_list(view, "CHOICES")->first;
    if (all == NULL)
        all = view_item(view, "CHOICES");
    item = view_item(all, "CHOICE");
    view_text(item, "CELLS",
              text_format(arena, "%.*s:%.*s", TEXT_ARG(first), TEXT_ARG(last)));
    view_text(item, "LIST", list);
    view_flag(item, "IS_CLOSED", column->kind != KIND_CATEGORY);
    view_count(all, "COUNT", (int64_t)items(all, "CHOICE"));
}

void
sheet_frame_freeze(struct view *view, size_t columns, size_t last_row)
{
    view_flag(view, "FROZEN", true);
    if (last_row > 0)
        view_text(
            view_item(view, "FILTER"), "RANGE",
            text_format(view->arena, "A1:%.*s",
                        TEXT_ARG(sheet_place(view->arena, columns, last_row))));
}
