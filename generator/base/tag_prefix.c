#include "base/tag_prefix.h"

#include <stdlib.h>
#include <string.h>

#include "base/simd.h"

static const char cdata[] = "<![CDATA[", cdata_end[] = "]]>";

/* So many bytes tell what a < begins. */
enum { LOOK = TAG_PREFIX_MOST + sizeof("</") };
_Static_assert(LOOK >= sizeof(cdata), "what a < begins");
_Static_assert((int)TAG_PREFIX_NULS >= (int)LOOK, "behind the last <");
_Static_assert((int)TAG_PREFIX_NULS >= (int)PART, "behind the last text");

/* What is gone through, and where it is put. */
struct way {
    const char *at, *end;
    char *out;
};

void
tag_prefix_find(struct tag_prefix *prefix, struct text head,
                struct text element)
{
    const char *name =
        memmem(head.bytes, head.length, element.bytes, element.length);
    const char *from = name;

    if (name == NULL || name == head.bytes || name[-1] != ':')
        return;
    while (from > head.bytes && from[-1] != '<')
        from--;
    if (from == head.bytes || name - from > TAG_PREFIX_MOST)
        return;
    prefix->length = (size_t)(name - from);
    memcpy(prefix->written, from, prefix->length);
}

static void
put(struct way *way, size_t length)
{
    way->out = mempcpy(way->out, way->at, length);
    way->at += length;
}

/* Up to the next < or the end; some bytes more than that are copied. */
static inline void
put_text(struct way *way)
{
    unsigned tags = 0;

    while (tags == 0 && way->at < way->end) {
        size_t left = (size_t)(way->end - way->at), length;

        tags = part_equal(way->at, '<');
        length = tags != 0 ? (size_t)__builtin_ctz(tags) : PART;
        memcpy(way->out, way->at, PART);
        way->at += length < left ? length : left;
        way->out += length < left ? length : left;
    }
}

/* Up to the end of it, or as far as it has come. */
static void
put_cdata(struct tag_prefix *prefix, struct way *way)
{
    enum { LENGTH = sizeof(cdata_end) - 1 };
    size_t left = (size_t)(way->end - way->at);
    const char *end = memmem(way->at, left, cdata_end, LENGTH);

    prefix->is_cdata = end == NULL;
    if (end != NULL)
        put(way, (size_t)(end - way->at) + LENGTH);
    else
        put(way, left < LENGTH ? 0 : left - LENGTH + 1);
}

/* The < and what it begins, but for the prefix. */
static inline void
put_tag(struct tag_prefix *prefix, struct way *way)
{
    size_t i = 0;

    if (memcmp(way->at, cdata, sizeof(cdata) - 1) == 0) {
        put(way, sizeof(cdata) - 1);
        put_cdata(prefix, way);
        return;
    }
    *way->out++ = *way->at++;
    if (*way->at == '/')
        *way->out++ = *way->at++;
    while (i < prefix->length && way->at[i] == prefix->written[i])
        i++;
    if (i == prefix->length)
        way->at += i;
}

static void
go_on(struct tag_prefix *prefix, struct way *way, bool is_last)
{
    if (prefix->is_cdata)
        put_cdata(prefix, way);
    while (!prefix->is_cdata) {
        put_text(way);
        if (way->at == way->end || (way->end - way->at < LOOK && !is_last))
            return;
        put_tag(prefix, way);
    }
    if (is_last)
        put(way, (size_t)(way->end - way->at));
}

static void
put_nuls(struct pile *pile)
{
    memset(pile_room(pile, TAG_PREFIX_NULS), 0, TAG_PREFIX_NULS);
}

struct text
tag_prefix_drop(struct tag_prefix *prefix, struct text piece, bool is_last)
{
    struct pile *in = &prefix->in, *out = &prefix->out;
    struct way way;

    pile_put(in, piece.bytes, piece.length);
    put_nuls(in);
    out->length = 0;
    way = (struct way){.at = in->bytes,
                       .end = in->bytes + in->length,
                       .out = pile_room(out, in->length + TAG_PREFIX_NULS)};
    go_on(prefix, &way, is_last);
    out->length = (size_t)(way.out - out->bytes);
    put_nuls(out);
    in->length = (size_t)(way.end - way.at);
    memmove(in->bytes, way.at, in->length);
    return (struct text){out->bytes, out->length};
}

void
tag_prefix_close(struct tag_prefix *prefix)
{
    free(prefix->in.bytes);
    free(prefix->out.bytes);
}
