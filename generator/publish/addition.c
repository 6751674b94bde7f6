#include "publish/addition.h"

#include "base/arena.h"
#include "base/digest.h"
#include "publish/files.h"
#include "publish/manifest.h"

static bool
is_well(struct addition *addition, int failure)
{
    if (failure == 0)
        return true;
    files_fail(addition->folder, addition->path, failure);
    addition_drop(addition);
    return false;
}

bool
addition_begin(struct addition *addition, const struct folder *folder,
               const char *path)
{
    struct arena *arena = arena_new();

    *addition = (struct addition){.folder = folder, .arena = arena};
    addition->path = text_copy(arena, text_of(path)).bytes;
    addition->digest = digest_begin(arena, DIGEST_SHA256);
    return is_well(addition, file_create(folder, path, &addition->file));
}

bool
addition_append(struct addition *addition, struct text piece)
{
    digest_add(addition->digest, piece);
    return is_well(addition, file_append(&addition->file, piece));
}

bool
addition_end(struct addition *addition, struct manifest *manifest)
{
    const char *path =
        text_copy(manifest->arena, text_of(addition->path)).bytes;

    if (!is_well(addition, file_close(&addition->file)))
        return false;
    manifest_add(manifest, path, digest_end(addition->digest, manifest->arena));
    addition_drop(addition);
    return true;
}

void
addition_drop(struct addition *addition)
{
    if (addition->arena == NULL)
        return;
    file_close(&addition->file);
    arena_free(addition->arena);
    addition->arena = NULL;
}
