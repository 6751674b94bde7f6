#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "ledger/campaign.h"
#include "ledger/cells.h"
#include "ledger/ledgers.h"
#include "ledger/problems.h"
#include "ledger/reports.h"
#include "ledger/suggestions.h"

static void
every_column_is_named_in_both_languages(void **state)
{
    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++)
        for (size_t j = 0; j < ledgers[i]->column_count; j++) {
            const struct column *column = &ledgers[i]->columns[j];

            assert_non_null(column->english);
            assert_true(column->title[0] != '\0');
            if (column->kind == KIND_CHOICE)
                assert_non_null(column->words);
        }
}

static void
no_two_columns_of_a_ledger_share_a_title(void **state)
{
    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++)
        for (size_t j = 0; j < ledgers[i]->column_count; j++)
            for (size_t k = 0; k < j; k++)
                if (strcmp(ledgers[i]->columns[j].title,
                           ledgers[i]->columns[k].title) == 0)
                    fail_msg("%s: two columns are titled %s", ledgers[i]->name,
                             ledgers[i]->columns[j].title);
}

/* Members begin behind the common row and fill the struct up to padding, so a
   member that no column covers leaves a hole larger than any padding. */
static void
every_stored_member_is_covered_by_a_column(void **state)
{
    static const size_t sizes[] = {
        [KIND_ID] = sizeof(struct id),
        [KIND_DATE] = sizeof(struct date),
        [KIND_MONTH] = sizeof(struct month),
        [KIND_UNIT] = sizeof(struct unit),
        [KIND_CATEGORY] = sizeof(struct category),
        [KIND_CHOICE] = sizeof(struct choice),
        [KIND_YES_NO] = sizeof(struct yes_no),
        [KIND_NUMBER] = sizeof(struct number),
        [KIND_MONEY] = sizeof(struct money),
    };

    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        size_t hole = 0;
        char used[512] = {0};

        assert_true(type->row_size <= sizeof(used));
        for (size_t j = 0; j < type->column_count; j++) {
            const struct column *column = &type->columns[j];

            for (size_t k = 0; column->is_stored && k < sizes[column->kind];
                 k++) {
                assert_true(column->offset >= sizeof(struct row));
                assert_int_equal(used[column->offset + k], 0);
                used[column->offset + k] = 1;
            }
        }
        for (size_t j = sizeof(struct row); j < type->row_size; j++) {
            hole = used[j] ? 0 : hole + 1;
            assert_true(hole < 8);
        }
    }
}

static void
a_core_row_is_compact(void **state)
{
    (void)state;
    assert_true(sizeof(struct problem) <= 48);
    assert_true(sizeof(struct suggestion) <= 48);
    assert_true(sizeof(struct research_report) <= 48);
}

static void
common_keys_name_columns(void **state)
{
    (void)state;
    for (int i = 0; i < LEDGER_COUNT; i++) {
        const struct ledger_type *type = ledgers[i];
        const char *const keys[] = {type->name_key, type->entered_key,
                                    type->closed_key, type->unit_key,
                                    type->status_key};

        for (size_t j = 0; j < sizeof(keys) / sizeof(keys[0]); j++)
            if (keys[j] != NULL)
                assert_true(column_index(type, keys[j]) >= 0);
    }
    assert_int_equal(column_index(ledgers[0], NULL), -1);
    assert_int_equal(column_index(ledgers[0], "nobody"), -1);
}

static void
a_choice_is_written_by_its_first_word(void **state)
{
    const struct ledger_type *type = ledgers[LEDGER_problems];
    const struct choice_words *words =
        type->columns[column_index(type, "status")].words;

    (void)state;
    assert_true(text_is(choice_word(words, PROBLEM_SOLVED, ZH), "已办结"));
    assert_true(text_is(choice_word(words, PROBLEM_OPEN, ZH), "办理中"));
    assert_true(text_is(choice_word(words, PROBLEM_NOT_STARTED, ZH), "未启动"));
    assert_true(text_is(choice_word(words, PROBLEM_DROPPED, ZH), "不予办理"));
    assert_true(text_is(choice_word(words, PROBLEM_SOLVED, EN), "Solved"));
    assert_true(text_is(choice_word(words, 0, ZH), ""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_column_is_named_in_both_languages),
        cmocka_unit_test(no_two_columns_of_a_ledger_share_a_title),
        cmocka_unit_test(every_stored_member_is_covered_by_a_column),
        cmocka_unit_test(a_core_row_is_compact),
        cmocka_unit_test(common_keys_name_columns),
        cmocka_unit_test(a_choice_is_written_by_its_first_word),
    };

    return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
