/*
 * Folders are listed whole before going deeper, so that depth costs no open
 * files, and the result is sorted by the bytes of the path.
 */
#include "intake/source.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/own_folders.h"
#include "base/path.h"
#include "base/utf8.h"
#include "intake/file_name.h"

/* What the input folder and month folders hold besides ledgers. */
static const char *const settings_files[] = {"settings", "targets"};

/* A folder while it is looked through. */
struct place_found {
    const char *path;       /* as the system has it */
    const char *shown;      /* in UTF-8 */
    size_t month_folder;    /* innermost, its place in the list plus 1, or 0 */
    bool may_have_settings; /* is itself a month folder, or the input folder */
};

struct finder {
    struct arena *arena;
    struct diag *diag;
    struct source_list *found;
    size_t room, folder_room;
    size_t *folder_of, folder_of_count, folder_of_room; /* by source */
};

struct intern {
    char **items;
    size_t count, room;
};

static bool
is_setting(const char *name)
{
    const char *ending = strrchr(name, '.');

    if (!path_is_table(text_of(name)))
        return strcmp(name, "codes") == 0;
    for (size_t i = 0; i < sizeof(settings_files) / sizeof(*settings_files);
         i++)
        if (strncmp(name, settings_files[i], (size_t)(ending - name)) == 0 &&
            strlen(settings_files[i]) == (size_t)(ending - name))
            return true;
    return false;
}

/* The names in a folder that may matter, in the folder's order. */
static bool
list_folder(struct finder *finder, const char *path, bool may_have_settings,
            struct intern *names)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    int fault;

    if (folder == NULL)
        return false;
    while ((errno = 0, entry = readdir(folder))) {
        if (file_name_is_passed_over(entry->d_name) ||
            (may_have_settings && is_setting(entry->d_name)))
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
report_name(struct finder *finder, enum rule rule, const char *path)
{
    diag_report(finder->diag, rule, &(struct finding){.place = {.path = path}});
}

static void
add_file(struct finder *finder, const struct place_found *place)
{
    struct source_list *found = finder->found;

    if (!path_is_table(text_of(place->shown))) {
        report_name(finder, RULE_FILE_NOT_LEDGER, place->shown);
        return;
    }
    *ARRAY_ADD(NULL, finder->folder_of, finder->folder_of_count,
               finder->folder_of_room) = place->month_folder;
    *ARRAY_ADD(finder->arena, found->items, found->count, finder->room) =
        (struct source){.path = place->shown, .opened = place->path};
}

/* A folder that means a month holds what is below it, up to the next. */
static void
look_at_name(struct finder *finder, struct place_found *place, const char *name)
{
    struct source_list *found = finder->found;
    struct month_name read = month_name_read(finder->arena, text_of(name));

    place->may_have_settings = false;
    if (read.kind == MONTH_NAME_NONE)
        return;
    if (read.kind == MONTH_NAME_WRONG) {
        report_name(finder, RULE_FOLDER_NO_MONTH, place->shown);
        return;
    }
    *ARRAY_ADD(finder->arena, found->folders, found->folder_count,
               finder->folder_room) = (struct month_folder){
        .path = place->path, .shown = place->shown, .name = read};
    place->month_folder = found->folder_count;
    place->may_have_settings = true;
}

static bool walk(struct finder *finder, const struct place_found *place);

/* Of the bytes, so many are UTF-8: the others are shown as numbers. */
static const char *
with_bytes_shown(struct arena *arena, struct text name, size_t valid)
{
    struct text shown = text_slice(name, 0, valid);

    for (size_t i = valid; i < name.length; i++)
        shown = text_format(arena,
                            (unsigned char)name.bytes[i] < 0x80 ? "%.*s%c"
                                                                : "%.*s\\x%02X",
                            TEXT_ARG(shown), (unsigned char)name.bytes[i]);
    return text_copy(arena, shown).bytes;
}

/* Exports unpacked by old programs have names in GBK.  Those that are neither
   that nor UTF-8 are not read: no page and no data file could name them. */
static const char *
name_shown(struct finder *finder, const char *above, const char *name)
{
    const char *read = file_name_utf8(finder->arena, name);
    const char *path;
    size_t valid;

    if (read == NULL) {
        utf8_is_valid(text_of(name), &valid);
        path =
            text_format(finder->arena, "%s/%s", above,
                        with_bytes_shown(finder->arena, text_of(name), valid))
                .bytes;
        report_name(finder, RULE_FILE_NAME, path);
        return NULL;
    }
    path = text_format(finder->arena, "%s/%s", above, read).bytes;
    if (read != name)
        report_name(finder, RULE_FILE_NAME_CODED, path);
    return path;
}

/* A link to a folder is left out: it may lead outside, or round in a
   circle. */
static bool
visit(struct finder *finder, const struct place_found *above, const char *name)
{
    struct place_found place = *above;
    struct stat entry, target;

    place.shown = name_shown(finder, above->shown, name);
    if (place.shown == NULL)
        return true;
    place.path = text_format(finder->arena, "%s/%s", above->path, name).bytes;
    if (lstat(place.path, &entry) != 0)
        return errno_report(finder->diag, RULE_FILE_UNREADABLE, place.shown,
                            errno);
    if (S_ISDIR(entry.st_mode)) {
        look_at_name(finder, &place, path_name(place.shown));
        return own_folders_has(place.path) || walk(finder, &place);
    }
    if (S_ISLNK(entry.st_mode) && stat(place.path, &target) == 0 &&
        S_ISDIR(target.st_mode))
        report_name(finder, RULE_FOLDER_LINKED, place.shown);
    else
        add_file(finder, &place);
    return true;
}

static bool
walk(struct finder *finder, const struct place_found *place)
{
    struct intern names = {0};
    bool good =
        list_folder(finder, place->path, place->may_have_settings, &names);

    if (!good)
        errno_report(finder->diag, RULE_FILE_UNREADABLE, place->shown, errno);
    for (size_t i = 0; good && i < names.count; i++)
        good = visit(finder, place, names.items[i]);
    free(names.items);
    return good;
}

/* 10月 lies in the campaign year; where that is not stated, in the year of the
   newest month folder that is. */
static void
add_years(struct finder *finder, struct month year_start)
{
    struct source_list *found = finder->found;

    for (size_t i = 0; year_start.number == 0 && i < found->folder_count; i++)
        if (found->folders[i].name.kind == MONTH_NAME_WHOLE &&
            found->folders[i].name.month.number > year_start.number)
            year_start = found->folders[i].name.month;
    year_start = month_make(month_year(year_start), month_in_year(year_start));
    for (size_t i = 0; i < found->folder_count; i++) {
        struct month_folder *folder = &found->folders[i];
        struct month month = folder->name.month;

        if (folder->name.kind != MONTH_NAME_NO_YEAR)
            continue;
        month = month_make(month_year(year_start), month_in_year(month));
        if (month.number < year_start.number)
            month.number += 12;
        folder->name.month = month;
        diag_report(
            finder->diag, RULE_FOLDER_NO_YEAR,
            &(struct finding){.place = {.path = folder->shown},
                              .detail = {month_text(finder->arena, month)}});
    }
}

static int
by_month(const void *a, const void *b)
{
    const struct month_folder *x = *(struct month_folder *const *)a;
    const struct month_folder *y = *(struct month_folder *const *)b;
    int months = x->name.month.number - y->name.month.number;
    int names;

    if (months != 0)
        return months;
    names = strverscmp(x->name.more.bytes, y->name.more.bytes);
    return names != 0 ? names : strcmp(x->shown, y->shown);
}

static bool
are_equal_in_age(const struct month_folder *a, const struct month_folder *b)
{
    return a->name.month.number == b->name.month.number &&
           text_equal(a->name.more, b->name.more);
}

/* Of one month the plain folders are the oldest, the others follow by name. */
static void
order_folders(struct source_list *found, struct month_folder **order)
{
    int step = 0;

    for (size_t i = 0; i < found->folder_count; i++)
        order[i] = &found->folders[i];
    if (found->folder_count > 0)
        qsort(order, found->folder_count, sizeof(struct month_folder *),
              by_month);
    for (size_t i = 0; i < found->folder_count; i++) {
        if (i == 0 ||
            order[i]->name.month.number != order[i - 1]->name.month.number)
            step = order[i]->name.more.length > 0;
        else if (!are_equal_in_age(order[i], order[i - 1]) &&
                 step + 1 < FOLDERS_OF_MONTH)
            step++;
        order[i]->step = step;
    }
}

static void
date_sources(struct finder *finder, struct month year_start)
{
    struct source_list *found = finder->found;
    size_t count = found->folder_count;
    struct month_folder **order =
        arena_take(finder->arena, (count + 1) * sizeof(*order));
    struct month_folder *sorted =
        arena_take(finder->arena, (count + 1) * sizeof(*sorted));

    add_years(finder, year_start);
    order_folders(found, order);
    for (size_t i = 0; i < found->count; i++) {
        size_t folder = finder->folder_of[i];

        if (folder == 0)
            continue;
        found->items[i].folder = found->folders[folder - 1].name.month;
        found->items[i].folder_step = found->folders[folder - 1].step;
    }
    for (size_t i = 0; i < count; i++)
        sorted[i] = *order[i];
    found->folders = sorted;
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

        if (path_ends(text_of(path), path_texts) &&
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

        if (path_ends(text_of(source->path), path_workbooks))
            text = text_beside(found, source);
        if (text != NULL)
            diag_report(finder->diag, RULE_WORKBOOK_BESIDE,
                        &(struct finding){
                            .place = {.path = source->path},
                            .detail = {text_of(path_name(text->path))}});
        else
            found->items[kept++] = *source;
    }
    found->count = kept;
}

bool
sources_find(struct arena *arena, const char *folder, struct month year_start,
             struct diag *diag, struct source_list *found)
{
    size_t length = strlen(folder);
    struct finder finder = {.arena = arena, .diag = diag, .found = found};
    struct place_found top = {.may_have_settings = true};
    struct stat status;
    bool is_seen;

    *found = (struct source_list){0};
    while (length > 1 && folder[length - 1] == '/')
        length--;
    top.path = top.shown = arena_copy(arena, folder, length);
    is_seen = stat(top.path, &status) == 0;
    if (!is_seen && errno != ENOENT && errno != ENOTDIR)
        return errno_report(diag, RULE_FILE_UNREADABLE, top.path, errno);
    if (!is_seen || !S_ISDIR(status.st_mode))
        return diag_report(diag, RULE_INPUT_MISSING,
                           &(struct finding){.detail = {text_of(top.path)}});
    if (lstat(top.path, &status) == 0 && S_ISLNK(status.st_mode))
        report_name(&finder, RULE_INPUT_LINKED, top.path);
    is_seen = walk(&finder, &top);
    date_sources(&finder, year_start);
    free(finder.folder_of);
    if (!is_seen)
        return false;
    if (found->count > 0)
        qsort(found->items, found->count, sizeof(*found->items), by_path);
    leave_workbooks_out(&finder);
    return true;
}

/* The innermost folder of the path that is a month of a year. */
static struct month_name
month_of_path(struct arena *arena, const char *path)
{
    struct month_name month = {MONTH_NAME_NONE, {0}, {"", 0}};

    for (const char *end; (end = strchr(path, '/')); path = end + 1) {
        struct month_name name =
            month_name_read(arena, (struct text){path, (size_t)(end - path)});

        if (name.kind == MONTH_NAME_WHOLE)
            month = name;
    }
    return month;
}

struct source_list
sources_named(struct arena *arena, char *const *paths, size_t count)
{
    struct source_list named = {
        .items = arena_take(arena, count * sizeof(struct source)),
        .count = count};

    for (size_t i = 0; i < count; i++) {
        struct month_name month = month_of_path(arena, paths[i]);

        named.items[i] = (struct source){
            .path = arena_copy(arena, paths[i], strlen(paths[i])),
            .folder = month.month,
            .folder_step = month.more.length > 0};
    }
    return named;
}

struct month
sources_newest_month(const struct source_list *sources)
{
    struct month newest = {0};

    for (size_t i = 0; i < sources->count; i++)
        if (sources->items[i].folder.number > newest.number)
            newest = sources->items[i].folder;
    return newest;
}
