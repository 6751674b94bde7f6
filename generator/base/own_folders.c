#include "base/own_folders.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

const char *const own_folder_marks[OWN_FOLDER_MARKS] = {
    MARK_OF_SITE, MARK_OF_BAG, MARK_OF_DRAFT, MARK_OF_NOTES};

bool
own_folders_has(const char *folder)
{
    char path[PATH_MAX];

    for (int i = 0; i < OWN_FOLDER_MARKS; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, own_folder_marks[i]);
        if (access(path, F_OK) == 0)
            return true;
    }
    return false;
}
