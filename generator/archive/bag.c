#include "archive/bag.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/cleanup.h"
#include "base/diag.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "file/draft.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"

#define BAG_IN_DRAFT "bag"

/* A bag under way. */
struct bag {
    const struct bag_request *request;
    struct diag *diag;
    struct arena *arena;
    struct folder parent;
    const char *part;     /* the draft's name in it */
    struct folder draft;  /* locked */
    struct folder folder; /* being written, in the draft */
    bool is_mine;         /* the draft is */
    int temporary;
    struct manifest sha256, sha512;
    uint64_t octets;
};

static struct text
encode(struct arena *arena, struct text path)
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
    const char *name = encode(bag->arena, path).bytes;

    manifest_add(&bag->sha256, name, digest_sha256(bag->arena, content));
    manifest_add(&bag->sha512, name, digest_sha512(bag->arena, content));
}

static bool
add_payload(struct bag *bag, const char *to, struct text content)
{
    struct text path = text_format(bag->arena, "data/%s", to);
    size_t valid;

    /* Manifests are UTF-8, and so must be what they name. */
    if (!utf8_is_valid(path, &valid))
        return folder_fail(&bag->parent, path.bytes, EILSEQ);
    add_digests(bag, path, content);
    bag->octets += content.length;
    return folder_write(&bag->folder, path.bytes, content);
}

/* Whether a path of a site belongs to another month than the bag's.  Old
   versions stand beside their month, as 2025-10-v1. */
static bool
is_other_month(const struct bag_source *source, const char *path)
{
    size_t length;

    if (source->month == NULL || path[0] < '0' || path[0] > '9')
        return false;
    length = strlen(source->month);
    return strncmp(path, source->month, length) != 0 ||
           (path[length] != '/' && path[length] != '\0' &&
            strncmp(path + length, "-v", 2) != 0);
}

/* A site's files are its own; what the user sent may be, or lie behind, a
   symbolic link. */
static bool
copy_file(struct bag *bag, const struct bag_source *source,
          const struct folder *from, const char *path, const char *to)
{
    struct arena *arena = arena_new();
    const char *name = source->name_of(arena, to);
    struct text content;
    bool good;

    if (name == NULL)
        good = folder_fail(from, path, EILSEQ);
    else if (source->month != NULL)
        good = folder_read(from, path, arena, &content);
    else
        good = folder_read_linked(from, path, arena, &content);
    good = good && add_payload(bag, name, content);
    arena_free(arena);
    return good;
}

static bool
copy_folder(struct bag *bag, const struct bag_source *source,
            const struct folder *from)
{
    struct tree tree;
    bool good = source->month != NULL ? tree_list(from, bag->arena, &tree)
                                      : tree_list_sent(from, bag->arena, &tree);

    for (size_t i = 0; good && i < tree.count; i++) {
        const char *path = tree.entries[i].path;
        enum folder_kind kind = tree.entries[i].kind;

        /* A link in a site is somebody's: the program makes none. */
        good =
            kind == FILES_FOLDER ||
            (kind == FILES_OTHER && source->month != NULL) ||
            is_other_month(source, path) ||
            copy_file(bag, source, from, path,
                      text_format(bag->arena, "%s/%s", source->to, path).bytes);
    }
    return good;
}

/* Whether the draft's name still leads to the folder that is locked: another
   process may have removed it before we had the lock.  0, or errno. */
static int
is_still_there(const struct bag *bag, bool *is_there)
{
    struct stat held, named;

    if (fstat(bag->draft.fd, &held) != 0)
        return errno;
    *is_there =
        fstatat(bag->parent.fd, bag->part, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        held.st_dev == named.st_dev && held.st_ino == named.st_ino;
    return 0;
}

/* The draft, locked; the folder in it that the bag is written to. */
static bool
take_part(struct bag *bag)
{
    bool is_there = false;

    while (!is_there) {
        int failure;

        folder_close(&bag->draft);
        if (!draft_is_free(&bag->parent, bag->part) ||
            !folder_make_in(&bag->parent, bag->part, &bag->draft) ||
            !folder_lock(&bag->draft, FOLDER_BUILDING))
            return false;
        failure = is_still_there(bag, &is_there);
        if (failure != 0)
            return folder_fail(&bag->parent, bag->part, failure);
    }
    bag->is_mine = true;
    bag->temporary = cleanup_begin(bag->parent.fd, bag->part);
    return draft_make(&bag->parent, bag->part) &&
           tree_remove(&bag->draft, BAG_IN_DRAFT) &&
           folder_make_in(&bag->draft, BAG_IN_DRAFT, &bag->folder);
}

static bool
copy_source(struct bag *bag, const struct bag_source *source)
{
    struct folder from = {AT_FDCWD, source->from, bag->diag};
    struct stat seen;
    bool good;

    if (stat(source->from, &seen) == 0 && !S_ISDIR(seen.st_mode))
        return copy_file(bag, source, &from, source->from, source->to);
    good = folder_open_linked(&from, source->from, bag->diag) &&
           copy_folder(bag, source, &from);
    folder_close(&from);
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
    return folder_write(&bag->folder, name, content);
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
    return folder_write(&bag->folder, "tagmanifest-sha256.txt",
                        manifest_text(&bag->sha256)) &&
           folder_write(&bag->folder, "tagmanifest-sha512.txt",
                        manifest_text(&bag->sha512));
}

static bool
fill(struct bag *bag)
{
    const struct bag_request *request = bag->request;
    struct folder data;

    if (!folder_make_in(&bag->folder, "data", &data))
        return false;
    folder_close(&data);
    for (size_t i = 0; i < request->source_count; i++)
        if (!copy_source(bag, &request->sources[i]))
            return false;
    for (size_t i = 0; i < request->text_count; i++)
        if (!add_payload(bag, request->texts[i].to, request->texts[i].content))
            return false;
    return add_tags(bag) && folder_sync(&bag->folder);
}

/* Gives the bag its name, unless it has been there before. */
static bool
settle(struct bag *bag)
{
    const char *name = bag->request->name;
    const char *differs;
    struct folder old;
    bool good;

    if (folder_kind(&bag->parent, name) == FILES_NOTHING) {
        if (renameat(bag->draft.fd, BAG_IN_DRAFT, bag->parent.fd, name) != 0)
            return folder_fail(&bag->parent, name, errno);
        return folder_sync_names(&bag->parent);
    }
    if (!folder_open_in(&bag->parent, name, &old))
        return false;
    good = tree_compare(&old, &bag->folder, bag->arena, &differs);
    folder_close(&old);
    if (good && differs != NULL)
        return folder_fail(
            &bag->parent, text_format(bag->arena, "%s/%s", name, differs).bytes,
            EEXIST);
    return good;
}

static bool
is_proved(const struct bag *bag)
{
    const struct bag_request *request = bag->request;
    struct text path = text_format(bag->arena, "%s/%s/" BAG_IN_DRAFT,
                                   request->folder, bag->part);

    return request->is_proved == NULL ||
           request->is_proved(request->context, path.bytes);
}

bool
bag_write(const struct bag_request *request, struct diag *diag)
{
    struct arena *arena = arena_new();
    struct bag bag = {.request = request, .diag = diag, .arena = arena};
    bool good;

    bag.sha256.arena = bag.sha512.arena = arena;
    bag.part = text_format(arena, ".%s.part", request->name).bytes;
    bag.draft.fd = bag.folder.fd = -1;
    good = folder_make(&bag.parent, request->folder, diag) && take_part(&bag) &&
           fill(&bag) && is_proved(&bag) && settle(&bag);
    if (bag.is_mine && !draft_remove(&bag.parent, bag.part))
        good = false;
    cleanup_end(bag.temporary);
    folder_close(&bag.folder);
    folder_close(&bag.draft);
    folder_close(&bag.parent);
    arena_free(arena);
    return good;
}
