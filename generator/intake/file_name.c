#include "intake/file_name.h"

#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/gb18030.h"

bool
file_name_is_passed_over(const char *name)
{
    return name[0] == '.' || strncmp(name, "~$", 2) == 0 ||
           strncasecmp(name, "README", 6) == 0 ||
           strcmp(name, "summary.md") == 0 ||
           strcmp(name, "summary.en.md") == 0;
}

/* Of one name: no byte of GB18030 looks like a slash. */
static bool
name_read(struct arena *arena, struct text name, struct text *read)
{
    struct gb18030_counts counts = {0};
    size_t valid;
    char *coded;

    *read = name;
    if (utf8_is_valid(name, &valid))
        return true;
    if (gb18030_count(name, 0, name.length, &counts) != name.length ||
        counts.of_private > 0)
        return false;
    coded = arena_take(arena, GB18030_ROOM(name.length) + 1);
    *read = (struct text){coded, gb18030_write(name, coded)};
    return true;
}

const char *
file_name_utf8(struct arena *arena, const char *path)
{
    struct text rest = text_of(path), all = TEXT(""), name, read;
    size_t valid;

    if (utf8_is_valid(rest, &valid))
        return path;
    for (bool is_first = true;; is_first = false) {
        name = text_slice(rest, 0, text_find(rest, TEXT("/")));
        if (!name_read(arena, name, &read))
            return NULL;
        if (!is_first)
            all = text_join(arena, all, TEXT("/"));
        all = text_join(arena, all, read);
        if (name.length == rest.length)
            return text_copy(arena, all).bytes;
        rest = text_from(rest, name.length + 1);
    }
}
