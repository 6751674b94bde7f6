#include "year/versions.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/month_folders.h"
#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"

static size_t
index_of(const struct ledger *held, const struct row *row)
{
    return (size_t)((const char *)row - held->rows) / held->type->row_size;
}

struct versions
versions_new(const struct book *book, enum ledger_id ledger)
{
    const struct ledger *held = &book->ledgers[ledger];
    struct versions known = {book, ledger, NULL};
    size_t size = (held->count + 1) * sizeof(*known.older);

    known.older = must_grow(NULL, size);
    memset(known.older, 0, size);
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (row->state == ROW_SUPERSEDED && row->newer != 0)
            known.older[row->newer - 1] = (uint32_t)i + 1;
    }
    return known;
}

const struct row *
versions_by(const struct versions *known, const struct row *row,
            struct month month)
{
    const struct ledger *held = &known->book->ledgers[known->ledger];

    while (row && month_folder_rank(&known->book->files[row->file_index]) >
                      month.number) {
        uint32_t older = known->older[index_of(held, row)];

        row = older != 0 ? ledger_row(held, older - 1) : NULL;
    }
    return row;
}

struct event
versions_event(const struct year *year, enum ledger_id ledger,
               const struct row *row)
{
    union {
        struct row row;
        struct problem problem;
        struct suggestion suggestion;
        struct research_report report;
    } version;

    memcpy(&version, row, ledgers[ledger]->row_size);
    version.row.state = ROW_ACCEPTED;
    return event_of(year, ledger, &version.row);
}
