/*
 * The chain of versions, each version's manifest, each file of it; what stands
 * beside the months; and whatever stands there without being in any list.
 */
#include "archive/verify.h"

#include <inttypes.h>
#include <string.h>

#include "archive/checker.h"
#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"
#include "publish/history.h"

/* An edition under examination. */
struct site {
    struct checker checker;
    struct history history;
    struct manifest listed; /* every file that belongs there */
};

/* "2025-10", or "2025-10-v1" of a version that was revised; NULL when nothing
   of it is to stand. */
static const char *
folder_of(const struct site *site, const struct history_line *version)
{
    struct arena *arena = site->checker.arena;
    const struct history_line *newest =
        history_standing(&site->history, version->month);

    if (version->is_withdrawn || newest == NULL)
        return NULL;
    if (newest == version)
        return text_copy(arena, version->month).bytes;
    return text_format(arena, "%.*s-v%" PRId64, TEXT_ARG(version->month),
                       version->version)
        .bytes;
}

/* The files a list names, which lies in that folder: they are what they were,
   and belong there. */
static void
check_listed(struct site *site, const char *folder, struct text text)
{
    struct checker *c = &site->checker;
    const struct checker_digest *sha256 = checker_digest_named(TEXT("sha256"));
    const char *slash = folder[0] ? "/" : "";
    const char *file =
        text_format(c->arena, "%s%s" MANIFEST_NAME, folder, slash).bytes;
    struct manifest manifest = {.arena = c->arena};
    bool is_good = manifest_parse(text, sha256->letters, &manifest) == 0;

    manifest_add(&site->listed, file, TEXT(""));
    if (!is_good)
        checker_wrong(c, file, BOTH("写法不对", "bad line"));
    for (size_t i = 0; is_good && i < manifest.count; i++) {
        const char *path = text_format(c->arena, "%s%s%s", folder, slash,
                                       manifest.lines[i].path)
                               .bytes;

        checker_compare(c, path, manifest.lines[i].digest, sha256);
        manifest_add(&site->listed, path, manifest.lines[i].digest);
    }
}

/* The files of one version against its manifest.  An old version that was not
   fit to be kept is not there. */
static void
check_version(struct site *site, const struct history_line *version)
{
    struct checker *c = &site->checker;
    const char *folder = folder_of(site, version);
    const char *file;
    struct text text;

    if (folder == NULL)
        return;
    file = text_format(c->arena, "%s/" MANIFEST_NAME, folder).bytes;
    if (!checker_has(c, file) &&
        history_of(&site->history, version->month) != version)
        return;
    text = checker_read(c, file);
    if (text_equal(digest_sha256(c->arena, text), version->digest))
        check_listed(site, folder, text);
    else
        checker_wrong(c, file,
                      BOTH("与 history.jsonl 不符", "not as in history.jsonl"));
}

/* A month with a list of its own of which the history knows nothing has been
   put there to be taken for one. */
static void
report_unlisted(struct site *site, const char *path)
{
    const char *slash = strchr(path, '/');

    if (slash != NULL && strcmp(slash + 1, MANIFEST_NAME) == 0 &&
        history_of(&site->history,
                   (struct text){path, (size_t)(slash - path)}) == NULL)
        checker_wrong(&site->checker, path,
                      BOTH("不在 history.jsonl 中", "not in history"));
    else
        checker_foreign(&site->checker, path);
}

static void
check_site(struct site *site)
{
    struct checker *c = &site->checker;
    struct history *history = &site->history;
    size_t line;

    history->arena = c->arena;
    line = history_parse(checker_read(c, HISTORY_NAME), history);
    if (line > 0) {
        fault_report(&c->faults, RULE_ARCHIVE_INVALID, HISTORY_NAME,
                     "%zu: " BOTH("接不上前一行", "breaks the chain"), line);
        return;
    }
    site->listed.arena = c->arena;
    for (size_t i = 0; i < history->count; i++)
        check_version(site, &history->lines[i]);
    check_listed(site, "", checker_read(c, MANIFEST_NAME));
    manifest_sort(&site->listed);
    for (size_t i = 0; i < c->tree.count; i++)
        if (c->tree.entries[i].kind != FILES_FOLDER &&
            manifest_find(&site->listed, c->tree.entries[i].path) == NULL)
            report_unlisted(site, c->tree.entries[i].path);
}

static bool
verify_edition(const char *path, struct diag *diag)
{
    struct site site = {.history = {NULL, NULL, 0}};
    bool good = checker_open(&site.checker, path, diag);

    if (good)
        check_site(&site);
    return checker_close(&site.checker, good);
}

bool
verify_site(const char *path, struct arena *arena, struct diag *diag)
{
    static const char *const editions[] = {"site", "internal"};
    struct folder folder;
    bool good = folder_open(&folder, path, diag) &&
                folder_lock(&folder, FOLDER_READING);
    bool is_output =
        good && folder_kind(&folder, HISTORY_NAME) == FILES_NOTHING;
    size_t found = good && !is_output;

    if (found > 0)
        good = verify_edition(path, diag);
    for (size_t i = 0; is_output && i < 2; i++)
        if (folder_kind(&folder, editions[i]) != FILES_NOTHING) {
            const char *edition =
                text_format(arena, "%s/%s", path, editions[i]).bytes;

            good = verify_edition(edition, diag) && good;
            found++;
        }
    folder_close(&folder);
    if (good && found == 0)
        good = diag_report(
            diag, RULE_ARCHIVE_INVALID,
            &(struct finding){.place = {.path = path},
                              .detail = {TEXT(HISTORY_NAME ": " BOTH(
                                  "缺少文件", "missing"))}});
    return good;
}
