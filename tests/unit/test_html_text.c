#include "support/test.h"

#include <string.h>

#include "gate/html_elements.h"
#include "gate/html_text.h"

static void
bytes_are_of_the_kinds_of_markup(void **state)
{
    (void)state;
    for (int c = 0; c < 256; c++) {
        bool is_space = c != 0 && strchr(" \t\n\r\f", c) != NULL;
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        bool is_name = is_letter || (c >= '0' && c <= '9') ||
                       (c != 0 && strchr("-:_.", c) != NULL);

        assert_int_equal(html_text_is((char)c, MARKUP_SPACE), is_space);
        assert_int_equal(html_text_is((char)c, MARKUP_LETTER), is_letter);
        assert_int_equal(html_text_is((char)c, MARKUP_NAME), is_name);
    }
}

/* Whether a reference begins at the offset and ends in the text. */
static bool
is_reference(struct text text, size_t at)
{
    size_t end = at + 1;

    while (end < text.length && (html_text_is(text.bytes[end], MARKUP_NAME) ||
                                 (text.bytes[end] == '#' && end == at + 1)))
        end++;
    return end > at + 1 && end < text.length && text.bytes[end] == ';';
}

/* The same a byte at a time. */
static size_t
slow_length(struct text text, char stop, bool *good)
{
    const char *end = memchr(text.bytes, stop, text.length);

    if (end != NULL)
        text.length = (size_t)(end - text.bytes);
    *good = true;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '<' || text.bytes[i] == '\0' ||
            (text.bytes[i] == '&' && !is_reference(text, i)))
            *good = false;
    return text.length;
}

static uint32_t
next_random(uint32_t *seed)
{
    *seed = *seed * 1664525U + 1013904223U;
    return *seed >> 16;
}

static void
blocks_of_text_are_read_as_their_bytes_are(void **state)
{
    static const char letters[] =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaa\xE5\xBC&&#;;<\"'";
    uint32_t seed = 1;
    char bytes[100];

    (void)state;
    for (int round = 0; round < 200000; round++) {
        struct text text = {bytes, next_random(&seed) % sizeof(bytes)};
        char stop = "<\"'"[next_random(&seed) % 3];
        bool fast, slow;

        for (size_t i = 0; i < text.length; i++)
            bytes[i] = letters[next_random(&seed) % sizeof(letters)];
        assert_int_equal(html_text_length(text, stop, &fast),
                         slow_length(text, stop, &slow));
        if (fast != slow)
            fail_msg("%.*s", TEXT_ARG(text));
    }
}

static void
elements_are_known_by_their_names(void **state)
{
    (void)state;
    assert_int_equal(html_element_of(TEXT("hr")), ELEMENT_BLOCK | ELEMENT_VOID);
    assert_int_equal(html_element_of(TEXT("p")),
                     ELEMENT_BLOCK | ELEMENT_PARAGRAPH);
    assert_int_equal(html_element_of(TEXT("script")), ELEMENT_RAW);
    assert_int_equal(html_element_of(TEXT("td")), ELEMENT_CELL);
    assert_int_equal(html_element_of(TEXT("h3")),
                     ELEMENT_BLOCK | ELEMENT_HEADING);
    assert_int_equal(html_element_of(TEXT("h7")), 0);
    assert_int_equal(html_element_of(TEXT("")), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_of_the_kinds_of_markup),
        cmocka_unit_test(blocks_of_text_are_read_as_their_bytes_are),
        cmocka_unit_test(elements_are_known_by_their_names),
    };

    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
