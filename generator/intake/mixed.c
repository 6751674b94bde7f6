#include "intake/mixed.h"

#include <string.h>

#include "base/utf8.h"
#include "intake/gb18030.h"
#include "intake/lines.h"

/* A line with less than this may be UTF-8 by accident. */
enum { LEAST_HIGH_BYTES = 9, LEAST_IDEOGRAPHS = 3 };

struct kind {
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

/* Of a valid line. */
static bool
is_surely_utf8(struct text line)
{
    size_t high_bytes = 0, ideographs = 0;

    for (size_t i = 0; i < line.length; i++) {
        unsigned char byte = (unsigned char)line.bytes[i];

        high_bytes += byte >= 0x80;
        ideographs += byte >= 0xE3 && byte < 0xF5; /* from U+3000 on */
    }
    return high_bytes >= LEAST_HIGH_BYTES && ideographs >= LEAST_IDEOGRAPHS;
}

void
mixed_find(struct text bytes, struct mixed *mixed)
{
    struct kind utf8 = {0}, gb18030 = {0};
    const struct kind *rarer;
    uint32_t number = 1;
    size_t valid;

    for (size_t at = 0; at < bytes.length; number++) {
        struct text line = lines_rest(bytes, at);

        at += line.length;
        at += lines_end_length(bytes, at);
        if (utf8_ascii(line) == line.length)
            continue;
        if (!utf8_is_valid(line, &valid)) {
            if (gb18030_is_formed(line))
                count_line(&gb18030, number);
        } else if (is_surely_utf8(line)) {
            count_line(&utf8, number);
        }
    }
    rarer = utf8.count < gb18030.count ? &utf8 : &gb18030;
    mixed->of_utf8 = utf8.count;
    mixed->of_gb18030 = gb18030.count;
    mixed->named =
        rarer->count < MIXED_LINES_NAMED ? rarer->count : MIXED_LINES_NAMED;
    memcpy(mixed->lines, rarer->first, sizeof(mixed->lines));
}
