/*
 * Against the text of RFC 8493, "complete" and "valid".  What the manifests
 * list is looked up among the files found in the bag and never opened by its
 * listed name, so no path can lead out; one that tries is refused all the
 * same.
 */
#include "archive/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "archive/bag.h"
#include "archive/checker.h"
#include "archive/tag_files.h"
#include "base/arena.h"
#include "base/diag.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"

/* A tag file as lines; empty, with a message, if it is no such text. */
static struct text
read_tags(struct checker *c, const char *file)
{
    struct text raw = checker_read(c, file), lines = {"", 0};

    if (!tags_lines(c->arena, raw, &lines))
        checker_wrong(c, file, BOTH("不是 UTF-8 文本", "not UTF-8 text"));
    return lines;
}

static void
check_declaration(struct checker *c)
{
    static const char start[] =
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: ";
    struct text text = read_tags(c, "bagit.txt");
    struct text encoding = text_from(text, sizeof(start) - 1);

    if (!text_starts(text, start) || encoding.length != sizeof("UTF-8") ||
        strncasecmp(encoding.bytes, "UTF-8\n", encoding.length) != 0)
        checker_wrong(c, "bagit.txt",
                      BOTH("版本或编码行不对", "version or encoding line"));
}

static bool
is_payload(const char *path)
{
    return strncmp(path, "data/", 5) == 0;
}

/* What the payload really is: octets and files, without those that do not
   belong to it. */
static struct text
payload_oxum(const struct checker *c)
{
    uint64_t octets = 0;
    size_t files = 0;

    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];

        if (entry->kind == FILES_FILE && is_payload(entry->path) &&
            manifest_find(&c->foreign, entry->path) == NULL) {
            octets += entry->size;
            files++;
        }
    }
    return text_format(c->arena, "%" PRIu64 ".%zu", octets, files);
}

static void
check_info(struct checker *c)
{
    static const char file[] = "bag-info.txt";
    struct tags_element element;
    struct text text;
    size_t oxums = 0;

    if (!checker_has(c, file))
        return;
    text = read_tags(c, file);
    while (tags_next(c->arena, &text, &element)) {
        if (!element.is_good)
            checker_wrong(c, file, BOTH("不是“名称: 值”", "not label: value"));
        else if (strcasecmp(element.label.bytes, "Payload-Oxum") == 0) {
            if (oxums++ > 0)
                checker_wrong(c, file,
                              "Payload-Oxum " BOTH("写了两次", "repeated"));
            if (!text_equal(element.value, payload_oxum(c)))
                checker_wrong(c, file, "Payload-Oxum " BOTH("不符", "wrong"));
        }
    }
}

/* Legacy tools mark a file read in binary mode with an asterisk. */
static struct text
without_asterisk(const struct checker *c, struct text path)
{
    if (path.bytes[0] == '*' && !checker_has(c, path.bytes))
        return text_from(path, 1);
    return path;
}

/* The paths of a bag's manifest, decoded and sorted.  False, with a message,
   if it is not well formed. */
static bool
read_manifest(struct checker *c, const char *file,
              const struct checker_digest *algorithm, struct manifest *manifest)
{
    struct manifest coded = {.arena = c->arena};
    struct text text = read_tags(c, file);
    size_t line = manifest_parse(text, algorithm->letters, &coded);
    size_t before = c->faults.count;

    manifest->arena = c->arena;
    if (line > 0)
        fault_report(
            &c->faults, RULE_ARCHIVE_INVALID, file,
            "%zu: " BOTH("写法不对或重复", "bad or repeated line") ": %.*s",
            line, TEXT_ARG(tags_line(text, line)));
    for (size_t i = 0; line == 0 && i < coded.count; i++) {
        struct text path = without_asterisk(
            c, bag_decode(c->arena, text_of(coded.lines[i].path)));

        if (tags_path_is_safe(path.bytes))
            manifest_add(manifest, path.bytes, coded.lines[i].digest);
        else
            fault_report(&c->faults, RULE_ARCHIVE_INVALID, file,
                         BOTH("路径指向包外", "leads out of the bag") ": %s",
                         path.bytes);
    }
    if (!manifest_sort(manifest))
        fault_report(&c->faults, RULE_ARCHIVE_INVALID, file,
                     BOTH("列了两次", "listed twice") ": %s",
                     manifest_twice(manifest)->path);
    return c->faults.count == before;
}

static const struct checker_digest *
algorithm_of(const char *file, const char *prefix, bool *is_manifest);

/* Whether any manifest of the payload lists the file. */
static bool
is_listed_at_all(const struct checker *c, const char *path)
{
    bool is_manifest, is_listed = false;

    for (size_t i = 0; i < c->tree.count && !is_listed; i++) {
        const char *file = c->tree.entries[i].path;
        const struct checker_digest *algorithm =
            algorithm_of(file, "manifest-", &is_manifest);
        struct manifest manifest = {.arena = c->arena};
        struct text text;

        is_listed = algorithm != NULL &&
                    folder_read(&c->folder, file, c->arena, &text) &&
                    manifest_parse(text, algorithm->letters, &manifest) == 0 &&
                    manifest_find(&manifest, path) != NULL;
    }
    return is_listed;
}

static void
report_unlisted(struct checker *c, const char *path, const char *list,
                bool is_ours)
{
    if (is_ours)
        fault_report(&c->faults, RULE_ARCHIVE_INVALID, path,
                     BOTH("未列入清单", "not in the manifest") ": %s", list);
    else
        checker_foreign(c, path);
}

/* Every file listed is right; every file of the payload is listed. */
static void
check_payload(struct checker *c, const char *file,
              const struct checker_digest *algorithm)
{
    struct manifest manifest = {.arena = c->arena};

    if (!read_manifest(c, file, algorithm, &manifest))
        return;
    for (size_t i = 0; i < manifest.count; i++) {
        const struct manifest_line *line = &manifest.lines[i];

        if (!is_payload(line->path))
            checker_wrong(c, line->path,
                          BOTH("不在 data/ 中", "outside data/"));
        else
            checker_compare(c, line->path, line->digest, algorithm);
    }
    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];

        if (entry->kind == FILES_FILE && is_payload(entry->path) &&
            manifest_find(&manifest, entry->path) == NULL)
            report_unlisted(c, entry->path, file,
                            is_listed_at_all(c, entry->path));
    }
}

/* The digest in "prefixNAME.txt", of the bag's own folder; NULL if the name
   is another. */
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
    return checker_digest_named(name);
}

/* Whether a bag has such a tag file, whoever made it. */
static bool
is_tag_file(const char *path)
{
    bool is_manifest;

    algorithm_of(path, "manifest-", &is_manifest);
    return is_manifest || strcmp(path, "bagit.txt") == 0 ||
           strcmp(path, "bag-info.txt") == 0 || strcmp(path, "fetch.txt") == 0;
}

/* Every tag file listed is right; each is listed, but for the lists
   themselves: that is stricter than the RFC. */
static void
check_tags(struct checker *c, const char *file,
           const struct checker_digest *algorithm)
{
    struct manifest manifest = {.arena = c->arena};
    bool is_manifest;

    if (!read_manifest(c, file, algorithm, &manifest))
        return;
    for (size_t i = 0; i < manifest.count; i++) {
        const struct manifest_line *line = &manifest.lines[i];

        if (is_payload(line->path) ||
            strncmp(line->path, "tagmanifest-", 12) == 0)
            checker_wrong(c, line->path,
                          BOTH("不是标签文件", "not a tag file"));
        else
            checker_compare(c, line->path, line->digest, algorithm);
    }
    for (size_t i = 0; i < c->tree.count; i++) {
        const char *path = c->tree.entries[i].path;

        algorithm_of(path, "tagmanifest-", &is_manifest);
        if (c->tree.entries[i].kind == FILES_FILE && !is_payload(path) &&
            !is_manifest && manifest_find(&manifest, path) == NULL)
            report_unlisted(c, path, file, is_tag_file(path));
    }
}

/* Files to be fetched are files of the payload; that they are there, and
   listed, is seen with the manifests. */
static void
check_fetch(struct checker *c)
{
    static const char file[] = "fetch.txt";
    struct text text, path;
    bool is_good;

    if (!checker_has(c, file))
        return;
    text = read_tags(c, file);
    while (tags_next_fetch(c->arena, &text, &path, &is_good)) {
        path = bag_decode(c->arena, path);
        if (!is_good || !is_payload(path.bytes) ||
            !tags_path_is_safe(path.bytes))
            fault_report(&c->faults, RULE_ARCHIVE_INVALID, file,
                         BOTH("写法不对", "bad line") ": %s", path.bytes);
        else if (!checker_has(c, path.bytes))
            checker_wrong(c, path.bytes, BOTH("缺少文件", "missing"));
    }
}

static void
check_manifests(struct checker *c)
{
    size_t manifests = 0;

    for (size_t i = 0; i < c->tree.count; i++) {
        const char *file = c->tree.entries[i].path;
        bool is_manifest, is_tag_manifest;
        const struct checker_digest *payload =
            algorithm_of(file, "manifest-", &is_manifest);
        const struct checker_digest *tags =
            algorithm_of(file, "tagmanifest-", &is_tag_manifest);

        manifests += is_manifest;
        if (payload != NULL)
            check_payload(c, file, payload);
        else if (tags != NULL)
            check_tags(c, file, tags);
        else if (is_manifest || is_tag_manifest)
            checker_wrong(c, file,
                          BOTH("不支持的摘要算法", "unknown algorithm"));
    }
    if (manifests == 0)
        checker_wrong(c, "manifest-*.txt", BOTH("缺少文件", "missing"));
}

bool
verify_is_bag(const char *path)
{
    static const char *const marks[] = {"bagit.txt", "manifest-sha256.txt",
                                        "manifest-sha512.txt", "bag-info.txt",
                                        "tagmanifest-sha256.txt"};
    struct diag *aside = diag_new();
    struct folder folder;
    bool found = false;

    if (folder_open(&folder, path, aside))
        for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
            found = found || folder_kind(&folder, marks[i]) != FILES_NOTHING;
    folder_close(&folder);
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
            checker_wrong(
                &c, c.tree.entries[i].path,
                BOTH("是符号链接或特殊文件", "a link or special file"));
    data = tree_find(&c.tree, "data");
    if (data == NULL || data->kind != FILES_FOLDER)
        checker_wrong(&c, "data", BOTH("缺少文件夹", "missing"));
    check_declaration(&c);
    check_fetch(&c);
    check_manifests(&c);
    check_info(&c);
    return checker_close(&c, true);
}
