#include "load/rehead.h"

#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/column_titles.h"
#include "load/row_checks.h"

enum { LEAST_TITLES = 3 };

/* The first cell of a date stands for the row: a title is no date. */
static bool
may_be_header(const struct row_reading *at, const struct record *record)
{
    size_t field = at->entered >= 0 ? at->export->field_of[at->entered] : 1;
    struct text cell = {"", 0};

    if (field > 0 && field <= record->count)
        cell = record->cells[field - 1];
    return cell.length > 0 && (cell.bytes[0] < '0' || cell.bytes[0] > '9');
}

/* Whether the title stands where its column does, or is the one of the header
   there. */
static bool
stands_in_place(const struct row_reading *at, size_t i, size_t column,
                struct text key)
{
    const struct input_file *export = at->export;

    return (column != 0 && export->field_of[column - 1] == i + 1) ||
           (i < export->cells &&
            text_equal(key, folded_title(at->scratch, export->titles[i])));
}

bool
rehead_is(const struct row_reading *at, const struct titles *titles,
          const struct record *record, bool *is_in_order)
{
    int ledger = at->export->ledger;
    size_t filled = 0, known = 0;

    *is_in_order = true;
    if (!may_be_header(at, record))
        return false;
    for (size_t i = 0; i < record->count; i++) {
        struct text key = folded_title(at->scratch, record->cells[i]);
        const struct title *title = titles_find(titles, key);
        size_t column = title != NULL ? title->column[ledger] : 0;

        filled += key.length > 0;
        if (!title_is_column(title))
            continue;
        known++;
        if (!stands_in_place(at, i, column, key))
            *is_in_order = false;
    }
    return known >= LEAST_TITLES && known * 2 > filled;
}
