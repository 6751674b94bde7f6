/*
 * Whatever is taken for a workbook, what comes out of it is sound: valid
 * UTF-8 in records without damage, no more rows and columns than a sheet has;
 * or there is a message.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "intake/records.h"
#include "intake/workbook.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static void
check_sheet(const struct source *sheet)
{
    struct records *records = records_of(sheet, ',');
    struct record record;
    size_t bad;

    demand(utf8_is_valid(sheet->content, &bad));
    while (records_next(records, &record)) {
        demand(record.damage == UNDAMAGED && record.count <= 16384);
        demand(record.row <= 1048576 && record.line == record.row);
    }
    records_close(records);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct source file = {
        .path = "x.xlsx", .bytes = (char *)(uintptr_t)data, .size = size};
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct source_list sheets;

    if (workbook_read(arena, &file, diag, &sheets))
        demand(sheets.count > 0);
    else
        demand(sheets.count == 0 && diag_exit_status(diag) == 1);
    for (size_t i = 0; i < sheets.count; i++) {
        check_sheet(&sheets.items[i]);
        source_close(&sheets.items[i]);
    }
    diag_free(diag);
    arena_free(arena);
    return 0;
}
