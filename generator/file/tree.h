/*
 * Whole folders: listed in one order whatever the file system says, and
 * worked on from the list.  No symbolic link is followed.
 */
#ifndef FILE_TREE_H
#define FILE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "file/folder.h"

struct arena;

struct tree_entry {
    const char *path; /* relative to the folder listed, "a/b" */
    enum folder_kind kind;
    uint64_t size; /* of a file */
};

struct tree {
    struct tree_entry *entries; /* by path, a folder before its content */
    size_t count;
};

/* Everything in the folder, to any depth; memory from the arena. */
bool tree_list(const struct folder *folder, struct arena *arena,
               struct tree *tree);

/* Only what stands in the folder itself. */
bool tree_list_flat(const struct folder *folder, struct arena *arena,
                    struct tree *tree);

/* The files of a folder that the user named, to any depth, that somebody put
   there: a link to a file is a file, one to a folder is left out, and so is
   every folder below that this program made. */
bool tree_list_sent(const struct folder *folder, struct arena *arena,
                    struct tree *tree);

/* The entry of that path, or NULL. */
const struct tree_entry *tree_find(const struct tree *tree, const char *path);

/* Removes a file or a whole tree; nothing there is no fault. */
bool tree_remove(const struct folder *parent, const char *name);

/* Links everything of one folder into another, except what skip names. */
struct tree_skip {
    bool (*skip)(const void *data, const char *path);
    const void *data;
};
bool tree_link(const struct folder *from, const struct folder *to,
               const struct tree_skip *skip);

/* The path of the first entry, by order, that the two folders do not share
   with the same bytes; NULL if there is none.  False if one of them cannot be
   read. */
bool tree_compare(const struct folder *a, const struct folder *b,
                  struct arena *arena, const char **differs);

#endif
