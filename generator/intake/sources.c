/*
 * Folders are listed whole before going deeper, so that depth costs no open
 * files, and the result is sorted by the bytes of the path.
 */
#include "intake/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/own_folders.h"
#include "base/utf8.h"

/* What the input folder holds besides ledgers. */
static const char *const top_others[] = {"codes", "settings.csv",
                                         "targets.csv"};

static const char *const text_endings[] = {".csv", ".txt", ".tsv"};

/* Those that are not read are there to be told so. */
static const char *const workbook_endings[] = {".xlsx", ".xlsm", ".xls",
                                               ".xlsb", ".et",   ".ods"};

struct finder {
    struct arena *arena;
    struct diag *diag;
    size_t below; /* where the part of a path below the folder begins */
    struct source_list *found;
    size_t room;
};

struct intern {
    char **items;
    size_t count, room;
};

/* The innermost folder of the path that reads as a month. */
static struct month
month_folder(const char *path)
{
    struct month month = {0};

    for (const char *end; (end = strchr(path, '/')); path = end + 1)
        month_parse((struct text){path, (size_t)(end - path)}, &month);
    return month;
}

#define HAS_ENDING(name, endings) \
    has_ending((name), (endings), sizeof(endings) / sizeof(*(endings)))

static bool
has_ending(const char *name, const char *const *endings, size_t count)
{
    const char *ending = strrchr(name, '.');

    for (size_t i = 0; ending && i < count; i++)
        if (strcasecmp(ending, endings[i]) == 0)
            return true;
    return false;
}

/* Hidden files, the lock files of office programs, and texts for people. */
static bool
is_passed_over(const char *name, bool is_top)
{
    if (name[0] == '.' || strncmp(name, "~$", 2) == 0 ||
        strncasecmp(name, "README", 6) == 0 || strcmp(name, "summary.md") == 0)
        return true;
    for (size_t i = 0; is_top && i < sizeof(top_others) / sizeof(*top_others);
         i++)
        if (strcmp(name, top_others[i]) == 0)
            return true;
    return false;
}

/* The names in a folder that may matter, in the folder's order. */
static bool
list_folder(struct finder *finder, const char *path, bool is_top,
            struct intern *names)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    int fault;

    if (folder == NULL)
        return false;
    while ((errno = 0, entry = readdir(folder))) {
        if (is_passed_over(entry->d_name, is_top))
            continue;
        *ARRAY_ADD(NULL, names->items, names->count, names->room) =
            arena_copy(finder->arena, entry->d_name, strlen(entry->d_name));
    }
    fault = errno;
    closedir(folder);
    errno = fault;
    return fault == 0;
}

static void
add_file(struct finder *finder, const char *path)
{
    struct source_list *found = finder->found;

    if (!HAS_ENDING(path, text_endings) &&
        !HAS_ENDING(path, workbook_endings)) {
        diag_report(finder->diag, RULE_FILE_NOT_LEDGER,
                    &(struct finding){.place = {.path = path}});
        return;
    }
    *ARRAY_ADD(finder->arena, found->items, found->count, finder->room) =
        (struct source){.path = path,
                        .folder = month_folder(path + finder->below)};
}

static bool walk(struct finder *finder, const char *path, bool is_top);

/* Exports unpacked by old programs have names in GBK; no page and no data file
   could name them.  So many bytes of this one are UTF-8.  Always true: the
   others are read. */
static bool
refuse_name(struct finder *finder, const char *path, size_t valid)
{
    struct text shown = {path, valid};

    for (const char *c = path + valid; *c != '\0'; c++)
        shown = text_format(finder->arena,
                            (unsigned char)*c < 0x80 ? "%.*s%c" : "%.*s\\x%02X",
                            TEXT_ARG(shown), (unsigned char)*c);
    diag_report(finder->diag, RULE_FILE_NAME,
                &(struct finding){.place = {.path = shown.bytes}});
    return true;
}

/* A link to a folder is left out: it may lead outside, or round in a
   circle. */
static bool
visit(struct finder *finder, const char *path)
{
    struct stat entry, target;
    size_t valid;

    if (!utf8_is_valid(text_of(path + finder->below), &valid))
        return refuse_name(finder, path, finder->below + valid);
    if (lstat(path, &entry) != 0)
        return errno_report(finder->diag, RULE_FILE_UNREADABLE, path, errno);
    if (S_ISDIR(entry.st_mode))
        return own_folders_has(path) || walk(finder, path, false);
    if (!S_ISLNK(entry.st_mode) || stat(path, &target) != 0 ||
        !S_ISDIR(target.st_mode))
        add_file(finder, path);
    return true;
}

static bool
walk(struct finder *finder, const char *path, bool is_top)
{
    struct intern names = {0};
    bool good = list_folder(finder, path, is_top, &names);

    if (!good)
        errno_report(finder->diag, RULE_FILE_UNREADABLE, path, errno);
    for (size_t i = 0; good && i < names.count; i++)
        good = visit(
            finder,
            text_format(finder->arena, "%s/%s", path, names.items[i]).bytes);
    free(names.items);
    return good;
}

static int
by_path(const void *a, const void *b)
{
    return strcmp(((const struct source *)a)->path,
                  ((const struct source *)b)->path);
}

/* The text saved from a workbook, which lies beside it, or NULL. */
static const struct source *
text_beside(const struct source_list *found, const struct source *workbook)
{
    size_t stem = (size_t)(strrchr(workbook->path, '.') - workbook->path);

    for (size_t i = 0; i < found->count; i++) {
        const char *path = found->items[i].path;

        if (HAS_ENDING(path, text_endings) &&
            strncmp(path, workbook->path, stem) == 0 &&
            strrchr(path, '.') == path + stem)
            return &found->items[i];
    }
    return NULL;
}

/* What was saved from a workbook is read in its place, not besides it. */
static void
leave_workbooks_out(const struct finder *finder)
{
    struct source_list *found = finder->found;
    size_t kept = 0;

    for (size_t i = 0; i < found->count; i++) {
        const struct source *source = &found->items[i], *text = NULL;

        if (HAS_ENDING(source->path, workbook_endings))
            text = text_beside(found, source);
        if (text != NULL)
            diag_report(finder->diag, RULE_WORKBOOK_BESIDE,
                        &(struct finding){
                            .place = {.path = source->path},
                            .detail = {text_of(strrchr(text->path, '/') + 1)}});
        else
            found->items[kept++] = *source;
    }
    found->count = kept;
}

bool
sources_find(struct arena *arena, const char *folder, struct diag *diag,
             struct source_list *found)
{
    size_t length = strlen(folder);
    struct finder finder = {.arena = arena, .diag = diag, .found = found};
    struct stat status;
    const char *top;
    bool is_seen;

    *found = (struct source_list){0};
    while (length > 1 && folder[length - 1] == '/')
        length--;
    top = arena_copy(arena, folder, length);
    finder.below = length + 1;
    is_seen = stat(top, &status) == 0;
    if (!is_seen && errno != ENOENT && errno != ENOTDIR)
        return errno_report(diag, RULE_FILE_UNREADABLE, top, errno);
    if (!is_seen || !S_ISDIR(status.st_mode))
        return diag_report(diag, RULE_INPUT_MISSING,
                           &(struct finding){.detail = {text_of(top)}});
    if (!walk(&finder, top, true))
        return false;
    if (found->count > 0)
        qsort(found->items, found->count, sizeof(*found->items), by_path);
    leave_workbooks_out(&finder);
    return true;
}

struct source_list
sources_named(struct arena *arena, char *const *paths, size_t count)
{
    struct source_list named = {
        arena_take(arena, count * sizeof(struct source)), count};

    for (size_t i = 0; i < count; i++) {
        named.items[i].path = arena_copy(arena, paths[i], strlen(paths[i]));
        named.items[i].folder = month_folder(paths[i]);
    }
    return named;
}
