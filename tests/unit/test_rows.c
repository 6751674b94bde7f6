#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/campaign.h"
#include "ledger/cells.h"
#include "ledger/problems.h"
#include "ledger/vocabulary.h"

static struct codes codes;
static struct book book;
static struct input_file export;
static uint32_t fields[64];
static struct text no_titles[64];

static int
set_up(void **state)
{
    (void)state;
    memset(&codes, 0, sizeof(codes));
    memset(&book, 0, sizeof(book));
    memset(&export, 0, sizeof(export));
    memset(fields, 0, sizeof(fields));
    book.arena = arena_new();
    book.codes = &codes;
    book.diag = diag_new();
    book.year_start = month_make(2025, 1);
    book.files = &export;
    book.file_count = 1;
    export.source.path = "a.csv";
    export.delimiter = ',';
    export.field_of = fields;
    export.title_of = no_titles;
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    diag_free(book.diag);
    arena_free(book.arena);
    return 0;
}

/* Reads the one record of a file whose columns are the keys, separated by
   blanks, and fills the row. */
static void
read_row(int ledger, const char *keys, const char *line, struct row *row)
{
    const struct ledger_type *type = ledgers[ledger];
    struct record record;
    struct text key;

    export.ledger = ledger;
    export.source.content = text_of(line);
    for (uint32_t field = 1; word_next(&keys, &key); field++) {
        struct text name = text_copy(book.arena, key);

        fields[column_index(type, name.bytes)] = field;
    }
    record_reread(book.arena, &export.source, ',', 0, &record);
    for (size_t i = 0; i < type->column_count; i++) {
        struct cell cell = {.book = &book,
                            .export = &export,
                            .record = &record,
                            .column = &type->columns[i],
                            .field = fields[i],
                            .scratch = book.arena};

        if (fields[i] > 0)
            cell.text = cell_clean(&cell, record.cells[fields[i] - 1], true);
        assert_true(cell_fill(&cell, row));
    }
    row->number = 5;
    export.ahead = arena_take(book.arena, 3 * sizeof(*export.ahead));
    export.ahead[0] = (struct ahead){3, 1};
    export.ahead[1] = (struct ahead){5, 2};
    export.ahead[2] = (struct ahead){6, 9};
    export.ahead_count = 3;
}

static void
expect_shown(int ledger, const struct row *row, const char *key,
             const char *expected)
{
    struct text texts[64];
    size_t column = (size_t)column_index(ledgers[ledger], key);
    struct text shown;

    row_texts(&book, ledger, row, book.arena, texts);
    shown = row_shown(&book, row, column, texts, book.arena);
    if (!text_is(shown, expected))
        fail_msg("%s is shown as \"%.*s\", not \"%s\"", key, TEXT_ARG(shown),
                 expected);
}

static void
texts_are_read_again_as_they_were_cleaned(void **state)
{
    struct problem problem = {0};
    struct text texts[64];

    (void)state;
    read_row(LEDGER_problems, "id title owner measure",
             "\"=\"\"0005\"\"\", 甲\xE2\x80\x8B ,张　三,\"一\n二\"\n",
             &problem.row);
    row_texts(&book, LEDGER_problems, &problem.row, book.arena, texts);
    assert_true(text_is(texts[0], "0005"));
    assert_true(text_is(texts[1], "甲"));
    assert_true(text_is(
        row_text(&book, LEDGER_problems, &problem.row, "owner", book.arena),
        "张三"));
    assert_true(text_is(
        row_text(&book, LEDGER_problems, &problem.row, "measure", book.arena),
        "一\n二"));
    assert_int_equal(diag_count(book.diag, WARNING), 1); /* said once */
}

static void
an_absent_column_is_empty(void **state)
{
    struct problem problem = {0};

    (void)state;
    read_row(LEDGER_problems, "title", "甲\n", &problem.row);
    assert_true(text_is(
        row_text(&book, LEDGER_problems, &problem.row, "result", book.arena),
        ""));
    assert_true(text_is(
        row_text(&book, LEDGER_problems, &problem.row, "nobody", book.arena),
        ""));
    expect_shown(LEDGER_problems, &problem.row, "closed_on", "");
}

static void
values_are_shown_in_one_form(void **state)
{
    struct problem problem = {0};

    (void)state;
    read_row(LEDGER_problems, "title unit category raised_on due_on status",
             "甲,区⼈社局,企业服务,二〇二五年十月三十一日,2025年11月,√\n",
             &problem.row);
    expect_shown(LEDGER_problems, &problem.row, "title", "甲");
    expect_shown(LEDGER_problems, &problem.row, "unit", "区人社局");
    expect_shown(LEDGER_problems, &problem.row, "category", "企业发展");
    expect_shown(LEDGER_problems, &problem.row, "raised_on", "2025-10-31");
    expect_shown(LEDGER_problems, &problem.row, "due_on", "2025-11");
    expect_shown(LEDGER_problems, &problem.row, "status", "已办结");
}

static void
every_unit_of_a_list_is_shown_by_its_name(void **state)
{
    struct unit_entry entries[] = {{.name = TEXT("区人力资源和社会保障局"),
                                    .order = 1,
                                    .aliases = TEXT("区人社局")}};
    struct problem problem = {0};

    (void)state;
    codes.units = entries;
    codes.unit_count = 1;
    read_row(LEDGER_problems, "title unit co_units",
             "甲,区人社局；区经信局,区 人社局/某 局\n", &problem.row);
    expect_shown(LEDGER_problems, &problem.row, "unit",
                 "区人力资源和社会保障局、区经信局");
    expect_shown(LEDGER_problems, &problem.row, "co_units",
                 "区人力资源和社会保障局、某局");
}

static void
money_is_shown_in_ten_thousands(void **state)
{
    struct project project = {0};

    (void)state;
    read_row(LEDGER_projects, "title unit invest_wan done_wan accelerated",
             "甲,区发改局,1.2亿元,\"￥1,234.50\",√\n", &project.row);
    expect_shown(LEDGER_projects, &project.row, "invest_wan", "12000");
    expect_shown(LEDGER_projects, &project.row, "done_wan", "1234.5");
    expect_shown(LEDGER_projects, &project.row, "plan_wan", "");
    expect_shown(LEDGER_projects, &project.row, "accelerated", "是");
}

static void
scores_are_read_by_dimension(void **state)
{
    struct dimension dimensions[] = {
        {.name = TEXT("甲")}, {.name = TEXT("乙")}, {.name = TEXT("丙")}};
    uint32_t places[] = {4, 0, 5};
    struct evaluation evaluation = {0};
    struct number scores[3];

    (void)state;
    codes.dimensions = dimensions;
    codes.dimension_count = 3;
    export.dimension_field = places;
    read_row(LEDGER_evaluations, "month cadre source",
             "2025-10,干部07,任务完成,92.5, ９０ \n", &evaluation.row);
    row_scores(&book, &evaluation.row, book.arena, scores);
    assert_int_equal(scores[0].millionths, 92500000);
    assert_false(scores[1].given);
    assert_true(scores[2].given);
    assert_int_equal(scores[2].millionths, 90000000);
    expect_shown(LEDGER_evaluations, &evaluation.row, "month", "2025-10");
}

static void
lists_are_split_at_every_separator(void **state)
{
    struct arena *arena = book.arena;
    struct text *items;
    size_t count = list_split(
        arena, text_of("甲、乙，丙,丁；戊;己/庚\n辛\u3000；；"), &items);
    static const char *const expected[] = {"甲", "乙", "丙", "丁",
                                           "戊", "己", "庚", "辛"};

    (void)state;
    assert_int_equal(count, 8);
    for (size_t i = 0; i < count; i++)
        assert_true(text_is(items[i], expected[i]));
    assert_int_equal(list_split(arena, text_of(""), &items), 0);
    assert_int_equal(list_split(arena, text_of(" 、 "), &items), 0);
}

static void
a_row_knows_its_place(void **state)
{
    struct problem problem = {0};
    struct place place;

    (void)state;
    read_row(LEDGER_problems, "title", "甲\n", &problem.row);
    place = row_place(&book, &problem.row);
    assert_string_equal(place.path, "a.csv");
    assert_int_equal(place.line, 7);
    assert_int_equal(place.field, 0);
    assert_int_equal(place.row, 5);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(texts_are_read_again_as_they_were_cleaned),
        CASE(an_absent_column_is_empty),
        CASE(values_are_shown_in_one_form),
        CASE(every_unit_of_a_list_is_shown_by_its_name),
        CASE(money_is_shown_in_ten_thousands),
        CASE(scores_are_read_by_dimension),
        CASE(lists_are_split_at_every_separator),
        CASE(a_row_knows_its_place),
    };

    return cmocka_run_group_tests_name("rows", tests, NULL, NULL);
}
