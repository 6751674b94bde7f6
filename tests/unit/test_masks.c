#include "support/test.h"

#include "base/arena.h"
#include "support/shelf.h"
#include "year/privacy.h"

static void
expect_name(const char *name, const char *expected)
{
    struct arena *arena = arena_new();

    assert_true(text_is(mask_name(arena, text_of(name)), expected));
    arena_free(arena);
}

static void
expect_text(const char *text, const char *expected)
{
    struct shelf *shelf = shelf_new();
    struct privacy *privacy =
        privacy_new(shelf->arena, &shelf->book, EDITION_PUBLIC);

    assert_true(
        text_is(privacy_text(privacy, text_of(text), shelf->arena), expected));
    shelf_free(shelf);
}

static void
a_surname_stays_and_the_rest_is_masked(void **state)
{
    (void)state;
    expect_name("张三", "张*");
    expect_name("张三丰", "张**");
    expect_name("欧阳修", "欧阳*");
    expect_name("欧阳", "欧*");
    expect_name("阿卜杜·热合曼", "阿**·***");
    expect_name("𬱖三", "𬱖*");
    expect_name("张", "*");
    expect_name("", "");
}

static void
telephones_keep_only_their_ends(void **state)
{
    (void)state;
    expect_text("电话13812341234。", "电话138****1234。");
    expect_text("+8613812341234", "+86138****1234");
    expect_text("138-1234-1234", "138******1234");
    expect_text("0722-3223456", "0722-*******");
}

static void
identity_and_card_numbers_are_not_shown_at_all(void **state)
{
    (void)state;
    expect_text("证11010519491231002X号", "证****号");
    expect_text("110105194912310021", "****");
    expect_text("6222021234567890123", "****");
}

static void
other_numbers_stay(void **state)
{
    (void)state;
    expect_text("2025-10-31 共12345678件", "2025-10-31 共12345678件");
    expect_text("12812341234", "12812341234");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_surname_stays_and_the_rest_is_masked),
        cmocka_unit_test(telephones_keep_only_their_ends),
        cmocka_unit_test(identity_and_card_numbers_are_not_shown_at_all),
        cmocka_unit_test(other_numbers_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
