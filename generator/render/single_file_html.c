/*
 * The file is walked twice: first to know all its anchors, then to write it
 * anew.
 */
#include "render/single_file.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"

struct anchor {
    struct text id;
    struct anchor *next; /* in the bucket */
};

enum { BUCKETS = 4096 };

struct walk {
    struct arena *arena;
    struct buffer out;
    bool is_first; /* only the anchors are looked for */
    struct anchor *anchors[BUCKETS];
    struct text part;     /* whose section is open; empty outside */
    int depth;            /* open sections */
    bool is_linked_title; /* the open cell names its row by a link */
};

struct attribute {
    struct text name;
    struct text value; /* bytes NULL: there is none */
};

static struct anchor **
bucket_of(struct walk *walk, struct text id)
{
    return &walk->anchors[text_hash(id, 0) % BUCKETS];
}

static void
add_anchor(struct walk *walk, struct text id)
{
    struct anchor **bucket = bucket_of(walk, id);
    struct anchor *anchor = ARENA_NEW(walk->arena, struct anchor);

    *anchor = (struct anchor){id, *bucket};
    *bucket = anchor;
}

static bool
has_anchor(struct walk *walk, struct text id)
{
    const struct anchor *anchor = *bucket_of(walk, id);

    while (anchor && !text_equal(anchor->id, id))
        anchor = anchor->next;
    return anchor != NULL;
}

static void
put(struct walk *walk, struct text text)
{
    if (!walk->is_first)
        buffer_put(&walk->out, text);
}

static void
put_value(struct walk *walk, struct text value)
{
    put(walk, TEXT("=\""));
    put(walk, value);
    put(walk, TEXT("\""));
}

static void
put_attribute(struct walk *walk, const char *name, struct text value)
{
    put(walk, TEXT(" "));
    put(walk, text_of(name));
    put_value(walk, value);
}

/* An id as it is in its part. */
static struct text
placed(struct walk *walk, struct text part, struct text id)
{
    if (part.length == 0)
        return id;
    return text_join(walk->arena, text_join(walk->arena, part, TEXT(".")), id);
}

/* Where a link leads in the file; empty if it led out of it. */
static struct text
turned(struct walk *walk, struct text link)
{
    size_t hash = text_find(link, TEXT("#"));
    struct text file = text_slice(link, 0, hash);
    struct text anchor = text_from(link, hash + 1);
    struct text part = walk->part, place;

    if (file.length > 0) {
        if (!text_ends(file, ".html"))
            return TEXT("");
        part = text_slice(file, 0, file.length - strlen(".html"));
    }
    place = anchor.length > 0 ? placed(walk, part, anchor) : part;
    if (!has_anchor(walk, place))
        place = part;
    if (!has_anchor(walk, place))
        return TEXT("");
    return text_join(walk->arena, TEXT("#"), place);
}

/* Each of the ids that a label or a description names. */
static struct text
placed_all(struct walk *walk, struct text ids)
{
    struct text all = TEXT("");

    while (ids.length > 0) {
        size_t end = text_find(ids, TEXT(" "));
        struct text id = placed(walk, walk->part, text_slice(ids, 0, end));

        if (all.length > 0)
            all = text_join(walk->arena, all, TEXT(" "));
        all = text_join(walk->arena, all, id);
        ids = text_from(ids, end + 1);
    }
    return all;
}

static void
begin_part(struct walk *walk, struct text stem)
{
    walk->part = stem;
    walk->depth = 0;
    if (walk->is_first)
        add_anchor(walk, stem);
    put_attribute(walk, "id", stem);
}

static void
take_attribute(struct walk *walk, bool is_link, struct attribute attribute)
{
    struct text value = attribute.value;

    if (text_is(attribute.name, "data-part")) {
        begin_part(walk, value);
    } else if (text_is(attribute.name, "id")) {
        value = placed(walk, walk->part, value);
        if (walk->is_first)
            add_anchor(walk, value);
        put_attribute(walk, "id", value);
    } else if (walk->is_first) {
        return;
    } else if (is_link && text_is(attribute.name, "href")) {
        value = turned(walk, value);
        if (value.length > 0)
            put_attribute(walk, "href", value);
    } else if (walk->is_linked_title && text_is(attribute.name, "scope")) {
        return;
    } else {
        if (text_is(attribute.name, "role") && text_is(value, "region"))
            value = TEXT("group"); /* a landmark for each table is too many */
        if (text_is(attribute.name, "for") ||
            text_is(attribute.name, "aria-labelledby") ||
            text_is(attribute.name, "aria-describedby"))
            value = placed_all(walk, value);
        put(walk, TEXT(" "));
        put(walk, attribute.name);
        if (value.bytes)
            put_value(walk, value);
    }
}

/* The attribute that begins the rest of a tag, which moves on behind it. */
static bool
next_attribute(struct text *rest, struct attribute *attribute)
{
    size_t length = 0;

    while (rest->length > 0 && strchr(" \n\t", rest->bytes[0]))
        *rest = text_from(*rest, 1);
    if (rest->length == 0 || strchr("/>", rest->bytes[0]))
        return false;
    while (length < rest->length && !strchr(" \n\t=/>", rest->bytes[length]))
        length++;
    *attribute = (struct attribute){text_slice(*rest, 0, length), {NULL, 0}};
    *rest = text_from(*rest, length);
    if (!text_starts(*rest, "=\""))
        return true;
    *rest = text_from(*rest, 2);
    length = text_find(*rest, TEXT("\""));
    attribute->value = text_slice(*rest, 0, length);
    *rest = text_from(*rest, length + 1);
    return true;
}

/* h1 is h2 in a part, and so on. */
static void
put_name(struct walk *walk, struct text name)
{
    struct text heading;

    if (walk->part.length == 0 || name.length != 2 || name.bytes[0] != 'h' ||
        !isdigit((unsigned char)name.bytes[1])) {
        put(walk, name);
        return;
    }
    heading = text_format(walk->arena, "h%c",
                          name.bytes[1] < '6' ? name.bytes[1] + 1 : '6');
    put(walk, heading);
}

static void
follow_sections(struct walk *walk, struct text name, bool closes)
{
    if (walk->part.length == 0 || !text_is(name, "section"))
        return;
    walk->depth += closes ? -1 : 1;
    if (walk->depth == 0)
        walk->part.length = 0;
}

/* A link in the title of a row only scrolls here, so that whoever tries the
   titles of a table for sorting finds it dead: its cell is an ordinary one,
   whose digits are part of a name and count nothing. */
static struct text
cell_name(struct walk *walk, struct text name, bool closes, struct text after)
{
    if (!text_is(name, "th"))
        return name;
    if (!closes)
        walk->is_linked_title = text_starts(after, "<a ");
    return walk->is_linked_title ? TEXT("td") : name;
}

/* A tag as it stands, "<a href=…>", and what comes after it. */
static void
take_tag(struct walk *walk, struct text tag, struct text after)
{
    bool closes = tag.length > 1 && tag.bytes[1] == '/';
    struct text rest = text_from(tag, closes ? 2 : 1), name;
    struct attribute attribute;
    size_t length = 0;

    while (length < rest.length && isalnum((unsigned char)rest.bytes[length]))
        length++;
    name = text_slice(rest, 0, length);
    rest = text_from(rest, length);
    put(walk, closes ? TEXT("</") : TEXT("<"));
    put_name(walk, cell_name(walk, name, closes, after));
    if (!closes && text_is(name, "th") && walk->is_linked_title)
        put(walk, TEXT(" data-nolist=\"\""));
    while (next_attribute(&rest, &attribute))
        take_attribute(walk, text_is(name, "a"), attribute);
    put(walk, rest);
    follow_sections(walk, name, closes);
}

/* Up to the > that ends it. */
static struct text
tag_of(struct text html)
{
    bool in_quotes = false;
    size_t length = 0;

    while (length < html.length && (in_quotes || html.bytes[length] != '>')) {
        if (html.bytes[length] == '"')
            in_quotes = !in_quotes;
        length++;
    }
    return text_slice(html, 0, length + 1);
}

static void
walk_through(struct walk *walk, struct text html)
{
    walk->part.length = 0;
    while (html.length > 0) {
        size_t before = text_find(html, TEXT("<"));
        struct text tag = tag_of(text_from(html, before));

        put(walk, text_slice(html, 0, before));
        if (text_starts(tag, "<!"))
            put(walk, tag);
        else if (tag.length > 0)
            take_tag(walk, tag, text_from(html, before + tag.length));
        html = text_from(html, before + tag.length);
    }
}

struct text
single_file_html(struct arena *arena, struct text html)
{
    struct walk *walk = ARENA_NEW(arena, struct walk);

    walk->arena = arena;
    walk->out.arena = arena;
    walk->is_first = true;
    walk_through(walk, html);
    walk->is_first = false;
    walk_through(walk, html);
    return buffer_text(&walk->out);
}
