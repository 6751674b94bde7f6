#include "file/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/own_folders.h"
#include "base/text.h"
#include "file/openat.h"

/* A list under way. */
struct lister {
    struct arena *arena;
    const struct folder *root;
    struct tree *tree;
    size_t room;
    bool deep;
};

static struct tree_entry *
add_entry(struct lister *lister)
{
    struct tree *tree = lister->tree;

    return ARRAY_ADD(lister->arena, tree->entries, tree->count, lister->room);
}

/* Adds one name; 0, or errno. */
static int
list_name(struct lister *lister, int fd, const char *prefix, const char *name)
{
    struct tree_entry *entry;
    struct stat seen;

    if (fstatat(fd, name, &seen, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    entry = add_entry(lister);
    entry->path =
        text_format(lister->arena, "%s%s%s", prefix, prefix[0] ? "/" : "", name)
            .bytes;
    entry->kind = S_ISREG(seen.st_mode)   ? FILES_FILE
                  : S_ISDIR(seen.st_mode) ? FILES_FOLDER
                                          : FILES_OTHER;
    entry->size = entry->kind == FILES_FILE ? (uint64_t)seen.st_size : 0;
    return 0;
}

/* The names in one open folder; takes the handle.  0, or errno. */
static int
list_names(struct lister *lister, int fd, const char *prefix)
{
    DIR *stream = fdopendir(fd);
    struct dirent *entry;
    int failure = 0;

    if (stream == NULL) {
        failure = errno;
        close(fd);
        return failure;
    }
    while (failure == 0) {
        errno = 0;
        entry = readdir(stream);
        if (entry == NULL) {
            failure = errno;
            break;
        }
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            failure = list_name(lister, fd, prefix, entry->d_name);
    }
    if (closedir(stream) != 0 && failure == 0)
        failure = errno;
    return failure;
}

/* Folders found are gone through in turn, so depth costs no stack. */
static bool
list_all(struct lister *lister)
{
    struct tree *tree = lister->tree;
    const char *prefix = "";
    size_t next = 0;

    for (;;) {
        int fd = openat(lister->root->fd, prefix[0] ? prefix : ".",
                        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int failure = fd < 0 ? errno : list_names(lister, fd, prefix);

        if (failure != 0)
            return folder_fail(lister->root, prefix, failure);
        while (next < tree->count && tree->entries[next].kind != FILES_FOLDER)
            next++;
        if (next == tree->count || !lister->deep)
            return true;
        prefix = tree->entries[next++].path;
    }
}

static int
compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct tree_entry *)a)->path,
                  ((const struct tree_entry *)b)->path);
}

static bool
list(const struct folder *folder, struct arena *arena, bool deep,
     struct tree *tree)
{
    struct lister lister = {arena, folder, tree, 0, deep};

    *tree = (struct tree){NULL, 0};
    if (!list_all(&lister))
        return false;
    if (tree->count > 0)
        qsort(tree->entries, tree->count, sizeof(*tree->entries),
              compare_entries);
    return true;
}

bool
tree_list(const struct folder *folder, struct arena *arena, struct tree *tree)
{
    return list(folder, arena, true, tree);
}

bool
tree_list_flat(const struct folder *folder, struct arena *arena,
               struct tree *tree)
{
    return list(folder, arena, false, tree);
}

const struct tree_entry *
tree_find(const struct tree *tree, const char *path)
{
    struct tree_entry wanted = {.path = path};

    if (tree->count == 0)
        return NULL;
    return bsearch(&wanted, tree->entries, tree->count, sizeof(wanted),
                   compare_entries);
}

/* Whether a folder above the path was made by this program. */
static bool
is_made(const struct tree *tree, const char *path, struct arena *arena)
{
    for (const char *end = strchr(path, '/'); end; end = strchr(end + 1, '/'))
        for (int i = 0; i < OWN_FOLDER_MARKS; i++) {
            const char *mark = text_format(arena, "%.*s/%s", (int)(end - path),
                                           path, own_folder_marks[i])
                                   .bytes;

            if (tree_find(tree, mark) != NULL)
                return true;
        }
    return false;
}

bool
tree_list_sent(const struct folder *folder, struct arena *arena,
               struct tree *tree)
{
    struct tree all;

    *tree = (struct tree){NULL, 0};
    if (!tree_list(folder, arena, &all))
        return false;
    tree->entries = arena_take(arena, (all.count + 1) * sizeof(*all.entries));
    for (size_t i = 0; i < all.count; i++) {
        struct tree_entry entry = all.entries[i];
        struct stat seen;

        if (entry.kind == FILES_FOLDER || is_made(&all, entry.path, arena))
            continue;
        if (entry.kind == FILES_OTHER &&
            fstatat(folder->fd, entry.path, &seen, 0) == 0) {
            if (S_ISDIR(seen.st_mode))
                continue;
            entry.kind = S_ISREG(seen.st_mode) ? FILES_FILE : FILES_OTHER;
        }
        tree->entries[tree->count++] = entry;
    }
    return true;
}

/* Backwards through the list, so that a folder is empty when its turn
   comes. */
static bool
clear(const struct folder *folder)
{
    struct arena *arena = arena_new();
    struct tree tree;
    bool good = tree_list(folder, arena, &tree);

    for (size_t i = good ? tree.count : 0; good && i-- > 0;) {
        const struct tree_entry *entry = &tree.entries[i];
        int flags = entry->kind == FILES_FOLDER ? AT_REMOVEDIR : 0;

        if (unlinkat(folder->fd, entry->path, flags) != 0 && errno != ENOENT)
            good = folder_fail(folder, entry->path, errno);
    }
    arena_free(arena);
    return good;
}

bool
tree_remove(const struct folder *parent, const char *name)
{
    enum folder_kind kind = folder_kind(parent, name);
    struct folder folder;
    bool good;

    if (kind == FILES_NOTHING || kind == FILES_UNSEEN)
        return kind == FILES_NOTHING;
    if (kind == FILES_FOLDER) {
        if (!folder_open_in(parent, name, &folder))
            return false;
        good = clear(&folder);
        folder_close(&folder);
        if (!good)
            return false;
    }
    return unlinkat(parent->fd, name,
                    kind == FILES_FOLDER ? AT_REMOVEDIR : 0) == 0 ||
           folder_fail(parent, name, errno);
}

static bool
link_entry(const struct folder *from, const struct folder *to,
           const struct tree_entry *entry)
{
    struct folder made;
    struct stat seen;
    bool good;

    if (entry->kind != FILES_FOLDER)
        return folder_link(from, entry->path, to, entry->path);
    if (!folder_make_in(to, entry->path, &made))
        return false;
    /* Somebody may have closed a folder of his own to others. */
    good = fstatat(from->fd, entry->path, &seen, AT_SYMLINK_NOFOLLOW) == 0 &&
           openat_set_mode(made.fd, seen.st_mode & 07777) == 0;
    if (!good)
        folder_fail(to, entry->path, errno);
    folder_close(&made);
    return good;
}

bool
tree_link(const struct folder *from, const struct folder *to,
          const struct tree_skip *skip)
{
    struct arena *arena = arena_new();
    struct tree tree;
    bool good = tree_list(from, arena, &tree);

    for (size_t i = 0; good && i < tree.count; i++)
        if (skip == NULL || !skip->skip(skip->data, tree.entries[i].path))
            good = link_entry(from, to, &tree.entries[i]);
    arena_free(arena);
    return good;
}

/* Whether two files of one size have the same bytes. */
static bool
same_bytes(const struct folder *a, const struct folder *b, const char *path,
           bool *same)
{
    struct arena *arena = arena_new();
    struct text x, y;
    bool good =
        folder_read(a, path, arena, &x) && folder_read(b, path, arena, &y);

    *same = good && text_equal(x, y);
    arena_free(arena);
    return good;
}

bool
tree_compare(const struct folder *a, const struct folder *b,
             struct arena *arena, const char **differs)
{
    struct tree x, y;
    bool same = true;

    *differs = NULL;
    if (!tree_list(a, arena, &x) || !tree_list(b, arena, &y))
        return false;
    for (size_t i = 0; i < x.count || i < y.count; i++) {
        const struct tree_entry *p = i < x.count ? &x.entries[i] : NULL;
        const struct tree_entry *q = i < y.count ? &y.entries[i] : NULL;

        if (p == NULL || q == NULL || strcmp(p->path, q->path) != 0)
            *differs = q == NULL || (p && strcmp(p->path, q->path) < 0)
                           ? p->path
                           : q->path;
        else if (p->kind != q->kind || p->size != q->size)
            *differs = p->path;
        else if (p->kind == FILES_FILE && !same_bytes(a, b, p->path, &same))
            return false;
        else if (!same)
            *differs = p->path;
        if (*differs != NULL)
            return true;
    }
    return true;
}
