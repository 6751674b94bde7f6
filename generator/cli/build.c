/*
 * intake → ledger → year → view → render → publish, in this order.
 *
 * A month is rendered with the version it was published as; only when that
 * gives other bytes, and a reason to revise is given, it is rendered once
 * more with the next version.
 */
#include "cli/build.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/published_months.h"
#include "cli/read_input.h"
#include "gate/leak.h"
#include "intake/gb18030.h"
#include "publish/release.h"
#include "render/file_sink.h"
#include "render/site.h"
#include "view/account.h"
#include "view/own_words.h"
#include "view/report.h"
#include "year/joint_work.h"
#include "year/record_changes.h"
#include "year/redact.h"
#include "year/year.h"

/* Where the pages go, and how many have gone. */
struct delivery {
    struct job *job;
    struct release *release;
    volatile size_t pages;
};

static void
expect_pages(void *data, size_t pages)
{
    struct delivery *delivery = data;

    delivery->pages = 0;
    progress_start(delivery->job,
                   command_say(delivery->job, "生成网站", "making the site"),
                   PROGRESS_PAGES, &delivery->pages, pages);
}

static bool
take_file(void *data, const char *path, struct text content)
{
    struct delivery *delivery = data;

    if (text_ends(text_of(path), ".html"))
        delivery->pages++;
    return release_add(delivery->release, path, content);
}

static bool
begin_file(void *data, const char *path)
{
    const struct delivery *delivery = data;

    return release_begin(delivery->release, path);
}

static bool
append_to_file(void *data, struct text piece)
{
    const struct delivery *delivery = data;

    return release_append(delivery->release, piece);
}

static bool
end_file(void *data)
{
    const struct delivery *delivery = data;

    return release_end(delivery->release);
}

/* The summaries of all months as published: the index lists them, and what
   was restated since is told from the earlier ones. */
static void
read_published(struct job *job, const struct release *release,
               struct report *report)
{
    const char *const *months;
    size_t count = release_months(release, &months), kept = 0;
    struct json_t **published =
        arena_take(job->arena, (count + 1) * sizeof(struct json_t *));

    for (size_t i = 0; i < count; i++) {
        struct month month;
        struct text text;

        if (!month_parse(text_of(months[i]), &month))
            continue;
        if (release_published(release, job->arena,
                              command_path(job, months[i], "data/summary.json"),
                              &text) &&
            (published[kept] = json_parse(text)) != NULL)
            kept++;
    }
    report->published = published;
    report->published_count = kept;
}

static void
take_published(struct job *job, const struct release *release,
               struct report *report)
{
    if (job->rebuild == NULL) {
        read_published(job, release, report);
        return;
    }
    report->published = job->rebuild->published;
    report->published_count = job->rebuild->published_count;
}

/* What is different from the month before, and from the months published. */
static void
compare(struct job *job, const struct release *release, struct report *report)
{
    struct record_changes *changes =
        ARENA_NEW(job->arena, struct record_changes);
    struct restated *restated = ARENA_NEW(job->arena, struct restated);
    struct published_source past = {job, job->rebuild ? NULL : release};
    const struct published_months published = {report->published,
                                               report->published_count,
                                               published_months_read, &past};

    *changes = record_changes_of(report->year, report->previous, job->arena);
    *restated =
        restated_of(report->year, report->privacy, &published, job->arena);
    report->changes = changes;
    report->restated = restated;
    if (job->rebuild != NULL)
        report->published_count = 0; /* the index has this month only */
}

static void
free_published(const struct job *job, struct report *report)
{
    if (job->rebuild != NULL) /* borrowed */
        return;
    for (size_t i = 0; i < report->published_count; i++)
        json_free(report->published[i]);
}

static bool
render(struct job *job, struct release *release, struct report *report)
{
    struct delivery delivery = {job, release, 0};
    const struct file_sink sink = {
        .take = take_file,
        .begin = begin_file,
        .append = append_to_file,
        .end = end_file,
        .data = &delivery,
        .expect = expect_pages,
    };
    const char *templates = command_templates(job);
    bool again = false, good;

    do {
        report->issue =
            job->rebuild ? job->rebuild->issue : release_version(release);
        good = site_render(report, templates, &sink, job->diag) &&
               release_settle(release, &again);
    } while (good && again);
    progress_start_uncounted(job,
                             command_say(job, "核对网站", "proving the site"));
    return good;
}

static void
fill_report(struct job *job, struct reading *reading, struct report *report)
{
    struct book *book = reading->book;
    bool is_internal =
        strcmp(job->options.values[OPTION_EDITION], "internal") == 0;
    struct month before = {book->month.number - 1};
    struct month last_year = {book->month.number - 12};
    struct joint_work *partners = ARENA_NEW(job->arena, struct joint_work);

    report->arena = job->arena;
    report->book = book;
    report->edition = is_internal ? EDITION_INTERNAL : EDITION_PUBLIC;
    report->language = job->options.language;
    report->diag = job->diag;
    report->input = text_of(job->options.values[OPTION_INPUT]);
    report->version = TEXT(SHIJI_VERSION);
    report->year = read_input_year(job, reading);
    if (before.number >= book->year_start.number) {
        report->previous = year_as_known(job->arena, book, before);
        report->previous_now = year_new(job->arena, book, before);
    }
    if (last_year.number >= book->year_start.number)
        report->last_year = year_new(job->arena, book, last_year);
    report->privacy = redact_new(job->arena, book, report->edition);
    book->codes = redact_codes(report->privacy, book->codes, job->arena);
    *partners = joint_work_of(report->year, job->arena);
    report->partners = partners;
}

/* The report of a build on standard output: once, and before anything is
   published, for a site whose report nobody got is not published. */
struct account {
    const struct job *job;
    const struct book *book;
    bool is_printed;
};

static bool
print_account(void *context)
{
    struct account *account = context;
    const struct job *job = account->job;
    struct json_t *json;
    struct text text;

    if (account->is_printed ||
        strcmp(job->options.values[OPTION_FORMAT], "json") != 0)
        return true;
    account->is_printed = true;
    json = account_json(account->book, job->diag, job->options.language, NULL);
    text = json_text(job->arena, json, false);
    fwrite(text.bytes, 1, text.length, stdout);
    json_free(json);
    return fflush(stdout) == 0 && !ferror(stdout);
}

/* Why the month is revised, as the edition may say it; NULL: it is not. */
static const char *
revision(const struct job *job, const struct redact *privacy)
{
    const char *reason = job->options.values[OPTION_REVISE];
    struct text shown;

    if (reason == NULL)
        return NULL;
    shown = redact_text(privacy, text_of(reason), job->arena);
    return text_copy(job->arena, shown).bytes;
}

static bool
publish(struct job *job, struct reading *reading, struct account *account)
{
    struct book *book = reading->book;
    struct report report = {.book = NULL};
    struct date cutoff = month_last_day(book->month);
    struct release_request request = {
        .output = job->options.values[OPTION_OUTPUT],
        .month = month_text(job->arena, book->month).bytes,
        .cutoff = date_text(job->arena, cutoff).bytes,
        .may_publish = print_account,
        .context = account,
    };
    struct release *release;
    struct leak_search search;
    bool is_public, done;

    if (!command_generated(job, cutoff, &report.generated))
        return false;
    fill_report(job, reading, &report);
    report.lead = reading->lead;
    is_public = report.edition == EDITION_PUBLIC;
    request.revise = revision(job, report.privacy);
    request.edition = is_public ? "site" : "internal";
    release = release_open(&request, job->diag);
    if (release == NULL)
        return false;
    take_published(job, release, &report);
    compare(job, release, &report);
    search.secrets = redact_values(report.privacy, &search.count);
    search.secrets =
        own_words_without(&report, search.secrets, &search.count, job->arena);
    search.gb18030 = gb18030_of(job->arena, search.secrets, search.count);
    search.amounts = redact_amounts(report.privacy, &search.amount_count);
    done = render(job, release, &report) && book_is_unchanged(book) &&
           release_publish(release, is_public ? &search : NULL);
    free_published(job, &report);
    release_close(release);
    return done;
}

bool
build_site(struct job *job)
{
    struct reading reading;
    bool done = false;

    if (read_input_open(job, &reading)) {
        struct account account = {job, reading.book, false};

        if (reading.book->month.number == 0)
            command_report(job, RULE_MONTH_UNKNOWN,
                           job->options.values[OPTION_INPUT], "");
        if (diag_exit_status(job->diag) <= 1) {
            progress_start_uncounted(
                job, command_say(job, "计算数字", "computing the figures"));
            done = publish(job, &reading, &account);
            progress_stop();
        }
        print_account(&account);
    }
    read_input_close(&reading);
    return done;
}

void
build_run(struct job *job)
{
    build_site(job);
}
