#include "publish/bag.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/digest.h"
#include "publish/files.h"
#include "publish/manifest.h"
#include "publish/tree.h"

/* A bag under way. */
struct bag {
    const struct bag_request *request;
    struct diag *diag;
    struct arena *arena;
    struct folder parent;
    struct folder folder; /* being written */
    const char *part;     /* its name until it is complete */
    struct manifest sha256, sha512;
    uint64_t octets;
};

struct text
bag_encode(struct arena *arena, struct text path)
{
    struct buffer buffer = {.arena = arena};

    for (size_t i = 0; i < path.length; i++) {
        char c = path.bytes[i];

        if (c == '%' || c == '\r' || c == '\n')
            buffer_put(&buffer, text_format(arena, "%%%02X", (unsigned)c));
        else
            buffer_put_bytes(&buffer, &c, 1);
    }
    return buffer_text(&buffer);
}

struct text
bag_decode(struct arena *arena, struct text path)
{
    static const struct {
        const char *code;
        char byte;
    } codes[] = {{"%25", '%'},
                 {"%0D", '\r'},
                 {"%0d", '\r'},
                 {"%0A", '\n'},
                 {"%0a", '\n'}};
    char *to = arena_copy(arena, path.bytes, path.length);
    size_t length = 0;

    for (size_t at = 0; at < path.length; at++) {
        to[length] = path.bytes[at];
        for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
            if (text_starts(text_from(path, at), codes[i].code)) {
                to[length] = codes[i].byte;
                at += 2;
                break;
            }
        length++;
    }
    to[length] = '\0';
    return (struct text){to, length};
}

static void
add_digests(struct bag *bag, struct text path, struct text content)
{
    const char *name = bag_encode(bag->arena, path).bytes;

    manifest_add(&bag->sha256, name, digest_sha256(bag->arena, content));
    manifest_add(&bag->sha512, name, digest_sha512(bag->arena, content));
}

static bool
add_payload(struct bag *bag, const char *to, struct text content)
{
    struct text path = text_format(bag->arena, "data/%s", to);

    add_digests(bag, path, content);
    bag->octets += content.length;
    return files_write(&bag->folder, path.bytes, content);
}

static bool
copy_file(struct bag *bag, const struct folder *from, const char *path,
          const char *to)
{
    struct arena *arena = arena_new();
    struct text content;
    bool good = files_read(from, path, arena, &content) &&
                add_payload(bag, to, content);

    arena_free(arena);
    return good;
}

/* Whether a path of a site belongs to another month than the bag's. */
static bool
is_other_month(const struct bag_source *source, const char *path)
{
    size_t length;

    if (source->month == NULL || path[0] < '0' || path[0] > '9')
        return false;
    length = strlen(source->month);
    return strncmp(path, source->month, length) != 0 ||
           (path[length] != '/' && path[length] != '\0');
}

static bool
copy_folder(struct bag *bag, const struct bag_source *source,
            const struct folder *from)
{
    struct tree tree;

    if (!tree_list(from, bag->arena, &tree))
        return false;
    for (size_t i = 0; i < tree.count; i++) {
        const struct tree_entry *entry = &tree.entries[i];
        struct text to =
            text_format(bag->arena, "%s/%s", source->to, entry->path);

        if (entry->kind == FILES_FOLDER || is_other_month(source, entry->path))
            continue;
        if (!copy_file(bag, from, entry->path, to.bytes))
            return false;
    }
    return true;
}

/* What the user named may be, or lie behind, a symbolic link of hers. */
static bool
copy_source(struct bag *bag, const struct bag_source *source)
{
    struct folder from = {-1, source->from, bag->diag};
    struct folder here = {AT_FDCWD, source->from, bag->diag};
    char *real = realpath(source->from, NULL);
    struct text name;
    struct stat seen;
    bool good = false;

    if (real == NULL || stat(real, &seen) != 0) {
        int reason = errno;

        free(real);
        return files_fail(&here, "", reason);
    }
    name = text_copy(bag->arena, text_of(real));
    free(real);
    if (S_ISDIR(seen.st_mode)) {
        if (files_open(&from, name.bytes, bag->diag)) {
            from.path = source->from;
            good = copy_folder(bag, source, &from);
        }
    } else {
        const char *slash = strrchr(name.bytes, '/');
        const char *parent =
            arena_copy(bag->arena, name.bytes, (size_t)(slash - name.bytes));

        if (files_open(&from, parent[0] ? parent : "/", bag->diag)) {
            from.path = source->from;
            good = copy_file(bag, &from, slash + 1, source->to);
        }
    }
    files_close(&from);
    return good;
}

/* bag-info.txt: a line break in a value would begin another line. */
static struct text
info_text(const struct bag *bag)
{
    struct buffer buffer = {.arena = bag->arena};

    for (size_t i = 0; i < bag->request->label_count; i++) {
        const struct bag_label *label = &bag->request->labels[i];

        buffer_put(&buffer, text_format(bag->arena, "%s: ", label->name));
        for (size_t at = 0; at < label->value.length; at++) {
            char c = label->value.bytes[at];

            buffer_put_bytes(&buffer, c == '\n' || c == '\r' ? " " : &c, 1);
        }
        buffer_put(&buffer, TEXT("\n"));
    }
    buffer_put(&buffer,
               text_format(bag->arena,
                           "Bagging-Date: %s\nPayload-Oxum: %" PRIu64 ".%zu\n",
                           bag->request->date, bag->octets, bag->sha256.count));
    return buffer_text(&buffer);
}

static bool
add_tag(struct bag *bag, const char *name, struct text content)
{
    add_digests(bag, text_of(name), content);
    return files_write(&bag->folder, name, content);
}

/* The manifests of the payload, then those of the tag files. */
static bool
add_tags(struct bag *bag)
{
    struct text info = info_text(bag);
    struct text sha256, sha512;

    manifest_sort(&bag->sha256);
    manifest_sort(&bag->sha512);
    sha256 = manifest_text(&bag->sha256);
    sha512 = manifest_text(&bag->sha512);
    bag->sha256 = (struct manifest){.arena = bag->arena};
    bag->sha512 = (struct manifest){.arena = bag->arena};
    if (!add_tag(bag, "bag-info.txt", info) ||
        !add_tag(bag, "bagit.txt",
                 TEXT("BagIt-Version: 1.0\n"
                      "Tag-File-Character-Encoding: UTF-8\n")) ||
        !add_tag(bag, "manifest-sha256.txt", sha256) ||
        !add_tag(bag, "manifest-sha512.txt", sha512))
        return false;
    return files_write(&bag->folder, "tagmanifest-sha256.txt",
                       manifest_text(&bag->sha256)) &&
           files_write(&bag->folder, "tagmanifest-sha512.txt",
                       manifest_text(&bag->sha512));
}

static bool
fill(struct bag *bag)
{
    const struct bag_request *request = bag->request;
    struct folder data;

    if (!files_make_in(&bag->folder, "data", &data))
        return false;
    files_close(&data);
    for (size_t i = 0; i < request->source_count; i++)
        if (!copy_source(bag, &request->sources[i]))
            return false;
    for (size_t i = 0; i < request->text_count; i++)
        if (!add_payload(bag, request->texts[i].to, request->texts[i].content))
            return false;
    return add_tags(bag) && files_sync(&bag->folder);
}

/* Gives the bag its name, unless it has been there before. */
static bool
settle(struct bag *bag)
{
    const char *name = bag->request->name;
    const char *differs;
    struct folder old;
    bool good;

    if (files_kind(&bag->parent, name) == FILES_NOTHING)
        return renameat(bag->parent.fd, bag->part, bag->parent.fd, name) == 0
                   ? files_sync_names(&bag->parent)
                   : files_fail(&bag->parent, name, errno);
    if (!files_open_in(&bag->parent, name, &old))
        return false;
    good = tree_compare(&old, &bag->folder, bag->arena, &differs);
    files_close(&old);
    if (good && differs != NULL)
        return files_fail(&bag->parent,
                          text_format(bag->arena, "%s/%s", name, differs).bytes,
                          EEXIST);
    return good;
}

bool
bag_write(const struct bag_request *request, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct bag bag = {.request = request, .diag = diag, .arena = arena};
    bool good;

    bag.sha256.arena = bag.sha512.arena = arena;
    bag.part = text_format(arena, ".%s.part", request->name).bytes;
    bag.folder.fd = -1;
    good = files_make(&bag.parent, request->folder, diag) &&
           tree_remove(&bag.parent, bag.part) &&
           files_make_in(&bag.parent, bag.part, &bag.folder) && fill(&bag) &&
           settle(&bag);
    files_close(&bag.folder);
    if (bag.parent.fd >= 0 && !tree_remove(&bag.parent, bag.part))
        good = false;
    files_close(&bag.parent);
    arena_free(arena);
    return good;
}
