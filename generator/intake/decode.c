/*
 * The trials stand in the order of the contract.  What is converted is
 * converted once; a trial that fails leaves the bytes as they were, so that
 * the message can point into them.
 */
#include "intake/decode.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/huge.h"
#include "base/utf8.h"
#include "intake/decode_error.h"
#include "intake/gb18030.h"
#include "intake/lines.h"
#include "intake/mixed_encoding.h"
#include "intake/utf16.h"

enum {
    LARGEST_COINCIDENCE = 1024, /* beyond, UTF-8 is no accident */
    PIECE = 256 * 1024          /* bytes looked at together */
};

static struct text
bytes_of(const struct source *source, size_t from)
{
    return text_from((struct text){source->bytes, source->size}, from);
}

/* Without the 0x1A that once ended a file, nor line ends behind it. */
static struct text
without_last_mark(struct text content)
{
    for (size_t at = content.length; at > 0; at--) {
        char byte = content.bytes[at - 1];

        if (byte == '\x1A')
            content.length = at - 1;
        else if (byte != '\r' && byte != '\n')
            break;
    }
    return content;
}

/* The content is what stands from start on, without marks at its ends. */
static bool
accept(struct decoding *decoding, enum encoding encoding, size_t start)
{
    struct source *source = decoding->source;
    struct text content = bytes_of(source, start);
    const char *mark = source_mark(source);

    if (encoding == ENCODING_GB18030 && text_starts(content, mark))
        content = text_from(content, strlen(mark));
    content = without_last_mark(content);
    source->content = content;
    source->encoding = encoding;
    if (content.length > 0)
        return true;
    return diag_report(decoding->diag, RULE_FILE_EMPTY,
                       &(struct finding){.place = {.path = source->path}});
}

static bool
has_nul(struct text bytes, size_t *offset)
{
    const char *found =
        bytes.length > 0 ? memchr(bytes.bytes, 0, bytes.length) : NULL;

    if (found)
        *offset = (size_t)(found - bytes.bytes);
    return found != NULL;
}

static bool
has_no_nul(struct text bytes, size_t *offset)
{
    return !has_nul(bytes, offset);
}

static bool
is_ascii(struct text bytes, size_t *bad)
{
    *bad = utf8_ascii(bytes);
    return *bad == bytes.length;
}

static bool
is_plain_utf8(struct text bytes, size_t *bad)
{
    return has_no_nul(bytes, bad) && utf8_is_valid(bytes, bad);
}

/* Whether the test holds for all the bytes from an offset on; if not, *bad is
   how far it does.  They are looked at piece by piece, none of which ends
   inside a character: a large file is never in memory whole. */
static bool
holds(const struct source *source, size_t from,
      bool (*test)(struct text, size_t *), size_t *bad)
{
    for (size_t at = from, end; at < source->size; at = end) {
        end = source->size - at > PIECE ? at + PIECE : source->size;
        while (end < source->size &&
               ((unsigned char)source->bytes[end] & 0xC0) == 0x80)
            end++;
        if (!test((struct text){source->bytes + at, end - at}, bad)) {
            *bad += at - from;
            return false;
        }
        source_let_go(source, at, end);
    }
    return true;
}

static bool
decode_utf8(struct decoding *decoding, enum encoding encoding)
{
    size_t start = encoding == ENCODING_UTF_8_BOM ? 3 : 0, valid;
    struct text bytes = bytes_of(decoding->source, start);

    if (holds(decoding->source, start, is_plain_utf8, &valid))
        return accept(decoding, encoding, start);
    if (!holds(decoding->source, start, has_no_nul, &valid))
        return decode_error_at(decoding, RULE_ENCODING_INVALID, encoding,
                               start + valid);
    utf8_is_valid(bytes, &valid);
    return decode_error_at(decoding,
                           utf8_is_cut(text_from(bytes, valid))
                               ? RULE_ENCODING_TRUNCATED
                               : RULE_ENCODING_INVALID,
                           encoding, start + valid);
}

static bool
decode_ascii(struct decoding *decoding)
{
    size_t offset;
    struct text bytes = bytes_of(decoding->source, 0);
    size_t valid = utf8_ascii(bytes);

    if (has_nul(bytes, &offset) && offset < valid)
        valid = offset;
    if (valid < bytes.length)
        return decode_error_at(decoding, RULE_ENCODING_INVALID, ENCODING_ASCII,
                               valid);
    return accept(decoding, ENCODING_ASCII, 0);
}

/* is_sure: the encoding was marked or stated.  Silent if it is not, so that
   the other byte order can be tried. */
static bool
decode_utf16(struct decoding *decoding, enum encoding encoding, bool is_sure)
{
    struct source *source = decoding->source;
    bool is_marked = source->size >= 2 &&
                     utf16_unit(bytes_of(source, 0), 0, encoding) == 0xFEFF;
    size_t start = is_marked ? 2 : 0, length, valid;
    struct text input = bytes_of(source, start);
    char *bytes = huge_take(UTF16_ROOM(input.length));

    valid = utf16_write(input, encoding, bytes, &length);
    if (valid == input.length) {
        source_replace(source, bytes, length);
        return accept(decoding, encoding, 0);
    }
    free(bytes);
    if (is_sure)
        decode_error_at(decoding,
                        utf16_is_cut(text_from(input, valid), encoding)
                            ? RULE_ENCODING_TRUNCATED
                            : RULE_ENCODING_INVALID,
                        encoding, start + valid);
    return false;
}

static bool
decode_unmarked_utf16(struct decoding *decoding)
{
    enum encoding encoding = utf16_order(bytes_of(decoding->source, 0));

    if (encoding == ENCODING_UNKNOWN ||
        !decode_utf16(decoding, encoding, false))
        return decode_utf8(decoding, ENCODING_UTF_8); /* points at the NUL */
    decoding->source->needs_header = true;
    decode_error_file(decoding, RULE_ENCODING_UNSTATED,
                      encoding_name(encoding));
    return true;
}

/* Window by window; how far the bytes are valid. */
static size_t
count_gb18030(const struct source *source, struct gb18030_counts *counts)
{
    size_t at = 0, end = 0;

    while (at >= end && end < source->size) {
        size_t from = at;

        end = source->size - at > SOURCE_WINDOW ? at + SOURCE_WINDOW
                                                : source->size;
        at = gb18030_count(bytes_of(source, 0), from, end, counts);
        source_let_go(source, from, at);
    }
    return at;
}

/* Sure enough, whatever the titles are: Big5 has less. */
static bool
is_mostly_gb2312(const struct gb18030_counts *counts)
{
    return counts->of_gb2312 * 100 >= counts->characters * 85;
}

/* Names every line that holds a byte 80. */
static void
report_euros(struct decoding *decoding)
{
    struct text bytes = bytes_of(decoding->source, 0);
    uint32_t line = 1, told = 0;

    for (size_t at = 0; at < bytes.length;) {
        bool is_euro = bytes.bytes[at] == '\x80';

        line += lines_end_length(bytes, at) == 1;
        if (gb18030_next(bytes, &at) < 0)
            return; /* a file that changes while it is read */
        if (is_euro && line != told)
            diag_report(
                decoding->diag, RULE_EURO_BYTE,
                &(struct finding){
                    .place = {.path = decoding->source->path, .line = line}});
        told = is_euro ? line : told;
    }
}

/* A large file may stay as it is, else the UTF-8 is put in its place. */
static bool
accept_gb18030(struct decoding *decoding, const struct gb18030_counts *counts)
{
    struct source *source = decoding->source;

    if (counts->euros > 0)
        report_euros(decoding);
    source->is_coded = source->is_mapped && source->may_stay_coded;
    if (!source->is_coded) {
        char *bytes = huge_take(source->size + 2 * counts->characters);

        source_replace(source, bytes,
                       gb18030_write(bytes_of(source, 0), bytes));
    }
    return accept(decoding, ENCODING_GB18030, 0);
}

/* is_sure: the encoding was stated, or nothing else is left; if not, it has
   been seen that there is no NUL. */
static bool
decode_gb18030(struct decoding *decoding, bool is_sure)
{
    struct source *source = decoding->source;
    struct gb18030_counts counts = {0};
    size_t valid;

    if (is_sure && !holds(source, 0, has_no_nul, &valid))
        return decode_error_at(decoding, RULE_ENCODING_INVALID,
                               ENCODING_GB18030, valid);
    valid = count_gb18030(source, &counts);
    if (valid < source->size)
        return decode_error_at(decoding,
                               gb18030_is_cut(bytes_of(source, valid))
                                   ? RULE_ENCODING_TRUNCATED
                                   : RULE_ENCODING_INVALID,
                               ENCODING_GB18030, valid);
    source->needs_header = !is_sure && !is_mostly_gb2312(&counts);
    if (source->needs_header && counts.of_private * 50 >= counts.characters)
        return decode_error_file(decoding, RULE_ENCODING_UNLIKELY,
                                 encoding_name(ENCODING_GB18030));
    return accept_gb18030(decoding, &counts);
}

/* Bytes that are not valid UTF-8 or have a NUL: UTF-16, joined from parts,
   damaged UTF-8, or GB18030. */
static bool
decode_other(struct decoding *decoding)
{
    struct mixed_encoding mixed;

    mixed_encoding_find(decoding->source, &mixed);
    if (mixed.has_nul)
        return decode_unmarked_utf16(decoding);
    if (mixed.of_utf8 > 0 && mixed.of_gb18030 > 0)
        return decode_error_mixed(decoding, &mixed);
    if (mixed.of_utf8 > 0)
        return decode_utf8(decoding, ENCODING_UTF_8);
    return decode_gb18030(decoding, false);
}

/* Whether no character is U+2E80 or beyond, and all are GB2312 as well. */
static bool
is_coincidence(struct text bytes)
{
    struct gb18030_counts counts = {0};

    if (bytes.length > LARGEST_COINCIDENCE ||
        gb18030_count(bytes, 0, bytes.length, &counts) < bytes.length ||
        counts.of_gb2312 < counts.characters)
        return false;
    for (size_t at = 0; at < bytes.length;)
        if (text_next(bytes, &at) >= 0x2E80)
            return false;
    return true;
}

static bool
decode_unmarked(struct decoding *decoding)
{
    struct text bytes = bytes_of(decoding->source, 0);
    size_t at;

    if (!holds(decoding->source, 0, is_plain_utf8, &at))
        return decode_other(decoding);
    if (holds(decoding->source, 0, is_ascii, &at))
        return accept(decoding, ENCODING_ASCII, 0);
    if (decoding->source->may_be_of_any || !is_coincidence(bytes))
        return accept(decoding, ENCODING_UTF_8, 0);
    if (!decode_gb18030(decoding, true))
        return false;
    decode_error_file(decoding, RULE_ENCODING_COINCIDENCE, "");
    return true;
}

static enum encoding
marked_encoding(struct text bytes)
{
    if (text_starts(bytes, "\xEF\xBB\xBF"))
        return ENCODING_UTF_8_BOM;
    if (text_starts(bytes, "\xFF\xFE"))
        return ENCODING_UTF_16LE;
    if (text_starts(bytes, "\xFE\xFF"))
        return ENCODING_UTF_16BE;
    return ENCODING_UNKNOWN;
}

/* What is stated wins; the mark only settles what the statement leaves open:
   whether there is one, and the byte order. */
static enum encoding
choose(enum encoding stated, enum encoding marked)
{
    if (stated == ENCODING_UNKNOWN)
        return marked;
    if (utf16_is(stated) && utf16_is(marked))
        return marked;
    if (stated == ENCODING_UTF_8 || stated == ENCODING_UTF_8_BOM)
        return marked == ENCODING_UTF_8_BOM ? marked : ENCODING_UTF_8;
    return stated;
}

bool
decode(struct source *source, enum encoding stated, struct diag *diag)
{
    struct decoding decoding = {.source = source, .diag = diag};
    enum encoding chosen = choose(stated, marked_encoding(bytes_of(source, 0)));

    source->needs_header = false;
    switch (chosen) {
    case ENCODING_ASCII:
        return decode_ascii(&decoding);
    case ENCODING_UTF_8:
    case ENCODING_UTF_8_BOM:
        return decode_utf8(&decoding, chosen);
    case ENCODING_UTF_16LE:
    case ENCODING_UTF_16BE:
        return decode_utf16(&decoding, chosen, true);
    case ENCODING_GB18030:
        return decode_gb18030(&decoding, true);
    case ENCODING_UNKNOWN:
    case ENCODING_COUNT:
        break;
    }
    return decode_unmarked(&decoding);
}
