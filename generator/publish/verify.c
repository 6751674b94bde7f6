#include "publish/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "publish/checker.h"
#include "publish/fault.h"
#include "publish/files.h"
#include "publish/history.h"
#include "publish/manifest.h"
#include "publish/tree.h"

static const struct checker_digest sha256 = {"sha256", 64, digest_sha256};

/* Of a month's folder: old versions have manifests of their own, and their
   assets are linked beside them. */
static bool
is_of_old_version(const char *name, int64_t version)
{
    int64_t number = 0;

    if (strncmp(name, "assets/", 7) == 0)
        return version > 1;
    if (*name++ != 'v')
        return false;
    while (*name >= '0' && *name <= '9' && number < version)
        number = number * 10 + (*name++ - '0');
    return *name == '/' && number >= 1 && number < version;
}

/* The name of a file in the folder, or NULL if it is not there. */
static const char *
name_in(const char *folder, const char *path)
{
    size_t length = strlen(folder);

    return strncmp(path, folder, length) == 0 && path[length] == '/'
               ? path + length + 1
               : NULL;
}

/* The files of one version against its manifest, in folder "2025-10", or
   "2025-10/v1" when it is an old one. */
static void
check_version(struct checker *c, const char *folder,
              const struct history_line *version)
{
    const char *file = text_format(c->arena, "%s/" MANIFEST_NAME, folder).bytes;
    struct text text = checker_read(c, file);
    struct manifest manifest = {.arena = c->arena};
    size_t line = manifest_parse(text, sha256.letters, &manifest);
    bool is_newest = strchr(folder, '/') == NULL;

    if (!text_equal(digest_sha256(c->arena, text), version->digest))
        checker_wrong(c, file,
                      "与 history.jsonl 不符 (not as in history.jsonl)");
    if (line > 0) {
        checker_wrong(c, file, "写法不对 (bad line)");
        return;
    }
    for (size_t i = 0; i < manifest.count; i++)
        checker_compare(
            c,
            text_format(c->arena, "%s/%s", folder, manifest.lines[i].path)
                .bytes,
            manifest.lines[i].digest, &sha256);
    for (size_t i = 0; i < c->tree.count; i++) {
        const char *path = c->tree.entries[i].path;
        const char *name = name_in(folder, path);

        if (name != NULL && c->tree.entries[i].kind != FILES_FOLDER &&
            strcmp(name, MANIFEST_NAME) != 0 &&
            manifest_find(&manifest, name) == NULL &&
            !(is_newest && is_of_old_version(name, version->version)))
            checker_wrong(c, path, "未列入清单 (not in the manifest)");
    }
}

/* An asset is called by its content: assets/site-1a2b3c4d.css. */
static void
check_assets(struct checker *c)
{
    for (size_t i = 0; i < c->tree.count; i++) {
        const char *path = c->tree.entries[i].path;
        const char *name = strstr(path, "assets/site-");
        struct arena *arena;
        struct text content;
        unsigned stated;
        int length = 0;

        if (name == NULL || c->tree.entries[i].kind != FILES_FILE ||
            sscanf(name, "assets/site-%8x.%n", &stated, &length) != 1 ||
            length != (int)strlen("assets/site-1a2b3c4d."))
            continue;
        arena = arena_new();
        if (!files_read(&c->folder, path, arena, &content))
            c->faults.count++;
        else if ((unsigned)text_hash(content, 0) != stated)
            checker_wrong(c, path, "内容已改变 (changed)");
        arena_free(arena);
    }
}

/* Every version ever published, and no month beside. */
static void
check_history(struct checker *c)
{
    struct history history = {.arena = c->arena};
    size_t line = history_parse(checker_read(c, HISTORY_NAME), &history);

    if (line > 0) {
        fault_report(&c->faults, RULE_ARCHIVE_INVALID, HISTORY_NAME,
                     "第 %zu 行接不上前一行 (breaks the chain)", line);
        return;
    }
    for (size_t i = 0; i < history.count; i++) {
        const struct history_line *version = &history.lines[i];
        struct text folder = version->month;

        if (history_of(&history, version->month) != version)
            folder = text_format(c->arena, "%.*s/v%" PRId64,
                                 TEXT_ARG(version->month), version->version);
        check_version(c, text_copy(c->arena, folder).bytes, version);
    }
    for (size_t i = 0; i < c->tree.count; i++) {
        struct text path = text_of(c->tree.entries[i].path);
        size_t slash = text_find(path, TEXT("/"));

        if (text_is(text_from(path, slash + 1), MANIFEST_NAME) &&
            history_of(&history, text_slice(path, 0, slash)) == NULL)
            checker_wrong(c, path.bytes,
                          "不在 history.jsonl 中 (not in history)");
    }
}

/* An edition's folder itself. */
static bool
verify_edition(const char *path, const char *name, struct diag *diag)
{
    struct checker c = {.arena = arena_new(), .faults = {path, diag, 0}};
    struct folder output;
    bool good = files_open(&output, path, diag);

    c.folder.fd = -1;
    if (good && name[0] == '\0') {
        c.folder = output;
        output.fd = -1;
    }
    good = good && (name[0] == '\0' || files_open_in(&output, name, &c.folder));
    good = good && tree_list(&c.folder, c.arena, &c.tree);
    files_close(&output);
    if (good) {
        check_history(&c);
        check_assets(&c);
    }
    return checker_close(&c, good);
}

bool
verify_site(const char *path, struct diag *diag)
{
    static const char *const editions[] = {"site", "internal"};
    struct folder folder;
    struct faults faults = {path, diag, 0};
    bool is_edition, good = true;
    size_t found = 0;

    if (!files_open(&folder, path, diag))
        return false;
    is_edition = files_kind(&folder, HISTORY_NAME) == FILES_FILE;
    for (size_t i = 0; !is_edition && i < 2; i++)
        if (files_kind(&folder, editions[i]) == FILES_FOLDER) {
            found++;
            good = verify_edition(path, editions[i], diag) && good;
        }
    files_close(&folder);
    if (is_edition)
        return verify_edition(path, "", diag);
    if (found == 0)
        fault_report(&faults, RULE_ARCHIVE_INVALID, HISTORY_NAME,
                     "缺少文件 (missing)");
    return good && faults.count == 0;
}
