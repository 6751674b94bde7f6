#include "support/test.h"

#include "base/checksum.h"

/* The check value that lists of such sums give for these digits. */
static void
digits_have_the_known_sum(void **state)
{
    (void)state;
    assert_int_equal(checksum_add(0, TEXT("123456789")), 0xCBF43926);
    assert_int_equal(checksum_add(0, TEXT("")), 0);
}

static void
a_sum_does_not_depend_on_where_it_is_parted(void **state)
{
    struct text all = TEXT("责任单位,提出时间\n区住建局,2025-10-31\n");
    uint32_t sum = checksum_add(0, all);

    (void)state;
    for (size_t at = 0; at <= all.length; at++) {
        struct text first = text_slice(all, 0, at);
        struct text second = text_from(all, at);

        assert_int_equal(checksum_add(checksum_add(0, first), second), sum);
        assert_int_equal(checksum_join(checksum_add(0, first),
                                       checksum_add(0, second), second.length),
                         sum);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_have_the_known_sum),
        cmocka_unit_test(a_sum_does_not_depend_on_where_it_is_parted),
    };

    return cmocka_run_group_tests_name("checksum", tests, NULL, NULL);
}
