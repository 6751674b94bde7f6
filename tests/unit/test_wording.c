#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/wording.h"

static const char *const names[WORDING_COUNT] = {
#define WORDING(name, zh, en) [WORDING_##name] = #name,
#include "base/wording.def"
#undef WORDING
};

/* One bit for each of %1 to %9 in the text. */
static unsigned
details_in(struct text text)
{
    unsigned bits = 0;

    for (size_t i = 0; i + 1 < text.length; i++)
        if (text.bytes[i] == '%' && text.bytes[i + 1] >= '1' &&
            text.bytes[i + 1] <= '9')
            bits |= 1u << (text.bytes[i + 1] - '0');
    return bits;
}

static void
every_wording_is_said_in_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDING_COUNT; i++)
        for (int language = 0; language < LANGUAGE_COUNT; language++)
            if (say((enum language)language, (enum wording)i).length == 0)
                fail_msg("%s is empty", names[i]);
}

static void
english_brings_in_no_detail_that_chinese_has_not(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDING_COUNT; i++) {
        unsigned zh = details_in(say(ZH, (enum wording)i));
        unsigned en = details_in(say(EN, (enum wording)i));

        if (en & ~zh)
            fail_msg("%s: English has a detail Chinese has not", names[i]);
        if ((zh != 0) != (en != 0))
            fail_msg("%s: only one language has details", names[i]);
        if (zh >> 5)
            fail_msg("%s: there are four details at most", names[i]);
    }
}

static void
no_english_wording_holds_chinese(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDING_COUNT; i++) {
        struct text text = say(EN, (enum wording)i);
        size_t at = 0;
        int32_t code;

        while ((code = text_next(text, &at)) >= 0)
            if (code >= 0x2e80)
                fail_msg("%s: Chinese in the English wording", names[i]);
    }
}

static void
english_words_agree_with_the_number_before_them(void **state)
{
    struct arena *arena = arena_new();
    struct words_around around;

    (void)state;
    assert_true(text_is(
        SAY(arena, EN, WORDING_COVERAGE, TEXT("1"), TEXT("2"), TEXT("1")),
        "1 unit, 1 record from 2 files · first published"));
    assert_true(text_is(SAY(arena, EN, WORDING_UNIT_CUT, TEXT("1")),
                        "Only the first is listed here; the list has them "
                        "all."));
    assert_true(text_is(SAY(arena, EN, WORDING_UNIT_CUT, TEXT("0")),
                        "Only the first 0 are listed here; the list has them "
                        "all."));
    around = say_around(arena, EN, WORDING_SAID_SYMPOSIA, TEXT("1"));
    assert_true(text_is(around.after, " symposium"));
    around = say_around(arena, EN, WORDING_SAID_SYMPOSIA, TEXT("11"));
    assert_true(text_is(around.after, " symposia"));
    arena_free(arena);
}

static void
a_wording_is_found_by_its_name(void **state)
{
    struct text said;

    (void)state;
    assert_true(say_named(ZH, text_of("NO_UNIT"), &said));
    assert_true(text_is(said, "未填报单位"));
    assert_true(say_named(EN, text_of("NO_UNIT"), &said));
    assert_true(text_equal(said, say(EN, WORDING_NO_UNIT)));
    assert_false(say_named(ZH, text_of("NO_UNI"), &said));
    assert_false(say_named(ZH, text_of(""), &said));
}

static void
details_are_put_in_where_they_belong(void **state)
{
    struct arena *arena = arena_new();
    const struct text details[4] = {text_of("2025"), text_of("10月"),
                                    text_of("31")};
    struct text said = say_with(arena, ZH, WORDING_DATE_WORDS, details);

    (void)state;
    assert_string_equal(said.bytes, "2025年10月31日");
    assert_int_equal(said.length, strlen(said.bytes));
    arena_free(arena);
}

static void
a_detail_is_never_read_as_a_wording(void **state)
{
    struct arena *arena = arena_new();
    const struct text details[4] = {text_of("%2"), text_of("%1"),
                                    text_of("%%")};
    struct text said = say_with(arena, ZH, WORDING_DATE_WORDS, details);

    (void)state;
    assert_string_equal(said.bytes, "%2年%1%%日");
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_wording_is_said_in_both_languages),
        cmocka_unit_test(english_brings_in_no_detail_that_chinese_has_not),
        cmocka_unit_test(no_english_wording_holds_chinese),
        cmocka_unit_test(english_words_agree_with_the_number_before_them),
        cmocka_unit_test(a_wording_is_found_by_its_name),
        cmocka_unit_test(details_are_put_in_where_they_belong),
        cmocka_unit_test(a_detail_is_never_read_as_a_wording),
    };

    return cmocka_run_group_tests_name("wording", tests, NULL, NULL);
}
