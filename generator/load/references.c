#include "load/references.h"

#include <stdlib.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/campaign.h"
#include "ledger/cells.h"
#include "load/roster.h"

enum { WHOLE = 10000 }; /* weights are in hundredths of a percent */

/* Whether it can be told who is meant, or nobody on the roster is. */
static bool
check_person(struct book *book, const struct roster *roster,
             const struct row *row, struct text name, struct arena *scratch)
{
    const struct input_file *export = &book->files[row->file_index];
    int column = column_index(ledgers[export->ledger], "cadre");
    struct finding finding = {.value = name};
    uint32_t cadre;
    size_t cadres = roster_find(roster, scratch, name, &cadre);

    if (cadres == 1)
        return true;
    finding.place = row_cell_place(book, row, (size_t)column);
    finding.title = text_of(ledgers[export->ledger]->columns[column].title);
    finding.detail[0] = text_format(scratch, "%zu", cadres);
    if (cadres > 1)
        return diag_report(book->diag, RULE_PERSON_AMBIGUOUS, &finding);
    diag_report(book->diag, RULE_PERSON_UNKNOWN, &finding);
    return true;
}

static void
check_rows(struct book *book, const struct roster *roster, int number)
{
    struct ledger *ledger = &book->ledgers[number];
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < ledger->count; i++) {
        struct row *row = ledger_row(ledger, i);
        struct text *names;
        size_t count = list_split(
            scratch, row_text(book, number, row, "cadre", scratch), &names);

        for (size_t n = 0; n < count; n++)
            if (!check_person(book, roster, row, names[n], scratch))
                row->state = ROW_REJECTED;
        arena_reset(scratch);
    }
    arena_free(scratch);
}

void
references_check(struct book *book, int ledger, const struct roster *roster)
{
    if (book->ledgers[LEDGER_cadres].is_present && ledger != LEDGER_cadres &&
        book->ledgers[ledger].count > 0 &&
        column_index(ledgers[ledger], "cadre") >= 0)
        check_rows(book, roster, ledger);
}

/* Half a unit of the last decimal a total is stated with. */
static int64_t
tolerance_of(int64_t millionths)
{
    int64_t unit = 1;

    while (unit < 1000000 && millionths % (unit * 10) == 0)
        unit *= 10;
    return unit / 2;
}

static void
check_total(struct book *book, const struct row *row, struct number *scores,
            struct arena *scratch)
{
    const struct evaluation *evaluation = (const struct evaluation *)row;
    int column = column_index(&evaluations_ledger, "total");
    struct finding finding = {.place =
                                  row_cell_place(book, row, (size_t)column)};
    int64_t sum = 0, stated;

    row_scores(book, row, scratch, scores);
    for (size_t i = 0; i < book->codes->dimension_count; i++) {
        if (!scores[i].given)
            return;
        sum += scores[i].millionths * book->codes->dimensions[i].weight;
    }
    if (!__builtin_mul_overflow(evaluation->total.millionths, WHOLE, &stated) &&
        stated >= 0 &&
        llabs(stated - sum) <=
            tolerance_of(evaluation->total.millionths) * WHOLE)
        return;
    finding.title = text_of(evaluations_ledger.columns[column].title);
    finding.value = row_text(book, LEDGER_evaluations, row, "total", scratch);
    finding.detail[0] = number_text(scratch, (sum + WHOLE / 2) / WHOLE);
    diag_report(book->diag, RULE_SCORE_TOTAL, &finding);
}

void
references_check_totals(struct book *book)
{
    const struct ledger *ledger = &book->ledgers[LEDGER_evaluations];
    size_t dimensions = book->codes->dimension_count;
    struct number *scores = must_grow(NULL, (dimensions + 1) * sizeof(*scores));
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < ledger->count && dimensions > 0; i++) {
        const struct row *row = ledger_row(ledger, i);

        if (row->state == ROW_ACCEPTED &&
            ((const struct evaluation *)row)->total.given)
            check_total(book, row, scores, scratch);
        arena_reset(scratch);
    }
    arena_free(scratch);
    free(scores);
}
