#include "file/empty_folders.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Cuts the last name off a path in place; false when none is left. */
static bool
cut_name(char *path)
{
    char *slash = strrchr(path, '/');

    while (slash != NULL && slash[1] == '\0' && slash > path) {
        *slash = '\0';
        slash = strrchr(path, '/');
    }
    if (slash == NULL || slash == path)
        return false;
    *slash = '\0';
    return true;
}

static bool
copy_path(char *copy, const char *path)
{
    size_t length = strlen(path);

    if (length >= PATH_MAX)
        return false;
    memcpy(copy, path, length + 1);
    return true;
}

size_t
empty_folders_standing(const char *path)
{
    char copy[PATH_MAX];
    struct stat status;

    if (!copy_path(copy, path))
        return strlen(path);
    while (lstat(copy, &status) != 0)
        if (!cut_name(copy))
            return 0;
    return strlen(copy);
}

void
empty_folders_remove(const char *path, size_t standing)
{
    char copy[PATH_MAX];

    if (!copy_path(copy, path))
        return;
    while (strlen(copy) > standing && rmdir(copy) == 0)
        if (!cut_name(copy))
            return;
}
