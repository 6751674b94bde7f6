/*
 * Whatever the bytes, decoding refuses them with a message or gives clean
 * UTF-8; what it gives for UTF-16 is what iconv gives, for GB18030 what its
 * characters are one by one (the unit test holds each to iconv).  GB18030 that
 * stays as it is, is the same records as its UTF-8.
 *
 * The first byte chooses the encoding stated; the rest is the file.
 */
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <utf8proc.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/utf8.h"
#include "intake/decode.h"
#include "intake/gb18030.h"
#include "intake/records.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static bool
is_utf8(struct text text)
{
    for (size_t at = 0; at < text.length;) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text.bytes + at,
                             (utf8proc_ssize_t)(text.length - at), &code_point);

        if (used <= 0)
            return false;
        at += (size_t)used;
    }
    return true;
}

/* The same read one character after the other: by iconv what is UTF-16, what
   is GB18030 by our own table. */
static size_t
write_again(enum encoding encoding, struct text bytes, char *utf8, size_t room)
{
    char *in = (char *)(uintptr_t)bytes.bytes, *out = utf8;
    iconv_t judge;

    if (encoding == ENCODING_GB18030) {
        for (size_t at = 0; at < bytes.length;) {
            int32_t character = gb18030_next(bytes, &at);

            demand(character >= 0);
            out += text_encode(character, out);
        }
        return (size_t)(out - utf8);
    }
    judge = iconv_open("UTF-8", encoding_name(encoding));
    demand(judge != (iconv_t)-1);
    demand(iconv(judge, &in, &bytes.length, &out, &room) != (size_t)-1);
    iconv_close(judge);
    return (size_t)(out - utf8);
}

static void
compare(const struct source *source, const uint8_t *data, size_t size)
{
    size_t room = 4 * size + 16;
    char *utf8 = malloc(room);
    struct text whole = {(const char *)data, size};

    demand(utf8 != NULL);
    whole.length = write_again(source->encoding, whole, utf8, room);
    whole.bytes = utf8;
    if (text_starts(whole, "\xEF\xBB\xBF"))
        whole = text_from(whole, 3);
    demand(whole.length >= source->content.length &&
           memcmp(whole.bytes, source->content.bytes, source->content.length) ==
               0);
    whole = text_from(whole, source->content.length);
    demand(whole.length == 0 || whole.bytes[0] == '\x1A');
    for (size_t i = 0; i < whole.length; i++)
        demand(strchr("\x1A\r\n", whole.bytes[i]) != NULL);
    free(utf8);
}

static void
demand_same(const struct record *a, const struct record *b)
{
    demand(a->count == b->count && a->lines == b->lines);
    for (size_t i = 0; i < a->count; i++)
        demand(text_equal(a->cells[i], b->cells[i]));
}

static void
compare_records(const struct source *plain, const struct source *coded,
                char delimiter)
{
    struct records *of_plain = records_of(plain, delimiter);
    struct records *of_coded = records_of(coded, delimiter);
    struct arena *arena = arena_new();
    struct record a, b, again;

    records_expect(of_plain, 4);
    records_expect(of_coded, 4);
    while (records_next(of_plain, &a)) {
        demand(records_next(of_coded, &b));
        demand(a.line == b.line && a.row == b.row && a.damage == b.damage);
        demand_same(&a, &b);
        if (b.damage == UNDAMAGED) {
            record_reread(arena, coded, delimiter, b.offset, &again);
            demand_same(&b, &again);
        }
        for (uint32_t field = 1; field <= a.count; field++)
            demand(record_field_line(plain->content, delimiter, &a, field) ==
                   record_field_line(coded->content, delimiter, &b, field));
        arena_reset(arena);
    }
    demand(!records_next(of_coded, &b));
    records_close(of_plain);
    records_close(of_coded);
    arena_free(arena);
}

/* The same bytes as a large file that may stay coded. */
static void
compare_coded(const struct source *plain, const uint8_t *data, size_t size)
{
    struct source coded = {.path = "fuzz.csv",
                           .is_mapped = true,
                           .file = -1,
                           .may_stay_coded = true};
    struct diag *diag = diag_new();
    struct arena *arena = arena_new();

    coded.bytes = mmap(NULL, size, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    demand(coded.bytes != MAP_FAILED);
    memcpy(coded.bytes, data, size);
    coded.size = size;
    demand(decode(&coded, ENCODING_GB18030, diag) && coded.is_coded);
    demand(text_equal(source_text(arena, &coded, 0, coded.content.length),
                      plain->content));
    demand(source_length(&coded, coded.content) == plain->content.length);
    compare_records(plain, &coded, ',');
    compare_records(plain, &coded, '\t');
    source_close(&coded);
    arena_free(arena);
    diag_free(diag);
}

/* The same bytes behind so many of a valid text, and before as many. */
static void
compare_validity(const uint8_t *data, size_t size)
{
    enum { AROUND = 93 };
    char *bytes = malloc(size + 2 * AROUND);
    struct text text = {bytes, size + 2 * AROUND};
    size_t valid = text.length;

    demand(bytes != NULL);
    for (size_t i = 0; i < AROUND; i += 3) {
        memcpy(bytes + i, "\xE5\x8C\xBA", 3);
        memcpy(bytes + AROUND + size + i, "a\xC2\xB7", 3);
    }
    memcpy(bytes + AROUND, data, size);
    demand(utf8_is_valid(text, &valid) == is_utf8(text));
    demand(is_utf8(text_slice(text, 0, valid)));
    demand(valid == text.length || !is_utf8(text_slice(text, 0, valid + 1)));
    free(bytes);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct source source = {.path = "fuzz.csv"};
    struct diag *diag;
    enum encoding stated;
    size_t valid = 0;
    bool is_valid;

    if (size < 2)
        return 0;
    stated = (enum encoding)(data[0] % ENCODING_COUNT);
    data++;
    size--;
    is_valid = utf8_is_valid((struct text){(const char *)data, size}, &valid);
    demand(is_valid == is_utf8((struct text){(const char *)data, size}));
    demand(is_valid || is_utf8((struct text){(const char *)data, valid}));
    compare_validity(data, size);
    diag = diag_new();
    source.bytes = malloc(size);
    demand(source.bytes != NULL);
    memcpy(source.bytes, data, size);
    source.size = size;
    if (decode(&source, stated, diag)) {
        demand(diag_count(diag, ERROR) == 0);
        demand(source.content.length > 0 && is_utf8(source.content));
        demand(memchr(source.content.bytes, 0, source.content.length) == NULL);
        demand(!text_ends(source.content, "\x1A"));
        if (source.encoding >= ENCODING_UTF_16LE)
            compare(&source, data, size);
        if (source.encoding == ENCODING_GB18030)
            compare_coded(&source, data, size);
    } else {
        demand(diag_count(diag, ERROR) == 1);
    }
    source_close(&source);
    diag_free(diag);
    return 0;
}
