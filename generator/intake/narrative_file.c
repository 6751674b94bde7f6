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

static const char *
path_in(struct arena *arena, const char *folder, enum language language)
{
    const char *english = text_format(arena, "%s/summary.en.md", folder).bytes;

    return language == EN && has_words(english)
               ? english
               : text_format(arena, "%s/summary.md", folder).bytes;
}

const char *
narrative_path(struct arena *arena, const char *folder,
               const struct source_list *sources, struct month month,
               enum language language)
{
    const char *path = path_in(arena, folder, language);

    for (size_t i = 0; i < sources->folder_count; i++) {
        const struct month_folder *received = &sources->folders[i];
        const char *own = path_in(arena, received->path, language);

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
