/*
 * The folder of an edition is replaced as a whole.  Old and new tree share
 * the bytes of everything that did not change, so replacing costs a name for
 * each file and no more.
 *
 *     output/.site.staging/   what must go again, whatever happens
 *         tree                the tree being built; after the swap the old one
 *         previous            only where folders cannot be exchanged: the old
 *                             tree, between two renames
 */
#include "publish/release.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "file/empty_folders.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "gate/gates.h"
#include "publish/carry_over.h"
#include "publish/history.h"
#include "publish/published.h"
#include "publish/staged_file.h"
#include "publish/staging.h"
#include "publish/swap.h"

struct release {
    const struct release_request *request;
    struct diag *diag;
    struct arena *arena;
    struct folder output; /* holds the lock */
    struct swap_names names;
    struct staging staging;
    struct published published;
    int version;     /* to render with */
    size_t standing; /* of the output path, before this */
    bool is_locked;
    bool is_new;          /* the month was never published */
    bool is_revised;      /* it becomes another version */
    bool is_restored;     /* its files had been changed or lost */
    bool is_withdrawn;    /* it goes */
    bool keeps_before;    /* the version it replaces stays beside it */
    struct text changes;  /* files that are not as published */
    const char **dropped; /* folders of old versions that go */
    size_t dropped_count;
    struct manifest added;     /* every file added, by full path */
    struct manifest kept;      /* those that are as published, not written */
    struct staged_file coming; /* the file that comes piece by piece */
};

static const char *
in_month(const struct release *release, const char *name)
{
    return text_format(release->arena, "%s/%s", release->request->month, name)
        .bytes;
}

static bool
prepare(struct release *release)
{
    const char *edition = release->request->edition;

    if (!folder_make(&release->output, release->request->output,
                     release->diag) ||
        !folder_lock(&release->output, FOLDER_BUILDING))
        return false;
    release->is_locked = true;
    release->staging = staging_none(&release->output, &release->names);
    if (!swap_recover(&release->output))
        return false;
    if (!published_open(&release->published, &release->output, edition,
                        release->request->month))
        return false;
    release->is_new = release->published.version == 0;
    release->version =
        release->published.last_version + (release->is_new ? 1 : 0);
    return true;
}

struct release *
release_open(const struct release_request *request, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct release *release = ARENA_NEW(arena, struct release);

    release->request = request;
    release->diag = diag;
    release->arena = arena;
    release->output.fd = -1;
    release->published = published_none(arena);
    release->names = swap_names(arena, request->edition);
    release->added.arena = release->kept.arena = arena;
    release->version = 1;
    release->is_new = true;
    release->standing = empty_folders_standing(request->output);
    if (prepare(release))
        return release;
    release_close(release);
    return NULL;
}

int
release_version(const struct release *release)
{
    return release->version;
}

bool
release_stands(const struct release *release)
{
    return !release->is_new;
}

const struct folder *
release_folder(const struct release *release)
{
    return release->published.folder.fd < 0 ? NULL : &release->published.folder;
}

const char *
release_before(const struct release *release)
{
    return !release->keeps_before
               ? NULL
               : text_format(release->arena, "%s-v%d", release->request->month,
                             release->version - 1)
                     .bytes;
}

bool
release_is_old(const struct release *release, const char *path,
               const char **folder)
{
    const struct history_line *line =
        history_of_path(&release->published.history, path);

    if (line != NULL)
        *folder = text_format(release->arena, "%.*s-v%d", TEXT_ARG(line->month),
                              (int)line->version)
                      .bytes;
    return line != NULL;
}

size_t
release_months(const struct release *release, const char *const **months)
{
    *months = release->published.months;
    return release->published.month_count;
}

bool
release_published(const struct release *release, struct arena *arena,
                  const char *path, struct text *content)
{
    return published_read(&release->published, arena, path, content);
}

struct text
release_digest(const struct release *release, struct text month)
{
    const struct history_line *line =
        history_standing(&release->published.history, month);

    return line ? line->digest : TEXT("");
}

/* The path within this month, or NULL. */
static const char *
month_part(const struct release *release, const char *path)
{
    return manifest_part(path, release->request->month);
}

/* The published folder, if the file may be the same there: a version of the
   month that was never published is written anew. */
static const struct folder *
compared(const struct release *release, const char *path)
{
    bool is_anew = (release->is_new || release->is_revised) &&
                   month_part(release, path) != NULL;

    return is_anew || release->published.folder.fd < 0
               ? NULL
               : &release->published.folder;
}

bool
release_begin(struct release *release, const char *path)
{
    return staged_file_begin(&release->coming, &release->staging,
                             compared(release, path), path);
}

bool
release_append(struct release *release, struct text piece)
{
    return staged_file_append(&release->coming, piece);
}

bool
release_end(struct release *release)
{
    return staged_file_end(&release->coming, &release->added, &release->kept);
}

bool
release_add(struct release *release, const char *path, struct text content)
{
    struct staged_file addition;

    return staged_file_begin(&addition, &release->staging,
                             compared(release, path), path) &&
           staged_file_append(&addition, content) &&
           staged_file_end(&addition, &release->added, &release->kept);
}

/* The files of this month only, by their path in it. */
static struct manifest
month_files(const struct release *release)
{
    return manifest_within(&release->added, release->request->month);
}

/* Exit status 3 promises that the site is as it was, so nothing is published
   once the system has failed, be it only in comparing. */
static bool
has_failed(const struct release *release)
{
    return diag_count(release->diag, SYSTEM) > 0;
}

/* Whether what was added is, to the byte, what the history says was
   published. */
static bool
is_what_was_published(const struct release *release)
{
    struct manifest now = month_files(release);
    const struct history_line *newest = history_of(
        &release->published.history, text_of(release->request->month));

    return text_equal(digest_sha256(release->arena, manifest_text(&now)),
                      newest->digest);
}

static bool
say_of_month(const struct release *release, enum rule rule, struct text names)
{
    return diag_report(
        release->diag, rule,
        &(struct finding){.place = {.path = release->request->output},
                          .detail = {text_of(release->request->month), names}});
}

enum settled
release_settle(struct release *release)
{
    struct manifest kept;
    bool is_unique = manifest_sort(&release->added);

    assert(is_unique); /* the program never makes one page twice */
    (void)is_unique;
    if (release->is_new || release->is_revised || release->is_withdrawn)
        return SETTLED_SAME;
    kept = manifest_within(&release->kept, release->request->month);
    if (published_changes(&release->published, month_files(release), &kept,
                          &release->changes) == 0)
        return has_failed(release) ? SETTLED_FAILED : SETTLED_SAME;
    if (has_failed(release))
        return SETTLED_FAILED;
    release->is_restored = is_what_was_published(release);
    if (!release->is_restored)
        return SETTLED_CHANGED;
    say_of_month(release, RULE_MONTH_RESTORED, release->changes);
    return SETTLED_SAME;
}

struct text
release_changes(const struct release *release)
{
    return release->changes;
}

bool
release_revise(struct release *release, bool keeps_before)
{
    if (!published_is_whole(&release->published))
        return false;
    release->is_revised = true;
    release->keeps_before = keeps_before;
    release->version++;
    release->added = release->kept = (struct manifest){.arena = release->arena};
    return staging_empty(&release->staging);
}

bool
release_withdraw(struct release *release)
{
    release->is_withdrawn = !release->is_new;
    return release->is_withdrawn ||
           say_of_month(release, RULE_MONTH_ABSENT, TEXT(""));
}

void
release_drop(struct release *release, const char *folder)
{
    const char **dropped = arena_take(
        release->arena, (release->dropped_count + 1) * sizeof(*dropped));

    for (size_t i = 0; i < release->dropped_count; i++)
        dropped[i] = release->dropped[i];
    dropped[release->dropped_count++] =
        text_copy(release->arena, text_of(folder)).bytes;
    release->dropped = dropped;
}

/* Whether the month stands there as it was published. */
static bool
keeps_month(const struct release *release)
{
    return !release->is_new && !release->is_revised && !release->is_restored &&
           !release->is_withdrawn;
}

/* old_month is left to be filled in. */
static struct carry_over
carry_of(const struct release *release)
{
    return (struct carry_over){
        .published = &release->published,
        .staging = &release->staging.folder,
        .month = release->request->month,
        .added = &release->added,
        .kept = &release->kept,
        .keeps_month = keeps_month(release),
        .drops_month = release->is_withdrawn,
        .old_version = release->keeps_before ? release->version - 1 : 0,
        .dropped = release->dropped,
        .dropped_count = release->dropped_count,
    };
}

/* What stands beside the months: files of this release, and what older months
   need. */
static struct text
root_list(const struct release *release)
{
    struct manifest files = {.arena = release->arena};
    const struct carry_over carry = carry_of(release);

    for (size_t i = 0; i < release->added.count; i++)
        if (month_part(release, release->added.lines[i].path) == NULL)
            manifest_add(&files, release->added.lines[i].path,
                         release->added.lines[i].digest);
    carry_over_add_kept(&carry, &files);
    manifest_sort(&files);
    return manifest_text(&files);
}

/* The list of the month, if it has not been published with it. */
static bool
add_list(struct release *release, struct text list)
{
    return keeps_month(release) || release->is_withdrawn ||
           (staging_make(&release->staging) &&
            folder_write(&release->staging.folder,
                         in_month(release, MANIFEST_NAME), list));
}

/* The line of a new version, or that the month was taken back; and what may be
   said today of the reasons before. */
static struct text
next_history(const struct release *release, struct text manifest)
{
    const struct release_request *request = release->request;
    struct history history = release->published.history;
    const struct history_line *newest =
        history_of(&history, text_of(request->month));
    struct history_line line = {
        .month = text_of(request->month),
        .version = release->version,
        .is_withdrawn = release->is_withdrawn,
        .cutoff = text_of(request->cutoff),
        .digest = digest_sha256(release->arena, manifest),
        .reason =
            text_of(request->reason && !release->is_new ? request->reason : ""),
    };

    if (release->is_withdrawn) {
        line.cutoff = newest->cutoff;
        line.digest = newest->digest;
    }
    history_copy(&history);
    if (!keeps_month(release) && !release->is_restored)
        history_add(&history, line);
    for (size_t i = 0; request->mask && i < history.count; i++)
        history.lines[i].reason =
            request->mask(request->context, history.lines[i].reason);
    return history_text(&history);
}

/* The manifests, and the history. */
static bool
add_records(struct release *release)
{
    struct manifest files = month_files(release);
    struct text manifest = manifest_text(&files);

    return add_list(release, manifest) &&
           release_add(release, HISTORY_NAME,
                       next_history(release, manifest)) &&
           manifest_sort(&release->added) &&
           release_add(release, MANIFEST_NAME, root_list(release)) &&
           manifest_sort(&release->added) && manifest_sort(&release->kept);
}

static bool
carry(const struct release *release)
{
    struct manifest now = month_files(release);
    struct carry_over carry = carry_of(release);

    carry.old_month =
        release->is_restored ? &now : &release->published.manifest;
    return release->published.folder.fd < 0 ||
           (carry_over_meets_nobody(&carry) && carry_over(&carry));
}

static bool
changes_nothing(const struct release *release)
{
    return keeps_month(release) && release->dropped_count == 0 &&
           release->kept.count == release->added.count &&
           carry_over_drops_nothing(&release->published, &release->added);
}

static bool
may_publish(const struct release *release)
{
    const struct release_request *request = release->request;

    return !has_failed(release) && (request->may_publish == NULL ||
                                    request->may_publish(request->context));
}

bool
release_publish(struct release *release, const struct leak_search *search)
{
    struct gates gates = {
        .staging = &release->staging.folder,
        .month = release->is_withdrawn ? NULL : release->request->month,
        .added = &release->added,
        .search = search,
    };

    if (!published_look_after(&release->published) || !add_records(release))
        return false;
    if (changes_nothing(release)) /* what stands there passed the gates */
        return may_publish(release);
    return staging_make(&release->staging) && carry(release) &&
           gates_pass(&gates) && folder_sync(&release->staging.folder) &&
           may_publish(release) &&
           swap_in(&release->output, &release->names,
                   release->published.folder.fd >= 0);
}

/* What was not published is debris, and so is the old tree after the swap;
   closing the output folder gives the lock back. */
void
release_close(struct release *release)
{
    if (release == NULL)
        return;
    staged_file_drop(&release->coming);
    folder_close(&release->published.folder);
    if (release->is_locked) {
        staging_close(&release->staging);
        empty_folders_remove(release->request->output, release->standing);
    }
    folder_close(&release->output);
    arena_free(release->arena);
}
