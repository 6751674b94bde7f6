#include "cli/read_input.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "cli/usage.h"
#include "cli/wording_check.h"
#include "intake/narrative_file.h"
#include "ledger/book.h"
#include "view/account.h"
#include "year/claims.h"
#include "year/narrative.h"
#include "year/targets.h"

/* Of the input folder and of the month folders up to the month; not known, the
   newest. */
static bool
read_codes(struct job *job, struct reading *reading, const char *folder,
           struct month month)
{
    const struct source_list *sources = &reading->sources;
    const char **folders =
        arena_take(job->arena, (sources->folder_count + 1) * sizeof(*folders));
    size_t count = 0;

    if (month.number == 0)
        month = sources_newest_month(sources);
    folders[count++] = folder;
    for (size_t i = 0; i < sources->folder_count; i++)
        if (sources->folders[i].name.month.number <= month.number)
            folders[count++] = sources->folders[i].path;
    return codes_read_folders(job->arena, folders, count, job->diag,
                              &reading->codes);
}

bool
read_input_find(struct job *job, struct reading *reading, struct month month)
{
    const struct options *options = &job->options;
    const char *folder = options->values[OPTION_INPUT];

    for (size_t i = 0; i < options->operand_count; i++)
        command_has_file(job, options->operands[i]);
    if (diag_exit_status(job->diag) > 1)
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
        return command_missing(job, folder);
    return sources_find(job->arena, folder,
                        codes_year_start(job->arena, folder), job->diag,
                        &reading->sources) &&
           read_codes(job, reading, folder, month);
}

/* An indicator's key is the office's own. */
static bool
is_indicator(const struct book *book, struct text id, struct arena *arena)
{
    const struct ledger *ledger = &book->ledgers[LEDGER_indicators];
    static const char before[] = "indicators.";

    if (!text_starts(id, before))
        return false;
    for (size_t i = 0; i < ledger->count; i++)
        if (text_equal(row_text(book, LEDGER_indicators, ledger_row(ledger, i),
                                "key", arena),
                       text_from(id, strlen(before))))
            return true;
    return false;
}

static void
check_targets(struct job *job, const struct codes *codes,
              const struct book *book)
{
    for (size_t t = 0; t < codes->target_count; t++) {
        const struct target_entry *target = &codes->targets[t];
        static const enum rule faults[] = {
            [TARGET_IS_SOUND] = RULE_TARGET_REPEATED,
            [TARGET_OF_NOTHING] = RULE_CODE_UNKNOWN,
            [TARGET_OF_SEVERAL] = RULE_TARGET_DOUBTFUL,
            [TARGET_OF_ZERO] = RULE_TARGET_ZERO,
        };
        enum target_fault fault = target_fault(target);

        if (fault == TARGET_OF_NOTHING &&
            is_indicator(book, target->figure, job->arena))
            fault = TARGET_IS_SOUND;
        if (fault == TARGET_IS_SOUND && !target_is_repeated(codes, t))
            continue;
        diag_report(job->diag, faults[fault],
                    &(struct finding){.place = target->place,
                                      .detail = {target->figure}});
    }
}

/* Before the year begins nothing counts. */
static bool
check_month(struct job *job, const struct codes *codes, struct month stated)
{
    struct month start = codes->year_start;

    return stated.number == 0 || stated.number >= start.number ||
           command_report(job, RULE_MONTH_OUTSIDE,
                          month_text(job->arena, stated).bytes,
                          month_text(job->arena, start).bytes);
}

static bool
state_encoding(struct job *job, struct book *book)
{
    const char *name = job->options.values[OPTION_ENCODING];

    if (name == NULL)
        return true;
    book->stated = encoding_of_name(name);
    return book->stated != ENCODING_UNKNOWN ||
           usage_value(job->diag, job->options.spoken, "--encoding", name,
                       ENCODING_NAMES);
}

static void
account(struct job *job, const struct book *book)
{
    const struct row_counts *rows = &book->rows;
    size_t unread = account_unread(book);
    struct arena *arena = job->arena;
    enum language language = job->options.spoken;

    job->accounting =
        text_join(arena,
                  SAY(arena, language, WORDING_ACCOUNT,
                      text_of(command_count(job, rows->read)),
                      text_of(command_count(job, rows->accepted)),
                      text_of(command_count(job, rows->rejected)),
                      text_of(command_count(job, rows->duplicate))),
                  SAY(arena, language, WORDING_ACCOUNT_SUPERSEDED,
                      text_of(command_count(job, rows->superseded))));
    if (unread > 0)
        job->accounting = text_join(arena, job->accounting,
                                    SAY(arena, language, WORDING_ACCOUNT_FILES,
                                        text_of(command_count(job, unread))));
}

/* Under --strict anything set aside stops the command here. */
static void
judge(struct job *job, const struct book *book)
{
    size_t aside = book->rows.rejected + account_unread(book);

    if (job->options.given[OPTION_STRICT] && diag_count(job->diag, ERROR) > 0)
        command_report(job, RULE_STRICT_REFUSED, command_count(job, aside), "");
}

/* As far as the system knows. */
static size_t
bytes_of(const struct source_list *sources)
{
    size_t bytes = 0;
    struct stat status;

    for (size_t i = 0; i < sources->count; i++)
        if (stat(sources->items[i].path, &status) == 0 && status.st_size > 0)
            bytes += (size_t)status.st_size;
    return bytes;
}

static bool
read_as_of(struct job *job, struct reading *reading, struct month month)
{
    bool is_read;

    *reading = (struct reading){.book = NULL};
    if (!read_input_find(job, reading, month) ||
        !check_month(job, &reading->codes, month))
        return false;
    reading->book = book_new(job->arena, &reading->codes, job->diag);
    if (!state_encoding(job, reading->book))
        return false;
    reading->book->month = month;
    progress_start(job, command_say(job, WORDING_DOING_READING), PROGRESS_BYTES,
                   &reading->book->read_bytes, bytes_of(&reading->sources));
    is_read = book_read(reading->book, &reading->sources);
    progress_stop();
    reading->is_accounted = true;
    account(job, reading->book);
    return is_read;
}

/* Indicators that are held against what is no figure. */
static void
check_claimed(struct job *job, const struct book *book)
{
    const struct ledger *ledger = &book->ledgers[LEDGER_indicators];
    int column = column_index(ledger->type, "checks");

    for (size_t i = 0; i < ledger->count; i++) {
        const struct row *row = ledger_row(ledger, i);
        struct text id =
            row_text(book, LEDGER_indicators, row, "checks", job->arena);
        struct finding finding = {
            .place = row_cell_place(book, row, (size_t)column),
            .title = text_of(ledger->type->columns[column].title),
            .detail = {id}};
        enum figure_id figure;

        if (row->state == ROW_ACCEPTED && id.length > 0 &&
            !figure_by_id(id, &figure))
            diag_report(job->diag, RULE_CODE_UNKNOWN, &finding);
    }
}

/* Indicators that state a figure, held against the ledgers. */
static void
hold_claims(struct job *job, const struct year *year)
{
    struct arena *arena = job->arena;
    int column = column_index(&indicators_ledger, "value");
    size_t count = 0;
    const struct claim *claims = claims_wrong(year, arena, &count);

    check_claimed(job, year->book);
    for (size_t i = 0; i < count; i++) {
        const struct claim *claim = &claims[i];

        diag_report(
            job->diag, RULE_CLAIM_MISMATCH,
            &(struct finding){
                .place = row_cell_place(year->book, claim->row, (size_t)column),
                .title = text_of(indicators_ledger.columns[column].title),
                .value = row_text(year->book, LEDGER_indicators, claim->row,
                                  "value", arena),
                .detail = {claim_stated(arena, claim),
                           claim_actual(arena, claim)},
            });
    }
}

/* The numbers of the hand-written paragraph, likewise. */
static void
hold_lead(struct job *job, const struct year *year, const char *path,
          const struct narrative *lead)
{
    for (size_t i = 0; i < lead->count; i++) {
        const struct narrative_part *part = &lead->parts[i];
        struct finding finding = {.place = {path, part->line, 0, 0}};

        if (part->kind == NARRATIVE_UNKNOWN) {
            finding.detail[0] = part->words;
            diag_report(job->diag, RULE_LEAD_FIGURE, &finding);
        } else if (part->is_absent) {
            finding.title = text_of(figures[part->figure].label[ZH]);
            finding.detail[0] = text_of(figures[part->figure].id);
            diag_report(job->diag, RULE_LEAD_ABSENT, &finding);
        } else if (part->is_wrong) {
            finding.title = text_of(figures[part->figure].label[ZH]);
            finding.detail[0] = part->words;
            finding.detail[1] = figure_text(job->arena, year, part->figure);
            diag_report(job->diag, RULE_CLAIM_MISMATCH, &finding);
        }
    }
}

const struct year *
read_input_year(struct job *job, struct reading *reading)
{
    if (reading->year == NULL)
        reading->year =
            year_new(job->arena, reading->book, reading->book->month);
    return reading->year;
}

static const struct narrative *
read_lead(struct job *job, struct reading *reading)
{
    const struct year *year;
    struct source source;
    struct narrative *lead;
    const char *path;

    if (job->options.operand_count > 0)
        return NULL;
    path = narrative_path(job->arena, job->options.values[OPTION_INPUT],
                          &reading->sources, reading->book->month,
                          job->options.language);
    if (!narrative_read(path, job->diag, &source) || source.path == NULL)
        return NULL;
    year = read_input_year(job, reading);
    lead = ARENA_NEW(job->arena, struct narrative);
    *lead = narrative_parse(year, source.content, job->arena);
    hold_lead(job, year, source.path, lead);
    wording_check_text(job, &reading->codes, source.path, source.content);
    source_close(&source);
    return lead;
}

/* What people say of the figures, held against them. */
static void
hold_words(struct job *job, struct reading *reading)
{
    const struct book *book = reading->book;

    if (book->month.number == 0)
        return;
    if (book->ledgers[LEDGER_indicators].accepted > 0)
        hold_claims(job, read_input_year(job, reading));
    reading->lead = read_lead(job, reading);
}

/* A month that is not the newest is published with what is known today of
   persons, so all folders are read for that. */
static bool
read_later(struct job *job, struct reading *reading)
{
    struct month newest = sources_newest_month(&reading->sources);
    struct source_list sources;
    struct book *later;

    if (job->options.operand_count > 0 ||
        newest.number <= reading->book->month.number)
        return true;
    reading->later_diag = diag_new();
    if (!sources_find(job->arena, job->options.values[OPTION_INPUT],
                      reading->codes.year_start, reading->later_diag, &sources))
        return command_missing(job, job->options.values[OPTION_INPUT]);
    later = book_new(job->arena, &reading->codes, reading->later_diag);
    later->stated = reading->book->stated;
    later->month = newest;
    reading->later = later;
    reading->book->later = later;
    return book_read(later, &sources) ||
           command_report(job, RULE_FILE_UNREADABLE,
                          job->options.values[OPTION_INPUT], "");
}

bool
read_input_open(struct job *job, struct reading *reading)
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
        read_input_close(reading);
        diag_reset(job->diag);
        if (!read_as_of(job, reading, stated))
            return false;
    }
    book = reading->book;
    if (month == NULL && book->month.number != 0)
        command_note(
            job, "%.*s",
            TEXT_ARG(SAY(job->arena, job->options.spoken, WORDING_SAID_MONTH,
                         month_text(job->arena, book->month))));
    if (job->options.command != COMMAND_check && !read_later(job, reading))
        return false;
    check_targets(job, &reading->codes, book);
    wording_check_templates(job, &reading->codes);
    hold_words(job, reading);
    judge(job, book);
    return true;
}

void
read_input_close(struct reading *reading)
{
    if (reading->book != NULL)
        book_free(reading->book);
    if (reading->later != NULL)
        book_free(reading->later);
    diag_free(reading->later_diag);
}
