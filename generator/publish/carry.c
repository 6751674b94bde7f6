#include "publish/carry.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "publish/files.h"
#include "publish/history.h"
#include "publish/manifest.h"
#include "publish/tree.h"

enum { LONGEST_PATH = 1024 };

/* Files beside the months that every release writes anew, or no longer. */
static const char *const root_files[] = {"index.html", "index.md", "feed.xml",
                                         "sitemap.xml", HISTORY_NAME};

static bool
is_root_file(const char *path)
{
    for (size_t i = 0; i < sizeof(root_files) / sizeof(root_files[0]); i++)
        if (strcmp(path, root_files[i]) == 0)
            return true;
    return false;
}

/* The path within the month being released, or NULL. */
static const char *
month_part(const struct carry *carry, const char *path)
{
    size_t length = strlen(carry->month);

    if (strncmp(path, carry->month, length) != 0 || path[length] != '/')
        return NULL;
    return path + length + 1;
}

/* Whether a file of that path was made by an earlier release; assets are
   called by their content. */
static bool
is_our_own(const struct carry *carry, const char *path)
{
    const char *name = month_part(carry, path);

    if (name != NULL)
        return strcmp(name, MANIFEST_NAME) == 0 ||
               manifest_find(carry->old_month, name) != NULL;
    return !is_root_file(path) || !carry->is_first;
}

bool
carry_meets_nobody(const struct carry *carry)
{
    bool has_month =
        files_kind(carry->published, carry->month) != FILES_NOTHING;

    for (size_t i = 0; i < carry->added->count; i++) {
        const char *path = carry->added->lines[i].path;

        if (!is_our_own(carry, path) &&
            (has_month || month_part(carry, path) == NULL) &&
            files_kind(carry->published, path) != FILES_NOTHING)
            return files_fail(carry->published, path, EEXIST);
    }
    return true;
}

static bool
stays_behind(const void *data, const char *path)
{
    const struct carry *carry = data;
    const char *name = month_part(carry, path);
    bool is_ours = name != NULL && (strcmp(name, MANIFEST_NAME) == 0 ||
                                    manifest_find(carry->old_month, name));

    if (is_ours)
        return !carry->keeps_month;
    return is_root_file(path) || manifest_find(carry->added, path) != NULL;
}

/* Links one file of the month into month/vN/. */
static bool
keep_file(const struct carry *carry, const char *name)
{
    char from[LONGEST_PATH], to[LONGEST_PATH];

    snprintf(from, sizeof(from), "%s/%s", carry->month, name);
    snprintf(to, sizeof(to), "%s/v%d/%s", carry->month, carry->old_version,
             name);
    return files_link(carry->published, from, carry->staging, to);
}

/* The old version's pages, one folder deeper now, look for their assets in
   the month's folder: they are linked there too. */
static bool
keep_assets(const struct carry *carry)
{
    char month_assets[LONGEST_PATH];
    struct folder from, to;
    bool good;

    if (files_kind(carry->published, "assets") != FILES_FOLDER)
        return true;
    snprintf(month_assets, sizeof(month_assets), "%s/assets", carry->month);
    if (!files_open_in(carry->published, "assets", &from))
        return false;
    if (!files_make_in(carry->staging, month_assets, &to)) {
        files_close(&from);
        return false;
    }
    good = tree_link(&from, &to, NULL);
    files_close(&from);
    files_close(&to);
    return good;
}

static bool
keep_old_version(const struct carry *carry)
{
    for (size_t i = 0; i < carry->old_month->count; i++)
        if (!keep_file(carry, carry->old_month->lines[i].path))
            return false;
    return keep_file(carry, MANIFEST_NAME) && keep_assets(carry);
}

bool
carry_over(const struct carry *carry)
{
    const struct tree_skip skip = {stays_behind, carry};

    return tree_link(carry->published, carry->staging, &skip) &&
           (carry->old_version == 0 || keep_old_version(carry));
}

bool
carry_drops_nothing(const struct folder *published,
                    const struct manifest *added)
{
    for (size_t i = 0; i < sizeof(root_files) / sizeof(root_files[0]); i++)
        if (files_kind(published, root_files[i]) != FILES_NOTHING &&
            manifest_find(added, root_files[i]) == NULL)
            return false;
    return true;
}
