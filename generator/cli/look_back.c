#include "cli/look_back.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/published_months.h"
#include "cli/template_place.h"
#include "file/folder.h"
#include "file/tree.h"
#include "gate/search.h"
#include "publish/release.h"
#include "render/site.h"
#include "view/data.h"
#include "view/report.h"
#include "view/revisions.h"
#include "year/record_changes.h"

/* The summary of a published month; NULL if there is none.  To be freed. */
static struct json_t *
read_summary(const struct look_back *back, const char *month)
{
    struct job *job = back->job;
    struct text text;

    if (!release_published(back->release, job->arena,
                           command_path(job, month, "data/summary.json"),
                           &text))
        return NULL;
    return json_parse(text);
}

/* The summaries of all months as published. */
static void
read_published(struct look_back *back)
{
    struct job *job = back->job;
    const char *const *months;
    size_t count = release_months(back->release, &months), kept = 0;
    struct json_t **published =
        arena_take(job->arena, (count + 1) * sizeof(struct json_t *));

    for (size_t i = 0; i < count; i++)
        if ((published[kept] = read_summary(back, months[i])) != NULL)
            kept++;
    back->report->published = published;
    back->report->published_count = kept;
}

/* Whether the month of the year is an earlier one. */
static bool
is_earlier(const struct report *report, struct text name)
{
    struct month month;

    return month_parse(name, &month) &&
           month.number >= report->year->start.number &&
           month.number < report->year->month.number;
}

static struct json_t *
compared_json(const struct look_back *back)
{
    const struct report *report = back->report;
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < report->published_count; i++) {
        const struct json_t *summary = report->published[i];
        struct text month = json_get_text(summary, "month");
        struct json_t *object;

        if (!is_earlier(report, month))
            continue;
        object = json_object_new();
        json_put_text(object, "month", month);
        json_put_count(object, "version", json_get_count(summary, "version"));
        json_put_text(object, "digest", release_digest(back->release, month));
        json_add(array, object);
    }
    return array;
}

/* With the months published by now. */
static void
compare_anew(struct look_back *back)
{
    struct report *report = back->report;
    struct job *job = back->job;
    struct restated *restated = ARENA_NEW(job->arena, struct restated);
    struct published_source past = {job, back->release};
    const struct published_months published = {report->published,
                                               report->published_count,
                                               published_months_read, &past};

    *restated =
        restated_of(report->year, report->privacy, &published, job->arena);
    report->restated = restated;
    json_free(back->compared);
    back->compared = compared_json(back);
    report->compared = back->compared;
}

/* As the month says it was, when it was published. */
static void
compare_as_then(struct look_back *back, const struct json_t *summary)
{
    struct report *report = back->report;
    struct restated *restated = ARENA_NEW(back->job->arena, struct restated);
    struct text partial = json_get_text(summary, "partial");

    *restated = summary_restated(summary, back->job->arena);
    report->restated = restated;
    report->compared = json_get(summary, "compared");
    report->revisions = json_get(summary, "revisions");
    if (back->job->rebuild != NULL)
        report->partial = text_copy(back->job->arena, partial);
}

void
look_back_open(struct look_back *back, struct job *job, struct release *release,
               struct report *report, const struct leak_search *search)
{
    struct record_changes *changes =
        ARENA_NEW(job->arena, struct record_changes);
    const struct json_t *as_then = job->rebuild ? job->rebuild->summary : NULL;

    *back = (struct look_back){
        .job = job, .release = release, .report = report, .search = search};
    *changes = record_changes_of(report->year, report->previous,
                                 report->privacy, job->arena);
    report->changes = changes;
    if (job->rebuild == NULL)
        read_published(back);
    if (release_stands(release)) {
        back->standing = read_summary(
            back, month_text(job->arena, report->year->month).bytes);
        as_then = back->standing;
    }
    if (as_then != NULL && json_get(as_then, "compared") != NULL)
        compare_as_then(back, as_then);
    else
        compare_anew(back);
}

void
look_back_close(struct look_back *back)
{
    for (size_t i = 0; i < back->report->published_count; i++)
        json_free(back->report->published[i]);
    json_free(back->standing);
    json_free(back->compared);
    json_free(back->revisions);
}

bool
look_back_revise(struct look_back *back, struct text reason)
{
    struct report *report = back->report;
    struct json_t *told = json_get(back->standing, "revisions");

    report->issue = release_version(back->release);
    compare_anew(back);
    back->revisions = told ? json_copied(told) : json_array_new();
    json_add(back->revisions, revision_json(report, back->standing, reason,
                                            release_before(back->release)));
    report->revisions = back->revisions;
    return true;
}

/* The files below a folder of the edition, or of it all. */
static bool
list_files(const struct look_back *back, const char ***paths, size_t *count)
{
    struct arena *arena = back->job->arena;
    const struct folder *folder = release_folder(back->release);
    struct tree tree;

    *count = 0;
    if (folder == NULL)
        return true;
    if (!tree_list(folder, arena, &tree))
        return false;
    *paths = arena_take(arena, (tree.count + 1) * sizeof(**paths));
    for (size_t i = 0; i < tree.count; i++)
        if (tree.entries[i].kind == FILES_FILE)
            (*paths)[(*count)++] = tree.entries[i].path;
    return true;
}

/* The paths of which one is asked: those with it in front, or without. */
static size_t
choose(const char **paths, size_t count, const char *folder, bool is_in)
{
    size_t length = strlen(folder), chosen = 0;

    for (size_t i = 0; i < count; i++) {
        bool lies_in =
            strncmp(paths[i], folder, length) == 0 && paths[i][length] == '/';

        /* What stands beside the months is made anew, and looked at then. */
        if (lies_in == is_in && strchr(paths[i], '/') != NULL &&
            strncmp(paths[i], "assets/", strlen("assets/")) != 0)
            paths[chosen++] = paths[i];
    }
    return chosen;
}

/* The paths that hold what is known by now; count becomes how many. */
static bool
search_paths(struct look_back *back, bool is_in, const char ***paths,
             size_t *count)
{
    struct arena *arena = back->job->arena;
    const char *month = month_text(arena, back->report->year->month).bytes;
    size_t kept = 0;
    bool *found;

    if (back->search == NULL) {
        *count = 0;
        return true;
    }
    if (!list_files(back, paths, count))
        return false;
    *count = *count > 0 ? choose(*paths, *count, month, is_in) : 0;
    found = arena_take(arena, *count + 1);
    if (*count > 0 &&
        !search_files(release_folder(back->release),
                      (const char *const *)*paths, *count, back->search, found))
        return false;
    for (size_t i = 0; i < *count; i++)
        if (found[i])
            (*paths)[kept++] = (*paths)[i];
    *count = kept;
    return true;
}

bool
look_back_is_clean(struct look_back *back, bool *is_clean)
{
    const char **paths;
    size_t count;

    if (!search_paths(back, true, &paths, &count))
        return false;
    *is_clean = count == 0;
    return true;
}

static size_t
top_length(const char *path)
{
    return strcspn(path, "/");
}

/* How many of the paths, from the first on, lie in the same folder. */
static size_t
together(const char *const *paths, size_t count)
{
    size_t length = top_length(paths[0]), same = 1;

    while (same < count && top_length(paths[same]) == length &&
           strncmp(paths[0], paths[same], length) == 0)
        same++;
    return same;
}

/* A version that may not be shown any more: one page in its place says so. */
static bool
drop_version(const struct look_back *back, const char *folder)
{
    struct text page;
    const char *path = command_path(back->job, folder, "index.html");

    release_drop(back->release, folder);
    return site_render_gone(back->report, command_templates(back->job),
                            back->job->diag, &page) &&
           release_add(back->release, path, page);
}

static void
tell_month(const struct look_back *back, const char *const *paths, size_t count)
{
    struct job *job = back->job;
    struct text month = {paths[0], top_length(paths[0])};
    struct text what =
        count == 1
            ? text_of(paths[0])
            : text_format(job->arena, "%s" BOTH(" 等%zu个文件", " (%zu files)"),
                          paths[0], count, count);

    command_report(job, RULE_LEAK_EARLIER, what.bytes,
                   text_format(job->arena,
                               "shiji build -i %s -o %s -m %.*s --revise %s",
                               job->options.values[OPTION_INPUT],
                               job->options.values[OPTION_OUTPUT],
                               TEXT_ARG(month), BOTH("\"原因\"", "\"reason\""))
                       .bytes);
}

/* A month made again from its bag leads to old versions that stand elsewhere:
   a page stands in for each. */
static bool
stand_in(const struct look_back *back)
{
    const struct json_t *revisions = back->report->revisions;
    bool good = true;

    for (size_t i = 0; good && i < json_size(revisions); i++) {
        struct text before = json_get_text(json_at(revisions, i), "before");

        good = before.length == 0 ||
               release_add(back->release,
                           text_copy(back->job->arena, before).bytes,
                           TEXT("<!doctype html>\n<html></html>\n"));
    }
    return good;
}

bool
look_back_search(struct look_back *back)
{
    const char **paths;
    size_t count, step;
    bool good = (back->job->rebuild == NULL || stand_in(back)) &&
                search_paths(back, false, &paths, &count);

    if (!good)
        return false;

    for (size_t i = 0; good && i < count; i += step) {
        const char *folder;

        step = together((const char *const *)paths + i, count - i);
        if (release_is_old(back->release, paths[i], &folder))
            good = drop_version(back, folder);
        else
            tell_month(back, (const char *const *)paths + i, step);
    }
    return good;
}
