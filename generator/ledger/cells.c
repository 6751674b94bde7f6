/*
 * One reader per kind of cell, each filling the row's member or saying why
 * not.
 */
#include "ledger/cells.h"

#include <string.h>

#include "intake/records.h"
#include "ledger/characters.h"
#include "ledger/choices.h"
#include "ledger/clean_cell.h"
#include "ledger/money.h"
#include "ledger/vocabulary.h"

static const struct text nothing = {"", 0};

/* Without a month to report on, the year an export was received in is the
   best known. */
static struct month
year_start_of(const struct cell *cell)
{
    if (cell->book->year_start.number != 0)
        return cell->book->year_start;
    if (cell->export->source.folder.number != 0)
        return month_make(month_year(cell->export->source.folder), 1);
    if (date_is_given(cell->export->as_of))
        return month_make(cell->export->as_of.year, 1);
    return (struct month){0};
}

static bool
is_in_year(struct month start, struct date date)
{
    int months = month_of(date).number - start.number;

    return months >= 0 && months < 12;
}

static struct text
year_text(const struct cell *cell, struct month start)
{
    struct month last = book_last_month(cell->book);

    if (month_in_year(start) == 1 && last.number == start.number + 11)
        return text_format(cell->scratch, "%d", month_year(start));
    return text_format(cell->scratch, "%04d-%02d–%04d-%02d", month_year(start),
                       month_in_year(start), month_year(last),
                       month_in_year(last));
}

static void
check_1904(const struct cell *cell, struct date date)
{
    struct month start = year_start_of(cell);
    struct date meant;

    if (start.number == 0 || !date_has_day(date) || is_in_year(start, date))
        return;
    meant = date_of_days(date_days(date) + 1462);
    if (is_in_year(start, meant))
        cell_report(cell, RULE_DATE_1904, date_text(cell->scratch, meant),
                    nothing);
}

static struct month
event_month(const struct cell *cell, const struct row *row)
{
    struct date date;

    if (cell->column->kind == KIND_MONTH)
        return *row_month(cell->column, row);
    date = *row_date(cell->column, row);
    return date_is_given(date) ? month_of(date) : (struct month){0};
}

static bool
is_outside(const struct book *book, struct month month)
{
    return book->month.number != 0 && month.number != 0 &&
           !book_holds(book, month);
}

static bool
is_of_year_before(struct month start, struct month month)
{
    enum { MONTHS = 12 };

    return month.number < start.number &&
           month.number >= start.number - MONTHS;
}

void
cell_check_event(const struct cell *cell, struct row *row)
{
    const struct ledger_type *type = ledgers[cell->export->ledger];
    struct month start = cell->book->year_start;
    struct month month = event_month(cell, row);
    bool is_entry = cell_is_key(cell, type->entered_key);
    enum older older = is_entry && is_of_year_before(start, month)
                           ? type->older
                           : OLDER_IS_ODD;

    if (!is_outside(cell->book, month) || older == OLDER_STANDS)
        return;
    if (is_entry)
        row->flags |= ROW_OUTSIDE;
    if (older == OLDER_IS_ODD)
        cell_report(cell, RULE_DATE_OUTSIDE, year_text(cell, start), nothing);
}

/* 10月上旬 and 10月底 as 10月: of what has happened no more is known. */
static struct text
to_the_month(struct text text)
{
    static const char *const parts[] = {"上旬", "中旬", "下旬",
                                        "初",   "底",   "末"};

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        struct text month = text;

        if (!text_ends(text, parts[i]))
            continue;
        month.length -= strlen(parts[i]);
        if (text_ends(month, "月") || text_ends(month, "月份"))
            return month;
    }
    return text;
}

/* 10月31日 lies in the campaign year, which need not begin in January. */
static enum date_form
read_date(const struct cell *cell, struct date *date)
{
    struct month start = year_start_of(cell);
    struct date_usage usage = {month_year(start), cell->book->codes->clock};
    struct text text =
        cell->column->is_due ? cell->text : to_the_month(cell->text);
    enum date_form form = date_read_clock(text, usage, cell->scratch, date);

    if (start.number == 0 && form != DATE_PLAIN && form != DATE_CONVERTED)
        cell->book->month_wanted = true;
    usage.year++;
    if (form == DATE_NO_YEAR && month_of(*date).number < start.number)
        form = date_read_clock(text, usage, cell->scratch, date);
    return form;
}

/* 10月底前 where a day is due; 立行立改 has none, and is not at fault. */
static bool
read_deadline(const struct cell *cell, struct date *date)
{
    switch (
        deadline_read(cell->text, year_start_of(cell), cell->scratch, date)) {
    case DEADLINE_DAY:
        cell_report(cell, RULE_DUE_WORDS, date_text(cell->scratch, *date),
                    nothing);
        return true;
    case DEADLINE_WITHOUT_DAY:
        return cell_report(cell, RULE_DUE_WITHOUT_DAY, nothing, nothing);
    case DEADLINE_NONE:
        break;
    }
    return cell_refuse(cell, RULE_DATE_INVALID, nothing, nothing);
}

/* Of a day that is not plain. */
static bool
read_odd_day(const struct cell *cell, struct date *date)
{
    struct date read = {0};

    switch (read_date(cell, &read)) {
    case DATE_NONE:
        if (cell->column->is_due)
            return read_deadline(cell, date);
        return cell_refuse(cell, RULE_DATE_INVALID, nothing, nothing);
    case DATE_AMBIGUOUS:
        return cell_refuse(cell, RULE_DATE_AMBIGUOUS, nothing, nothing);
    case DATE_NO_YEAR:
        cell_report(cell, RULE_DATE_NO_YEAR,
                    text_format(cell->scratch, "%d", read.year), nothing);
        break;
    case DATE_SHORT_MONTH:
        cell_report(cell, RULE_DATE_SHORT_MONTH, nothing, nothing);
        break;
    case DATE_IS_SERIAL:
        check_1904(cell, read);
        break;
    case DATE_CONVERTED:
        cell_report(cell, RULE_DATE_CONVERTED, date_text(cell->scratch, read),
                    cell->book->codes->values[SETTING_TIME_ZONE]);
        break;
    case DATE_PLAIN:
        break;
    }
    *date = read;
    return true;
}

static bool
read_day(const struct cell *cell, struct date *date)
{
    return date_read_plain(cell->text, date) || read_odd_day(cell, date);
}

/* The day or month a record entered or was closed; others, such as the day it
   is due, may well lie in another year. */
static bool
is_event(const struct cell *cell)
{
    const struct ledger_type *type = ledgers[cell->export->ledger];

    return cell_is_key(cell, type->entered_key) ||
           cell_is_key(cell, type->closed_key);
}

static bool
fill_date(const struct cell *cell, struct row *row, void *member)
{
    struct date *date = member;

    if (!read_day(cell, date))
        return false;
    if (is_outside(cell->book, month_of(*date)) && is_event(cell))
        cell_check_event(cell, row);
    return true;
}

static bool
fill_month(const struct cell *cell, struct row *row, void *member)
{
    struct date date;

    if (!read_day(cell, &date))
        return false;
    *(struct month *)member = month_of(date);
    if (is_outside(cell->book, month_of(date)) && is_event(cell))
        cell_check_event(cell, row);
    return true;
}

/* 4.21E+17 is what is left of a long id. */
static bool
is_scientific(struct text text)
{
    size_t at = 0, digits = 0;

    for (; at < text.length; at++) {
        if (text.bytes[at] >= '0' && text.bytes[at] <= '9')
            digits++;
        else if (text.bytes[at] != '.')
            break;
    }
    if (digits == 0 || at + 2 >= text.length ||
        (text.bytes[at] != 'E' && text.bytes[at] != 'e') ||
        (text.bytes[at + 1] != '+' && text.bytes[at + 1] != '-'))
        return false;
    for (at += 2; at < text.length; at++)
        if (text.bytes[at] < '0' || text.bytes[at] > '9')
            return false;
    return true;
}

static bool
is_rounded(struct text text)
{
    if (text.length < 16 || !text_ends(text, "000"))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    return true;
}

static bool
fill_id(const struct cell *cell, struct row *row, void *member)
{
    (void)row;
    if (is_scientific(cell->text))
        return cell_report(cell, RULE_ID_SCIENTIFIC, nothing, nothing);
    if (is_rounded(cell->text))
        cell_report(cell, RULE_ID_ROUNDED, nothing, nothing);
    ((struct id *)member)->given = true;
    return true;
}

static bool
fill_units(const struct cell *cell, struct row *row, void *member)
{
    bool known;

    (void)member;
    row->flags |= ROW_SHARED;
    vocabulary_units(vocabulary_of(cell->book), cell->text, &known);
    if (!known)
        cell_report(cell, RULE_UNIT_UNKNOWN, nothing, nothing);
    return true;
}

/* Most cells name one unit, as the list of units writes it. */
static bool
fill_unit(const struct cell *cell, struct row *row, void *member)
{
    struct unit *unit = member;
    struct text *items;
    bool known;

    unit->code = vocabulary_unit(vocabulary_of(cell->book), cell->text, &known);
    if (!text_equal(intern_text(cell->book->units, unit->code), cell->text) &&
        vocabulary_unit_items(vocabulary_of(cell->book), cell->scratch,
                              cell->text, &items) > 1)
        return fill_units(cell, row, member);
    if (!known)
        cell_report(cell, RULE_UNIT_UNKNOWN, nothing, nothing);
    return true;
}

typedef bool filler(const struct cell *cell, struct row *row, void *member);

static filler *const fillers[] = {
    [KIND_ID] = fill_id,         [KIND_DATE] = fill_date,
    [KIND_MONTH] = fill_month,   [KIND_UNIT] = fill_unit,
    [KIND_UNITS] = fill_units,   [KIND_CATEGORY] = fill_category,
    [KIND_CHOICE] = fill_choice, [KIND_YES_NO] = fill_yes_no,
    [KIND_NUMBER] = fill_number, [KIND_MONEY] = fill_money,
};

static bool
fill_blank(const struct cell *cell, struct row *row)
{
    const struct column *column = cell->column;
    struct cell written = *cell;

    if (cell->field == 0 && cell->export->unit.length > 0 &&
        cell_is_key(cell, ledgers[cell->export->ledger]->unit_key)) {
        struct cell above = *cell;

        above.text = cell_clean(cell, cell->export->unit, false);
        return fill_unit(&above, row, (char *)row + column->offset);
    }
    if (cell->field == 0 || !column->required || column->blank_is_settled)
        return true;
    if (cell->field <= cell->record->count) /* — or 无, as it was written */
        written.text = text_trimmed(cell->record->cells[cell->field - 1]);
    if (!column->blank_is_warned)
        return cell_report(&written, RULE_CELL_MISSING, nothing, nothing);
    cell_report(&written, RULE_UNIT_MISSING, nothing, nothing);
    return true;
}

bool
cell_fill(const struct cell *cell, struct row *row)
{
    const struct column *column = cell->column;

    if (cell->text.length == 0)
        return fill_blank(cell, row);
    if (cell->text.bytes[0] == '#' && is_cell_error(cell->text))
        return cell_report(cell, RULE_CELL_ERROR, nothing, nothing);
    if (fillers[column->kind] == NULL)
        return true;
    return fillers[column->kind](cell, row, (char *)row + column->offset) ||
           (!column->required && column->kind != KIND_ID);
}
