#include "view/record_words.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/card.h"
#include "view/months.h"
#include "view/units.h"
#include "view/view.h"
#include "year/core.h"
#include "year/redact.h"

struct text
record_words_say(const struct report *report, enum wording words,
                 struct text detail, struct arena *arena)
{
    return SAY(arena, report->language, words, detail);
}

static struct text *
cells_of(const struct report *report, enum ledger_id ledger,
         const struct row *row, uint64_t columns, struct arena *arena)
{
    const struct ledger_type *type = ledgers[ledger];
    struct text *cells = arena_take(arena, type->column_count * sizeof(*cells));
    int unit = column_index(type, type->unit_key);

    redact_some(report->privacy,
                &(struct redact_cells){(int)ledger, row, columns}, arena,
                cells);
    if (unit >= 0)
        cells[unit] = unit_said(report, cells[unit]);
    return cells;
}

struct text *
record_words_cells(const struct report *report, enum ledger_id ledger,
                   const struct row *row, struct arena *arena)
{
    return cells_of(report, ledger, row, UINT64_MAX, arena);
}

static uint64_t
bit_of(const struct ledger_type *type, const char *key)
{
    int column = column_index(type, key);

    return column < 0 ? 0 : UINT64_C(1) << column;
}

struct text *
record_words_known(const struct report *report, enum ledger_id ledger,
                   const struct row *row, struct arena *arena)
{
    const struct ledger_type *type = ledgers[ledger];

    return cells_of(report, ledger, row,
                    bit_of(type, "id") | bit_of(type, type->name_key) |
                        bit_of(type, type->unit_key),
                    arena);
}

struct text
record_words_status(enum ledger_id ledger, const struct row *row,
                    uint64_t marks)
{
    const struct ledger_type *type = ledgers[ledger];

    if (!ledger_is_core(ledger))
        return text_of("");
    return choice_word(
        type->columns[column_index(type, type->status_key)].words,
        core_status_at(ledger, row, marks), ZH);
}

struct text
record_words_end(const struct report *report, enum ledger_id ledger,
                 const struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    const struct column *status =
        &type->columns[column_index(type, type->status_key)];
    struct text done = TEXT("已"), word;

    if (ledger == LEDGER_projects)
        return say(report->language, WORDING_RECORD_BEGUN);
    if (row_choice(status, row)->value != type->closed_status)
        return say(report->language, WORDING_RECORD_ENDED);
    if (report->language == EN) /* our keys are English words */
        return text_of(choice_key(status->words, type->closed_status));
    word = choice_word(status->words, type->closed_status, ZH);
    return text_starts(word, done.bytes) ? text_from(word, done.length) : word;
}

struct text
record_words_cell(enum ledger_id ledger, const struct text *cells,
                  const char *key)
{
    int column = column_index(ledgers[ledger], key);

    return column < 0 ? text_of("") : cells[column];
}

struct text
record_words_said(const struct report *report, const struct column *column,
                  const struct row *row, struct text cell)
{
    if (column->kind == KIND_UNIT)
        return unit_said(report, cell);
    if (cell.length == 0 || report->language != EN)
        return cell;
    if (column->kind == KIND_CHOICE && row_choice(column, row)->value > 0)
        return choice_word(column->words, row_choice(column, row)->value, EN);
    if (column->kind == KIND_YES_NO && row_yes_no(column, row)->value != 0)
        return say(EN, row_yes_no(column, row)->value > 0 ? WORDING_YES
                                                          : WORDING_NO);
    return cell;
}

struct text
record_words_said_cell(const struct report *report, enum ledger_id ledger,
                       const struct row *row, const struct text *cells,
                       const char *key)
{
    int column = column_index(ledgers[ledger], key);

    return column < 0
               ? text_of("")
               : record_words_said(report, &ledgers[ledger]->columns[column],
                                   row, cells[column]);
}

struct text
record_words_of(const struct report *report, const struct named_record *record,
                struct arena *arena)
{
    enum ledger_id ledger = record->ledger;
    const struct ledger_type *type = ledgers[ledger];
    const struct text *cells =
        record_words_known(report, ledger, record->row, arena);
    struct text unit = record_words_cell(ledger, cells, type->unit_key);

    return SAY(arena, report->language, record->words,
               record_words_cell(ledger, cells, type->name_key),
               unit.length > 0 ? unit : say(report->language, WORDING_NO_UNIT),
               day_words(report, record->day, arena));
}
