#include "support/desk.h"

#include "year/narrative.h"

static const struct desk_file files[] = {
    {"problems.csv", "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\n"
                     "P-1,一事,区发改局,2025-03-01,2025-04-01,已办结\n"
                     "P-2,二事,区发改局,2025-03-02,2025-04-02,已办结\n"
                     "P-3,三事,区发改局,2025-03-03,,办理中\n"},
};

static struct narrative
lead_of(struct desk *desk, const char *text)
{
    desk_open(desk, files, 1, month_make(2025, 10), EDITION_PUBLIC);
    return narrative_parse(desk->report.year, text_of(text), desk->arena);
}

static void
braces_become_figures_and_the_rest_stays(void **state)
{
    struct desk desk;
    struct narrative lead = lead_of(&desk, "共解决{{problems.solved}}项。\n");

    (void)state;
    assert_int_equal(lead.count, 3);
    assert_int_equal(lead.parts[0].kind, NARRATIVE_WORDS);
    assert_true(text_is(lead.parts[0].words, "共解决"));
    assert_int_equal(lead.parts[1].kind, NARRATIVE_FIGURE);
    assert_int_equal(lead.parts[1].figure, FIGURE_PROBLEMS_SOLVED);
    assert_false(lead.parts[1].is_wrong);
    assert_true(text_is(lead.parts[2].words, "项。"));
    desk_close(&desk);
}

static bool
is_wrong(const char *braces)
{
    struct desk desk;
    struct narrative lead = lead_of(&desk, braces);
    bool wrong;

    assert_int_equal(lead.count, 1);
    assert_int_equal(lead.parts[0].kind, NARRATIVE_FIGURE);
    wrong = lead.parts[0].is_wrong;
    desk_close(&desk);
    return wrong;
}

static void
a_claim_is_held_against_its_figure(void **state)
{
    (void)state;
    assert_false(is_wrong("{{problems.solved|2}}"));
    assert_true(is_wrong("{{problems.solved|3}}"));
    assert_true(is_wrong("{{problems.solved|2余}}"));
    assert_false(is_wrong("{{problems.raised|约3}}"));
    assert_false(is_wrong("{{problems.rate|66.7%}}"));
    assert_false(is_wrong("{{ problems.rate | 66.7 }}"));
    assert_true(is_wrong("{{problems.rate|66.6%}}"));
    assert_true(is_wrong("{{problems.solved|两项}}"));
}

static void
a_claim_about_an_absent_ledger_is_wrong(void **state)
{
    (void)state;
    assert_true(is_wrong("{{reports.converted|20余}}"));
}

static void
an_unknown_id_stays_as_written_with_its_place(void **state)
{
    struct desk desk;
    struct narrative lead = lead_of(&desk, "一\n二{{no.such}}三");

    (void)state;
    assert_int_equal(lead.parts[2].kind, NARRATIVE_UNKNOWN);
    assert_true(text_is(lead.parts[2].words, "{{no.such}}"));
    assert_int_equal(lead.parts[2].line, 2);
    assert_int_equal(lead.parts[2].column, 4);
    desk_close(&desk);
}

static void
a_blank_line_parts_paragraphs(void **state)
{
    struct desk desk;
    struct narrative lead = lead_of(&desk, "\n一\r\n\r\n二\n\n");

    (void)state;
    assert_int_equal(lead.count, 3);
    assert_int_equal(lead.parts[1].kind, NARRATIVE_BREAK);
    desk_close(&desk);
}

static void
braces_left_open_are_words(void **state)
{
    struct desk desk;
    struct narrative lead = lead_of(&desk, "{{problems.solved\n}}");

    (void)state;
    for (size_t i = 0; i < lead.count; i++)
        assert_int_equal(lead.parts[i].kind, NARRATIVE_WORDS);
    desk_close(&desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(braces_become_figures_and_the_rest_stays),
        cmocka_unit_test(a_claim_is_held_against_its_figure),
        cmocka_unit_test(a_claim_about_an_absent_ledger_is_wrong),
        cmocka_unit_test(an_unknown_id_stays_as_written_with_its_place),
        cmocka_unit_test(a_blank_line_parts_paragraphs),
        cmocka_unit_test(braces_left_open_are_words),
    };

    return cmocka_run_group_tests_name("lead", tests, NULL, NULL);
}
