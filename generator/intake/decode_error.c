#include "intake/decode_error.h"

#include <stdio.h>
#include <string.h>

#include "intake/mixed_encoding.h"
#include "intake/source.h"
#include "intake/utf16.h"

struct spot {
    uint32_t line;
    size_t byte; /* of the line, from 1 */
};

static struct spot
spot_of(struct text bytes, size_t offset, enum encoding encoding)
{
    size_t width = utf16_is(encoding) ? 2 : 1, line_start = 0;
    uint32_t line = 1;
    unsigned before = 0;

    for (size_t i = 0; i + width <= offset; i += width) {
        unsigned unit = utf16_unit(bytes, i, encoding);

        line += unit == '\r' || (unit == '\n' && before != '\r');
        if (unit == '\r' || unit == '\n')
            line_start = i + width;
        before = unit;
    }
    return (struct spot){line, offset - line_start + 1};
}

/* Names the line, the byte in it, and the bytes that are wrong. */
bool
decode_error_at(const struct decoding *decoding, enum rule rule,
                enum encoding encoding, size_t offset)
{
    const struct source *source = decoding->source;
    struct spot spot =
        spot_of((struct text){source->bytes, source->size}, offset, encoding);
    const char *name = encoding == ENCODING_UTF_8_BOM
                           ? encoding_name(ENCODING_UTF_8)
                           : encoding_name(encoding);
    char bytes[16] = "", byte[24];
    size_t shown = utf16_is(encoding) && source->size - offset > 1 ? 2 : 1;

    for (size_t i = 0; i < shown; i++)
        sprintf(bytes + strlen(bytes), "%s0x%02X", i > 0 ? " " : "",
                (unsigned char)source->bytes[offset + i]);
    snprintf(byte, sizeof(byte), "%zu", spot.byte);
    return diag_report(
        decoding->diag, rule,
        &(struct finding){.place = {.path = source->path, .line = spot.line},
                          .value = text_of(bytes),
                          .detail = {text_of(name), text_of(byte)}});
}

bool
decode_error_file(const struct decoding *decoding, enum rule rule,
                  const char *name)
{
    return diag_report(
        decoding->diag, rule,
        &(struct finding){.place = {.path = decoding->source->path},
                          .detail = {text_of(name)}});
}

bool
decode_error_mixed(const struct decoding *decoding,
                   const struct mixed_encoding *mixed)
{
    char lines[MIXED_LINES_NAMED * 12] = "";

    for (size_t i = 0; i < mixed->named; i++)
        sprintf(lines + strlen(lines), "%s%u", i > 0 ? ", " : "",
                (unsigned)mixed->lines[i]);
    return diag_report(
        decoding->diag, RULE_ENCODING_MIXED,
        &(struct finding){
            .place = {.path = decoding->source->path, .line = mixed->lines[0]},
            .detail = {text_of(lines)}});
}
