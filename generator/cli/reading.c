#include "cli/reading.h"

#include <stdio.h>

#include "base/arena.h"
#include "cli/job.h"
#include "cli/progress.h"
#include "ledger/book.h"
#include "year/claims.h"

static bool
find_sources(struct job *job, struct reading *reading)
{
    const struct options *options = &job->options;
    const char *folder = options->values[OPTION_INPUT];

    for (size_t i = 0; i < options->operand_count; i++)
        if (!is_there(options->operands[i]))
            job_report(job, RULE_INPUT_MISSING, options->operands[i], "");
    if (diag_count(job->diag, USAGE) > 0)
        return false;
    if (options->operand_count > 0) {
        reading->sources =
            sources_named(job->arena, (char *const *)options->operands,
                          options->operand_count);
        return codes_read(job->arena,
                          options->given[OPTION_INPUT] ? folder : NULL,
                          job->diag, &reading->codes);
    }
    if (!is_folder(folder))
        return job_report(job, RULE_INPUT_MISSING, folder, "");
    return codes_read(job->arena, folder, job->diag, &reading->codes) &&
           sources_find(job->arena, folder, job->diag, &reading->sources);
}

static bool
state_encoding(struct job *job, struct book *book)
{
    const char *name = job->options.values[OPTION_ENCODING];

    if (name == NULL)
        return true;
    book->stated = encoding_of_name(name);
    return book->stated != ENCODING_UNKNOWN ||
           job_report(job, RULE_OPTION_VALUE, "--encoding", name);
}

static void
account(struct job *job, const struct row_counts *rows)
{
    job->accounting = text_format(
        job->arena,
        job_say(job, "读入 %zu = 采用 %zu + 搁置 %zu + 重复 %zu + 更新替代 %zu",
                "read %zu = accepted %zu + set aside %zu + duplicate %zu + "
                "superseded %zu"),
        rows->read, rows->accepted, rows->rejected, rows->duplicate,
        rows->superseded);
}

/* Under --strict anything set aside stops the command here. */
static void
judge(struct job *job, const struct book *book)
{
    size_t aside = book->rows.rejected;

    for (size_t i = 0; i < book->export_count; i++)
        if (book->exports[i].ledger < 0)
            aside++;
    if (job->options.given[OPTION_STRICT] && diag_count(job->diag, ERROR) > 0)
        job_report(job, RULE_STRICT_REFUSED, job_count(job, aside), "");
}

static bool
read_as_of(struct job *job, struct reading *reading, struct month month)
{
    bool is_read;

    *reading = (struct reading){.book = NULL};
    if (!find_sources(job, reading))
        return false;
    reading->book = book_new(job->arena, &reading->codes, job->diag);
    if (!state_encoding(job, reading->book))
        return false;
    reading->book->month = month;
    progress_start(job, "读取台账", "reading ledgers");
    is_read = book_read(reading->book, &reading->sources);
    progress_stop();
    return is_read;
}

/* Indicators that state a figure, held against the ledgers. */
static void
hold_claims(struct job *job, const struct book *book)
{
    size_t count = 0;
    const struct claim *claims;

    if (book->ledgers[LEDGER_indicators].accepted == 0 ||
        book->month.number == 0)
        return;
    claims = claims_wrong(year_new(job->arena, book, book->month), job->arena,
                          &count);
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims[i];
        struct finding finding = {
            .place = row_place(book, claim->row),
            .title = text_of(figures[claim->figure].label[ZH]),
            .detail = {decimal_text(job->arena, claim->stated, 1000000, 0),
                       decimal_text(job->arena, claim->numerator,
                                    claim->denominator, 0)},
        };

        diag_report(job->diag, RULE_CLAIM_MISMATCH, &finding);
    }
}

bool
reading_open(struct job *job, struct reading *reading)
{
    const char *month = job->options.values[OPTION_MONTH];
    struct month stated = {0};
    struct book *book;

    if (month != NULL)
        month_parse(text_of(month), &stated);
    if (!read_as_of(job, reading, stated))
        return false;
    if (reading->book->month_wanted && reading->book->month.number != 0) {
        stated = reading->book->month;
        reading_close(reading);
        diag_reset(job->diag);
        if (!read_as_of(job, reading, stated))
            return false;
    }
    book = reading->book;
    account(job, &book->rows);
    if (month == NULL && book->month.number != 0)
        job_note(job, job_say(job, "报告月份：%.*s", "month: %.*s"),
                 TEXT_ARG(month_text(job->arena, book->month)));
    hold_claims(job, book);
    judge(job, book);
    return true;
}

void
reading_close(struct reading *reading)
{
    if (reading->book != NULL)
        book_free(reading->book);
}
