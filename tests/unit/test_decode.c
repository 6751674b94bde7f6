#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "intake/decode.h"

/* Bytes with a literal's length, NULs and all. */
#define BYTES(literal) (literal), sizeof(literal) - 1

struct desk {
    struct source source;
    struct diag *diag;
};

static bool
decode_bytes(struct desk *desk, const char *bytes, size_t size,
             enum encoding stated)
{
    *desk = (struct desk){.source = {.path = "a.csv", .size = size},
                          .diag = diag_new()};
    desk->source.bytes = malloc(size + 1);
    memcpy(desk->source.bytes, bytes, size);
    return decode(&desk->source, stated, desk->diag);
}

static void
clear(struct desk *desk)
{
    source_close(&desk->source);
    diag_free(desk->diag);
}

static void
accepts(const char *bytes, size_t size, enum encoding stated,
        enum encoding wanted, const char *content)
{
    struct desk desk;

    assert_true(decode_bytes(&desk, bytes, size, stated));
    assert_int_equal(desk.source.encoding, wanted);
    assert_true(text_is(desk.source.content, content));
    clear(&desk);
}

/* The one message, with its line and byte. */
static void
refuses(const char *bytes, size_t size, enum encoding stated, enum rule rule,
        uint32_t line, const char *byte)
{
    const struct message *messages;
    struct desk desk;
    size_t count;

    assert_false(decode_bytes(&desk, bytes, size, stated));
    messages = diag_messages(desk.diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].rule, rule);
    assert_int_equal(messages[0].finding.place.line, line);
    if (byte)
        assert_true(text_is(messages[0].finding.detail[1], byte));
    clear(&desk);
}

static void
utf8_is_strict(void **state)
{
    static const char *const bad[] = {
        "\xC0\xAF",         "\xE0\x80\x80",     "\xED\xA0\x80",
        "\xF4\x90\x80\x80", "\xF8\x88\x80\x80", "\x80",
        "\xE4\xBD",         "\xF0\x8F\xBF\xBF", "\xFE",
    };
    size_t valid;

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
        char text[32] = "12345678\xE6\x98\xAF";

        strcat(text, bad[i]);
        assert_false(utf8_is_valid(text_of(text), &valid));
        assert_int_equal(valid, 11);
    }
    assert_true(utf8_is_valid(text_of("a\xC2\x80\xED\x9F\xBF\xEE\x80\x80"
                                      "\xF4\x8F\xBF\xBF"),
                              &valid));
}

/* Whatever stands before a fault, and however far from the start. */
static void
utf8_is_strict_wherever_a_fault_stands(void **state)
{
    static const char *const fillings[] = {"a", "\xE6\x98\xAF", "\xC3\xA9",
                                           "\xF0\x9F\x98\x80"};
    static const char *const bad[] = {
        "\xED\xA0\x80", "\x80", "\xE4\xBD",        "\xE4\xBD\x41",
        "\xE0\x80\x80", "\xC3", "\xF8\x88\x80\x80"};
    enum { FILLINGS = 4, FAULTS = 7, FURTHEST = 150 };
    char bytes[FURTHEST + 150];
    size_t valid;

    (void)state;
    for (size_t i = 0; i < FILLINGS * FAULTS; i++)
        for (size_t at = 0; at < FURTHEST; at++) {
            const char *filling = fillings[i % FILLINGS], *fault = bad[i / 4];
            size_t size = strlen(filling), length = at % size;
            struct text text = {bytes, at};

            memset(bytes, '-', length);
            for (; length < at; length += size)
                memcpy(bytes + length, filling, size);
            assert_true(utf8_is_valid(text, &valid));
            memcpy(bytes + at, fault, strlen(fault));
            memset(bytes + at + strlen(fault), '-', 100);
            text.length += strlen(fault) + (i % 2) * 100;
            assert_false(utf8_is_valid(text, &valid));
            assert_int_equal(valid, at);
        }
}

static void
a_byte_order_mark_settles_the_encoding(void **state)
{
    (void)state;
    accepts(BYTES("\xEF\xBB\xBF是"), ENCODING_UNKNOWN, ENCODING_UTF_8_BOM,
            "是");
    accepts(BYTES("\xFF\xFE\x2F\x66"), ENCODING_UNKNOWN, ENCODING_UTF_16LE,
            "是");
    accepts(BYTES("\xFE\xFF\x66\x2F"), ENCODING_UNKNOWN, ENCODING_UTF_16BE,
            "是");
}

static void
plain_ascii_is_told_as_such(void **state)
{
    (void)state;
    accepts(BYTES("a,b\n\x1A"), ENCODING_UNKNOWN, ENCODING_ASCII, "a,b\n");
}

static void
gb18030_is_read_as_the_standard_says(void **state)
{
    (void)state;
    accepts(BYTES("\xB1\xE0\xBA\xC5,\xD5\xC5\xFE\x9F\n\x82\x30\xB7\x31"
                  "\x99\x33\xC3\x36"),
            ENCODING_UNKNOWN, ENCODING_GB18030, "编号,张䶮\n㛃𬱖");
}

/* Hanzi beyond GB2312 may be Big5 as well, so a title must bear them out. */
static void
rare_characters_need_a_known_header(void **state)
{
    struct desk desk;

    (void)state;
    assert_true(
        decode_bytes(&desk, BYTES("\xB1\xE0\xBA\xC5"), ENCODING_UNKNOWN));
    assert_false(desk.source.needs_header);
    clear(&desk);
    assert_true(
        decode_bytes(&desk, BYTES("\xB1\xE0\x81\x41"), ENCODING_UNKNOWN));
    assert_true(desk.source.needs_header);
    clear(&desk);
    assert_true(
        decode_bytes(&desk, BYTES("\xB1\xE0\x81\x41"), ENCODING_GB18030));
    assert_false(desk.source.needs_header);
    clear(&desk);
}

static void
byte_80_is_the_euro_sign_and_said_so(void **state)
{
    const struct message *messages;
    struct desk desk;
    size_t count;

    (void)state;
    assert_true(decode_bytes(&desk,
                             BYTES("\xB1\xE0\xBA\xC5\r\n\r\n\x80"
                                   "5,\x80"),
                             ENCODING_UNKNOWN));
    assert_true(text_is(desk.source.content, "编号\r\n\r\n€5,€"));
    messages = diag_messages(desk.diag, &count);
    assert_int_equal(count, 1);
    assert_int_equal(messages[0].rule, RULE_EURO_BYTE);
    assert_int_equal(messages[0].finding.place.line, 3);
    clear(&desk);
}

static void
the_blank_of_code_page_936_is_a_blank(void **state)
{
    (void)state;
    accepts(BYTES("\xB1\xE0\xA3\xA0\xBA\xC5"), ENCODING_UNKNOWN,
            ENCODING_GB18030, "编　号");
}

static void
a_bad_byte_is_named_by_line_and_place(void **state)
{
    (void)state;
    refuses(BYTES("\xB1\xE0\xBA\xC5\r\n\xBA\xC5,\xB2,x"), ENCODING_UNKNOWN,
            RULE_ENCODING_INVALID, 2, "4");
    refuses(BYTES("\xEF\xBB\xBF是\n1,\xFF"), ENCODING_UNKNOWN,
            RULE_ENCODING_INVALID, 2, "3");
    refuses(BYTES("问题编号,问题名称\n是的,\xFF\n"), ENCODING_UNKNOWN,
            RULE_ENCODING_INVALID, 2, "8");
    refuses(BYTES("a,\0b\n"), ENCODING_UNKNOWN, RULE_ENCODING_INVALID, 1, "3");
}

/* In one long line and in many. */
static void
a_nul_at_the_end_of_a_large_file_is_named(void **state)
{
    enum { SIZE = 1000000, EVERY = 100, LINES = SIZE / EVERY };
    char *bytes = malloc(SIZE);

    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < SIZE; i++)
        bytes[i] = i % 2 == 0 ? '\xD6' : '\xD0';
    bytes[SIZE - 2] = '\0';
    refuses(bytes, SIZE, ENCODING_UNKNOWN, RULE_ENCODING_INVALID, 1, "999999");
    for (size_t i = EVERY - 1; i < SIZE; i += EVERY)
        bytes[i - 1] = bytes[i] = '\n';
    bytes[SIZE - 3] = '\0';
    refuses(bytes, SIZE, ENCODING_UNKNOWN, RULE_ENCODING_INVALID, 2 * LINES - 1,
            NULL);
    free(bytes);
}

static void
a_character_cut_at_the_end_is_named(void **state)
{
    (void)state;
    refuses(BYTES("\xB1\xE0\n\xBA\xC5\xB1"), ENCODING_UNKNOWN,
            RULE_ENCODING_TRUNCATED, 2, "3");
    refuses(BYTES("\xEF\xBB\xBF是\n\xE6\x98"), ENCODING_UNKNOWN,
            RULE_ENCODING_TRUNCATED, 2, "1");
    refuses(BYTES("\xFF\xFE\x2F\x66\n\0a"), ENCODING_UNKNOWN,
            RULE_ENCODING_TRUNCATED, 2, "1");
}

static void
unpaired_surrogates_are_refused(void **state)
{
    (void)state;
    refuses(BYTES("\xFF\xFE\n\0\x3E\xD8,\0"), ENCODING_UNKNOWN,
            RULE_ENCODING_INVALID, 2, "1");
}

static void
mixed_encodings_name_the_rarer_lines(void **state)
{
    (void)state;
    refuses(BYTES("问题编号,问题名称\n前进社区,改造\n\xB1\xE0\xBA\xC5\n"),
            ENCODING_UNKNOWN, RULE_ENCODING_MIXED, 3, NULL);
    refuses(BYTES("\xB1\xE0\xBA\xC5\n\xBA\xC5\xBA\xC5\n前进社区,改造\n"),
            ENCODING_UNKNOWN, RULE_ENCODING_MIXED, 3, NULL);
}

static void
big5_is_not_taken_for_gb18030(void **state)
{
    (void)state;
    refuses(BYTES("\xB0\xDD\xC3\x44\xBD\x73\xB8\xB9,\xC6\xA6\xA7\xC6"
                  "\xAA\xFC\xA8\xD3\xA9\xB2"),
            ENCODING_UNKNOWN, RULE_ENCODING_UNLIKELY, 0, NULL);
}

static void
utf16_without_mark_is_read_with_a_warning(void **state)
{
    struct desk desk;

    (void)state;
    assert_true(decode_bytes(&desk, BYTES("\x2F\x66,\0\x2F\x66\n\0\0\x4E"),
                             ENCODING_UNKNOWN));
    assert_int_equal(desk.source.encoding, ENCODING_UTF_16LE);
    assert_true(text_is(desk.source.content, "是,是\n一"));
    assert_true(desk.source.needs_header);
    assert_int_equal(diag_count_rule(desk.diag, RULE_ENCODING_UNSTATED), 1);
    clear(&desk);
    accepts(BYTES("\x66\x2F\0,\x66\x2F\0\n"), ENCODING_UNKNOWN,
            ENCODING_UTF_16BE, "是,是\n");
}

static void
a_tiny_gbk_file_may_be_valid_utf8(void **state)
{
    struct desk desk;

    (void)state;
    assert_true(decode_bytes(&desk, BYTES("id\n\xD6\xA3\n"), ENCODING_UNKNOWN));
    assert_int_equal(desk.source.encoding, ENCODING_GB18030);
    assert_true(text_is(desk.source.content, "id\n郑\n"));
    assert_int_equal(diag_count_rule(desk.diag, RULE_ENCODING_COINCIDENCE), 1);
    clear(&desk);
}

/* é of UTF-8 is 茅 in GB2312. */
static void
where_any_language_is_read_utf8_is_no_coincidence(void **state)
{
    static const char bytes[] = "caf\xC3\xA9";
    struct diag *diag = diag_new();
    struct source source = {.path = "a.csv", .may_be_of_any = true};

    (void)state;
    source.size = strlen(bytes);
    source.bytes = malloc(source.size);
    memcpy(source.bytes, bytes, source.size);
    assert_true(decode(&source, ENCODING_UNKNOWN, diag));
    assert_int_equal(source.encoding, ENCODING_UTF_8);
    assert_true(text_is(source.content, bytes));
    assert_int_equal(diag_count_rule(diag, RULE_ENCODING_COINCIDENCE), 0);
    source_close(&source);
    diag_free(diag);
}

static void
a_stated_encoding_overrides_the_choice_not_the_validity(void **state)
{
    (void)state;
    accepts(BYTES("\xD6\xA3"), ENCODING_UTF_8, ENCODING_UTF_8, "\xD6\xA3");
    accepts(BYTES("是!"), ENCODING_UTF_8, ENCODING_UTF_8, "是!");
    refuses(BYTES("\xB1\xE0\xBA\xC5"), ENCODING_UTF_8, RULE_ENCODING_INVALID, 1,
            "1");
    refuses(BYTES("a\xFF"), ENCODING_GB18030, RULE_ENCODING_INVALID, 1, "2");
    refuses(BYTES("a是"), ENCODING_ASCII, RULE_ENCODING_INVALID, 1, "2");
}

static void
marks_alone_are_an_empty_file(void **state)
{
    (void)state;
    refuses(BYTES("\xEF\xBB\xBF"), ENCODING_UNKNOWN, RULE_FILE_EMPTY, 0, NULL);
    refuses(BYTES("\xFF\xFE"), ENCODING_UNKNOWN, RULE_FILE_EMPTY, 0, NULL);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_is_strict),
        cmocka_unit_test(utf8_is_strict_wherever_a_fault_stands),
        cmocka_unit_test(a_byte_order_mark_settles_the_encoding),
        cmocka_unit_test(plain_ascii_is_told_as_such),
        cmocka_unit_test(gb18030_is_read_as_the_standard_says),
        cmocka_unit_test(rare_characters_need_a_known_header),
        cmocka_unit_test(byte_80_is_the_euro_sign_and_said_so),
        cmocka_unit_test(the_blank_of_code_page_936_is_a_blank),
        cmocka_unit_test(a_bad_byte_is_named_by_line_and_place),
        cmocka_unit_test(a_nul_at_the_end_of_a_large_file_is_named),
        cmocka_unit_test(a_character_cut_at_the_end_is_named),
        cmocka_unit_test(unpaired_surrogates_are_refused),
        cmocka_unit_test(mixed_encodings_name_the_rarer_lines),
        cmocka_unit_test(big5_is_not_taken_for_gb18030),
        cmocka_unit_test(utf16_without_mark_is_read_with_a_warning),
        cmocka_unit_test(a_tiny_gbk_file_may_be_valid_utf8),
        cmocka_unit_test(where_any_language_is_read_utf8_is_no_coincidence),
        cmocka_unit_test(
            a_stated_encoding_overrides_the_choice_not_the_validity),
        cmocka_unit_test(marks_alone_are_an_empty_file),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
