/*
 * The chain of versions, each version's manifest, each file of it; what stands
 * beside the months; and the assets, which are called by their content.
 */
#include "archive/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
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

enum { FINGERPRINT_LETTERS = 8 };

/* "stem-0123abcd.css", with what the name says of the content. */
static bool
is_asset_name(const char *name)
{
    const char *end = strrchr(name, '.');
    size_t letters = strspn(name, "abcdefghijklmnopqrstuvwxyz-0123456789");

    return end != NULL && end - name > FINGERPRINT_LETTERS &&
           name + letters == end && end[-FINGERPRINT_LETTERS - 1] == '-' &&
           strspn(end - FINGERPRINT_LETTERS, "0123456789abcdef") ==
               FINGERPRINT_LETTERS;
}

/* Reports an asset that is not what its name says. */
static void
check_asset(struct checker *c, const char *path)
{
    const char *fingerprint = strrchr(path, '.') - FINGERPRINT_LETTERS;
    struct arena *arena = arena_new();
    struct text content;

    if (!folder_read(&c->folder, path, arena, &content))
        c->faults.count++;
    else if ((text_hash(content, 0) & 0xffffffff) !=
             strtoull(fingerprint, NULL, 16))
        checker_wrong(c, path, BOTH("内容已改变", "changed"));
    arena_free(arena);
}

/* An edition under examination. */
struct site {
    struct checker checker;
    struct history history;
    struct manifest *manifests; /* one for each line of the history */
};

/* "2025-10", or "2025-10/v1" of a version that was revised. */
static const char *
folder_of(const struct site *site, const struct history_line *version)
{
    struct arena *arena = site->checker.arena;

    if (history_of(&site->history, version->month) == version)
        return text_copy(arena, version->month).bytes;
    return text_format(arena, "%.*s/v%" PRId64, TEXT_ARG(version->month),
                       version->version)
        .bytes;
}

/* The files of one version against its manifest. */
static void
check_version(struct site *site, const struct history_line *version,
              struct manifest *manifest)
{
    struct checker *c = &site->checker;
    const struct checker_digest *sha256 = checker_digest_named(TEXT("sha256"));
    const char *folder = folder_of(site, version);
    const char *file = text_format(c->arena, "%s/" MANIFEST_NAME, folder).bytes;
    struct text text = checker_read(c, file);
    size_t line;

    manifest->arena = c->arena;
    line = manifest_parse(text, sha256->letters, manifest);
    if (!text_equal(digest_sha256(c->arena, text), version->digest))
        checker_wrong(c, file,
                      BOTH("与 history.jsonl 不符", "not as in history.jsonl"));
    else if (line > 0)
        checker_wrong(c, file, BOTH("写法不对", "bad line"));
    for (size_t i = 0; line == 0 && i < manifest->count; i++) {
        const char *name = manifest->lines[i].path;

        checker_compare(c, text_format(c->arena, "%s/%s", folder, name).bytes,
                        manifest->lines[i].digest, sha256);
    }
}

/* What stands beside the months. */
static void
check_root(struct checker *c)
{
    const struct checker_digest *sha256 = checker_digest_named(TEXT("sha256"));
    struct manifest manifest = {.arena = c->arena};
    size_t line = manifest_parse(checker_read(c, MANIFEST_NAME),
                                 sha256->letters, &manifest);

    if (line > 0)
        checker_wrong(c, MANIFEST_NAME, BOTH("写法不对", "bad line"));
    for (size_t i = 0; line == 0 && i < manifest.count; i++)
        checker_compare(c, manifest.lines[i].path, manifest.lines[i].digest,
                        sha256);
}

/* The number of a folder "v2" of old versions at the start of a name, or
   0. */
static int64_t
old_version(const char *name, const char **rest)
{
    char *end;
    long number;

    if (name[0] != 'v' || name[1] < '1' || name[1] > '9')
        return 0;
    number = strtol(name + 1, &end, 10);
    *rest = end + 1;
    return *end == '/' ? number : 0;
}

/* Whether a version lists a file of the month, or is its manifest. */
static bool
is_listed(const struct site *site, struct text month, const char *name)
{
    const struct history_line *newest = history_of(&site->history, month);
    const char *rest = name;
    int64_t version = old_version(name, &rest);

    if (version == 0 || version >= newest->version) {
        version = newest->version;
        rest = name;
    }
    for (size_t i = 0; i < site->history.count; i++)
        if (text_equal(site->history.lines[i].month, month) &&
            site->history.lines[i].version == version)
            return strcmp(rest, MANIFEST_NAME) == 0 ||
                   manifest_find(&site->manifests[i], rest) != NULL;
    return false;
}

/* A file found, seen from the lists it should stand in.  Pages of a revised
   month keep their assets beside them. */
static void
check_found(struct site *site, const char *path)
{
    struct checker *c = &site->checker;
    struct text month = text_of(path);
    const struct history_line *newest;
    const char *name = strchr(path, '/');

    if (name == NULL)
        return;
    month.length = (size_t)(name++ - path);
    newest = history_of(&site->history, month);
    if (text_is(month, "assets")) {
        if (is_asset_name(name))
            check_asset(c, path);
    } else if (newest == NULL) {
        if (strcmp(name, MANIFEST_NAME) == 0)
            checker_wrong(c, path,
                          BOTH("不在 history.jsonl 中", "not in history"));
    } else if (!is_listed(site, month, name)) {
        if (newest->version > 1 && strncmp(name, "assets/", 7) == 0 &&
            is_asset_name(name + 7))
            check_asset(c, path);
        else
            checker_wrong(c, path, BOTH("未列入清单", "not in the manifest"));
    }
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
    site->manifests =
        arena_take(c->arena, (history->count + 1) * sizeof(*site->manifests));
    for (size_t i = 0; i < history->count; i++)
        check_version(site, &history->lines[i], &site->manifests[i]);
    check_root(c);
    for (size_t i = 0; i < c->tree.count; i++)
        if (c->tree.entries[i].kind != FILES_FOLDER)
            check_found(site, c->tree.entries[i].path);
}

static bool
verify_edition(const char *path, struct diag *diag)
{
    struct site site = {.manifests = NULL};
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
