#include "render/single_file.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/heading_ids.h"

static const char mark[] = "<!-- part: ";

/* A page in the file. */
struct part {
    struct text stem;
    struct text slug; /* of its title */
    struct part *next;
};

struct walk {
    struct arena *arena;
    struct heading_ids slugs;
    struct buffer out;
    struct part *parts; /* the newest first */
    bool in_part;
};

static struct text
next_line(struct text *rest)
{
    size_t end = text_find(*rest, TEXT("\n"));
    struct text line = text_slice(*rest, 0, end);

    *rest = text_from(*rest, end + 1);
    return line;
}

/* The stem in the mark that begins a part; empty if the line is none. */
static struct text
stem_in(struct text line)
{
    struct text stem = text_from(line, strlen(mark));

    if (!text_starts(line, mark))
        return TEXT("");
    return text_slice(stem, 0, text_find(stem, TEXT(" ")));
}

static void
gather_parts(struct walk *walk, struct text markdown)
{
    bool wants_title = false;

    while (markdown.length > 0) {
        struct text line = next_line(&markdown);
        struct text stem = stem_in(line), heading;

        if (stem.length > 0) {
            struct part *part = ARENA_NEW(walk->arena, struct part);

            *part = (struct part){stem, TEXT(""), walk->parts};
            walk->parts = part;
            wants_title = true;
        } else if (heading_of_line(line, &heading)) {
            struct text slug = heading_id_next(&walk->slugs, heading);

            if (wants_title)
                walk->parts->slug = slug;
            wants_title = false;
        }
    }
}

/* The anchor of the page a link leads to; empty if it is not in the file. */
static struct text
turned(const struct walk *walk, struct text link)
{
    struct text stem = text_slice(link, 0, text_find(link, TEXT(".")));
    const struct part *part = walk->parts;

    while (part && !text_equal(part->stem, stem))
        part = part->next;
    return part ? part->slug : TEXT("");
}

/* Where the sign stands first without a backslash before it. */
static size_t
find_bare(struct text text, char sign)
{
    size_t at = 0;

    while (at < text.length && text.bytes[at] != sign)
        at += text.bytes[at] == '\\' ? 2 : 1;
    return at < text.length ? at : text.length;
}

/* Writes a line, its links turned inward. */
static void
put_line(struct walk *walk, struct text line)
{
    while (line.length > 0) {
        size_t open = find_bare(line, '[');
        struct text label = text_from(line, open + 1), link, slug;
        size_t close = find_bare(label, ']');

        buffer_put(&walk->out, text_slice(line, 0, open));
        line = text_from(line, open);
        if (!text_starts(text_from(label, close), "](")) {
            buffer_put(&walk->out, text_slice(line, 0, close + 1));
            line = text_from(line, close + 1);
            continue;
        }
        link = text_from(label, close + 2);
        label = text_slice(label, 0, close);
        line = text_from(link, text_find(link, TEXT(")")) + 1);
        slug = turned(walk, text_slice(link, 0, text_find(link, TEXT(")"))));
        buffer_put(&walk->out,
                   slug.length > 0
                       ? text_format(walk->arena, "[%.*s](#%.*s)",
                                     TEXT_ARG(label), TEXT_ARG(slug))
                       : label);
    }
    buffer_put(&walk->out, TEXT("\n"));
}

struct text
single_file_markdown(struct arena *arena, struct text markdown)
{
    struct walk walk = {
        .arena = arena, .slugs = {.arena = arena}, .out = {.arena = arena}};

    gather_parts(&walk, markdown);
    while (markdown.length > 0) {
        struct text line = next_line(&markdown), heading;

        walk.in_part = walk.in_part || stem_in(line).length > 0;
        if (walk.in_part && heading_of_line(line, &heading))
            buffer_put(&walk.out, TEXT("#"));
        put_line(&walk, line);
    }
    return buffer_text(&walk.out);
}
