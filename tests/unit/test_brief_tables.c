#include "support/desk.h"

#include "view/brief_tables.h"
#include "view/view.h"

enum { UNITS_MOST = 60, ROW = 80 };

/* A problem for each of so many units. */
static void
desk_of(struct desk *desk, int units, const char *targets)
{
    static char problems[UNITS_MOST * ROW + ROW];
    static struct desk_file files[2];
    size_t used =
        (size_t)sprintf(problems, "问题名称,责任单位,提出时间,办理状态\r\n");

    for (int i = 0; i < units; i++)
        used += (size_t)sprintf(problems + used,
                                "路灯不亮%d,第%d局,2025-10-08,办理中\r\n", i,
                                i + 1);
    files[0] = (struct desk_file){"problems.csv", problems};
    files[1] = (struct desk_file){"targets.csv", targets};
    desk_open(desk, files, targets ? 2 : 1, month_make(2025, 10),
              EDITION_PUBLIC);
}

/* "5+17 12!": the rows of targets and units on each sheet; ! where the foot
   stands. */
static const char *
sheets_of(struct desk *desk)
{
    struct view *view = view_new(desk->arena, ZH);
    struct text all = TEXT("");

    brief_tables_fill(&desk->report, view);
    for (const struct view *sheet = view_find_list(view, "SHEET")->first; sheet;
         sheet = sheet->next) {
        const struct view *parts[] = {view_find_list(sheet, "GOALS")->first,
                                      view_find_list(sheet, "UNITS")->first};
        int rows[2] = {0};

        for (int i = 0; i < 2; i++)
            for (const struct view *row =
                     parts[i] ? view_find_list(parts[i], "ROW")->first : NULL;
                 row; row = row->next)
                rows[i]++;
        all = text_format(desk->arena, "%.*s%s%d+%d%s", TEXT_ARG(all),
                          all.length > 0 ? " " : "", rows[0], rows[1],
                          view_find_list(sheet, "IS_LAST")->first ? "!" : "");
    }
    return arena_copy(desk->arena, all.bytes, all.length);
}

static void
assert_sheets(int units, const char *targets, const char *expected)
{
    struct desk desk;

    desk_of(&desk, units, targets);
    assert_string_equal(sheets_of(&desk), expected);
    desk_close(&desk);
}

static void
few_units_share_a_sheet_with_the_targets_and_the_foot(void **state)
{
    (void)state;
    assert_sheets(13, "figure,target\r\nproblems.solved,20\r\n", "1+13!");
    assert_sheets(3, NULL, "0+3!");
}

static void
the_foot_never_stands_below_a_row_or_two(void **state)
{
    (void)state;
    for (int units = 1; units <= UNITS_MOST; units++) {
        struct desk desk;
        const char *last;

        desk_of(&desk, units, NULL);
        last = strrchr(sheets_of(&desk), '+') + 1;
        assert_true(atoi(last) >= (units < 4 ? units : 4));
        assert_non_null(strchr(last, '!'));
        desk_close(&desk);
    }
}

static void
each_unit_stands_on_one_sheet(void **state)
{
    (void)state;
    for (int units = 1; units <= UNITS_MOST; units++) {
        struct desk desk;
        const char *sheet;
        int count = 0;

        desk_of(&desk, units, "figure,target\r\nproblems.solved,20\r\n");
        for (sheet = sheets_of(&desk); (sheet = strchr(sheet, '+')) != NULL;
             sheet++)
            count += atoi(sheet + 1);
        assert_int_equal(count, units);
        desk_close(&desk);
    }
}

/* So many hanzi. */
static const char *
long_text(struct arena *arena, size_t count)
{
    struct text all = TEXT("");

    for (size_t i = 0; i < count; i++)
        all = text_join(arena, all, TEXT("长"));
    return text_copy(arena, all).bytes;
}

/* Such as fill a sheet alone, with their foot or without. */
static void
names_and_foot_may_be_of_any_length(void **state)
{
    static const struct {
        size_t units, name, foot;
        const char *sheets;
    } cases[] = {
        {1, 400, 1, "0+1!"},
        {2, 400, 1, "0+1 0+1!"},
        {3, 132, 1, "0+2 0+1!"},
        {3, 88, 200, "0+2 0+1!"},
        {5, 132, 1, "0+1 0+2 0+1 0+1!"},
        {2, 1, 900, "0+1 0+1!"},
    };
    struct arena *arena = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct text problems = TEXT("问题名称,责任单位,提出时间,办理状态\r\n");
        struct desk_file files[2] = {{.name = "problems.csv"},
                                     {.name = "settings.csv"}};
        struct desk desk;

        for (size_t unit = 0; unit < cases[i].units; unit++)
            problems =
                text_format(arena, "%.*s灯%zu,%s%zu,2025-10-08,办理中\r\n",
                            TEXT_ARG(problems), unit,
                            long_text(arena, cases[i].name), unit + 1);
        files[0].content = problems.bytes;
        files[1].content = text_format(arena, "key,value\r\nreport_to,%s\r\n",
                                       long_text(arena, cases[i].foot))
                               .bytes;
        desk_open(&desk, files, 2, month_make(2025, 10), EDITION_PUBLIC);
        assert_string_equal(sheets_of(&desk), cases[i].sheets);
        desk_close(&desk);
    }
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_units_share_a_sheet_with_the_targets_and_the_foot),
        cmocka_unit_test(the_foot_never_stands_below_a_row_or_two),
        cmocka_unit_test(each_unit_stands_on_one_sheet),
        cmocka_unit_test(names_and_foot_may_be_of_any_length),
    };

    return cmocka_run_group_tests_name("brief_tables", tests, NULL, NULL);
}
