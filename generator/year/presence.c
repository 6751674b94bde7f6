#include "year/presence.h"

#include "year/year.h"

static bool
is_given(const struct column *column, const struct row *row)
{
    switch (column->kind) {
    case KIND_DATE:
        return date_is_given(*row_date(column, row));
    case KIND_YES_NO:
        return row_yes_no(column, row)->value != 0;
    case KIND_MONEY:
        return row_money(column, row)->wan.given;
    default:
        return true;
    }
}

static bool
is_in_a_file(const struct book *book, enum ledger_id ledger, int column)
{
    for (size_t i = 0; i < book->file_count; i++)
        if (book->files[i].ledger == (int)ledger && book->files[i].field_of &&
            book->files[i].field_of[column] != 0)
            return true;
    return false;
}

static bool
is_filled(const struct book *book, enum ledger_id ledger, int column)
{
    const struct ledger *held = &book->ledgers[ledger];

    for (size_t i = 0; i < held->count; i++) {
        const struct row *row = ledger_row(held, i);

        if (row_counts_in(row) && is_given(&held->type->columns[column], row))
            return true;
    }
    return false;
}

bool
figure_has_source(const struct year *year, enum figure_id figure)
{
    const struct figure_type *type = figures[figure].kind == FIGURE_IS_RATE
                                         ? &figures[figures[figure].list]
                                         : &figures[figure];
    const struct book *book = year->book;
    const char *needs = type->needs;

    if (!book->ledgers[type->ledger].is_present)
        return false;
    if (figure == FIGURE_CADRES_ACTIVE)
        return year->chosen[LEDGER_cadres] != NULL;
    if (needs == NULL)
        return true;
    /* An older version may have told what the newest leaves blank. */
    if (year->figures[type - figures].numerator != 0)
        return true;
    for (struct text key; word_next(&needs, &key);) {
        int column = column_of_name(ledgers[type->ledger], key);

        if (is_filled(book, type->ledger, column) ||
            (type->events != EVENTS_NONE &&
             is_in_a_file(book, type->ledger, column)))
            return true;
    }
    return false;
}
