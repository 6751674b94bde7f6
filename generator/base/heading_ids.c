#include "base/heading_ids.h"

#include "base/arena.h"
#include "base/array.h"

/* Escapes a heading may hold; what they stand for has no place in a slug. */
static const char *const signs[] = {"&lt;", "&gt;", "&amp;", "<br>"};

bool
heading_of_line(struct text line, struct text *heading)
{
    size_t level = 0;

    while (level < line.length && line.bytes[level] == '#')
        level++;
    if (level == 0 || level > 6 || level >= line.length ||
        line.bytes[level] != ' ')
        return false;
    *heading = text_from(line, level + 1);
    return true;
}

static size_t
sign_at(struct text text)
{
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (text_starts(text, signs[i]))
            return text_of(signs[i]).length;
    return 0;
}

/* A small letter may be longer than its capital, never more than 4 bytes. */
static struct text
slug_of(struct arena *arena, struct text heading)
{
    char *bytes = arena_take(arena, heading.length * 4 + 1);
    size_t written = 0;

    for (size_t at = 0; at < heading.length;) {
        size_t skipped = sign_at(text_from(heading, at));
        int32_t letter;

        at += skipped;
        if (skipped > 0)
            continue;
        letter = text_next(heading, &at);
        if (letter == ' ')
            bytes[written++] = '-';
        else if (letter == '-' || text_is_word(letter))
            written += text_encode(text_lower(letter), bytes + written);
    }
    return (struct text){bytes, written};
}

static bool
is_taken(const struct heading_ids *slugs, struct text slug)
{
    for (size_t i = 0; i < slugs->count; i++)
        if (text_equal(slugs->taken[i], slug))
            return true;
    return false;
}

static void
keep(struct heading_ids *slugs, struct text slug)
{
    *ARRAY_ADD(slugs->arena, slugs->taken, slugs->count, slugs->room) = slug;
}

struct text
heading_id_next(struct heading_ids *slugs, struct text heading)
{
    struct text plain = slug_of(slugs->arena, heading), slug = plain;

    for (int again = 1; is_taken(slugs, slug); again++)
        slug = text_format(slugs->arena, "%.*s-%d", TEXT_ARG(plain), again);
    keep(slugs, slug);
    return slug;
}
