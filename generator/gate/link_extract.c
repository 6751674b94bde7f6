#include "gate/link_extract.h"

#include <string.h>

#include "base/arena.h"
#include "base/heading_ids.h"
#include "gate/html.h"
#include "gate/page_facts.h"

/* Takes "./" and "x/../" out of a path in place.  False if it leads out. */
static bool
normalize(char *path)
{
    char *to = path;

    for (char *from = path; *from != '\0';) {
        size_t length = strcspn(from, "/");

        if (length == 2 && from[0] == '.' && from[1] == '.') {
            if (to == path)
                return false;
            for (to--; to > path && to[-1] != '/';)
                to--;
        } else if (length != 1 || from[0] != '.') {
            memmove(to, from, length);
            to += length;
            if (from[length] == '/')
                *to++ = '/';
        }
        from += length + (from[length] == '/');
    }
    *to = '\0';
    return true;
}

static bool
is_elsewhere(struct text link)
{
    for (size_t i = 0; i < link.length; i++) {
        char c = link.bytes[i];

        if (c == ':')
            return true;
        if (c == '/' || c == '#' || c == '?' || c == '.')
            break;
    }
    return text_starts(link, "//");
}

/* The full path that the file part of a link names; NULL if it leads out of the
   folder. */
static const char *
path_of(const struct page_facts *sighting, struct text file)
{
    const char *slash = strrchr(sighting->path, '/');
    struct text folder = {sighting->path,
                          slash ? (size_t)(slash + 1 - sighting->path) : 0};
    struct text path;

    if (file.length == 0)
        return sighting->path;
    path = text_join(sighting->arena, folder, file);
    return normalize((char *)(uintptr_t)path.bytes) ? path.bytes : NULL;
}

bool
link_extract_target(const struct page_facts *sighting, struct text link,
                    struct text *path, struct text *anchor)
{
    size_t hash = text_find(link, TEXT("#"));
    struct text file = text_slice(link, 0, hash);
    const char *full = NULL;

    if (!is_elsewhere(link) && link.length > 0 && link.bytes[0] != '/' &&
        !text_ends(file, "/"))
        full = path_of(sighting, file);
    if (full == NULL)
        return false;
    *path = text_of(full);
    *anchor = text_from(link, hash + 1);
    return true;
}

/* A link as it stands on the page. */
static void
add_link(struct page_facts *sighting, struct text link)
{
    struct text path, anchor;

    if (is_elsewhere(link))
        return;
    if (!link_extract_target(sighting, link, &path, &anchor)) {
        page_facts_wrong(sighting, RULE_GATE_LINK, "%.*s", TEXT_ARG(link));
        return;
    }
    page_facts_leads(sighting, path, TEXT(""));
    if (anchor.length > 0)
        page_facts_leads(sighting, path, anchor);
}

void
link_extract_tag(struct page_facts *sighting, const struct html_tag *tag)
{
    for (size_t i = 0; i < tag->attribute_count; i++)
        switch (tag->attributes[i].asked) {
        case HTML_ID:
            page_facts_anchor(sighting, tag->attributes[i].value);
            break;
        case HTML_HREF:
        case HTML_SRC:
        case HTML_XLINK_HREF:
        case HTML_ACTION:
        case HTML_DATA:
        case HTML_POSTER:
        case HTML_DATA_INDEX:
            add_link(sighting, tag->attributes[i].value);
            break;
        default:
            break;
        }
}

/* Whether a link in Markdown is one of ours, up to its anchor: cells may hold
   brackets too. */
static bool
is_our_name(struct text link)
{
    for (size_t i = 0; i < link.length && link.bytes[i] != '#'; i++)
        if (memchr("abcdefghijklmnopqrstuvwxyz0123456789-_./", link.bytes[i],
                   40) == NULL)
            return false;
    return link.length > 0;
}

/* Headings are anchors, as GitHub makes them. */
static void
add_headings(struct page_facts *sighting, struct text text)
{
    struct heading_ids slugs = {.arena = sighting->arena};

    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text heading;

        if (heading_of_line(text_slice(text, 0, end), &heading))
            page_facts_anchor(sighting, heading_id_next(&slugs, heading));
        text = text_from(text, end + 1);
    }
}

void
link_extract_markdown(struct page_facts *sighting, struct text text)
{
    add_headings(sighting, text);
    for (;;) {
        size_t at = text_find(text, TEXT("]"));
        bool is_escaped = at > 0 && text.bytes[at - 1] == '\\';
        struct text link;

        if (at >= text.length)
            return;
        text = text_from(text, at + 1);
        if (!text_starts(text, "("))
            continue;
        text = text_from(text, 1);
        link = text_slice(text, 0, text_find(text, TEXT(")")));
        if (!is_escaped && is_our_name(link))
            add_link(sighting, link);
    }
}
