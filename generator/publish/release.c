/*
 * The folder of an edition is replaced as a whole.  Old and new tree share
 * the bytes of everything that did not change, so replacing costs a name for
 * each file and no more.
 *
 *     output/.site.staging    the tree being built; after the swap the old one
 *     output/.site.previous   only where folders cannot be exchanged: the old
 *                             tree, between two renames
 */
#include "publish/release.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>

#include "base/arena.h"
#include "base/diag.h"
#include "publish/carry.h"
#include "publish/digest.h"
#include "publish/files.h"
#include "publish/gates.h"
#include "publish/history.h"
#include "publish/manifest.h"
#include "publish/swap.h"
#include "publish/tree.h"

enum { SHA256_LETTERS = 64, NAMED_CHANGES = 3 };

struct release {
    const struct release_request *request;
    struct diag *diag;
    struct arena *arena;
    struct folder output;    /* holds the lock */
    struct folder published; /* closed when there is none */
    struct folder staging;
    struct swap_names names;
    struct history history;
    struct text old_history;
    const char **months;
    size_t month_count;
    int version; /* to render with */
    bool is_locked;
    bool is_new;               /* the month was never published */
    bool is_revised;           /* it becomes another version */
    struct manifest added;     /* every file added, by full path */
    struct manifest old_month; /* the month's manifest as published */
};

static bool
is_month(const char *name)
{
    static const char form[] = "0000-00";

    for (size_t i = 0; i < sizeof(form); i++)
        if (form[i] == '0' ? name[i] < '0' || name[i] > '9'
                           : name[i] != form[i])
            return false;
    return true;
}

static const char *
in_month(const struct release *release, const char *name)
{
    return text_format(release->arena, "%s/%s", release->request->month, name)
        .bytes;
}

static bool
invalid(const struct release *release, const char *what, size_t line)
{
    struct text detail = text_format(release->arena, "%s/%s:%zu",
                                     release->request->edition, what, line);

    return diag_report(
        release->diag, RULE_ARCHIVE_INVALID,
        &(struct finding){.place = {.path = release->request->output},
                          .detail = {detail}});
}

static bool
find_months(struct release *release)
{
    struct tree tree;

    if (!tree_list_flat(&release->published, release->arena, &tree))
        return false;
    release->months =
        arena_take(release->arena, (tree.count + 1) * sizeof(char *));
    for (size_t i = 0; i < tree.count; i++) {
        const char *name = tree.entries[i].path;

        if (tree.entries[i].kind == FILES_FOLDER && is_month(name) &&
            files_kind(
                &release->published,
                text_format(release->arena, "%s/" MANIFEST_NAME, name).bytes) ==
                FILES_FILE)
            release->months[release->month_count++] = name;
    }
    return true;
}

/* What is published: the chain of versions, the months, this month's files.
   A chain that was tampered with is not continued. */
static bool
read_published(struct release *release)
{
    const char *manifest = in_month(release, MANIFEST_NAME);
    const struct history_line *newest;
    struct text text;
    size_t line;

    if (!find_months(release))
        return false;
    if (files_kind(&release->published, HISTORY_NAME) == FILES_FILE &&
        !files_read(&release->published, HISTORY_NAME, release->arena,
                    &release->old_history))
        return false;
    line = history_parse(release->old_history, &release->history);
    if (line > 0)
        return invalid(release, HISTORY_NAME, line);
    newest = history_of(&release->history, text_of(release->request->month));
    if (newest == NULL)
        return true;
    release->is_new = false;
    release->version = (int)newest->version;
    if (files_kind(&release->published, manifest) != FILES_FILE)
        return invalid(release, manifest, 0);
    if (!files_read(&release->published, manifest, release->arena, &text))
        return false;
    line = manifest_parse(text, SHA256_LETTERS, &release->old_month);
    return line == 0 || invalid(release, manifest, line);
}

static bool
take_lock(struct release *release)
{
    int locked;

    do
        locked = flock(release->output.fd, LOCK_EX | LOCK_NB);
    while (locked != 0 && errno == EINTR);
    release->is_locked = locked == 0;
    if (locked == 0)
        return true;
    if (errno != EWOULDBLOCK)
        return files_fail(&release->output, "", errno);
    return diag_report(
        release->diag, RULE_OUTPUT_LOCKED,
        &(struct finding){.place = {.path = release->request->output}});
}

static bool
prepare(struct release *release)
{
    const char *edition = release->request->edition;
    enum files_kind kind;

    if (!files_make(&release->output, release->request->output,
                    release->diag) ||
        !take_lock(release) || !swap_recover(&release->output))
        return false;
    kind = files_kind(&release->output, edition);
    if (kind != FILES_NOTHING &&
        (!files_open_in(&release->output, edition, &release->published) ||
         !read_published(release)))
        return false;
    return files_make_in(&release->output, release->names.staging,
                         &release->staging);
}

struct release *
release_open(const struct release_request *request, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct release *release = ARENA_NEW(arena, struct release);

    release->request = request;
    release->diag = diag;
    release->arena = arena;
    release->output.fd = release->published.fd = release->staging.fd = -1;
    release->names = swap_names(arena, request->edition);
    release->history.arena = arena;
    release->added.arena = release->old_month.arena = arena;
    release->old_history = TEXT("");
    release->version = 1;
    release->is_new = true;
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

size_t
release_months(const struct release *release, const char *const **months)
{
    *months = release->months;
    return release->month_count;
}

bool
release_published(const struct release *release, struct arena *arena,
                  const char *path, struct text *content)
{
    return release->published.fd >= 0 &&
           files_kind(&release->published, path) == FILES_FILE &&
           files_read(&release->published, path, arena, content);
}

bool
release_add(struct release *release, const char *path, struct text content)
{
    manifest_add(&release->added,
                 text_copy(release->arena, text_of(path)).bytes,
                 digest_sha256(release->arena, content));
    return files_write(&release->staging, path, content);
}

/* The path within this month, or NULL. */
static const char *
month_part(const struct release *release, const char *path)
{
    size_t length = strlen(release->request->month);

    if (strncmp(path, release->request->month, length) != 0 ||
        path[length] != '/')
        return NULL;
    return path + length + 1;
}

/* The files of this month only, by their path in it. */
static struct manifest
month_files(const struct release *release)
{
    struct manifest files = {.arena = release->arena};

    for (size_t i = 0; i < release->added.count; i++) {
        const struct manifest_line *line = &release->added.lines[i];
        const char *name = month_part(release, line->path);

        if (name != NULL)
            manifest_add(&files, name, line->digest);
    }
    manifest_sort(&files);
    return files;
}

/* Whether the published file has exactly these bytes; the bytes themselves
   are looked at, for a manifest may be right and its file not. */
static bool
is_as_published(const struct release *release, const char *path,
                struct text digest)
{
    struct arena *arena = arena_new();
    struct text content;
    bool same = release_published(release, arena, path, &content) &&
                text_equal(digest_sha256(arena, content), digest);

    arena_free(arena);
    return same;
}

/* How many files differ from the month as published; the first few are
   named in *names. */
static size_t
count_changes(const struct release *release, struct text *names)
{
    struct manifest now = month_files(release);
    size_t changes = 0, i = 0, j = 0;

    *names = TEXT("");
    while (i < now.count || j < release->old_month.count) {
        const char *a = i < now.count ? now.lines[i].path : NULL;
        const char *b = j < release->old_month.count
                            ? release->old_month.lines[j].path
                            : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a, b);
        const char *path = order > 0 ? b : a;

        if (order != 0 || !is_as_published(release, in_month(release, path),
                                           now.lines[i].digest)) {
            if (changes++ < NAMED_CHANGES)
                *names =
                    text_format(release->arena, "%.*s%s%s", TEXT_ARG(*names),
                                changes > 1 ? ", " : "", path);
        }
        i += order <= 0;
        j += order >= 0;
    }
    if (changes > NAMED_CHANGES)
        *names = text_format(release->arena, "%.*s … (%zu)", TEXT_ARG(*names),
                             changes);
    return changes;
}

static bool
start_again(struct release *release)
{
    release->is_revised = true;
    release->version++;
    release->added = (struct manifest){.arena = release->arena};
    files_close(&release->staging);
    return tree_remove(&release->output, release->names.staging) &&
           files_make_in(&release->output, release->names.staging,
                         &release->staging);
}

bool
release_settle(struct release *release, bool *again)
{
    struct text names;
    bool is_unique = manifest_sort(&release->added);

    assert(is_unique); /* the program never makes one page twice */
    (void)is_unique;
    *again = false;
    if (release->is_new || release->is_revised ||
        count_changes(release, &names) == 0)
        return true;
    if (release->request->revise == NULL)
        return diag_report(
            release->diag, RULE_MONTH_CHANGED,
            &(struct finding){
                .place = {.path = release->request->output},
                .detail = {text_of(release->request->month), names}});
    *again = true;
    return start_again(release);
}

/* The manifest and the history line of a new version. */
static bool
add_records(struct release *release)
{
    struct manifest files = month_files(release);
    struct text manifest = manifest_text(&files);
    const char *reason = release->request->revise;
    struct history_line line = {
        .month = text_of(release->request->month),
        .version = release->version,
        .cutoff = text_of(release->request->cutoff),
        .digest = digest_sha256(release->arena, manifest),
        .reason = text_of(release->is_revised && reason ? reason : ""),
    };
    struct text history = release->old_history;

    if (release->is_new || release->is_revised)
        history = text_join(release->arena, history,
                            history_append(&release->history, line));
    return files_write(&release->staging, in_month(release, MANIFEST_NAME),
                       manifest) &&
           release_add(release, HISTORY_NAME, history) &&
           manifest_sort(&release->added);
}

static bool
carry(const struct release *release)
{
    const struct carry carry = {
        .published = &release->published,
        .staging = &release->staging,
        .month = release->request->month,
        .added = &release->added,
        .old_month = &release->old_month,
        .keeps_month = !release->is_new && !release->is_revised,
        .old_version = release->is_revised ? release->version - 1 : 0,
    };

    return release->published.fd < 0 || carry_over(&carry);
}

/* Whether every file this release writes is published already; the files of
   the month have been compared before. */
static bool
changes_nothing(const struct release *release)
{
    if (release->is_new || release->is_revised)
        return false;
    for (size_t i = 0; i < release->added.count; i++) {
        const struct manifest_line *line = &release->added.lines[i];

        if (month_part(release, line->path) == NULL &&
            !is_as_published(release, line->path, line->digest))
            return false;
    }
    return carry_drops_nothing(&release->published, &release->added);
}

bool
release_publish(struct release *release, const struct leak_search *search)
{
    struct gates gates = {
        .staging = &release->staging,
        .month = release->request->month,
        .added = &release->added,
        .search = search,
    };

    if (!add_records(release) || !carry(release) || !gates_pass(&gates))
        return false;
    if (changes_nothing(release))
        return true;
    return files_sync(&release->staging) &&
           swap_in(&release->output, &release->names,
                   release->published.fd >= 0);
}

/* What was not published is debris, and so is the old tree after the swap;
   closing the output folder gives the lock back. */
void
release_close(struct release *release)
{
    if (release == NULL)
        return;
    files_close(&release->staging);
    files_close(&release->published);
    if (release->is_locked)
        swap_clean(&release->output, &release->names);
    files_close(&release->output);
    arena_free(release->arena);
}
