#include "render/tables_file.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/zip_writer.h"
#include "render/file_sink.h"
#include "render/office.h"
#include "render/spool.h"
#include "view/record_rows.h"
#include "view/report.h"
#include "view/view.h"

enum { MEMORY_MOST = 4 * 1024 * 1024, COPIED_AT_ONCE = 64 * 1024 };

/* The rows of a sheet, put by. */
struct put_by {
    struct zip_part rows;
    uint64_t offset;
};

struct tables_file {
    struct arena *arena;
    const struct report *report;
    const char *templates;
    const struct file_sink *sink;
    struct spool *spool;
    struct tables_sheet *sheets;
    size_t count, room;
    struct put_by *packed; /* by sheet */
    size_t packed_count, packed_room;
};

struct tables_file *
tables_file_new(const struct report *report, const char *templates,
                const struct file_sink *sink)
{
    struct arena *arena = arena_new();
    struct tables_file *workbook = ARENA_NEW(arena, struct tables_file);

    *workbook = (struct tables_file){.arena = arena,
                                     .report = report,
                                     .templates = templates,
                                     .sink = sink,
                                     .spool = spool_new(MEMORY_MOST)};
    return workbook;
}

void
tables_file_free(struct tables_file *workbook)
{
    spool_free(workbook->spool);
    arena_free(workbook->arena);
}

static void
add_sheet(struct tables_file *workbook, enum ledger_id ledger, size_t part)
{
    *ARRAY_ADD(workbook->arena, workbook->sheets, workbook->count,
               workbook->room) =
        (struct tables_sheet){.ledger = ledger, .part = part};
    *ARRAY_ADD(workbook->arena, workbook->packed, workbook->packed_count,
               workbook->packed_room) = (struct put_by){.offset = 0};
}

void
tables_file_begin(struct tables_file *workbook, enum ledger_id ledger)
{
    add_sheet(workbook, ledger, 0);
}

static bool
no_room(const struct tables_file *workbook)
{
    return errno_report(workbook->report->diag, RULE_FILE_UNWRITABLE, "tmpfile",
                        errno);
}

bool
tables_file_add(struct tables_file *workbook, size_t rows,
                const struct zip_piece *piece)
{
    struct tables_sheet *sheet = &workbook->sheets[workbook->count - 1];
    struct put_by *packed;
    uint64_t offset;

    if (sheet->rows == RECORD_ROWS_SHEET)
        add_sheet(workbook, sheet->ledger, sheet->part + 1);
    sheet = &workbook->sheets[workbook->count - 1];
    packed = &workbook->packed[workbook->count - 1];
    if (!spool_put(workbook->spool, piece->packed, &offset))
        return no_room(workbook);
    if (sheet->rows == 0)
        packed->offset = offset;
    sheet->rows += rows;
    zip_part_add(&packed->rows, piece);
    return true;
}

static bool
copy_rows(struct tables_file *workbook, const struct put_by *packed,
          struct zip_writer *zip)
{
    uint64_t offset = packed->offset, end = offset + packed->rows.packed;

    while (offset < end) {
        size_t length = end - offset < COPIED_AT_ONCE ? (size_t)(end - offset)
                                                      : COPIED_AT_ONCE;
        struct text piece;

        if (!spool_get(workbook->spool, offset, length, &piece))
            return no_room(workbook);
        if (!zip_writer_append(zip, piece))
            return false;
        offset += length;
    }
    return true;
}

/* What a sheet's template says before its rows and behind them. */
static bool
write_sheet(struct tables_file *workbook, const struct office *office,
            size_t number, struct view *view)
{
    static const struct put_by none;
    const struct put_by *packed =
        number > 0 ? &workbook->packed[number - 1] : &none;
    struct zip_part part = {.name = office_sheet_name(office, number + 1)};
    struct zip_piece pieces[3] = {
        [1] = {.packed = {NULL, (size_t)packed->rows.packed},
               .length = (size_t)packed->rows.length,
               .digest = packed->rows.digest}};
    struct text made;
    size_t cut;

    view_part(view, "ROWS", TEXT(RECORD_CUT));
    if (!office_expand(office, "tables/sheet", view, &made))
        return false;
    cut = text_find(made, TEXT(RECORD_CUT));
    pieces[0] = zip_pack(office->arena, text_slice(made, 0, cut));
    pieces[2] =
        zip_pack(office->arena, text_from(made, cut + strlen(RECORD_CUT)));
    for (size_t i = 0; i < 3; i++)
        zip_part_add(&part, &pieces[i]);
    return zip_writer_begin(office->zip, &part) &&
           zip_writer_append(office->zip, pieces[0].packed) &&
           copy_rows(workbook, packed, office->zip) &&
           zip_writer_append(office->zip, pieces[2].packed) &&
           zip_writer_end(office->zip);
}

static bool
write_sheets(struct tables_file *workbook, const struct office *office)
{
    const struct report *report = workbook->report;
    struct view *view = view_new(office->arena, report->language);

    tables_fill_cover(report, workbook->sheets, workbook->count, view);
    if (!write_sheet(workbook, office, 0, view))
        return false;
    for (size_t i = 0; i < workbook->count; i++) {
        view = view_new(office->arena, report->language);
        tables_fill_ledger(report, &workbook->sheets[i], view);
        if (!write_sheet(workbook, office, i + 1, view))
            return false;
    }
    return true;
}

bool
tables_file_write(struct tables_file *workbook)
{
    const struct report *report = workbook->report;
    const struct file_sink *sink = workbook->sink;
    struct arena *arena = workbook->arena;
    const struct zip_target target = {sink->append, sink->data};
    const struct office office = {arena, workbook->templates, report->diag,
                                  zip_writer_new(arena, &target)};
    struct view *view = view_new(arena, report->language);
    const char *path =
        text_format(arena, "%.*s/" TABLES_FILE,
                    TEXT_ARG(month_text(arena, report->year->month)))
            .bytes;

    tables_fill(report, workbook->sheets, workbook->count, view);
    return sink->begin(sink->data, path) &&
           office_is_good(&office,
                          office_put_workbook(&office, view) &&
                              write_sheets(workbook, &office) &&
                              zip_writer_finish(office.zip),
                          path) &&
           sink->end(sink->data);
}
