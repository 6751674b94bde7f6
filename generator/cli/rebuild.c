#include "cli/rebuild.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/cleanup.h"
#include "base/json.h"
#include "cli/build.h"
#include "cli/command.h"
#include "cli/provenance.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"

enum { SHA256_LETTERS = 64 };

/* The manifest of a month's folder. */
static bool
read_manifest(const struct folder *folder, struct arena *arena,
              struct manifest *manifest)
{
    struct text text;

    manifest->arena = arena;
    return folder_read(folder, MANIFEST_NAME, arena, &text) &&
           manifest_parse(text, SHA256_LETTERS, manifest) == 0;
}

/* The first path one list has and the other lacks or has otherwise, or
   NULL. */
static const char *
compare_lists(const struct manifest *a, const struct manifest *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct manifest_line *line = &a->lines[i];
        const struct manifest_line *other = manifest_find(b, line->path);

        if (other == NULL || !text_equal(line->digest, other->digest))
            return line->path;
    }
    return NULL;
}

/* The first file that is not what its folder's list says, or NULL. */
static bool
compare_files(const struct folder *folder, const struct manifest *list,
              const char **differs)
{
    for (size_t i = 0; i < list->count && *differs == NULL; i++) {
        struct arena *arena = arena_new();
        struct text digest;
        bool good = folder_digest(folder, list->lines[i].path, DIGEST_SHA256,
                                  arena, &digest);

        if (good && !text_equal(digest, list->lines[i].digest))
            *differs = list->lines[i].path;
        arena_free(arena);
        if (!good)
            return false;
    }
    return true;
}

/* Both folders hold one month.  Earlier versions lie in folders of their own
   and are no part of what one build makes. */
static bool
compare(struct job *job, const char *archived, const char *rebuilt,
        const char **differs)
{
    struct folder a = {-1, archived, job->diag}, b = {-1, rebuilt, job->diag};
    struct manifest mine, yours;
    bool good;

    mine = yours = (struct manifest){.arena = job->arena};
    good = folder_open(&a, archived, job->diag) &&
           folder_open(&b, rebuilt, job->diag) &&
           read_manifest(&a, job->arena, &mine) &&
           read_manifest(&b, job->arena, &yours);
    *differs = good ? compare_lists(&mine, &yours) : NULL;
    if (good && *differs == NULL)
        *differs = compare_lists(&yours, &mine);
    good = good && compare_files(&a, &mine, differs);
    folder_close(&a);
    folder_close(&b);
    return good;
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

/* What the month said, with which months it was compared included; NULL if it
   has no summary.  To be freed. */
static struct json_t *
read_summary(struct job *job, const struct remaking *remaking,
             const char *edition)
{
    struct text month = json_get_text(remaking->provenance, "month");
    struct text text;
    const char *path = text_format(job->arena, "%s/%s/%.*s/data/summary.json",
                                   remaking->data, edition, TEXT_ARG(month))
                           .bytes;

    return file_text(job, path, &text) ? json_parse(text) : NULL;
}

/* Builds the edition again in a job of its own, whose messages about the
   ledgers are no concern of the comparison, unless it cannot be built. */
static enum rebuilt
build_again(struct job *job, const struct remaking *remaking,
            const char *edition)
{
    struct json_t *how =
        json_get(json_get(remaking->provenance, "editions"), edition);
    struct rebuild rebuild = {
        .issue = json_get_count(how, "version"),
        .generated = json_get_text(how, "generated"),
        .summary = read_summary(job, remaking, edition),
    };
    struct job again = {.options = job->options,
                        .arena = job->arena,
                        .diag = diag_new(),
                        .rebuild = &rebuild};
    enum rebuilt remade = REBUILT_SAME;

    set_options(&again.options, remaking, edition, job->arena);
    if (!build_site(&again)) {
        diag_print(again.diag, stderr, job->options.spoken, 20);
        remade = REBUILT_OTHERWISE;
    }
    if (diag_exit_status(again.diag) == 3) {
        command_report(job, RULE_FILE_UNREADABLE,
                       again.options.values[OPTION_INPUT], "");
        remade = REBUILT_NOT;
    }
    diag_free(again.diag);
    json_free(rebuild.summary);
    return remade;
}

static void
remove_folder(struct job *job, const char *path)
{
    struct folder parent;
    const char *slash = strrchr(path, '/');
    struct text above = {path, (size_t)(slash - path)};

    if (folder_open(&parent, text_copy(job->arena, above).bytes, job->diag)) {
        tree_remove(&parent, slash + 1);
        folder_close(&parent);
    }
}

/* Every edition of the bag; *differs is a path below its data folder. */
static enum rebuilt
remake_all(struct job *job, struct remaking *remaking, const char **differs)
{
    static const char *const editions[] = {"site", "internal"};
    struct text month = json_get_text(remaking->provenance, "month");

    for (size_t i = 0; i < 2; i++) {
        const char *edition = editions[i], *file;
        const char *inside =
            text_format(job->arena, "%s/%.*s", edition, TEXT_ARG(month)).bytes;
        enum rebuilt remade;

        if (json_get(json_get(remaking->provenance, "editions"), edition) ==
            NULL)
            continue;
        *differs = inside;
        remade = build_again(job, remaking, edition);
        if (remade != REBUILT_SAME)
            return remade;
        if (!compare(job, command_path(job, remaking->data, inside),
                     command_path(job, remaking->output, inside), &file))
            return REBUILT_NOT;
        if (file != NULL) {
            *differs = command_path(job, inside, file);
            return REBUILT_OTHERWISE;
        }
    }
    return REBUILT_SAME;
}

enum rebuilt
rebuild_bag(struct job *job, const char *bag, const char **differs)
{
    struct remaking remaking = {.data = command_path(job, bag, "data")};
    const char *place = getenv("TMPDIR");
    struct text text, name = text_format(job->arena, "%s/shiji-XXXXXX",
                                         place && *place ? place : "/tmp");
    char *folder = arena_copy(job->arena, name.bytes, name.length);
    const char *note = command_path(job, remaking.data, "provenance.json");
    enum rebuilt remade = REBUILT_NOT;
    int temporary;

    *differs = "provenance.json";
    if (!file_text(job, note, &text))
        return diag_count(job->diag, SYSTEM) > 0 ? REBUILT_NOT
                                                 : REBUILT_OTHERWISE;
    remaking.provenance = json_parse(text);
    if (remaking.provenance == NULL)
        return REBUILT_OTHERWISE;
    cleanup_hold();
    remaking.output = mkdtemp(folder);
    temporary = remaking.output ? cleanup_begin(AT_FDCWD, folder) : 0;
    cleanup_release();
    if (remaking.output == NULL) {
        command_report(job, RULE_FILE_UNWRITABLE, folder, "");
    } else {
        remade = remake_all(job, &remaking, differs);
        remove_folder(job, folder);
        cleanup_end(temporary);
    }
    json_free(remaking.provenance);
    return remade;
}
