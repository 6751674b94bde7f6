/*
 * A published month is taken back with all its versions.  What stands beside
 * the months is made again from what the months say themselves, so that the
 * input is not needed.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/json.h"
#include "base/wording.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/template_place.h"
#include "cli/usage.h"
#include "ledger/book.h"
#include "page/frame.h"
#include "publish/release.h"
#include "render/file_sink.h"
#include "render/site.h"
#include "view/report.h"
#include "year/redact.h"
#include "year/year.h"

struct withdrawal {
    struct job *job;
    struct release *release;
    struct report report;
    struct codes codes;
    struct year year;
};

static bool
take_file(void *data, const char *path, struct text content)
{
    const struct withdrawal *it = data;

    return release_add(it->release, path, content);
}

/* A data file of a month, parsed; NULL if it is none of ours.  To be freed. */
static struct json_t *
read_data(const struct withdrawal *it, const char *month, const char *name)
{
    struct arena *arena = it->job->arena;
    struct text text;
    const char *path = text_format(arena, "%s/data/%s", month, name).bytes;

    return release_published(it->release, arena, path, &text) ? json_parse(text)
                                                              : NULL;
}

/* The months that stay. */
static void
read_months(struct withdrawal *it, const char *withdrawn)
{
    const char *const *months;
    size_t count = release_months(it->release, &months), kept = 0;
    struct json_t **published =
        arena_take(it->job->arena, (count + 1) * sizeof(struct json_t *));

    for (size_t i = 0; i < count; i++)
        if (strcmp(months[i], withdrawn) != 0 &&
            (published[kept] = read_data(it, months[i], "summary.json")))
            kept++;
    it->report.published = published;
    it->report.published_count = kept;
}

/* Where the site stands, as its map says; empty when it has none. */
static struct text
read_address(const struct withdrawal *it)
{
    static const char before[] = "<loc>", behind[] = "index.html</loc>";
    struct text map, address;

    if (!release_published(it->release, it->job->arena, "sitemap.xml", &map))
        return TEXT("");
    address = text_from(map, text_find(map, text_of(before)) + strlen(before));
    return text_slice(address, 0, text_find(address, text_of(behind)));
}

/* The newest month that stays knows how the site is called and in which
   language it is; when none stays, the one that goes does. */
static void
read_settings(struct withdrawal *it, const char *withdrawn)
{
    struct report *report = &it->report;
    struct arena *arena = it->job->arena;
    const char *month = withdrawn;
    struct json_t *package, *options;

    if (report->published_count > 0)
        month =
            text_copy(arena, json_get_text(
                                 report->published[report->published_count - 1],
                                 "month"))
                .bytes;
    package = read_data(it, month, "datapackage.json");
    options = package ? json_get(package, "options") : NULL;
    for (int i = 0; i < SETTING_COUNT; i++) {
        struct text value = json_get_text(
            options ? json_get(options, "settings") : NULL, settings[i].key);

        it->codes.values[i] = text_copy(arena, value);
    }
    it->codes.values[SETTING_BASE_URL] = read_address(it);
    report->language =
        text_is(json_get_text(options, "language"), "en") ? EN : ZH;
    json_free(package);
    month_parse(text_of(month), &it->year.month);
    it->year.cutoff = month_last_day(it->year.month);
}

static bool
render(struct withdrawal *it)
{
    struct job *job = it->job;
    const struct file_sink sink = {.take = take_file, .data = it};

    return command_generated(job, it->year.cutoff, &it->report.generated) &&
           site_render_index(&it->report, command_templates(job), &sink,
                             job->diag);
}

static void
say_done(const struct job *job, const char *month)
{
    struct month taken;

    month_parse(text_of(month), &taken);
    if (!job->options.given[OPTION_QUIET])
        printf("%.*s\n",
               TEXT_ARG(SAY(
                   job->arena, job->options.language, WORDING_SITE_WITHDRAWN,
                   month_words(job->arena, job->options.language, taken))));
}

static void
withdraw(struct withdrawal *it, const struct release_request *request)
{
    struct job *job = it->job;

    it->release = release_open(request, job->diag);
    if (it->release == NULL)
        return;
    if (release_withdraw(it->release)) {
        read_months(it, request->month);
        read_settings(it, request->month);
        if (render(it) && release_settle(it->release) == SETTLED_SAME &&
            release_publish(it->release, NULL))
            say_done(job, request->month);
        for (size_t i = 0; i < it->report.published_count; i++)
            json_free(it->report.published[i]);
    }
    release_close(it->release);
}

void
withdraw_run(struct job *job)
{
    const char *const *values = job->options.values;
    bool is_public = strcmp(values[OPTION_EDITION], "public") == 0;
    struct withdrawal it = {.job = job};
    struct release_request request = {
        .output = values[OPTION_OUTPUT],
        .edition = is_public ? "site" : "internal",
        .month = values[OPTION_WITHDRAWN_MONTH],
        .cutoff = "",
    };
    struct book *book;
    struct text reason;

    if (request.month == NULL) {
        usage_no_value(job->diag, "-m", "YYYY-MM");
        return;
    }
    if (values[OPTION_REASON] == NULL) {
        usage_no_value(job->diag, "--reason", "TEXT");
        return;
    }
    book = book_new(job->arena, &it.codes, job->diag);
    it.report = (struct report){
        .arena = job->arena,
        .book = book,
        .year = &it.year,
        .edition = is_public ? EDITION_PUBLIC : EDITION_INTERNAL,
        .diag = job->diag,
        .version = TEXT(SHIJI_VERSION),
        .is_index_only = true,
    };
    it.report.privacy = redact_new(job->arena, book, it.report.edition);
    reason = redact_text(it.report.privacy, text_of(values[OPTION_REASON]),
                         job->arena);
    request.reason = text_copy(job->arena, reason).bytes;
    withdraw(&it, &request);
    book_free(book);
}
