#include "intake/replacement.h"

#include "intake/codes.h"

/* Whether the right wording stands around the wrong one found there. */
static bool
is_part_of_right(const struct replacement_entry *entry, struct text text,
                 size_t found)
{
    size_t before = text_find(entry->right, entry->wrong);

    return entry->right.length > 0 && before < entry->right.length &&
           before <= found &&
           text_equal(text_slice(text, found - before, entry->right.length),
                      entry->right);
}

bool
replacement_find(const struct replacement_entry *entry, struct text text,
                 size_t *at)
{
    size_t found = *at;

    if (entry->wrong.length == 0)
        return false;
    for (;; found += entry->wrong.length) {
        struct text rest = text_from(text, found);
        size_t next = text_find(rest, entry->wrong);

        if (next == rest.length)
            return false;
        found += next;
        if (!is_part_of_right(entry, text, found))
            break;
    }
    *at = found;
    return true;
}
