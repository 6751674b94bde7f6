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

bool
narrative_read(struct arena *arena, const char *folder, struct month month,
               struct diag *diag, struct source *source)
{
    const char *of_month =
        text_format(arena, "%s/%s/summary.md", folder,
                    text_copy(arena, month_text(arena, month)).bytes)
            .bytes;
    const char *of_all = text_format(arena, "%s/summary.md", folder).bytes;

    *source = (struct source){.path = NULL};
    if (has_words(of_month))
        source->path = of_month;
    else if (has_words(of_all))
        source->path = of_all;
    if (source->path == NULL)
        return true;
    if (source_read(source, diag) && decode(source, ENCODING_UNKNOWN, diag))
        return true;
    source_close(source);
    source->path = NULL;
    return false;
}
