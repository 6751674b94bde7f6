#include "year/dated.h"

#include <string.h>

#include "year/span.h"

enum { MILLION = 1000000 };

static const struct column *
column_of(enum ledger_id ledger, const char *key)
{
    int index = key == NULL ? -1 : column_index(ledgers[ledger], key);

    return index < 0 ? NULL : &ledgers[ledger]->columns[index];
}

static bool
is_counted_by(const struct figure_type *figure, const char *choice)
{
    return figure->choice == NULL ||
           (choice != NULL && strcmp(figure->choice, choice) == 0);
}

static uint64_t
marks_of(enum ledger_id ledger, const struct row *row)
{
    const struct column *column =
        column_of(ledger, ledgers[ledger]->counted_by_key);
    const char *choice =
        column ? choice_key(column->words, row_choice(column, row)->value)
               : NULL;
    uint64_t marks = 0;

    for (int i = 0; i < FIGURE_COUNT; i++)
        if (figures[i].ledger == ledger && figures[i].page != NULL &&
            is_counted_by(&figures[i], choice))
            marks |= MARK_OF(i);
    return marks;
}

static int64_t
amount_of(enum ledger_id ledger, const struct row *row)
{
    const struct column *column =
        column_of(ledger, ledgers[ledger]->amount_key);
    const struct number *number = column ? row_number(column, row) : NULL;

    return number && number->given ? number->millionths / MILLION : 1;
}

struct event
dated_event(const struct year *year, enum ledger_id ledger,
            const struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    const struct column *unit = column_of(ledger, type->unit_key);
    int category = column_of_kind(type, KIND_CATEGORY);
    struct event event = {.entered = dated_on(ledger, row), .days = -1};

    event.amount = amount_of(ledger, row);
    if (unit)
        event.unit = row_unit(unit, row)->code;
    if (category >= 0)
        event.category = row_category(&type->columns[category], row)->code;
    if (year_holds(year, event.entered))
        event.marks = marks_of(ledger, row);
    return event;
}

struct date
dated_on(enum ledger_id ledger, const struct row *row)
{
    const struct column *column =
        column_of(ledger, ledgers[ledger]->entered_key);
    struct date date = {0};
    struct month month;

    if (column == NULL)
        return date;
    if (column->kind == KIND_DATE)
        return *row_date(column, row);
    month = *row_month(column, row);
    if (month.number != 0)
        date_make(month_year(month), month_in_year(month), 0, &date);
    return date;
}
