#include "publish/carry_over.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"
#include "publish/published.h"

enum { LONGEST_PATH = 1024 };

/* Whether it stands in the edition's own folder: a release writes all of its
   files there anew, and what it no longer writes goes; assets, called by their
   content, stay. */
static bool
is_root_file(const char *path)
{
    return strchr(path, '/') == NULL;
}

/* Whether a file of that path was made by an earlier release. */
static bool
is_our_own(const struct carry_over *carry, const char *path)
{
    const struct published *published = carry->published;
    const char *name = manifest_part(path, carry->month);

    if (name != NULL)
        return strcmp(name, MANIFEST_NAME) == 0 ||
               manifest_find(carry->old_month, name) != NULL;
    if (history_of_path(&published->history, path) != NULL)
        return true;
    if (!is_root_file(path) || manifest_find(&published->root, path) != NULL)
        return true;
    /* The list itself is not in it, and may have been lost. */
    return published->history.count > 0 &&
           (published->root.count == 0 || strcmp(path, MANIFEST_NAME) == 0);
}

/* Whether the folder of the old version is still to be made. */
static bool
has_room_for_old(const struct carry_over *carry)
{
    const struct folder *published = &carry->published->folder;
    char folder[LONGEST_PATH];

    snprintf(folder, sizeof(folder), "%s-v%d", carry->month,
             carry->old_version);
    return carry->old_version == 0 ||
           folder_kind(published, folder) == FILES_NOTHING ||
           folder_fail(published, folder, EEXIST);
}

bool
carry_over_meets_nobody(const struct carry_over *carry)
{
    const struct folder *published = &carry->published->folder;
    bool has_month = folder_kind(published, carry->month) != FILES_NOTHING;

    for (size_t i = 0; i < carry->added->count; i++) {
        const char *path = carry->added->lines[i].path;

        if (!is_our_own(carry, path) &&
            (has_month || manifest_part(path, carry->month) == NULL) &&
            folder_kind(published, path) != FILES_NOTHING)
            return folder_fail(published, path, EEXIST);
    }
    return has_room_for_old(carry);
}

/* Whether the path is the folder or lies in it. */
static bool
is_in(const char *path, const char *folder)
{
    return strcmp(path, folder) == 0 || manifest_part(path, folder) != NULL;
}

/* Whether it lies in a folder that goes as a whole: that of a version found
   unfit, or those of a month taken back. */
static bool
is_dropped(const struct carry_over *carry, const char *path)
{
    const struct history_line *version =
        history_of_path(&carry->published->history, path);

    for (size_t i = 0; i < carry->dropped_count; i++)
        if (is_in(path, carry->dropped[i]))
            return true;
    return carry->drops_month &&
           (is_in(path, carry->month) ||
            (version != NULL && text_is(version->month, carry->month)));
}

static bool
stays_behind(const void *data, const char *path)
{
    const struct carry_over *carry = data;
    const char *name = manifest_part(path, carry->month);
    bool is_ours = name != NULL && (strcmp(name, MANIFEST_NAME) == 0 ||
                                    manifest_find(carry->old_month, name));

    if (is_dropped(carry, path))
        return true;
    if (manifest_find(carry->kept, path) != NULL)
        return false;
    if (is_ours)
        return !carry->keeps_month;
    return manifest_find(carry->added, path) != NULL ||
           (is_root_file(path) &&
            manifest_find(&carry->published->root, path) != NULL);
}

/* Links one file of the month into the folder of its old version. */
static bool
keep_file(const struct carry_over *carry, const char *name)
{
    char from[LONGEST_PATH], to[LONGEST_PATH];

    snprintf(from, sizeof(from), "%s/%s", carry->month, name);
    snprintf(to, sizeof(to), "%s-v%d/%s", carry->month, carry->old_version,
             name);
    return folder_link(&carry->published->folder, from, carry->staging, to);
}

static bool
keep_old_version(const struct carry_over *carry)
{
    for (size_t i = 0; i < carry->old_month->count; i++)
        if (!keep_file(carry, carry->old_month->lines[i].path))
            return false;
    return keep_file(carry, MANIFEST_NAME);
}

bool
carry_over(const struct carry_over *carry)
{
    const struct tree_skip skip = {stays_behind, carry};

    return tree_link(&carry->published->folder, carry->staging, &skip) &&
           (carry->old_version == 0 || keep_old_version(carry));
}

bool
carry_over_drops_nothing(const struct published *published,
                         const struct manifest *added)
{
    for (size_t i = 0; i < published->root.count; i++) {
        const char *path = published->root.lines[i].path;

        if (is_root_file(path) && manifest_find(added, path) == NULL &&
            folder_kind(&published->folder, path) != FILES_NOTHING)
            return false;
    }
    return true;
}

void
carry_over_add_kept(const struct carry_over *carry, struct manifest *files)
{
    const struct manifest *root = &carry->published->root;

    for (size_t i = 0; i < root->count; i++) {
        const struct manifest_line *line = &root->lines[i];

        if (!is_root_file(line->path) && !is_dropped(carry, line->path) &&
            manifest_find(carry->added, line->path) == NULL &&
            folder_kind(&carry->published->folder, line->path) == FILES_FILE)
            manifest_add(files, line->path, line->digest);
    }
}
