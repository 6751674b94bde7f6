#include "file/draft.h"

#include <errno.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/own_folders.h"
#include "base/text.h"
#include "file/folder.h"
#include "file/tree.h"

/* A program killed between making the folder and marking it leaves an empty
   one. */
static bool
is_ours(const struct folder *parent, const char *name)
{
    struct arena *arena = arena_new();
    struct folder folder;
    struct tree tree;
    bool good = folder_open_in(parent, name, &folder);

    if (good && folder_kind(&folder, MARK_OF_DRAFT) != FILES_FILE)
        good = tree_list_flat(&folder, arena, &tree) &&
               (tree.count == 0 || folder_fail(parent, name, EEXIST));
    folder_close(&folder);
    arena_free(arena);
    return good;
}

bool
draft_is_free(const struct folder *parent, const char *name)
{
    enum folder_kind kind = folder_kind(parent, name);

    if (kind == FILES_FOLDER)
        return is_ours(parent, name);
    return kind == FILES_NOTHING ||
           (kind != FILES_UNSEEN && folder_fail(parent, name, EEXIST));
}

bool
draft_make(const struct folder *parent, const char *name)
{
    struct folder folder;
    bool good;

    if (!draft_is_free(parent, name) || !folder_make_in(parent, name, &folder))
        return false;
    good = folder_write(&folder, MARK_OF_DRAFT, TEXT(""));
    folder_close(&folder);
    return good;
}

/* The mark's name sorts before others, so it goes last. */
bool
draft_remove(const struct folder *parent, const char *name)
{
    return draft_is_free(parent, name) && tree_remove(parent, name);
}
