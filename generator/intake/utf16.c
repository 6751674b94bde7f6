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

/* How many bytes the character that begins here has; more than are left if it
   is cut, 0 if it is NUL or half a pair. */
static size_t
length_of(struct text bytes, size_t at, enum encoding encoding)
{
    size_t left = bytes.length - at;
    unsigned unit = left < 2 ? 1 : utf16_unit(bytes, at, encoding);

    if ((unit & 0xF800) != 0xD800)
        return unit == 0 ? 0 : 2;
    if (unit >= 0xDC00)
        return 0;
    return left < 4 || (utf16_unit(bytes, at + 2, encoding) & 0xFC00) == 0xDC00
               ? 4
               : 0;
}

bool
utf16_is_cut(struct text bytes, enum encoding encoding)
{
    return length_of(bytes, 0, encoding) > bytes.length;
}

size_t
utf16_write(struct text bytes, enum encoding encoding, char *out,
            size_t *written)
{
    size_t at = 0, length;

    for (*written = 0; at < bytes.length; at += length) {
        int32_t character;

        length = length_of(bytes, at, encoding);
        if (length == 0 || length > bytes.length - at)
            break;
        character = (int32_t)utf16_unit(bytes, at, encoding);
        if (length == 4)
            character = 0x10000 + (character - 0xD800) * 0x400 +
                        (int32_t)utf16_unit(bytes, at + 2, encoding) - 0xDC00;
        *written += text_encode(character, out + *written);
    }
    return at;
}
