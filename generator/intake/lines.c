#include "intake/lines.h"

#include "base/simd.h"

size_t
lines_end_length(struct text content, size_t offset)
{
    if (offset >= content.length)
        return 0;
    if (content.bytes[offset] == '\n')
        return 1;
    if (content.bytes[offset] != '\r')
        return 0;
    return offset + 1 < content.length && content.bytes[offset + 1] == '\n' ? 2
                                                                            : 1;
}

struct text
lines_rest(struct text content, size_t offset)
{
    struct text rest = text_from(content, offset);
    size_t at = 0;

    for (; rest.length - at >= PART; at += PART) {
        const char *part = rest.bytes + at;
        unsigned ends = part_equal(part, '\r') | part_equal(part, '\n');

        if (ends != 0)
            return text_slice(rest, 0, at + (unsigned)__builtin_ctz(ends));
    }
    while (at < rest.length && rest.bytes[at] != '\r' && rest.bytes[at] != '\n')
        at++;
    return text_slice(rest, 0, at);
}

size_t
lines_after(struct text content, size_t offset)
{
    size_t end = offset + lines_rest(content, offset).length;

    return end + lines_end_length(content, end);
}

uint32_t
lines_between(struct text content, size_t from, size_t to)
{
    uint32_t lines = 0;

    for (size_t i = from; i < to; i++)
        lines += content.bytes[i] == '\r' ||
                 (content.bytes[i] == '\n' &&
                  (i == 0 || content.bytes[i - 1] != '\r'));
    return lines;
}
