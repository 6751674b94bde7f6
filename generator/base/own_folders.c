#include "base/own_folders.h"

#include <limits.h>
#include <stdio.h>
#include <unistd.h>

const char *const marks[MARKS] = {MARK_OF_SITE, MARK_OF_BAG, MARK_OF_DRAFT};

bool
marks_stand_in(const char *folder)
{
    char path[PATH_MAX];

    for (int i = 0; i < MARKS; i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, marks[i]);
        if (access(path, F_OK) == 0)
            return true;
    }
    return false;
}
