#include "support/test.h"

#include "base/arena.h"
#include "support/shelf.h"
#include "year/redact.h"

static void
expect_name(const char *name, const char *expected)
{
    struct arena *arena = arena_new();

    assert_true(text_is(redact_name(arena, text_of(name)), expected));
    arena_free(arena);
}

static void
expect_text(const char *text, const char *expected)
{
    struct shelf *shelf = shelf_new();
    struct redact *privacy =
        redact_new(shelf->arena, &shelf->book, EDITION_PUBLIC);

    assert_true(
        text_is(redact_text(privacy, text_of(text), shelf->arena), expected));
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
    expect_text("013812341234 008613812341234", "0138****1234 0086138****1234");
    expect_text("0722-3223456", "0722-*******");
}

static void
a_telephone_is_known_however_its_digits_are_written(void **state)
{
    static const char *const ways[] = {
        "138-1234-1234",          "138 1234 1234",
        "138.1234.1234",          "138–1234–1234",
        "138/1234/1234",          "138_1234_1234",
        "138－1234－1234",        "138　1234　1234",
        "１３８１２３４１２３４", "１３８－１２３４－１２３４",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
        expect_text(ways[i], "138****1234");
    expect_text("+86 138 1234 1234、+86-138-1234-1234、+86138-1234-1234",
                "+86138****1234、+86138****1234、+86138****1234");
    expect_text("2人，138 1234 1234，3人", "2人，138****1234，3人");
    expect_text("3 138 1234 1234 5", "3 138****1234 5");
    expect_text("０７２２－３２２３４５６", "０７２２－*******");
}

static void
plates_and_addresses_are_known_by_their_form(void **state)
{
    (void)state;
    expect_text("车辆鄂S12345占道", "车辆鄂S****占道");
    expect_text("鄂S·1234A、粤B D12345、鄂Ｓ１２３４５",
                "鄂S****、粤B****、鄂Ｓ****");
    expect_text("发函至zhang.san@example.org核实", "发函至****核实");
    expect_text("致a_b@mail.example.com。", "致****。");
    expect_text("贵S、京G45线、3@4、鲁ABCDEF", "贵S、京G45线、3@4、鲁ABCDEF");
}

static void
identity_and_card_numbers_are_not_shown_at_all(void **state)
{
    (void)state;
    expect_text("证11010519491231002X号", "证****号");
    expect_text("110105194912310021", "****");
    expect_text("6222021234567890123", "****");
    expect_text("11010519491231002X 11010519491231002ｘ", "**** ****");
    expect_text("１１０１０５１９４９１２３１００２Ｘ", "****");
    expect_text("110105 19491231 002X", "****");
    expect_text("110105-1949-1231-002X。", "****。");
    expect_text("4904-8742-7424-4463 号", "**** 号");
    expect_text("4904 8742 7424 4463", "****");
}

static void
groups_of_digits_need_not_be_a_number(void **state)
{
    static const char *const others[] = {
        "2025-10-08 2025-10-20 2025-11-01",
        "138 1234 567",
        "138 1234 56789",
        "4904 8742 7424 4464",
        "110105 19491231 0021",
        "12 34 56 78 90 12 34 56 78",
        "3.14159 2.71828 1.41421",
        "128-1234-1234",
        "1 2 3 4 5 6 7 8 9 10 11 12",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        expect_text(others[i], others[i]);
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
        cmocka_unit_test(a_telephone_is_known_however_its_digits_are_written),
        cmocka_unit_test(groups_of_digits_need_not_be_a_number),
        cmocka_unit_test(plates_and_addresses_are_known_by_their_form),
        cmocka_unit_test(identity_and_card_numbers_are_not_shown_at_all),
        cmocka_unit_test(other_numbers_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
