#include "intake/narrative_file.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "intake/decode.h"

/* Nobody is told that a file he need not write is empty; a file that is there
   but cannot be seen is left to the reading, which says so. */
static bool
has_words(const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return errno != ENOENT && errno != ENOTDIR;
    return status.st_size > 0;
}

const char *
narrative_path(struct arena *arena, const char *folder,
               const struct source_list *sources, struct month month)
{
    const char *path = text_format(arena, "%s/summary.md", folder).bytes;

    for (size_t i = 0; i < sources->folder_count; i++) {
        const struct month_folder *received = &sources->folders[i];
        const char *own =
            text_format(arena, "%s/summary.md", received->path).bytes;

        if (received->name.month.number == month.number && has_words(own))
            path = own;
    }
    return path;
}

bool
narrative_read(const char *path, struct diag *diag, struct source *source)
{
    *source = (struct source){.path = has_words(path) ? path : NULL};
    if (source->path == NULL)
        return true;
    if (source_read(source, diag) && decode(source, ENCODING_UNKNOWN, diag))
        return true;
    source_close(source);
    source->path = NULL;
    return false;
}
