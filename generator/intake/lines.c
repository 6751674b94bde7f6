#include "intake/lines.h"

#include <string.h>

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

/* Windows of doubling size: where all lines end with CR, looking for LF must
   not run to the end of the file each time. */
struct text
lines_rest(struct text content, size_t offset)
{
    struct text rest = text_from(content, offset);
    size_t done = 0;

    for (size_t size = 128; done < rest.length; size *= 2) {
        struct text window = text_slice(rest, done, size);
        const char *lf = memchr(window.bytes, '\n', window.length);
        const char *cr;

        if (lf)
            window.length = (size_t)(lf - window.bytes);
        cr = memchr(window.bytes, '\r', window.length);
        if (cr)
            window.length = (size_t)(cr - window.bytes);
        done += window.length;
        if (lf || cr)
            break;
    }
    rest.length = done;
    return rest;
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
