#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "intake/cell_number.h"

static const struct number_format plain = {NUMBER_PLAIN, NULL};
static const struct number_format date = {NUMBER_DATE, NULL};
static const struct number_format time_of_day = {NUMBER_TIME, NULL};

static void
expect(const char *stored, struct number_format format, const char *text)
{
    char out[CELL_NUMBER_ROOM];
    enum number_fault fault;
    size_t length =
        cell_number_write(text_of(stored), format, false, out, &fault);

    if (length != strlen(text) || memcmp(out, text, length) != 0)
        fail_msg("%s is written %.*s, not %s", stored, (int)length, out, text);
}

static void
expect_fault(const char *stored, struct number_format format,
             enum number_fault expected)
{
    char out[CELL_NUMBER_ROOM];
    enum number_fault fault;

    cell_number_write(text_of(stored), format, false, out, &fault);
    if (fault != expected)
        fail_msg("%s: fault %d, not %d", stored, (int)fault, (int)expected);
}

static void
expect_as(const char *code, const char *stored, const char *text)
{
    struct arena *arena = arena_new();

    expect(stored, number_format_of_code(arena, code), text);
    arena_free(arena);
}

static void
numbers_are_written_out_as_they_are_shown(void **state)
{
    (void)state;
    expect("0", plain, "0");
    expect("-0", plain, "0");
    expect("12", plain, "12");
    expect("-12.5", plain, "-12.5");
    expect("1.1000000000000001", plain, "1.1");
    expect("0.30000000000000004", plain, "0.3");
    expect("1E-7", plain, "0.0000001");
    expect("-2.5e-3", plain, "-0.0025");
    expect("4.21E+17", plain, "421000000000000000");
    expect("421081199001012340", plain, "421081199001012350");
    expect("1.5E3", plain, "1500");
    expect("007", plain, "7");
    expect("1.50", plain, "1.5");
}

static void
what_is_no_number_is_told(void **state)
{
    (void)state;
    expect_fault("", plain, NUMBER_NONE);
    expect_fault("1,5", plain, NUMBER_NONE);
    expect_fault("INF", plain, NUMBER_NONE);
    expect_fault("0x10", plain, NUMBER_NONE);
    expect_fault("1 2", plain, NUMBER_NONE);
    expect_fault("1E999", plain, NUMBER_NONE);
    expect_fault("-1", date, NUMBER_NO_DATE);
    expect_fault("2958466", date, NUMBER_NO_DATE);
    expect_fault("123456789012345", plain, NUMBER_SOUND);
    expect_fault("1234567890123456", plain, NUMBER_TOO_PRECISE);
}

static void
a_serial_is_its_day(void **state)
{
    (void)state;
    expect("45961", date, "2025-10-31");
    expect("45961.5", date, "2025-10-31 12:00:00");
    expect("45960.9999999", date, "2025-10-31");
    expect("45961", time_of_day, "2025-10-31");
    expect("0.75", time_of_day, "18:00:00");
    expect("0", date, "1900/1/0");
    expect("1", date, "1900-01-01");
    expect("59", date, "1900-02-28");
    expect("60", date, "1900-02-29");
    expect("61", date, "1900-03-01");
    expect("2958465", date, "9999-12-31");
}

static void
the_other_system_begins_in_1904(void **state)
{
    char out[CELL_NUMBER_ROOM];
    enum number_fault fault;

    (void)state;
    assert_int_equal(cell_number_write(TEXT("44499"), date, true, out, &fault),
                     10);
    assert_memory_equal(out, "2025-10-31", 10);
    cell_number_write(TEXT("0"), date, true, out, &fault);
    assert_memory_equal(out, "1904-01-01", 10);
}

static void
percentages_and_zeros_in_front_are_kept(void **state)
{
    (void)state;
    expect("0.853", (struct number_format){NUMBER_PERCENT, NULL}, "85.3%");
    expect("1", (struct number_format){NUMBER_PERCENT, NULL}, "100%");
    expect_as("0000", "5", "0005");
    expect_as("0000", "0", "0000");
    expect_as("0000", "12345", "12345");
    expect_as("0000", "0.5", "0.5");
}

/* A unit that stands in the format alone is what a reader goes by. */
static void
words_of_a_format_are_shown(void **state)
{
    (void)state;
    expect_as("\"WT-\"0000", "5", "WT-0005");
    expect_as("\"第\"0号", "5", "第5号");
    expect_as("0.00\"亿元\"", "1.5", "1.5亿元");
    expect_as("#,##0.00\"元\"_);(#,##0.00\"元\")", "-1234.5", "-1234.5元");
    expect_as("G/通用格式\\件", "3", "3件");
    expect_as("[=0]\"无\";0\"件\"", "3", "3件");
    expect_as("¥#,##0.00", "3", "3");
    expect_as("0\"a,b\"", "3", "3");
    expect_as("0_-\"_\"", "3", "3");
    expect_as("000-0000", "3", "3");
    expect_as("0\"年\"00\"月\"", "202510", "202510");
    expect_as("0.00E+00", "3", "3");
    expect_as("\"第", "3", "3");
}

static void
what_a_format_leaves_out_is_left_out(void **state)
{
    (void)state;
    expect_as("0,", "12345", "12.345");
    expect_as("0.0,,\"M\"", "12345678", "12.345678M");
    expect_as("#,##0", "12345", "12345");
    expect_as("#,##0,", "12345", "12.345");
    expect_as("0!.0,\"万元\"", "12345678", "1234.5678万元");
    expect_as("0\".\"0000\"万元\"", "12345678", "1234.5678万元");
    expect_as("0\\.0,", "0", "0");
}

static void
hours_are_counted_beyond_a_day(void **state)
{
    (void)state;
    expect_as("[h]:mm", "1.25", "30:00:00");
    expect_as("[mm]:ss", "0.5", "12:00:00");
    expect_as("[h", "1.25", "1.25");
}

static void
a_code_tells_dates_from_numbers(void **state)
{
    static const struct {
        const char *code;
        enum number_kind kind;
    } codes[] = {
        {"General", NUMBER_PLAIN},
        {"G/通用格式", NUMBER_PLAIN},
        {"0.00E+00", NUMBER_PLAIN},
        {"#,##0.00_);[Red]\\(#,##0.00\\)", NUMBER_PLAIN},
        {"0\"天\"", NUMBER_PLAIN},
        {"0\"days\"", NUMBER_PLAIN},
        {"[h]:mm:ss", NUMBER_ELAPSED},
        {"@", NUMBER_PLAIN},
        {"0.0%", NUMBER_PERCENT},
        {"000000", NUMBER_PADDED},
        {"yyyy\"年\"m\"月\"d\"日\";@", NUMBER_DATE},
        {"m\"月\"d\"日\"", NUMBER_DATE},
        {"[$-804]aaaa;@", NUMBER_DATE},
        {"[DBNum1][$-804]yyyy\"年\"m\"月\"", NUMBER_DATE},
        {"mmm\\-yy", NUMBER_DATE},
        {"m", NUMBER_DATE},
        {"[$-F800]dddd, mmmm dd, yyyy", NUMBER_DATE},
        {"e\"年\"", NUMBER_DATE},
        {"h:mm AM/PM", NUMBER_TIME},
        {"mm:ss.0", NUMBER_TIME},
        {"yyyy-mm-dd hh:mm:ss", NUMBER_DATE},
        {"0;yyyy", NUMBER_PLAIN},
        {"[=0]\"无\";yyyy-mm-dd", NUMBER_DATE},
        {"[=0]\"y\"", NUMBER_PLAIN},
        {"[>=1]0;yyyy", NUMBER_PLAIN},
    };

    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof(codes) / sizeof(*codes); i++) {
        enum number_kind kind =
            number_format_of_code(arena, codes[i].code).kind;

        if (kind != codes[i].kind)
            fail_msg("%s is of kind %d", codes[i].code, (int)kind);
    }
    arena_free(arena);
    assert_int_equal(number_format_of_id(14).kind, NUMBER_DATE);
    assert_int_equal(number_format_of_id(58).kind, NUMBER_DATE);
    assert_int_equal(number_format_of_id(10).kind, NUMBER_PERCENT);
    assert_int_equal(number_format_of_id(46).kind, NUMBER_ELAPSED);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_out_as_they_are_shown),
        cmocka_unit_test(what_is_no_number_is_told),
        cmocka_unit_test(a_serial_is_its_day),
        cmocka_unit_test(the_other_system_begins_in_1904),
        cmocka_unit_test(percentages_and_zeros_in_front_are_kept),
        cmocka_unit_test(words_of_a_format_are_shown),
        cmocka_unit_test(what_a_format_leaves_out_is_left_out),
        cmocka_unit_test(hours_are_counted_beyond_a_day),
        cmocka_unit_test(a_code_tells_dates_from_numbers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
