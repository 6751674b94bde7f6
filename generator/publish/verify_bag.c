/*
 * RFC 8493, and a little stricter: nothing may have to be fetched, and where
 * there is a manifest of tag files it lists them all.
 */
#include "publish/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "publish/bag.h"
#include "publish/checker.h"
#include "publish/fault.h"
#include "publish/files.h"
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

/* Archivists' eyes read tag files; what is not UTF-8 they cannot. */
static struct text
read_tags(struct checker *c, const char *file)
{
    struct text text = checker_read(c, file);

    if (!utf8_is_valid(text, &(size_t){0}))
        checker_wrong(c, file, "不是 UTF-8 (not UTF-8)");
    return plain_lines(c->arena, text);
}

static void
check_declaration(struct checker *c)
{
    struct text text = read_tags(c, "bagit.txt");

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

/* "payload-oxum" is the same label: their case does not count. */
static bool
is_oxum(struct text label)
{
    static const char name[] = "Payload-Oxum";

    return label.length == strlen(name) &&
           strncasecmp(label.bytes, name, label.length) == 0;
}

static void
check_info(struct checker *c)
{
    struct text text;
    size_t oxums = 0;

    if (!checker_has(c, "bag-info.txt"))
        return;
    text = read_tags(c, "bag-info.txt");
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
        else if (is_oxum(text_slice(line, 0, colon)) &&
                 (oxums++ > 0 ||
                  !text_equal(without_spaces(text_from(line, colon + 1)),
                              payload_oxum(c))))
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
    size_t line = manifest_parse(read_tags(c, file), letters, &coded);
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

/* Whether it is a manifest of the payload or, as the prefix says, of tags. */
static bool
is_manifest(const char *file, const char *prefix)
{
    return text_starts(text_of(file), prefix) &&
           text_ends(text_of(file), ".txt") && strchr(file, '/') == NULL;
}

/* Every tag file listed is right; each of them is listed, but for the lists
   themselves. */
static void
check_tags(struct checker *c, const char *file,
           const struct checker_digest *algorithm)
{
    struct manifest manifest = {.arena = c->arena};

    if (!read_manifest(c, file, algorithm->letters, &manifest))
        return;
    for (size_t i = 0; i < manifest.count; i++)
        if (strncmp(manifest.lines[i].path, "data/", 5) == 0 ||
            is_manifest(manifest.lines[i].path, "tagmanifest-"))
            checker_wrong(c, manifest.lines[i].path,
                          "不是标签文件 (not a tag file)");
        else
            checker_compare(c, manifest.lines[i].path, manifest.lines[i].digest,
                            algorithm);
    for (size_t i = 0; i < c->tree.count; i++) {
        const struct tree_entry *entry = &c->tree.entries[i];

        if (entry->kind == FILES_FILE &&
            strncmp(entry->path, "data/", 5) != 0 &&
            !is_manifest(entry->path, "tagmanifest-") &&
            manifest_find(&manifest, entry->path) == NULL)
            checker_wrong(c, entry->path, "未列入清单 (not in the manifest)");
    }
}

/* The algorithm in "prefixNAME.txt", or NULL if it is not one of ours. */
static const struct checker_digest *
algorithm_of(const char *file, const char *prefix)
{
    struct text name = text_from(text_of(file), strlen(prefix));

    name.length -= strlen(".txt");
    for (size_t i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]); i++)
        if (text_is(name, algorithms[i].name))
            return &algorithms[i];
    return NULL;
}

static void
check_manifests(struct checker *c)
{
    static const struct {
        const char *prefix;
        void (*check)(struct checker *c, const char *file,
                      const struct checker_digest *algorithm);
    } kinds[] = {{"manifest-", check_payload}, {"tagmanifest-", check_tags}};
    size_t counts[2] = {0, 0};

    for (size_t i = 0; i < c->tree.count; i++)
        for (size_t k = 0; k < 2; k++) {
            const char *file = c->tree.entries[i].path;
            const struct checker_digest *algorithm;

            if (!is_manifest(file, kinds[k].prefix))
                continue;
            counts[k]++;
            algorithm = algorithm_of(file, kinds[k].prefix);
            if (algorithm != NULL)
                kinds[k].check(c, file, algorithm);
            else
                checker_wrong(c, file, "不支持的摘要算法 (unknown algorithm)");
        }
    if (counts[0] == 0)
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
    if (tree_find(&c.tree, "fetch.txt") != NULL)
        checker_wrong(&c, "fetch.txt",
                      "归档包须自身完整 (a bag must be complete by itself)");
    check_declaration(&c);
    check_info(&c);
    check_manifests(&c);
    return checker_close(&c, true);
}
