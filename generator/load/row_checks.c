#include "load/row_checks.h"

#include "base/arena.h"
#include "intake/records.h"
#include "intake/replacement.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/vocabulary.h"

static bool
report_at(const struct row_reading *at, int column, enum rule rule,
          struct text detail1, struct text detail2)
{
    struct cell cell = {.book = at->book,
                        .export = at->export,
                        .record = at->record,
                        .column = &at->type->columns[column],
                        .field = at->export->field_of[column],
                        .text = at->cells[column],
                        .scratch = at->scratch};

    return cell_report(&cell, rule, detail1, detail2);
}

static uint8_t *
status_of(const struct row_reading *at)
{
    return &((struct choice *)((char *)at->row +
                               at->type->columns[at->status].offset))
                ->value;
}

/* Exactly one column of the matrix must be ticked. */
static bool
settle_ticks(const struct row_reading *at)
{
    const struct input_file *export = at->export;
    size_t ticked = 0;

    for (size_t i = 0; i < export->tick_count; i++) {
        size_t field = export->ticks[i].field;
        struct text mark = {"", 0};

        if (field <= at->record->count)
            mark = text_trimmed(at->record->cells[field - 1]);
        if (mark.length == 0 || yes_no_of(folded(at->scratch, mark)) < 0)
            continue;
        ticked++;
        *status_of(at) = export->ticks[i].value;
    }
    if (ticked == 1)
        return true;
    return diag_report(
        at->book->diag, RULE_STATUS_TICKS,
        &(struct finding){.place = {export->source.path, at->record->line,
                                    export->ticks[0].field, at->record->row},
                          .detail = {text_format(at->scratch, "%zu", ticked)}});
}

static struct date
date_at(const struct row_reading *at, int column)
{
    if (column < 0 || at->type->columns[column].kind != KIND_DATE)
        return (struct date){0};
    return *row_date(&at->type->columns[column], at->row);
}

/* In a row with a delimiter too many the status stands one cell further, and
   in the closing day's place the day before it. */
static bool
is_shifted(const struct row_reading *at)
{
    const struct record *record = at->record;
    size_t next = at->export->field_of[at->status];
    uint8_t status;

    if (next == 0 || next >= record->count ||
        record->count <= at->export->cells)
        return false;
    status = vocabulary_choice(vocabulary_of(at->book), at->export->ledger,
                               (size_t)at->status,
                               folded(at->scratch, record->cells[next]));
    return status != 0 && status != at->type->closed_status;
}

static bool
report_shifted(const struct row_reading *at)
{
    return report_at(at, at->status, RULE_ROW_RAGGED,
                     text_format(at->scratch, "%zu", at->record->count),
                     text_format(at->scratch, "%zu", at->export->cells));
}

/* A blank status follows from a closing day; a closed matter without one
   counts from the month of its folder, which is settled when every file is
   read. */
static bool
settle_status(const struct row_reading *at)
{
    const struct column *status, *closing;
    struct date closed_on = date_at(at, at->closed);

    if (at->status < 0)
        return true;
    status = &at->type->columns[at->status];
    if (at->export->tick_count > 0 && !settle_ticks(at))
        return false;
    if (*status_of(at) == 0 && status->required) {
        /* Where that is no matter of the row, it has been reported. */
        if (at->cells[at->status].length > 0 || !status->blank_is_settled)
            return true;
        if (at->closed < 0 || !date_is_given(closed_on))
            return report_at(at, at->status, RULE_CELL_MISSING, text_of(""),
                             text_of(""));
        if (is_shifted(at))
            return report_shifted(at);
        *status_of(at) = at->type->closed_status;
        report_at(at, at->status, RULE_STATUS_INFERRED,
                  text_of(at->type->columns[at->closed].title),
                  choice_word(status->words, *status_of(at), ZH));
    }
    if (at->closed < 0 || *status_of(at) != at->type->closed_status ||
        date_is_given(closed_on))
        return true;
    closing = &at->type->columns[at->closed];
    at->row->flags |= ROW_CLOSED_ASSUMED;
    if (at->export->source.folder.number != 0)
        *(struct date *)((char *)at->row + closing->offset) =
            (struct date){(uint16_t)month_year(at->export->source.folder),
                          (uint8_t)month_in_year(at->export->source.folder), 0};
    return true;
}

static bool
is_pending(const struct row_reading *at)
{
    uint8_t status = *status_of(at);

    return status != 0 && status != at->type->closed_status &&
           status != at->type->given_up_status;
}

/* A day on which it is said to be closed while the status says otherwise; one
   that is yet to come is a plan. */
static void
check_pending(const struct row_reading *at)
{
    struct month month = at->book->month;
    struct date closed_on;

    if (at->status < 0 || !is_pending(at))
        return;
    closed_on = date_at(at, at->closed);
    if (!date_is_given(closed_on) ||
        (month.number != 0 && !date_is_by(closed_on, month_last_day(month))))
        return;
    report_at(
        at, at->closed, RULE_CLOSED_PENDING,
        choice_word(at->type->columns[at->status].words, *status_of(at), ZH),
        text_of(""));
}

/* Where only a month is known, only months are compared. */
static bool
is_before(struct date a, struct date b)
{
    if (!date_is_given(a) || !date_is_given(b))
        return false;
    if (date_has_day(a) && date_has_day(b))
        return date_compare(a, b) < 0;
    return month_of(a).number < month_of(b).number;
}

static bool
check_order(const struct row_reading *at)
{
    struct date entered_on = date_at(at, at->entered);

    if ((at->row->flags & ROW_CLOSED_ASSUMED) != 0 ||
        !is_before(date_at(at, at->closed), entered_on))
        return true;
    return report_at(at, at->closed, RULE_DATE_ORDER,
                     text_format(at->scratch, "%s %.*s",
                                 at->type->columns[at->entered].title,
                                 TEXT_ARG(date_text(at->scratch, entered_on))),
                     text_of(""));
}

/* Work that began on what had not entered: it counts as entered that day.
   With neither day it counts nowhere. */
static void
check_begun(const struct row_reading *at)
{
    struct date entered_on, begun_on;

    if (at->begun < 0)
        return;
    entered_on = date_at(at, at->entered);
    begun_on = date_at(at, at->begun);
    if (!date_is_given(begun_on) && !date_is_given(entered_on))
        report_at(at, at->entered, RULE_START_UNKNOWN,
                  text_of(at->type->columns[at->begun].title), text_of(""));
    if (!date_is_given(begun_on))
        return;
    if (!date_is_given(entered_on))
        report_at(at, at->begun, RULE_START_UNSIGNED,
                  text_of(at->type->columns[at->entered].title), text_of(""));
    else if (is_before(begun_on, entered_on))
        report_at(at, at->begun, RULE_START_EARLY,
                  text_format(at->scratch, "%s %.*s",
                              at->type->columns[at->entered].title,
                              TEXT_ARG(date_text(at->scratch, entered_on))),
                  text_of(""));
}

/* The office's own list of wordings to mend. */
static void
check_wording(const struct row_reading *at)
{
    const struct codes *codes = at->book->codes;

    if (codes->replacement_count == 0)
        return;
    for (size_t c = 0; c < at->type->column_count; c++) {
        if (at->type->columns[c].is_stored || at->cells[c].length == 0)
            continue;
        for (size_t i = 0; i < codes->replacement_count; i++) {
            const struct replacement_entry *entry = &codes->replacements[i];
            size_t found = 0;

            if (replacement_find(entry, at->cells[c], &found))
                report_at(at, (int)c, RULE_TEXT_WORDING, entry->wrong,
                          entry->right);
        }
    }
}

void
row_checks_begin(struct row_reading *at, struct book *book,
                 const struct input_file *export, struct arena *scratch)
{
    const struct ledger_type *type = ledgers[export->ledger];

    *at = (struct row_reading){
        .book = book,
        .export = export,
        .type = type,
        .scratch = scratch,
        .id = column_of_kind(type, KIND_ID),
        .name = column_index(type, type->name_key),
        .entered = column_index(type, type->entered_key),
        .begun = column_index(type, type->begun_key),
        .closed = column_index(type, type->closed_key),
        .unit = column_index(type, type->unit_key),
        .status = column_index(type, type->status_key),
    };
}

void
row_checks_set_unit(const struct row_reading *at, struct unit unit)
{
    *(struct unit *)((char *)at->row + at->type->columns[at->unit].offset) =
        unit;
}

bool
row_checks_row(const struct row_reading *at)
{
    struct row_check check = {.book = at->book,
                              .type = at->type,
                              .row = at->row,
                              .cells = at->cells,
                              .diag = at->book->diag,
                              .place = {at->export->source.path,
                                        at->record->line, 0, at->record->row}};
    bool is_sound = settle_status(at);

    check_pending(at);
    check_begun(at);
    is_sound = check_order(at) && is_sound;
    if (at->type->check != NULL)
        is_sound = at->type->check(&check) && is_sound;
    check_wording(at);
    return is_sound;
}

void
row_checks_report_assumed(struct book *book, int ledger, const struct row *row,
                          struct arena *scratch)
{
    const struct ledger_type *type = ledgers[ledger];
    const struct column *closing =
        &type->columns[column_index(type, type->closed_key)];
    const struct column *status =
        &type->columns[column_index(type, type->status_key)];
    uint8_t value = row_choice(status, row)->value;

    diag_report(book->diag, RULE_CLOSED_MISSING,
                &(struct finding){
                    .place = row_cell_place(book, row,
                                            (size_t)(closing - type->columns)),
                    .title = text_of(closing->title),
                    .detail = {choice_word(status->words, value, ZH),
                               date_text(scratch, *row_date(closing, row))}});
}
