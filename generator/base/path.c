#include "base/path.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"

const char *const path_texts[] = {".csv", ".txt", ".tsv", NULL};

const char *const path_workbooks[] = {".xlsx", ".xlsm", ".xls", ".xlsb",
                                      ".et",   ".ods",  NULL};

bool
path_ends(struct text path, const char *const *endings)
{
    for (; *endings != NULL; endings++) {
        size_t length = strlen(*endings);

        if (path.length >= length &&
            strncasecmp(path.bytes + path.length - length, *endings, length) ==
                0)
            return true;
    }
    return false;
}

bool
path_is_table(struct text path)
{
    return path_ends(path, path_texts) || path_ends(path, path_workbooks);
}

const char *
path_plain(struct arena *arena, const char *path)
{
    char *plain = arena_take(arena, strlen(path) + 1), *out = plain;

    while (*path != '\0') {
        size_t length = strcspn(path, "/");
        struct text step = {path, length};

        path += length + (path[length] == '/');
        if (text_is(step, "..")) {
            out -= out > plain;
            while (out > plain && out[-1] != '/')
                out--;
        } else if (length > 0 && !text_is(step, ".")) {
            out = mempcpy(out, step.bytes, length + (*path != '\0'));
        }
    }
    *out = '\0';
    return plain;
}

bool
path_leads_up(const char *path)
{
    for (const char *step = path; step != NULL; step = strchr(step, '/')) {
        step += *step == '/';
        if (strncmp(step, "..", 2) == 0 && (step[2] == '/' || step[2] == '\0'))
            return true;
    }
    return false;
}

const char *
path_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

const char *
path_sheet(const char *path)
{
    const char *name = path_name(path);

    for (const char *mark = name; (mark = strchr(mark, '#')); mark++)
        if (path_is_table((struct text){name, (size_t)(mark - name)}))
            return mark;
    return NULL;
}
