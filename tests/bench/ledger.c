/*
 * Writes a seeded problems ledger to standard output, to measure with.
 *
 *     ledger ROWS clean|quoted [SEED]
 *
 * Rows are about 220 bytes of UTF-8, as real exports have them; "quoted" puts
 * quotes round every text cell, with a line break or a doubled quote in some.
 * Pipe through iconv for GB18030.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const units[] = {"区发改局", "区经信局",          "区人社局",
                                    "区住建局", "区司法局",          "东城街道",
                                    "西城街道", "区自然资源和规划局"};
static const char *const categories[] = {"项目建设", "企业发展", "基层治理",
                                         "矛盾化解"};
static const char *const matters[] = {"用地报批手续未办结", "技术工人短缺",
                                      "流动资金周转困难",   "雨污管网堵塞",
                                      "拆迁安置纠纷",       "进场道路未打通"};
static const char *const measures[] = {"专班驻点，倒排工期，每周调度并逐项销号",
                                       "召开联席会2次，明确责任单位和时限",
                                       "组织专场招聘3场，送岗到村到校",
                                       "干部包户走访，面对面调解"};

static uint64_t state;

static unsigned
draw(unsigned below)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(state >> 33) % below;
}

#define PICK(list) ((list)[draw(sizeof(list) / sizeof((list)[0]))])

static void
text_cell(const char *text, int is_quoted)
{
    if (!is_quoted)
        printf("%s,", text);
    else if (draw(20) == 0)
        printf("\"%s\n\"\"另见\"\"附件\",", text);
    else
        printf("\"%s\",", text);
}

static void
write_row(unsigned long number, int is_quoted)
{
    unsigned month = 1 + draw(10), day = 1 + draw(28);
    int is_solved = draw(20) != 0;
    char title[128], owner[32];

    snprintf(title, sizeof(title), "企业%07lu%s", number, PICK(matters));
    snprintf(owner, sizeof(owner), "干部%02u", 1 + draw(50));
    printf("%lu,ZD-2025-%07lu,", number, number);
    text_cell(title, is_quoted);
    text_cell(PICK(categories), is_quoted);
    text_cell(PICK(units), is_quoted);
    text_cell(owner, is_quoted);
    printf("2025-%02u-%02u,2025-12-31,", month, day);
    if (is_solved)
        printf("2025-%02u-%02u,已办结,", month + 1, 1 + draw(28));
    else
        printf(",办理中,");
    text_cell(PICK(measures), is_quoted);
    printf("%s\n", is_solved ? "群众满意，问题销号" : "");
}

int
main(int argc, char **argv)
{
    unsigned long rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    int is_quoted = argc > 2 && strcmp(argv[2], "quoted") == 0;

    state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
    if (rows == 0) {
        fputs("usage: ledger ROWS clean|quoted [SEED]\n", stderr);
        return 2;
    }
    puts("序号,问题编号,问题名称,所属领域,责任单位,责任人,提出时间,办理时限,"
         "办结时间,办理状态,解决措施,工作成效");
    for (unsigned long number = 1; number <= rows; number++)
        write_row(number, is_quoted);
    return ferror(stdout) || fclose(stdout) != 0 ? 3 : 0;
}
