/*
 * Every file of tests/fixtures gets the verdict of its MANIFEST.tsv.
 */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/decode.h"
#include "ledger/book.h"

enum { RULES_EXPECTED = 4 };

struct expected_rule {
    enum rule rule;
    size_t count;
};

struct verdict {
    const char *file;
    int ledger; /* -1: set aside whole */
    enum encoding encoding;
    size_t accepted, rejected, duplicate, skipped;
    struct expected_rule rules[RULES_EXPECTED]; /* ended by a count of 0 */
};

#define P LEDGER_problems
/* clang-format off */
static const struct verdict verdicts[] = {
    {"01_utf8.csv", P, ENCODING_UTF_8, 3, 0, 0, 0, {{0}}},
    {"02_utf8_bom.csv", P, ENCODING_UTF_8_BOM, 3, 0, 0, 0, {{RULE_COLUMN_UNKNOWN, 0}}},
    {"03_gbk.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{0}}},
    {"04_unicode_text.txt", P, ENCODING_UTF_16LE, 3, 0, 0, 0, {{0}}},
    {"05_gb18030_rare.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{0}}},
    {"06_gbk_lost_char.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{RULE_NAME_DAMAGED, 2}}},
    {"07_big5.csv", -1, ENCODING_UNKNOWN, 0, 0, 0, 0, {{RULE_ENCODING_UNLIKELY, 1}}},
    {"08_mixed.csv", -1, ENCODING_UNKNOWN, 0, 0, 0, 0, {{RULE_ENCODING_MIXED, 1}}},
    {"09_bom_midfile.csv", P, ENCODING_UTF_8_BOM, 3, 0, 3, 1, {{RULE_HEADER_REPEATED, 1}, {RULE_RECORD_DUPLICATE, 3}}},
    {"10_truncated_gbk.csv", -1, ENCODING_UNKNOWN, 0, 0, 0, 0, {{RULE_ENCODING_TRUNCATED, 1}}},
    {"11_xlsx_renamed.csv", -1, ENCODING_UNKNOWN, 0, 0, 0, 0, {{RULE_WORKBOOK_DAMAGED, 1}}},
    {"12_title_rows.csv", P, ENCODING_GB18030, 3, 0, 0, 5, {{0}}},
    {"13_two_row_header.csv", P, ENCODING_GB18030, 2, 0, 0, 0, {{RULE_UNIT_MISSING, 1}, {RULE_DATE_NO_YEAR, 1}}},
    {"14_blank_unit_filldown.csv", P, ENCODING_UTF_8, 2, 0, 0, 0, {{RULE_UNIT_MISSING, 1}}},
    {"15_dates.csv", P, ENCODING_UTF_8, 17, 6, 0, 0, {{RULE_DATE_NO_YEAR, 1}, {RULE_DATE_SHORT_MONTH, 1}, {RULE_DATE_AMBIGUOUS, 2}, {RULE_DATE_1904, 1}}},
    {"16_status.csv", P, ENCODING_UTF_8, 11, 4, 0, 0, {{RULE_CLOSED_MISSING, 5}, {RULE_STATUS_UNKNOWN, 1}, {RULE_STATUS_CODE, 2}, {RULE_CELL_MISSING, 1}}},
    {"17_status_matrix.csv", P, ENCODING_UTF_8, 2, 1, 0, 0, {{RULE_STATUS_TICKS, 1}}},
    {"18_sci_id.csv", P, ENCODING_GB18030, 1, 1, 0, 0, {{RULE_ID_SCIENTIFIC, 1}, {RULE_ID_ROUNDED, 1}}},
    {"19_excel_errors.csv", P, ENCODING_GB18030, 2, 0, 0, 0, {{RULE_CELL_ERROR_BLANKED, 2}}},
    {"20_invisible.csv", P, ENCODING_UTF_8, 1, 0, 0, 0, {{0}}},
    {"21_kangxi.csv", P, ENCODING_UTF_8, 1, 0, 0, 0, {{RULE_TEXT_RADICAL, 1}}},
    {"22_dup.csv", P, ENCODING_UTF_8, 1, 2, 1, 0, {{RULE_ID_CONFLICT, 2}, {RULE_RECORD_DUPLICATE, 1}}},
    {"23_semicolon.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{0}}},
    {"24_pipe.csv", -1, ENCODING_UTF_8, 0, 0, 0, 0, {{RULE_DELIMITER_REFUSED, 1}}},
    {"25_unclosed_quote.csv", P, ENCODING_UTF_8, 1, 1, 0, 0, {{RULE_QUOTE_UNCLOSED, 1}}},
    {"26_ragged.csv", P, ENCODING_UTF_8, 0, 2, 0, 0, {{RULE_ROW_RAGGED, 1}, {RULE_CELL_MISSING, 2}}},
    {"27_euro_cp936.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{RULE_EURO_BYTE, 1}}},
    {"28_pua.csv", P, ENCODING_GB18030, 3, 0, 0, 0, {{0}}},
    {"29_lf_only_noeol.csv", P, ENCODING_UTF_8, 3, 0, 0, 0, {{0}}},
    {"30_cr_only.csv", P, ENCODING_UTF_8, 3, 0, 0, 0, {{0}}},
    {"31_utf16_nobom.txt", P, ENCODING_UTF_16LE, 3, 0, 0, 0, {{RULE_ENCODING_UNSTATED, 1}}},
    {"32_sep_line.csv", P, ENCODING_UTF_8_BOM, 3, 0, 0, 0, {{0}}},
    {"33_tiny_gbk_valid_utf8.csv", -1, ENCODING_GB18030, 0, 0, 0, 0, {{RULE_ENCODING_COINCIDENCE, 1}, {RULE_HEADER_MISSING, 1}}},
    {"34_header_only.csv", P, ENCODING_UTF_8, 0, 0, 0, 0, {{RULE_HEADER_ONLY, 1}}},
    {"35_empty.csv", -1, ENCODING_UNKNOWN, 0, 0, 0, 0, {{RULE_FILE_EMPTY, 1}}},
    {"36_formula_id.csv", P, ENCODING_UTF_8, 1, 0, 0, 0, {{0}}},
    {"37_money.csv", LEDGER_projects, ENCODING_UTF_8, 3, 0, 0, 0, {{RULE_CELL_UNREAD, 1}}},
    {"38_html_in_cell.csv", P, ENCODING_UTF_8, 1, 0, 0, 0, {{0}}},
};
/* clang-format on */

struct reading {
    struct arena *arena;
    struct diag *diag;
    struct codes codes;
    struct book *book;
};

static struct reading
read_fixture(const char *file)
{
    struct reading reading = {.arena = arena_new(), .diag = diag_new()};
    struct text written = text_format(reading.arena, "tests/fixtures/%s", file);
    char *path = arena_copy(reading.arena, written.bytes, written.length);
    struct source_list list;

    assert_true(codes_read(reading.arena, NULL, reading.diag, &reading.codes));
    reading.book = book_new(reading.arena, &reading.codes, reading.diag);
    reading.book->month = month_make(2025, 10);
    list = sources_named(reading.arena, &path, 1);
    assert_true(book_read(reading.book, &list));
    return reading;
}

static void
reading_end(struct reading *reading)
{
    book_free(reading->book);
    diag_free(reading->diag);
    arena_free(reading->arena);
}

static void
every_fixture_gets_its_verdict(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(verdicts) / sizeof(verdicts[0]); i++) {
        const struct verdict *verdict = &verdicts[i];
        struct reading reading = read_fixture(verdict->file);
        const struct input_file *export = &reading.book->files[0];
        const struct row_counts *rows = &reading.book->rows;
        bool is_right = export->ledger == verdict->ledger &&
                        (verdict->encoding == ENCODING_UNKNOWN ||
                         export->source.encoding == verdict->encoding) &&
                        rows->accepted == verdict->accepted &&
                        rows->rejected == verdict->rejected &&
                        rows->duplicate == verdict->duplicate &&
                        rows->skipped == verdict->skipped;

        for (size_t r = 0; r < RULES_EXPECTED && verdict->rules[r].count; r++)
            is_right = is_right &&
                       diag_count_rule(reading.diag, verdict->rules[r].rule) ==
                           verdict->rules[r].count;
        if (!is_right) {
            diag_print(reading.diag, stderr, EN, 50);
            fail_msg("%s: ledger %d %s, %zu accepted, %zu rejected, "
                     "%zu duplicate, %zu skipped",
                     verdict->file, export->ledger,
                     encoding_name(export->source.encoding), rows->accepted,
                     rows->rejected, rows->duplicate, rows->skipped);
        }
        reading_end(&reading);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixture_gets_its_verdict),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
