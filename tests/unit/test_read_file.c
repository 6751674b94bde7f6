/*
 * Whole exports as they arrive, each with what must become of it: how many
 * rows are accepted, set aside and skipped, and how often a rule speaks.
 */
#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/huge.h"
#include "ledger/book.h"

#define HEAD     "问题编号,问题名称,责任单位,提出时间,办结时间,办理状态\n"
#define ROW      "P1,水管老化,区住建局,2025-05-01,,办理中\n"
#define ROW_TWO  "P2,路灯不亮,区住建局,2025-05-02,,办理中\n"
#define ANY_RULE RULE_COUNT

struct verdict {
    const char *sentence;
    const char *content;
    size_t accepted, rejected, skipped;
    enum rule rule; /* ANY_RULE: nothing is said at all */
    size_t times;
};

/* clang-format off */
static const struct verdict verdicts[] = {
    {"spaces beyond the header are no cells", HEAD "P1,甲,乙,2025-05-01,,办理中, ,　\n" ROW_TWO,
     2, 0, 0, ANY_RULE, 0},
    {"a row of what cannot be seen is blank", HEAD ROW "\xE2\x80\x8B,,,,,\n" ROW_TWO,
     2, 0, 1, ANY_RULE, 0},
    {"0x1A may stand before the last line end", HEAD ROW "\x1A\r\n",
     1, 0, 0, ANY_RULE, 0},
    {"a total may carry its number", HEAD ROW ROW_TWO "合计2条,,,,,\n",
     2, 0, 1, ANY_RULE, 0},
    {"a total in brackets is compared", HEAD ROW ROW_TWO "合计（3条）,,,,,\n",
     2, 0, 1, RULE_TOTAL_DIFFERS, 1},
    {"a total of a page is a total", HEAD ROW "本页合计,1,,,,\n" ROW_TWO "本页合计,1,,,,\n合计,2,,,,\n",
     2, 0, 3, ANY_RULE, 0},
    {"a total may count in a column of days", HEAD ROW ROW_TWO "合计,,,2,,\n",
     2, 0, 1, ANY_RULE, 0},
    {"a signature is a note", HEAD ROW "单位负责人（签字）：,,,,,\n联系电话：无\n说明1：无\n",
     1, 0, 3, ANY_RULE, 0},
    {"a note of one cell may have lines", HEAD ROW "\"备注：一\n二\"\n",
     1, 0, 1, ANY_RULE, 0},
    {"a quote that swallows rows is no note", HEAD "\"备注：一\n" ROW ROW_TWO "二\"\n",
     2, 2, 0, RULE_QUOTE_UNCLOSED, 1},
    {"a matrix may stand below a merged title",
     "问题编号,问题名称,责任单位,提出时间,办理状态,,\n,,,,已办结,办理中,未启动\n"
     "P1,甲,乙,2025-05-01,,√,\nP2,丙,乙,2025-05-01,,,√\n",
     2, 0, 0, ANY_RULE, 0},
    {"a header in other words comes again", HEAD ROW "编号,问题标题,责任单位,提出日期,办结时间,状态\n" ROW_TWO,
     2, 0, 1, RULE_HEADER_REPEATED, 1},
    {"behind a header in another order nothing is read",
     HEAD ROW "问题名称,编号,责任单位,提出日期,办结时间,状态\n路灯不亮,P2,乙,2025-05-02,,办理中\n",
     1, 1, 1, RULE_HEADER_OTHER, 1},
    {"behind the ledger's own header rows are read again",
     HEAD "建议内容,提出人,提交时间,采纳状态\n甲,乙,2025-05-02,已采纳\n" HEAD ROW,
     1, 1, 2, RULE_HEADER_OTHER, 1},
    {"a damaged header is told by its line", "问题编号,\"问题\"名称,责任单位,提出时间,办理状态\n" ROW,
     0, 0, 0, RULE_QUOTE_STRAY, 1},
    {"a damaged title above the header is skipped", "关于\"难题\"的台账\n" HEAD ROW,
     1, 0, 1, ANY_RULE, 0},
    {"a file of line ends is empty", "\n\n\n",
     0, 0, 0, RULE_FILE_EMPTY, 1},
    {"a title that speaks of a telephone is personal",
     "问题编号,问题名称,责任单位,提出时间,办理状态,责任人联系电话\nP1,甲,乙,2025-05-01,办理中,1\n",
     1, 0, 0, RULE_COLUMN_PERSONAL, 1},
};
/* clang-format on */

static void
read_one(const char *content, struct book *book)
{
    struct source source = {.path = "a.csv", .size = strlen(content)};
    struct source_list list = {.items = &source, .count = 1};

    source.bytes = huge_take(source.size);
    memcpy(source.bytes, content, source.size);
    book->month = month_make(2025, 10);
    assert_true(book_read(book, &list));
}

static void
check_verdict(const struct verdict *verdict)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct codes codes;
    struct book *book;
    size_t said;

    codes_read(arena, NULL, diag, &codes);
    book = book_new(arena, &codes, diag);
    read_one(verdict->content, book);
    diag_messages(diag, &said);
    if (verdict->rule != ANY_RULE)
        said = diag_count_rule(diag, verdict->rule);
    if (book->rows.accepted != verdict->accepted ||
        book->rows.rejected != verdict->rejected ||
        book->rows.skipped != verdict->skipped || said != verdict->times) {
        diag_print(diag, stderr, EN, 20);
        fail_msg("%s: accepted %zu, set aside %zu, skipped %zu, said %zu",
                 verdict->sentence, book->rows.accepted, book->rows.rejected,
                 book->rows.skipped, said);
    }
    book_free(book);
    diag_free(diag);
    arena_free(arena);
}

static void
every_export_gets_its_verdict(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(verdicts) / sizeof(*verdicts); i++)
        check_verdict(&verdicts[i]);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_export_gets_its_verdict),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
