#include "intake/utf16.h"

#include <string.h>

bool
utf16_is(enum encoding encoding)
{
    return encoding == ENCODING_UTF_16LE || encoding == ENCODING_UTF_16BE;
}

unsigned
utf16_unit(struct text bytes, size_t offset, enum encoding encoding)
{
    const unsigned char *at = (const unsigned char *)bytes.bytes + offset;

    if (encoding == ENCODING_UTF_16LE)
        return at[0] | (unsigned)at[1] << 8;
    if (encoding == ENCODING_UTF_16BE)
        return at[1] | (unsigned)at[0] << 8;
    return at[0];
}

size_t
utf16_find_nul(struct text bytes, enum encoding encoding)
{
    for (size_t i = 0; i + 1 < bytes.length; i += 2)
        if (utf16_unit(bytes, i, encoding) == 0)
            return i;
    return bytes.length;
}

/* ASCII in UTF-16 has a NUL in every unit: before the other byte in big
   endian, behind it in little.  A table has delimiters and line ends, at least
   one in a hundred units; a stray NUL in a file of bytes has not. */
enum encoding
utf16_order(struct text bytes)
{
    size_t nul[2] = {0}, marks = 0;
    unsigned side;

    for (size_t i = 0; i < bytes.length; i++)
        nul[i % 2] += bytes.bytes[i] == '\0';
    side = nul[1] >= nul[0]; /* where most NULs stand */
    for (size_t i = 0; i + 1 < bytes.length; i += 2)
        marks += bytes.bytes[i + side] == '\0' &&
                 memchr("\n\r\t,;", bytes.bytes[i + !side], 5) != NULL;
    if (marks == 0 || marks * 200 < bytes.length)
        return ENCODING_UNKNOWN;
    return side == 1 ? ENCODING_UTF_16LE : ENCODING_UTF_16BE;
}
