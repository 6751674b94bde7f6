#include "view/record_columns.h"

#include <string.h>

#include "base/arena.h"
#include "view/card.h"
#include "view/chapter.h"
#include "view/pagination.h"
#include "view/report.h"
#include "year/core.h"
#include "year/redact.h"
#include "year/span.h"
#include "year/year.h"

static void
add(struct record_columns *columns, enum record_column_kind kind, size_t column)
{
    if (columns->count < RECORD_COLUMNS_MOST)
        columns->all[columns->count++] = (struct record_column){kind, column};
}

static bool
is_key(const struct ledger_type *type, const char *key, size_t column)
{
    return key && strcmp(type->columns[column].key, key) == 0;
}

/* The id and the name lead; further units stand with the lead unit. */
static void
add_column(const struct report *report, const struct ledger_type *type,
           size_t column, struct record_columns *columns)
{
    switch (type->columns[column].kind) {
    case KIND_ID:
        break;
    case KIND_UNITS:
        break;
    case KIND_TEXT:
        if (!is_key(type, type->name_key, column))
            columns->notes[columns->note_count++] = column;
        break;
    case KIND_PERSONS:
        if (report->edition == EDITION_INTERNAL)
            add(columns, RECORD_CELL, column);
        else
            columns->hides_persons = true;
        break;
    default:
        add(columns, RECORD_CELL, column);
    }
}

struct record_columns
record_columns_of(const struct report *report, enum ledger_id ledger)
{
    const struct ledger_type *type = ledgers[ledger];
    struct record_columns columns = {.count = 0};
    struct arena *scratch = arena_new();
    size_t count;
    const size_t *shown = list_columns(report, ledger, scratch, &count);
    int name = type->name_key ? column_index(type, type->name_key) : -1;

    for (size_t i = 0; i < count; i++)
        if (type->columns[shown[i]].kind == KIND_ID)
            add(&columns, RECORD_ID, shown[i]);
    add(&columns, RECORD_NAME, name < 0 ? type->column_count : (size_t)name);
    for (size_t i = 0; i < count; i++)
        if ((int)shown[i] != name)
            add_column(report, type, shown[i], &columns);
    if (chapter_of(ledger))
        add(&columns, RECORD_DAYS, type->column_count);
    arena_free(scratch);
    return columns;
}

const char *
record_closing_key(const struct ledger_type *type)
{
    return type->closed_key ? type->closed_key : type->begun_key;
}

bool
record_closes_later(const struct report *report, enum ledger_id ledger,
                    const struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    int column = column_index(type, record_closing_key(type));
    struct date closed;

    if (column < 0)
        return false;
    closed = *row_date(&type->columns[column], row);
    return date_is_given(closed) && !date_is_by(closed, report->year->cutoff);
}

bool
record_is_later(const struct report *report, enum ledger_id ledger,
                const struct row *row)
{
    return chapter_of(ledger) &&
           core_ends_behind(ledger, row, report->year->cutoff);
}

bool
record_tells_later(const struct report *report, enum ledger_id ledger,
                   const struct column *column, const struct row *row)
{
    const char *key = record_closing_key(ledgers[ledger]);

    return key != NULL && strcmp(column->key, key) == 0
               ? record_closes_later(report, ledger, row)
               : column->is_told_at_closing &&
                     record_is_later(report, ledger, row);
}

struct text
record_status(const struct report *report, enum ledger_id ledger,
              const struct column *status, const struct row *row,
              struct text cell)
{
    return record_is_later(report, ledger, row)
               ? choice_word(status->words, core_status_at(ledger, row, 0),
                             report->language)
               : cell;
}

/* A day, or a month whose day is not known, as one number; 0: none. */
static int64_t
day_value(struct date date)
{
    return (int64_t)date.year * 10000 + date.month * 100 + date.day;
}

int64_t
record_value(const struct report *report, enum ledger_id ledger,
             const struct record_column *column, const struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    const struct column *it;

    if (column->kind != RECORD_CELL)
        return -1;
    it = &type->columns[column->column];
    if (record_tells_later(report, ledger, it, row))
        return 0;
    switch (it->kind) {
    case KIND_UNIT:
        return row_unit(it, row)->code;
    case KIND_CATEGORY:
        return row_category(it, row)->code;
    case KIND_YES_NO:
        return row_yes_no(it, row)->value + 2;
    case KIND_CHOICE:
        if (is_key(type, type->status_key, column->column) &&
            record_is_later(report, ledger, row))
            return core_status_at(ledger, row, 0);
        return row_choice(it, row)->value;
    case KIND_DATE:
        return day_value(*row_date(it, row));
    case KIND_MONTH:
        return row_month(it, row)->number;
    case KIND_NUMBER:
        return !row_number(it, row)->given ? 0
               : row_number(it, row)->millionths < 0
                   ? -1
                   : row_number(it, row)->millionths + 1;
    case KIND_MONEY:
        return row_money(it, row)->wan.given ? -1 : 0;
    default:
        return -1;
    }
}

const char *
column_class(const struct column *column)
{
    switch (column->kind) {
    case KIND_NUMBER:
    case KIND_MONEY:
        return "n";
    case KIND_TEXT:
    case KIND_UNITS:
        return "t";
    case KIND_DATE:
    case KIND_MONTH:
        return "d one";
    default:
        return "d";
    }
}
