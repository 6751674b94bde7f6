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

    snprintf(folder, sizeof(folder), "%s/v%d", carry->month,
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

static bool
stays_behind(const void *data, const char *path)
{
    const struct carry_over *carry = data;
    const char *name = manifest_part(path, carry->month);
    bool is_ours = name != NULL && (strcmp(name, MANIFEST_NAME) == 0 ||
                                    manifest_find(carry->old_month, name));

    if (manifest_find(carry->kept, path) != NULL)
        return false;
    if (is_ours)
        return !carry->keeps_month;
    return manifest_find(carry->added, path) != NULL ||
           (is_root_file(path) &&
            manifest_find(&carry->published->root, path) != NULL);
}

/* Links one file of the month into month/vN/. */
static bool
keep_file(const struct carry_over *carry, const char *name)
{
    char from[LONGEST_PATH], to[LONGEST_PATH];

    snprintf(from, sizeof(from), "%s/%s", carry->month, name);
    snprintf(to, sizeof(to), "%s/v%d/%s", carry->month, carry->old_version,
             name);
    return folder_link(&carry->published->folder, from, carry->staging, to);
}

/* The old version's pages, one folder deeper now, look for their assets in
   the month's folder: they are linked there too. */
static bool
keep_assets(const struct carry_over *carry)
{
    char month_assets[LONGEST_PATH];
    struct folder from, to;
    bool good;

    if (folder_kind(&carry->published->folder, "assets") != FILES_FOLDER)
        return true;
    snprintf(month_assets, sizeof(month_assets), "%s/assets", carry->month);
    if (!folder_open_in(&carry->published->folder, "assets", &from))
        return false;
    if (!folder_make_in(carry->staging, month_assets, &to)) {
        folder_close(&from);
        return false;
    }
    good = tree_link(&from, &to, NULL);
    folder_close(&from);
    folder_close(&to);
    return good;
}

static bool
keep_old_version(const struct carry_over *carry)
{
    for (size_t i = 0; i < carry->old_month->count; i++)
        if (!keep_file(carry, carry->old_month->lines[i].path))
            return false;
    return keep_file(carry, MANIFEST_NAME) && keep_assets(carry);
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
carry_over_add_kept(const struct published *published,
                    const struct manifest *added, struct manifest *files)
{
    for (size_t i = 0; i < published->root.count; i++) {
        const struct manifest_line *line = &published->root.lines[i];

        if (!is_root_file(line->path) &&
            manifest_find(added, line->path) == NULL &&
            folder_kind(&published->folder, line->path) == FILES_FILE)
            manifest_add(files, line->path, line->digest);
    }
}
