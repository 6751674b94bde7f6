#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/arena.h"
#include "base/text.h"

/* What the library makes of the text as a whole. */
static void
expect_library(struct arena *arena, struct text text)
{
    utf8proc_uint8_t *whole = NULL;
    utf8proc_ssize_t length = utf8proc_map(
        (const utf8proc_uint8_t *)text.bytes, (utf8proc_ssize_t)text.length,
        &whole, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE);
    struct text ours = text_nfkc(arena, text);

    assert_true(length >= 0);
    if (!text_equal(ours, (struct text){(char *)whole, (size_t)length}))
        fail_msg("%.*s: %.*s, not %s", TEXT_ARG(text), TEXT_ARG(ours),
                 (char *)whole);
    free(whole);
    arena_reset(arena);
}

static void
nfkc_of_each_character_is_that_of_the_library(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    for (int32_t c = 0; c < 0x30000; c++) {
        char bytes[16] = "e";
        size_t length = 1;

        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        length += text_encode(c, bytes + length);
        expect_library(arena, (struct text){bytes, length});
    }
    arena_free(arena);
}

/* Hanzi, letters, full width, marks, kana, hangul in parts and whole. */
static void
nfkc_of_neighbours_is_that_of_the_library(void **state)
{
    static const int32_t some[] = {
        'a',    ' ',    '\n',   0x4EBA, 0x9FFF, 0x4000, 0x3400, 0xFF0C,
        0xFF21, 0x301,  0x3099, 0x304B, 0xFF76, 0xFF9E, 0x1100, 0x1161,
        0x11A8, 0xAC00, 0x201C, 0x2026, 0x33A1, 0x3231, 0xFFA1, 0xFFC2,
        0x2F00, 0x3000, 0xF900, 0x9BE,  0x9C7,  0x323,  0x307,  0xC5};
    enum { COUNT = sizeof(some) / sizeof(some[0]) };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < COUNT * COUNT * COUNT; i++) {
        char bytes[16];
        size_t length = text_encode(some[i % COUNT], bytes);

        length += text_encode(some[i / COUNT % COUNT], bytes + length);
        length += text_encode(some[i / COUNT / COUNT], bytes + length);
        expect_library(arena, (struct text){bytes, length});
    }
    arena_free(arena);
}

static void
code_points_are_read_as_they_were_written(void **state)
{
    char bytes[4];

    (void)state;
    for (int32_t c = 0; c < 0x110000; c++) {
        struct text text = {bytes, text_encode(c, bytes)};
        size_t offset = 0;

        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        assert_int_equal(text_next(text, &offset), c);
        assert_int_equal(offset, text.length);
        assert_int_equal(text_next(text, &offset), -1);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nfkc_of_each_character_is_that_of_the_library),
        cmocka_unit_test(nfkc_of_neighbours_is_that_of_the_library),
        cmocka_unit_test(code_points_are_read_as_they_were_written),
    };

    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
