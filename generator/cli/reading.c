#include "cli/reading.h"

#include <stdio.h>

#include "base/arena.h"
#include "cli/job.h"
#include "cli/progress.h"
#include "ledger/book.h"

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

bool
reading_open(struct job *job, struct reading *reading)
{
    const char *month = job->options.values[OPTION_MONTH];
    struct book *book;

    *reading = (struct reading){.book = NULL};
    if (!find_sources(job, reading))
        return false;
    book = reading->book = book_new(job->arena, &reading->codes, job->diag);
    if (!state_encoding(job, book))
        return false;
    if (month != NULL)
        month_parse(text_of(month), &book->month);
    progress_start(job, "读取台账", "reading ledgers");
    if (!book_read(book, &reading->sources)) {
        progress_stop();
        return false;
    }
    progress_stop();
    account(job, &book->rows);
    if (month == NULL && book->month.number != 0)
        job_note(job, job_say(job, "报告月份：%.*s", "month: %.*s"),
                 TEXT_ARG(month_text(job->arena, book->month)));
    judge(job, book);
    return true;
}

void
reading_close(struct reading *reading)
{
    if (reading->book != NULL)
        book_free(reading->book);
}
