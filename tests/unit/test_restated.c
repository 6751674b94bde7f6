#include "support/desk.h"

#include "base/json.h"
#include "year/event.h"
#include "year/restated.h"

#define TITLES "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\n"

static const struct desk_file files[] = {
    {"settings.csv", "key,value\nyear_start,2025-01\n"},
    {"2025-09/problems.csv",
     TITLES "P1,一事,甲局,2025-08-01,2025-08-20,已办结\n"
            "P2,二事,甲局,2025-08-05,2025-09-10,已办结\n"
            "P3,三事,甲局,2025-09-04,2025-09-25,已办结\n"
            "P4,四事,甲局,2025-09-05,,办理中\n"},
    {"2025-10/problems.csv",
     TITLES "P1,一事,甲局,2025-08-01,2025-08-20,已办结\n"
            "P2,二事,甲局,2025-08-05,2025-10-10,已办结\n"
            "P3,三事,甲局,2025-09-04,,办理中\n"
            "P4,四事,甲局,2025-09-05,,撤销\n"
            "P5,五事,甲局,2025-09-15,,办理中\n"},
};

enum { FILES = sizeof(files) / sizeof(files[0]) };

/* As September was published from the September folder alone. */
static const char september[] =
    "{\"month\": \"2025-09\", \"figures\": {"
    "\"problems.raised\": {\"value\": 4}, \"problems.solved\": {\"value\": 3},"
    "\"problems.dropped\": {\"value\": 0}, \"problems.overdue\": {\"value\": "
    "0},"
    "\"problems.rate\": {\"value\": \"75.0\"}}}";

static bool
read_september(void *context, struct month month, enum ledger_id ledger,
               struct published_record **records, size_t *count)
{
    const struct published_record said[] = {
        {TEXT("P1"), TEXT("2025-08-01"), TEXT("2025-08-20"), TEXT(""),
         MARK(PROBLEMS_RAISED) | MARK(PROBLEMS_SOLVED)},
        {TEXT("P2"), TEXT("2025-08-05"), TEXT("2025-09-10"), TEXT(""),
         MARK(PROBLEMS_RAISED) | MARK(PROBLEMS_SOLVED)},
        {TEXT("P3"), TEXT("2025-09-04"), TEXT("2025-09-25"), TEXT(""),
         MARK(PROBLEMS_RAISED) | MARK(PROBLEMS_SOLVED)},
        {TEXT("P4"), TEXT("2025-09-05"), TEXT(""), TEXT(""),
         MARK(PROBLEMS_RAISED) | MARK(PROBLEMS_OPEN)},
    };
    struct desk *desk = context;

    assert_int_equal(month.number, month_make(2025, 9).number);
    assert_int_equal(ledger, LEDGER_problems);
    *records = arena_take(desk->arena, sizeof(said));
    memcpy(*records, said, sizeof(said));
    *count = sizeof(said) / sizeof(said[0]);
    return true;
}

static struct restated
restated_in_october(struct desk *desk, const char *summary)
{
    struct json_t *said;
    struct restated restated;

    desk_open(desk, files, FILES, month_make(2025, 10), EDITION_PUBLIC);
    said = json_parse(text_of(summary));
    restated =
        restated_of(desk->report.year, desk->report.privacy,
                    &(struct published_months){&said, 1, read_september, desk},
                    desk->arena);
    json_free(said);
    return restated;
}

static const struct restated_figure *
find(const struct restated *restated, enum figure_id figure)
{
    for (size_t i = 0; i < restated->count; i++)
        if (restated->figures[i].figure == figure)
            return &restated->figures[i];
    return NULL;
}

static void
assert_record(const struct restated_figure *figure, size_t place,
              const char *key, enum restated_reason reason)
{
    assert_true(place < figure->count);
    assert_true(text_is(figure->records[place].key, key));
    assert_int_equal(figure->records[place].reason, reason);
}

static void
a_late_row_and_a_new_date_are_told_apart(void **state)
{
    struct desk desk;
    struct restated restated = restated_in_october(&desk, september);
    const struct restated_figure *raised =
        find(&restated, FIGURE_PROBLEMS_RAISED);
    const struct restated_figure *solved =
        find(&restated, FIGURE_PROBLEMS_SOLVED);

    (void)state;
    assert_non_null(raised);
    assert_int_equal(raised->month.number, month_make(2025, 9).number);
    assert_true(text_is(raised->published, "4"));
    assert_true(text_is(raised->now, "5"));
    assert_int_equal(raised->count, 1);
    assert_record(raised, 0, "P5", RESTATED_LATE);
    assert_non_null(solved);
    assert_true(text_is(solved->published, "3"));
    assert_true(text_is(solved->now, "2"));
    assert_int_equal(solved->count, 1);
    assert_record(solved, 0, "P2", RESTATED_DATE);
    desk_close(&desk);
}

static void
what_happened_later_without_a_day_is_no_correction(void **state)
{
    struct desk desk;
    struct restated restated = restated_in_october(&desk, september);

    (void)state;
    assert_null(find(&restated, FIGURE_PROBLEMS_DROPPED));
    desk_close(&desk);
}

static void
shares_are_not_restated(void **state)
{
    struct desk desk;
    struct restated restated = restated_in_october(&desk, september);

    (void)state;
    assert_null(find(&restated, FIGURE_PROBLEMS_RATE));
    desk_close(&desk);
}

static void
a_figure_that_stands_is_not_restated(void **state)
{
    struct desk desk;
    struct restated restated = restated_in_october(&desk, september);

    (void)state;
    assert_null(find(&restated, FIGURE_PROBLEMS_OVERDUE));
    desk_close(&desk);
}

static void
the_month_itself_and_later_ones_are_not_restated(void **state)
{
    struct desk desk;
    struct restated restated =
        restated_in_october(&desk, "{\"month\": \"2025-10\", \"figures\": {"
                                   "\"problems.raised\": {\"value\": 4}}}");

    (void)state;
    assert_int_equal(restated.count, 0);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_late_row_and_a_new_date_are_told_apart),
        cmocka_unit_test(what_happened_later_without_a_day_is_no_correction),
        cmocka_unit_test(shares_are_not_restated),
        cmocka_unit_test(a_figure_that_stands_is_not_restated),
        cmocka_unit_test(the_month_itself_and_later_ones_are_not_restated),
    };

    return cmocka_run_group_tests_name("restated", tests, NULL, NULL);
}
