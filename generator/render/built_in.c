#include "render/built_in.h"

#include <string.h>

bool
is_built_in(const char *name)
{
    return strcmp(name, BUILT_IN) == 0 ||
           text_starts(text_of(name), BUILT_IN "/");
}

bool
built_in_find(const char *name, struct text *content)
{
    const char *path = name + strlen(BUILT_IN "/");

    for (size_t i = 0; i < built_in_count; i++)
        if (strcmp(built_in_files[i].path, path) == 0) {
            *content = built_in_files[i].content;
            return true;
        }
    return false;
}
