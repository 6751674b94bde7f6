#include "cli/empty_workbook.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/zip_writer.h"
#include "cli/command.h"
#include "ledger/ledgers.h"
#include "render/built_in.h"
#include "render/office.h"
#include "view/sheet_frame.h"
#include "view/view.h"

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

static void
fill_sheet(const struct ledger_type *type, struct view *view)
{
    struct text *titles =
        arena_take(view->arena, type->column_count * sizeof(*titles));

    sheet_frame_begin(view);
    view_flag(view, "IS_FIRST", true);
    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];

        titles[i] = text_of(column->title);
        sheet_frame_column(view, sheet_width_of(column),
                           sheet_style_of(column));
        sheet_frame_choices(view, i + 1, column);
    }
    sheet_frame_row(view, 1, SHEET_HEAD, titles, type->column_count);
    sheet_frame_freeze(view, type->column_count, 0);
}

bool
empty_workbook(struct job *job, const struct ledger_type *type,
               struct text *content)
{
    struct arena *arena = job->arena;
    struct buffer bytes = {.arena = arena};
    const struct zip_target target = {gather, &bytes};
    const struct office office = {arena, BUILT_IN, job->diag,
                                  zip_writer_new(arena, &target)};
    struct view *view = view_new(arena, ZH), *item = view_item(view, "SHEET");
    struct text sheet;
    bool good;

    view_text(view, "PAGE_TITLE", text_of(type->title));
    view_text(view, "PUBLISHER", TEXT(""));
    view_flag(view, "IS_FILTERED", false);
    view_text(item, "TITLE", text_of(type->title));
    view_count(item, "NUMBER", 1);
    fill_sheet(type, view);
    good = office_put_workbook(&office, view) &&
           office_expand(&office, "tables/sheet", view, &sheet) &&
           zip_writer_put(office.zip, office_sheet_name(&office, 1), sheet) &&
           zip_writer_finish(office.zip);
    *content = buffer_text(&bytes);
    return good;
}
