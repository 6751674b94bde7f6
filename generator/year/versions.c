#include "year/versions.h"

#include "base/arena.h"
#include "ledger/month_folders.h"

static size_t
index_of(const struct ledger *held, const struct row *row)
{
    return (size_t)((const char *)row - held->rows) / held->type->row_size;
}

static bool
has_superseded(const struct ledger *held)
{
    for (size_t i = 0; i < held->count; i++)
        if (ledger_row(held, i)->state == ROW_SUPERSEDED)
            return true;
    return false;
}

struct versions
versions_new(struct arena *arena, const struct book *book,
             enum ledger_id ledger)
{
    const struct ledger *held = &book->ledgers[ledger];
    struct versions known = {book, ledger, NULL};

    if (!has_superseded(held))
        return known;
    known.older = arena_take(arena, (held->count + 1) * sizeof(*known.older));
    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (row->state == ROW_SUPERSEDED && row->newer != 0)
            known.older[row->newer - 1] = (uint32_t)i + 1;
    }
    return known;
}

static const struct row *
before(const struct versions *known, const struct row *row)
{
    const struct ledger *held = &known->book->ledgers[known->ledger];
    uint32_t older = known->older ? known->older[index_of(held, row)] : 0;

    return older != 0 ? ledger_row(held, older - 1) : NULL;
}

static bool
stands_by(const struct book *book, const struct row *row, struct month month)
{
    return month_folder_rank(&book->files[row->file_index]) <= month.number;
}

const struct row *
versions_by(const struct versions *known, const struct row *row,
            struct month month)
{
    while (row && !stands_by(known->book, row, month))
        row = before(known, row);
    return row;
}

const struct row *
versions_for(const struct versions *known, const struct row *row,
             struct month month)
{
    const struct row *oldest = row;

    for (; row && known->older; row = before(known, row)) {
        oldest = row;
        if (stands_by(known->book, row, month))
            break;
    }
    return oldest;
}

bool
version_is_newest_by(const struct book *book, enum ledger_id ledger,
                     const struct row *row, struct month month)
{
    if ((row->state != ROW_ACCEPTED && row->state != ROW_SUPERSEDED) ||
        !stands_by(book, row, month))
        return false;
    return row->newer == 0 ||
           !stands_by(book, ledger_row(&book->ledgers[ledger], row->newer - 1),
                      month);
}

bool
versions_reach(const struct book *book, enum ledger_id ledger,
               struct month month)
{
    for (size_t i = 0; i < book->file_count; i++)
        if (book->files[i].ledger == (int)ledger &&
            month_folder_rank(&book->files[i]) <= month.number)
            return true;
    return false;
}

/* Who sent the row: the unit stated above its file's header, else its own. */
static uint32_t
sender_of(const struct book *book, const struct ledger_type *type,
          const struct row *row)
{
    uint32_t stated = book->files[row->file_index].unit_code;
    int unit = column_index(type, type->unit_key);

    if (unit < 0 || stated != 0)
        return unit < 0 ? 0 : stated;
    return row_unit(&type->columns[unit], row)->code;
}

/* Whether the file has a row of the sender. */
static bool
is_sent_by(const struct book *book, const struct input_file *file,
           uint32_t sender)
{
    const struct ledger *held = &book->ledgers[file->ledger];

    for (size_t i = 0; i < file->row_count; i++)
        if (sender_of(book, held->type,
                      ledger_row(held, file->first_row + i)) == sender)
            return true;
    return false;
}

bool
version_is_left_out_by(const struct book *book, enum ledger_id ledger,
                       const struct row *row, struct month month)
{
    int own = month_folder_order(&book->files[row->file_index]);
    uint32_t sender = sender_of(book, ledgers[ledger], row);

    for (size_t i = 0; i < book->file_count; i++) {
        const struct input_file *file = &book->files[i];

        if (file->ledger == (int)ledger && month_folder_order(file) > own &&
            month_folder_rank(file) <= month.number &&
            is_sent_by(book, file, sender))
            return true;
    }
    return false;
}
