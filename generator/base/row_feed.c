/*
 * Where the rows stand is heard from the reader of XML, which is fed no more
 * than a tag at a time as long as a row may follow.  So whatever looks like a
 * row within a comment is never taken for one.
 */
#include "base/row_feed.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/plain_row.h"
#include "base/xml.h"
#include "base/zip_reader.h"

_Static_assert((int)ZIP_PIECE_NULS >= (int)PLAIN_ROW_NULS, "behind a piece");
_Static_assert((int)TAG_PREFIX_NULS >= (int)PLAIN_ROW_NULS, "and without them");

enum { ROW_MOST = 1024 * 1024 };

/* Rows are sought only where they are written in UTF-8 and near the start. */
static bool
may_have_rows(const struct row_feed *feed, struct text head)
{
    size_t end = text_find(head, TEXT(">"));
    struct text top = text_slice(head, 0, end);
    size_t encoding = text_find(top, TEXT("encoding="));
    struct text name = text_from(top, encoding + strlen("encoding=\""));

    if (encoding != top.length && !text_starts(name, "UTF-8") &&
        !text_starts(name, "utf-8"))
        return false;
    return text_find(head, text_of(feed->around)) != head.length;
}

/* How much of what is left goes to the reader of XML now: up to the end of a
   tag, or nothing before there is one. */
static size_t
next_tag(struct text left)
{
    size_t end = text_find(left, TEXT(">"));

    return end == left.length ? 0 : end + 1;
}

/* Line ends, and what else may stand between rows that are plain. */
static size_t
blanks(struct text left)
{
    size_t length = 0;

    while (length < left.length && xml_is_blank(left.bytes[length]))
        length++;
    return length;
}

/* The length of the row that what is left begins with; 0 if it does not end
   there. */
static size_t
row_length(const struct row_feed *feed, struct text left)
{
    size_t length = strlen(feed->end);
    const char *end = memmem(left.bytes, left.length, feed->end, length);

    return end != NULL ? (size_t)(end - left.bytes) + length : 0;
}

/* One step; *used tells how far, 0 where more has to come first. */
static bool
step(struct row_feed *feed, struct xml *xml, struct text left, size_t *used)
{
    bool is_row = feed->is_between && text_starts(left, feed->start);

    *used = feed->is_between ? blanks(left) : 0;
    if (*used > 0)
        return xml_feed(xml, left.bytes, *used);
    if (is_row) {
        *used =
            feed->read(feed->data, (char *)(uintptr_t)left.bytes, left.length);
        if (*used > 0)
            return xml_is_sound(xml);
    }
    *used = is_row ? row_length(feed, left) : next_tag(left);
    if (*used == 0 && left.length > ROW_MOST)
        *used = left.length;
    if (*used == 0)
        return true;
    feed->is_between = false;
    return xml_feed(xml, left.bytes, *used);
}

/* Step by step, as far as it goes: *done. */
static bool
go_through(struct row_feed *feed, struct xml *xml, struct text bytes,
           size_t *done)
{
    size_t used = 1;
    bool good = true;

    *done = 0;
    while (good && used > 0 && !feed->is_over) {
        good = step(feed, xml, text_from(bytes, *done), &used);
        *done += used;
    }
    if (good && feed->is_over) {
        good = xml_feed(xml, bytes.bytes + *done, bytes.length - *done);
        *done = bytes.length;
    }
    return good;
}

/* What is left of the pieces before, with what more there is. */
static bool
go_on(struct row_feed *feed, struct xml *xml, struct text more)
{
    static const char nuls[PLAIN_ROW_NULS];
    struct pile *left = &feed->left;
    size_t done;
    bool good;

    pile_put(left, more.bytes, more.length);
    pile_put(left, nuls, sizeof(nuls));
    left->length -= sizeof(nuls);
    good =
        go_through(feed, xml, (struct text){left->bytes, left->length}, &done);
    memmove(left->bytes, left->bytes + done, left->length - done);
    left->length -= done;
    return good;
}

/* The piece without prefixes, if rows have one. */
static struct text
begin_piece(struct row_feed *feed, struct text piece)
{
    bool is_first = !feed->is_begun;

    feed->is_begun = true;
    if (is_first)
        tag_prefix_find(&feed->prefix, piece,
                        text_from(text_of(feed->around), 1));
    if (feed->prefix.length > 0)
        piece = tag_prefix_drop(&feed->prefix, piece, false);
    if (is_first)
        feed->is_over = !may_have_rows(feed, piece);
    return piece;
}

/* A row cut in two is put together; all others are read where they stand. */
bool
row_feed_take(struct row_feed *feed, struct xml *xml, char *bytes,
              size_t length)
{
    struct text rest = begin_piece(feed, (struct text){bytes, length});
    size_t done = 0;
    bool good = true;

    if (feed->left.length > 0) {
        size_t row = row_length(feed, rest);

        good = go_on(feed, xml, text_slice(rest, 0, row));
        rest = text_from(rest, row);
    }
    if (good && feed->left.length > 0) {
        good = go_on(feed, xml, rest);
        rest = text_from(rest, rest.length);
    }
    if (!good || rest.length == 0)
        return good;
    good = go_through(feed, xml, rest, &done);
    pile_put(&feed->left, rest.bytes + done, rest.length - done);
    return good;
}

bool
row_feed_end(struct row_feed *feed, struct xml *xml)
{
    struct text last = feed->prefix.length > 0
                           ? tag_prefix_drop(&feed->prefix, TEXT(""), true)
                           : TEXT("");

    pile_put(&feed->left, last.bytes, last.length);
    return feed->left.length == 0 ||
           xml_feed(xml, feed->left.bytes, feed->left.length);
}

void
row_feed_close(struct row_feed *feed)
{
    free(feed->left.bytes);
    tag_prefix_close(&feed->prefix);
}
