/*
 * A bag or an output folder against its own manifests; and a bag against
 * what the program makes of its ledgers today.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/json.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "cli/provenance.h"
#include "publish/files.h"
#include "publish/tree.h"
#include "publish/verify.h"

/* Earlier versions lie in folders of their own and are no part of what one
   build makes; the manifest lists them, and has been checked. */
static bool
is_remade(const struct tree_entry *entry)
{
    const char *path = entry->path;

    if (entry->kind != FILES_FILE || strcmp(path, "MANIFEST.sha256") == 0)
        return false;
    return !(path[0] == 'v' && path[1] >= '0' && path[1] <= '9');
}

/* The first file of a that b lacks or has with other bytes, or NULL. */
static bool
compare_one_way(const struct folder *a, const struct folder *b,
                struct arena *arena, const char **differs)
{
    struct tree tree, other;

    if (!tree_list(a, arena, &tree) || !tree_list(b, arena, &other))
        return false;
    for (size_t i = 0; i < tree.count && *differs == NULL; i++) {
        const char *path = tree.entries[i].path;
        struct arena *page;
        struct text mine, yours;

        if (!is_remade(&tree.entries[i]))
            continue;
        if (tree_find(&other, path) == NULL) {
            *differs = path;
            break;
        }
        page = arena_new();
        if (!files_read(a, path, page, &mine) ||
            !files_read(b, path, page, &yours)) {
            arena_free(page);
            return false;
        }
        if (!text_equal(mine, yours))
            *differs = path;
        arena_free(page);
    }
    return true;
}

static bool
compare(struct job *job, const char *archived, const char *rebuilt)
{
    struct folder a, b;
    const char *differs = NULL;
    bool good;

    if (!files_open(&a, archived, job->diag))
        return false;
    if (!files_open(&b, rebuilt, job->diag)) {
        files_close(&a);
        return false;
    }
    good = compare_one_way(&a, &b, job->arena, &differs) &&
           (differs != NULL || compare_one_way(&b, &a, job->arena, &differs));
    files_close(&a);
    files_close(&b);
    if (good && differs != NULL)
        good = job_report(job, RULE_ARCHIVE_INVALID,
                          text_format(job->arena, "%s/%s %s", archived, differs,
                                      job_say(job, "重新生成的结果不同",
                                              "differs when built again"))
                              .bytes,
                          "");
    return good;
}

/* The summaries the restatements of the month are measured against. */
static size_t
read_published(struct job *job, const char *folder, struct json_t **published,
               size_t most)
{
    struct month month;
    size_t count = 0;

    month_parse(text_of(job->options.values[OPTION_MONTH]), &month);
    for (int back = (int)most; back > 0; back--) {
        struct text name =
            month_text(job->arena, (struct month){month.number - back});
        struct text text;
        const char *path =
            text_format(job->arena, "%s/%s.json", folder, name.bytes).bytes;

        if (is_there(path) && file_text(job->arena, path, &text) &&
            (published[count] = json_parse(text)) != NULL)
            count++;
    }
    return count;
}

struct remaking {
    const char *data;   /* "bag/data" */
    const char *output; /* a folder for the occasion */
    struct json_t *provenance;
};

/* The options the edition was built with. */
static void
set_options(struct options *options, const struct remaking *remaking,
            const char *edition, struct arena *arena)
{
    struct json_t *how =
        json_get(json_get(remaking->provenance, "editions"), edition);
    struct text encoding = json_get_text(how, "encoding");
    struct text month = json_get_text(remaking->provenance, "month");
    bool is_internal = strcmp(edition, "internal") == 0;

    options->values[OPTION_INPUT] =
        text_format(arena, "%s/input", remaking->data).bytes;
    options->values[OPTION_TEMPLATES] =
        text_format(arena, "%s/templates", remaking->data).bytes;
    options->values[OPTION_OUTPUT] = remaking->output;
    options->values[OPTION_EDITION] = is_internal ? "internal" : "public";
    options->values[OPTION_MONTH] = text_copy(arena, month).bytes;
    if (encoding.length > 0)
        options->values[OPTION_ENCODING] = text_copy(arena, encoding).bytes;
    options->operand_count = 0;
    options->given[OPTION_QUIET] = true;
    options->language = text_is(json_get_text(how, "language"), "en") ? EN : ZH;
}

/* Builds the edition again in a job of its own, whose messages about the
   ledgers are no concern of a verification. */
static bool
remake(struct job *job, const struct remaking *remaking, const char *edition)
{
    struct json_t *how =
        json_get(json_get(remaking->provenance, "editions"), edition);
    struct json_t *published[11];
    struct rebuild rebuild = {.issue = json_get_count(how, "version"),
                              .generated = json_get_text(how, "generated"),
                              .published = published};
    struct job again = {
        job->options, job->arena, diag_new(), {"", 0}, &rebuild};
    bool done;

    set_options(&again.options, remaking, edition, job->arena);
    rebuild.folder =
        text_format(job->arena, "%s/published/%s", remaking->data, edition)
            .bytes;
    rebuild.published_count =
        read_published(&again, rebuild.folder, published,
                       sizeof(published) / sizeof(published[0]));
    done = build_site(&again);
    if (!done) {
        diag_print(again.diag, stderr, job->options.spoken, 20);
        job_report(job,
                   diag_exit_status(again.diag) == 3 ? RULE_FILE_UNREADABLE
                                                     : RULE_ARCHIVE_INVALID,
                   again.options.values[OPTION_INPUT], "");
    }
    diag_free(again.diag);
    for (size_t i = 0; i < rebuild.published_count; i++)
        json_free(published[i]);
    return done;
}

static void
remove_folder(struct job *job, const char *path)
{
    struct folder parent;
    const char *slash = strrchr(path, '/');
    struct text above = {path, (size_t)(slash - path)};

    if (files_open(&parent, text_copy(job->arena, above).bytes, job->diag)) {
        tree_remove(&parent, slash + 1);
        files_close(&parent);
    }
}

static void
remake_all(struct job *job, struct remaking *remaking)
{
    static const char *const editions[] = {"site", "internal"};
    struct text month = json_get_text(remaking->provenance, "month");

    for (size_t i = 0; i < 2; i++) {
        const char *edition = editions[i];
        const char *inside =
            text_format(job->arena, "%s/%.*s", edition, TEXT_ARG(month)).bytes;

        if (json_get(json_get(remaking->provenance, "editions"), edition) &&
            remake(job, remaking, edition))
            compare(job, job_path(job, remaking->data, inside),
                    job_path(job, remaking->output, inside));
    }
}

static void
verify_by_rebuilding(struct job *job, const char *bag)
{
    struct remaking remaking = {.data = job_path(job, bag, "data")};
    const char *temporary = getenv("TMPDIR");
    struct text text, name = text_format(job->arena, "%s/shiji-XXXXXX",
                                         temporary ? temporary : "/tmp");
    char *folder = arena_copy(job->arena, name.bytes, name.length);
    const char *note = job_path(job, remaking.data, "provenance.json");

    if (!file_text(job->arena, note, &text) ||
        (remaking.provenance = json_parse(text)) == NULL) {
        job_report(job, RULE_ARCHIVE_INVALID, note, "");
        return;
    }
    if (mkdtemp(folder) == NULL) {
        job_report(job, RULE_FILE_UNWRITABLE, folder, "");
    } else {
        remaking.output = folder;
        remake_all(job, &remaking);
        remove_folder(job, folder);
    }
    json_free(remaking.provenance);
}

void
verify_run(struct job *job)
{
    const char *path = job->options.operands[0];
    bool is_bag;

    if (!is_folder(path)) {
        job_missing(job, path);
        return;
    }
    is_bag = verify_is_bag(path);
    if (!is_bag)
        verify_site(path, job->arena, job->diag);
    else if (verify_bag(path, job->diag) && job->options.given[OPTION_REBUILD])
        verify_by_rebuilding(job, path);
    if (!is_bag && job->options.given[OPTION_REBUILD])
        job_report(job, RULE_OPTION_VALUE, "--rebuild", path);
    if (diag_exit_status(job->diag) == 0)
        printf("%s: %s\n", path, job_say(job, "校验通过", "verified"));
}
