#include "publish/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "publish/bag.h"
#include "publish/checker.h"
#include "publish/fault.h"
#include "publish/files.h"
#include "publish/history.h"
#include "publish/manifest.h"
#include "publish/tree.h"

/* The digests a bag may use; sha256 and sha512 are what tools must know. */
static const struct checker_digest algorithms[] = {
    {"sha256", 64, digest_sha256}, {"sha512", 128, digest_sha512}};

/* Line ends may be LF, CR or CR LF, and the last may be missing. */
static struct text
plain_lines(struct arena *arena, struct text text)
{
    struct buffer buffer = {.arena = arena};

    for (size_t i = 0; i < text.length; i++) {
        char c = text.bytes[i];

        if (c == '\n' && i > 0 && text.bytes[i - 1] == '\r')
            continue;
        buffer_put_bytes(&buffer, c == '\r' ? "\n" : &c, 1);
    }
    if (text.length > 0 && strchr("\r\n", text.bytes[text.length - 1]) == NULL)
        buffer_put(&buffer, TEXT("\n"));
    return buffer_text(&buffer);
}

static void
check_declaration(struct checker *c)
{
    struct text text = plain_lines(c->arena, checker_read(c, "bagit.txt"));

    if (!text_is(text, "BagIt-Version: 1.0\n"
                       "Tag-File-Character-Encoding: UTF-8\n"))
        checker_wrong(c, "bagit.txt",
                      "版本或编码行不对 (version or encoding line)");
}

/* What the payload really is: octets and files. */
static struct text
payload_oxum(const struct checker *c)
{
    uint64_t octets = 0;
    size_t files = 0;

    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];

        if (entry->kind == FILES_FILE &&
            strncmp(entry->path, "data/", 5) == 0) {
            octets += entry->size;
            files++;
        }
    }
    return text_format(c->arena, "%" PRIu64 ".%zu", octets, files);
}

static struct text
without_spaces(struct text text)
{
    while (text.length > 0 && strchr(" \t\r", text.bytes[0]) != NULL)
        text = text_from(text, 1);
    while (text.length > 0 &&
           strchr(" \t\r", text.bytes[text.length - 1]) != NULL)
        text.length--;
    return text;
}

static void
check_info(struct checker *c)
{
    struct text text;

    if (!checker_has(c, "bag-info.txt"))
        return;
    text = checker_read(c, "bag-info.txt");
    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text line = text_slice(text, 0, end);
        size_t colon = text_find(line, TEXT(":"));
        bool goes_on = line.length > 0 && strchr(" \t", line.bytes[0]);

        text = text_from(text, end + 1);
        if (without_spaces(line).length == 0 || goes_on)
            continue;
        if (colon == 0 || colon == line.length)
            checker_wrong(c, "bag-info.txt",
                          "不是“名称: 值” (not label: value)");
        else if (text_is(text_slice(line, 0, colon), "Payload-Oxum") &&
                 !text_equal(without_spaces(text_from(line, colon + 1)),
                             payload_oxum(c)))
            checker_wrong(c, "bag-info.txt", "Payload-Oxum 不符 (wrong)");
    }
}

/* The paths of a bag's manifest, decoded and sorted.  False if it is not well
   formed. */
static bool
read_manifest(struct checker *c, const char *file, size_t letters,
              struct manifest *manifest)
{
    struct manifest coded = {.arena = c->arena};
    size_t line = manifest_parse(checker_read(c, file), letters, &coded);
    bool good = line == 0;

    manifest->arena = c->arena;
    for (size_t i = 0; good && i < coded.count; i++) {
        struct text path = bag_decode(c->arena, text_of(coded.lines[i].path));

        good = manifest_path_is_safe(path.bytes);
        manifest_add(manifest, path.bytes, coded.lines[i].digest);
    }
    good = good && manifest_sort(manifest);
    if (!good)
        fault_report(&c->faults, RULE_ARCHIVE_INVALID, file,
                     "第 %zu 行写法不对 (bad line)", line);
    return good;
}

/* Every file listed is right; every file of the payload is listed. */
static void
check_payload(struct checker *c, const char *file,
              const struct checker_digest *algorithm)
{
    struct manifest manifest = {.arena = c->arena};

    if (!read_manifest(c, file, algorithm->letters, &manifest))
        return;
    for (size_t i = 0; i < manifest.count; i++) {
        const struct manifest_line *line = &manifest.lines[i];

        if (strncmp(line->path, "data/", 5) != 0)
            checker_wrong(c, line->path, "不在 data/ 中 (outside data/)");
        else
            checker_compare(c, line->path, line->digest, algorithm);
    }
    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];

        if (entry->kind == FILES_FILE &&
            strncmp(entry->path, "data/", 5) == 0 &&
            manifest_find(&manifest, entry->path) == NULL)
            checker_wrong(c, entry->path, "未列入清单 (not in the manifest)");
    }
}

static void
check_tags(struct checker *c, const char *file,
           const struct checker_digest *algorithm)
{
    struct manifest manifest = {.arena = c->arena};

    if (!read_manifest(c, file, algorithm->letters, &manifest))
        return;
    for (size_t i = 0; i < manifest.count; i++)
        if (strncmp(manifest.lines[i].path, "data/", 5) == 0 ||
            strncmp(manifest.lines[i].path, "tagmanifest-", 12) == 0)
            checker_wrong(c, manifest.lines[i].path,
                          "不是标签文件 (not a tag file)");
        else
            checker_compare(c, manifest.lines[i].path, manifest.lines[i].digest,
                            algorithm);
}

/* The algorithm in "prefixNAME.txt", or NULL if the name is another. */
static const struct checker_digest *
algorithm_of(const char *file, const char *prefix, bool *is_manifest)
{
    struct text name = text_of(file);

    *is_manifest = text_starts(name, prefix) && text_ends(name, ".txt") &&
                   strchr(file, '/') == NULL;
    if (!*is_manifest)
        return NULL;
    name = text_from(name, strlen(prefix));
    name.length -= strlen(".txt");
    for (size_t i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]); i++)
        if (text_is(name, algorithms[i].name))
            return &algorithms[i];
    return NULL;
}

static void
check_manifests(struct checker *c)
{
    size_t manifests = 0;

    for (size_t i = 0; i < c->tree.count; i++) {
        const char *file = c->tree.entries[i].path;
        bool is_payload, is_tags;
        const struct checker_digest *payload =
            algorithm_of(file, "manifest-", &is_payload);
        const struct checker_digest *tags =
            algorithm_of(file, "tagmanifest-", &is_tags);

        manifests += is_payload;
        if (payload != NULL)
            check_payload(c, file, payload);
        else if (tags != NULL)
            check_tags(c, file, tags);
        else if (is_payload || is_tags)
            checker_wrong(c, file, "不支持的摘要算法 (unknown algorithm)");
    }
    if (manifests == 0)
        checker_wrong(c, "manifest-*.txt", "缺少文件 (missing)");
}

bool
verify_is_bag(const char *path)
{
    struct diag *aside = diag_new();
    struct folder folder;
    bool found = files_open(&folder, path, aside) &&
                 (files_kind(&folder, "bagit.txt") == FILES_FILE ||
                  files_kind(&folder, "manifest-sha256.txt") == FILES_FILE ||
                  files_kind(&folder, "manifest-sha512.txt") == FILES_FILE);

    files_close(&folder);
    diag_free(aside);
    return found;
}

bool
verify_bag(const char *path, struct diag *diag)
{
    struct checker c;
    const struct tree_entry *data;

    if (!checker_open(&c, path, diag))
        return checker_close(&c, false);
    for (size_t i = 0; i < c.tree.count; i++)
        if (c.tree.entries[i].kind == FILES_OTHER)
            checker_wrong(&c, c.tree.entries[i].path,
                          "是符号链接或特殊文件 (a link or special file)");
    data = tree_find(&c.tree, "data");
    if (data == NULL || data->kind != FILES_FOLDER)
        checker_wrong(&c, "data", "缺少文件夹 (missing)");
    check_declaration(&c);
    check_info(&c);
    check_manifests(&c);
    return checker_close(&c, true);
}

/* The files of one version against its manifest, in folder "2025-10" or
   "2025-10/v1". */
static void
check_version(struct checker *c, const char *folder, struct text digest)
{
    const char *file = text_format(c->arena, "%s/" MANIFEST_NAME, folder).bytes;
    struct text text = checker_read(c, file);
    struct manifest manifest = {.arena = c->arena};
    size_t line = manifest_parse(text, algorithms[0].letters, &manifest);

    if (!text_equal(digest_sha256(c->arena, text), digest))
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
            manifest.lines[i].digest, &algorithms[0]);
    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];
        size_t length = strlen(folder);
        const char *name = entry->path + length + 1;

        if (entry->kind == FILES_FOLDER ||
            strncmp(entry->path, folder, length) != 0 ||
            entry->path[length] != '/' || strcmp(name, MANIFEST_NAME) == 0 ||
            manifest_find(&manifest, name) != NULL)
            continue;
        /* Old versions have manifests of their own; their assets are linked
           beside them. */
        if ((name[0] == 'v' && name[1] >= '1' && name[1] <= '9' &&
             strchr(name, '/') != NULL) ||
            strncmp(name, "assets/", 7) == 0)
            continue;
        checker_wrong(c, entry->path, "未列入清单 (not in the manifest)");
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
        check_version(c, text_copy(c->arena, folder).bytes, version->digest);
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
    if (good)
        check_history(&c);
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
