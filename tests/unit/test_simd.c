#include "support/test.h"

#include <stdlib.h>

#include "base/simd.h"

enum { ROUNDS = 20000, ANY = 256 };

static unsigned char bytes[BLOCK + 1];

static void
fill(void)
{
    for (size_t i = 0; i < sizeof(bytes); i++)
        bytes[i] = (unsigned char)(rand() % ANY);
}

/* The same byte after byte, from an odd address on. */
static uint64_t
expected(size_t count, unsigned from, unsigned to)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < count; i++)
        bits |= (uint64_t)(bytes[1 + i] >= from && bytes[1 + i] <= to) << i;
    return bits;
}

static void
every_byte_in_a_range_has_its_bit(void **state)
{
    (void)state;
    srand(1);
    for (int i = 0; i < ROUNDS; i++) {
        unsigned from = (unsigned)(rand() % ANY);
        unsigned to = from + (unsigned)rand() % (ANY - from);

        fill();
        assert_true(
            part_between(bytes + 1, (unsigned char)from, (unsigned char)to) ==
            expected(PART, from, to));
        assert_true(
            simd_between(bytes + 1, (unsigned char)from, (unsigned char)to) ==
            expected(BLOCK, from, to));
    }
}

static void
every_byte_that_is_the_one_has_its_bit(void **state)
{
    (void)state;
    srand(2);
    for (int i = 0; i < ROUNDS; i++) {
        unsigned char byte, other;

        fill();
        byte = bytes[1 + rand() % BLOCK];
        other = bytes[1 + rand() % BLOCK];
        assert_true(part_equal(bytes + 1, (char)byte) ==
                    expected(PART, byte, byte));
        assert_true(simd_equal(bytes + 1, (char)byte) ==
                    expected(BLOCK, byte, byte));
        assert_true(
            simd_either(bytes + 1, (char)byte, (char)other) ==
            (expected(BLOCK, byte, byte) | expected(BLOCK, other, other)));
    }
}

static void
every_byte_beyond_ascii_has_its_bit(void **state)
{
    (void)state;
    srand(3);
    for (int i = 0; i < ROUNDS; i++) {
        fill();
        assert_true(part_high(bytes + 1) == expected(PART, 0x80, 0xFF));
        assert_true(simd_high(bytes + 1) == expected(BLOCK, 0x80, 0xFF));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_in_a_range_has_its_bit),
        cmocka_unit_test(every_byte_that_is_the_one_has_its_bit),
        cmocka_unit_test(every_byte_beyond_ascii_has_its_bit),
    };

    return cmocka_run_group_tests_name("blocks", tests, NULL, NULL);
}
