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
#include "base/wording.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/guards.h"
#include "cli/look_back.h"
#include "cli/progress.h"
#include "cli/read_input.h"
#include "cli/template_place.h"
#include "gate/leak.h"
#include "intake/gb18030.h"
#include "page/frame.h"
#include "publish/release.h"
#include "render/file_sink.h"
#include "render/site.h"
#include "render/template_check.h"
#include "view/account.h"
#include "view/own_words.h"
#include "view/report.h"
#include "view/revisions.h"
#include "year/joint_work.h"
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
                   command_say(delivery->job, WORDING_DOING_SITE),
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

static bool
render_once(struct job *job, struct release *release, struct report *report)
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

    report->issue =
        job->rebuild ? job->rebuild->issue : release_version(release);
    report->updated = command_updated(job, report);
    return site_render(report, command_templates(job), &sink, job->diag);
}

/* A published month would have other figures, or other words. */
static bool
refuse_change(struct job *job, const struct release *release,
              const struct look_back *back)
{
    const struct report *report = back->report;
    struct json_t *change =
        revision_json(report, back->standing, text_of(""), NULL);
    struct text changed =
        revision_figures(job->arena, job->options.spoken, change);

    json_free(change);
    if (job->options.given[OPTION_VERBOSE])
        changed = text_format(job->arena, "%.*s (%.*s)", TEXT_ARG(changed),
                              TEXT_ARG(release_changes(release)));
    return command_report(job, RULE_MONTH_CHANGED,
                          month_text(job->arena, report->year->month).bytes,
                          text_copy(job->arena, changed).bytes);
}

/* Renders the month as it was published; only when that gives other bytes, and
   there is a reason to revise it, once more as the next version. */
static bool
render(struct job *job, struct release *release, struct look_back *back,
       const char *reason)
{
    enum settled settled = SETTLED_FAILED;
    bool keeps_before;

    if (render_once(job, release, back->report))
        settled = release_settle(release);
    if (settled == SETTLED_CHANGED && reason == NULL)
        return refuse_change(job, release, back);
    if (settled == SETTLED_CHANGED)
        settled = look_back_is_clean(back, &keeps_before) &&
                          release_revise(release, keeps_before) &&
                          look_back_revise(back, text_of(reason)) &&
                          render_once(job, release, back->report)
                      ? release_settle(release)
                      : SETTLED_FAILED;
    progress_start_uncounted(job, command_say(job, WORDING_DOING_GATES));
    return settled == SETTLED_SAME && look_back_search(back);
}

static void
fill_report(struct job *job, struct reading *reading, struct report *report)
{
    struct book *book = reading->book;
    bool is_internal =
        strcmp(job->options.values[OPTION_EDITION], "internal") == 0;
    struct month before = month_moved(book->month, -1);
    struct month last_year = month_moved(book->month, -12);
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
    const struct redact *privacy;
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

/* What somebody gave as a reason, as the edition may say it. */
static struct text
mask(void *context, struct text text)
{
    const struct account *account = context;

    return redact_text(account->privacy, text, account->job->arena);
}

static const char *
masked(struct account *account, const char *reason)
{
    return reason == NULL
               ? NULL
               : text_copy(account->job->arena, mask(account, text_of(reason)))
                     .bytes;
}

static bool
fill_search(struct job *job, const struct report *report,
            struct leak_search *search)
{
    struct text *own = arena_take(job->arena, SITE_OWN_TEXTS * sizeof(*own));

    *search = (struct leak_search){.own = own, .own_count = SITE_OWN_TEXTS};
    search->secrets = redact_values(report->privacy, &search->count);
    search->said = own_words(report, job->arena);
    search->gb18030 = gb18030_of(job->arena, search->secrets, search->count);
    search->amounts = redact_amounts(report->privacy, &search->amount_count);
    return site_own_texts(job->arena, command_templates(job), job->diag, own);
}

static bool
release_month(struct job *job, struct release *release, struct report *report,
              const struct release_request *request)
{
    bool is_public = report->edition == EDITION_PUBLIC;
    struct leak_search search;
    struct look_back back;
    bool done;

    if (!fill_search(job, report, &search))
        return false;
    look_back_open(&back, job, release, report, is_public ? &search : NULL);
    done = render(job, release, &back, request->reason) &&
           book_is_unchanged(report->book) &&
           release_publish(release, is_public ? &search : NULL);
    look_back_close(&back);
    return done;
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
        .mask = mask,
        .context = account,
    };
    struct release *release;
    bool done;

    if (!command_generated(job, cutoff, &report.generated))
        return false;
    fill_report(job, reading, &report);
    report.lead = reading->lead;
    account->privacy = report.privacy;
    request.reason = masked(account, job->options.values[OPTION_REVISE]);
    if (job->options.given[OPTION_PARTIAL])
        report.partial =
            mask(account, text_of(job->options.values[OPTION_PARTIAL]));
    request.edition = report.edition == EDITION_PUBLIC ? "site" : "internal";
    release = release_open(&request, job->diag);
    if (release == NULL)
        return false;
    done = release_month(job, release, &report, &request);
    job->version = release_version(release);
    release_close(release);
    return done;
}

bool
build_site(struct job *job)
{
    struct reading reading;
    bool done = false;

    if (read_input_open(job, &reading)) {
        struct account account = {job, reading.book, NULL, false};

        job->month = reading.book->month;
        if (reading.book->month.number == 0)
            command_report(job, RULE_MONTH_UNKNOWN,
                           job->options.values[OPTION_INPUT], "");
        if (diag_exit_status(job->diag) <= 1 &&
            guards_pass(job, reading.book) &&
            template_check(job->arena, command_templates(job), job->diag)) {
            progress_start_uncounted(job,
                                     command_say(job, WORDING_DOING_FIGURES));
            done = publish(job, &reading, &account);
            progress_stop();
        }
        print_account(&account);
    }
    read_input_close(&reading);
    return done;
}

/* Why nothing was published, in one line: the first message that stopped it. */
static struct text
why_not(const struct job *job)
{
    size_t count;
    const struct message *messages = diag_messages(job->diag, &count);

    for (size_t i = 0; i < count; i++)
        if (rules[messages[i].rule].severity > ERROR)
            return message_wording(job->arena, &messages[i],
                                   job->options.language);
    return TEXT("");
}

/* What is true now. */
static void
say_outcome(const struct job *job, bool is_published)
{
    enum language language = job->options.language;
    bool is_public = strcmp(job->options.values[OPTION_EDITION], "public") == 0;
    struct text said;

    if (job->options.given[OPTION_QUIET] ||
        strcmp(job->options.values[OPTION_FORMAT], "json") == 0)
        return;
    if (is_published)
        said = SAY(job->arena, language, WORDING_SITE_PUBLISHED,
                   text_format(job->arena, "%s/%s/index.html",
                               job->options.values[OPTION_OUTPUT],
                               is_public ? "site" : "internal"),
                   month_words(job->arena, language, job->month),
                   say(language, is_public ? WORDING_EDITION_PUBLIC
                                           : WORDING_EDITION_INTERNAL_NAME),
                   text_format(job->arena, "%d", job->version));
    else
        said =
            SAY(job->arena, language, WORDING_SITE_NOT_PUBLISHED, why_not(job));
    printf("%.*s\n", TEXT_ARG(said));
}

void
build_run(struct job *job)
{
    say_outcome(job, build_site(job));
}
