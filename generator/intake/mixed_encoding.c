#include "intake/mixed_encoding.h"

#include <string.h>

#include "base/utf8.h"
#include "intake/gb18030.h"
#include "intake/lines.h"
#include "intake/source.h"

/* A line with less than this may be UTF-8 by accident. */
enum { LEAST_HIGH_BYTES = 9, LEAST_IDEOGRAPHS = 3 };

enum { PIECE = 256 * 1024 }; /* bytes searched for NULs before they are read */

struct kind {
    bool has_nul;
    size_t count;
    uint32_t first[MIXED_LINES_NAMED];
};

static void
count_line(struct kind *kind, uint32_t line)
{
    if (kind->count < MIXED_LINES_NAMED)
        kind->first[kind->count] = line;
    kind->count++;
}

/* The line from its first byte beyond ASCII on; in GB18030 the next byte mostly
   tells. */
static bool
is_surely_utf8(struct text line)
{
    size_t high_bytes = 0, ideographs = 0, valid;

    if (line.length < LEAST_HIGH_BYTES || (line.bytes[1] & 0xC0) != 0x80 ||
        !utf8_is_valid(line, &valid))
        return false;
    for (size_t i = 0; i < line.length; i++) {
        unsigned char byte = (unsigned char)line.bytes[i];

        high_bytes += byte >= 0x80;
        ideographs += byte >= 0xE3 && byte < 0xF5; /* from U+3000 on */
    }
    return high_bytes >= LEAST_HIGH_BYTES && ideographs >= LEAST_IDEOGRAPHS;
}

static bool
is_gb18030(struct text line)
{
    struct gb18030_counts counts = {0};
    size_t valid;

    return !utf8_is_valid(line, &valid) &&
           gb18030_count(line, 0, line.length, &counts) == line.length;
}

/* Piece by piece, from *searched on, up to the one with this byte at least. */
static bool
has_nul(struct text bytes, size_t at, size_t *searched)
{
    for (; *searched <= at && *searched < bytes.length; *searched += PIECE) {
        struct text piece = text_slice(bytes, *searched, PIECE);

        if (memchr(piece.bytes, 0, piece.length) != NULL)
            return true;
    }
    return false;
}

/* The lines of one kind, which the test knows, up to where a NUL is met; a
   large file is let go as it is worked through. */
static struct kind
count_lines(const struct source *source, bool (*is_kind)(struct text))
{
    struct text bytes = {source->bytes, source->size};
    struct kind kind = {0};
    size_t searched = 0;
    uint32_t number = 1;

    for (size_t at = 0, behind = 0; at < bytes.length; number++) {
        struct text line = lines_rest(bytes, at);

        at += line.length;
        kind.has_nul = has_nul(bytes, at, &searched);
        if (kind.has_nul)
            break;
        at += lines_end_length(bytes, at);
        line = text_from(line, utf8_ascii(line));
        if (line.length > 0 && is_kind(line))
            count_line(&kind, number);
        if (at - behind > SOURCE_WINDOW) {
            source_let_go(source, behind, at);
            behind = at;
        }
    }
    return kind;
}

void
mixed_encoding_find(const struct source *source, struct mixed_encoding *mixed)
{
    struct kind utf8 = count_lines(source, is_surely_utf8), gb18030 = {0};
    const struct kind *rarer;

    mixed->has_nul = utf8.has_nul;
    if (!utf8.has_nul && utf8.count > 0)
        gb18030 = count_lines(source, is_gb18030);
    rarer = utf8.count < gb18030.count ? &utf8 : &gb18030;
    mixed->of_utf8 = utf8.count;
    mixed->of_gb18030 = gb18030.count;
    mixed->named =
        rarer->count < MIXED_LINES_NAMED ? rarer->count : MIXED_LINES_NAMED;
    memcpy(mixed->lines, rarer->first, sizeof(mixed->lines));
}
