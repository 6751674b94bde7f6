#include "publish/staged_file.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "publish/staging.h"

enum { PIECE = 64 * 1024 };

static bool
give_up(struct staged_file *addition)
{
    staged_file_drop(addition);
    return false;
}

static bool
is_well(struct staged_file *addition, int failure)
{
    if (failure == 0)
        return true;
    folder_fail(&addition->staging->folder, addition->path, failure);
    return give_up(addition);
}

/* The same of reading what is published. */
static bool
is_read(struct staged_file *addition, int failure)
{
    if (failure == 0)
        return true;
    failure_report(addition->published, RULE_FILE_UNREADABLE, addition->path,
                   failure);
    return give_up(addition);
}

/* Whether it says no more than that no regular file stands there. */
static bool
is_absence(int failure)
{
    return failure == ENOENT || failure == ENOTDIR || failure == ELOOP ||
           failure == EISDIR || failure == EINVAL || failure == ENXIO;
}

static bool
create(struct staged_file *addition)
{
    return staging_make(addition->staging)
               ? is_well(addition, file_create(&addition->staging->folder,
                                               addition->path, &addition->file))
               : give_up(addition);
}

bool
staged_file_begin(struct staged_file *addition, struct staging *staging,
                  const struct folder *published, const char *path)
{
    struct arena *arena = arena_new();
    int failure;

    *addition = (struct staged_file){.staging = staging,
                                     .published = published,
                                     .arena = arena,
                                     .old = {.fd = -1},
                                     .file = {.fd = -1}};
    addition->path = text_copy(arena, text_of(path)).bytes;
    addition->digest = digest_begin(arena, DIGEST_SHA256);
    if (published == NULL)
        return create(addition);
    failure = file_open(published, path, &addition->old);
    if (is_absence(failure))
        return create(addition);
    return is_read(addition, failure);
}

/* Writes what has come so far, which is how the published file begins. */
static bool
part(struct staged_file *addition)
{
    char room[PIECE];
    uint64_t left = addition->same;

    if (!is_read(addition, file_seek(&addition->old, 0)) || !create(addition))
        return false;
    while (left > 0) {
        size_t wanted = left < sizeof(room) ? (size_t)left : sizeof(room), got;

        if (!is_read(addition, file_read(&addition->old, room, wanted, &got)) ||
            !is_read(addition, got < wanted ? EIO : 0) ||
            !is_well(addition,
                     file_append(&addition->file, (struct text){room, got})))
            return false;
        left -= got;
    }
    return is_read(addition, file_close(&addition->old));
}

/* Compares the piece with what is published, as far as that is the same;
   *differs if it is not. */
static bool
compare(struct staged_file *addition, struct text piece, bool *differs)
{
    char room[PIECE];

    *differs = false;
    while (piece.length > 0 && !*differs) {
        struct text next = text_slice(piece, 0, sizeof(room));
        size_t got;

        if (!is_read(addition,
                     file_read(&addition->old, room, next.length, &got)))
            return false;
        *differs = got < next.length || memcmp(room, next.bytes, got) != 0;
        if (!*differs)
            addition->same += got;
        piece = text_from(piece, got);
    }
    return true;
}

bool
staged_file_append(struct staged_file *addition, struct text piece)
{
    uint64_t same = addition->same;
    bool differs;

    digest_add(addition->digest, piece);
    if (addition->old.fd >= 0) {
        if (!compare(addition, piece, &differs))
            return false;
        if (!differs)
            return true;
        piece = text_from(piece, (size_t)(addition->same - same));
        if (!part(addition))
            return false;
    }
    return is_well(addition, file_append(&addition->file, piece));
}

bool
staged_file_end(struct staged_file *addition, struct manifest *added,
                struct manifest *kept)
{
    const char *path = text_copy(added->arena, text_of(addition->path)).bytes;
    struct text digest;

    if (addition->old.fd >= 0 && addition->same < addition->old.size &&
        !part(addition))
        return false;
    if (!is_well(addition, file_close(&addition->file)))
        return false;
    digest = digest_end(addition->digest, added->arena);
    manifest_add(added, path, digest);
    if (addition->old.fd >= 0)
        manifest_add(kept, path, digest);
    staged_file_drop(addition);
    return true;
}

void
staged_file_drop(struct staged_file *addition)
{
    if (addition->arena == NULL)
        return;
    file_close(&addition->old);
    file_close(&addition->file);
    arena_free(addition->arena);
    addition->arena = NULL;
}
