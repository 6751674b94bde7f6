#include "support/test.h"

#include "ledger/person_names.h"
#include "ledger/person_words.h"
#include "support/shelf.h"
#include "year/pii_letters.h"

static struct shelf *shelf;
static struct person_words *words;

/* The parts with | between; = before a word, ? behind what is doubtful. */
static struct text
parts_of(const char *cell)
{
    struct person_part *parts;
    struct text all = text_of("");
    size_t count = person_parts(words, shelf->arena, text_of(cell), &parts);

    for (size_t i = 0; i < count; i++)
        all = text_format(shelf->arena, "%.*s%s%s%.*s%s", TEXT_ARG(all),
                          i > 0 ? "|" : "", parts[i].is_name ? "" : "=",
                          TEXT_ARG(parts[i].text),
                          parts[i].is_doubtful ? "?" : "");
    return all;
}

static void
expect(const char *const (*cells)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text found = parts_of(cells[i][0]);

        if (!text_is(found, cells[i][1]))
            fail_msg("%s: %.*s", cells[i][0], TEXT_ARG(found));
    }
}

#define EXPECT(cells) expect(cells, sizeof(cells) / sizeof(cells[0]))

static int
open_shelf(void **state)
{
    static struct unit_entry units[] = {
        {.name = {"区住建局", 12}, .aliases = {"", 0}},
        {.name = {"东城街道", 12}, .aliases = {"", 0}},
    };

    (void)state;
    shelf = shelf_new();
    shelf->codes.units = units;
    shelf->codes.unit_count = 2;
    shelf->codes.values[SETTING_DISTRICT] = text_of("示范区");
    words = person_words_new(shelf->arena, &shelf->book);
    return 0;
}

static int
close_shelf(void **state)
{
    (void)state;
    shelf_free(shelf);
    return 0;
}

static void
names_are_parted_in_many_ways(void **state)
{
    static const char *const cells[][2] = {
        {"苗禾田 齐沐云", "苗禾田|齐沐云"},
        {"邹砚　康映雪", "邹砚|康映雪"},
        {"苗禾田和齐沐", "苗禾田|齐沐"},
        {"苗禾田以及齐沐", "苗禾田|齐沐"},
        {"邹砚田+梅疏影", "邹砚田|梅疏影"},
        {"苗禾田&梅疏影", "苗禾田|梅疏影"},
        {"齐沐云|鲁青禾", "齐沐云|鲁青禾"},
        {"1.苗禾田 2.康映雪", "苗禾田|康映雪"},
        {"一、苗禾田 二、康映雪", "苗禾田|康映雪"},
        {"鲁青禾①、苗禾田②", "鲁青禾|苗禾田"},
        {"苗禾田<br>康映雪", "苗禾田|康映雪"},
        {"张和平", "张和平"},
        {"岑静 姝", "岑静姝"},
        {"袁\n崇山", "袁崇山"},
        {"岑静\n姝", "岑静姝"},
        {"邹砚 女", "邹砚"},
        {"邹砚 等", "邹砚"},
        {"欧阳和平", "欧阳和平"},
    };

    (void)state;
    EXPECT(cells);
}

static void
a_name_may_be_spread_out(void **state)
{
    static const char *const cells[][2] = {
        {"张　三", "张三"},
        {"张 三 李 四", "张三|李四"},
        {"康 映 雪、邹 砚田", "康映雪|邹砚田"},
        {"欧阳 砚", "欧阳砚"},
        {"<b>张</b>三", "张三"},
    };

    (void)state;
    EXPECT(cells);
}

static void
what_stands_round_a_name_is_none(void **state)
{
    static const char *const cells[][2] = {
        {"副局长苗禾", "苗禾"},
        {"康映雪副主任", "康映雪"},
        {"组长：邹砚田；成员：梅疏影", "邹砚田|梅疏影"},
        {"牵头：齐沐云；配合：鲁青", "齐沐云|鲁青"},
        {"请齐沐云阅处", "齐沐云?|请齐沐云?"},
        {"齐沐云带队", "齐沐云"},
        {"梅疏影13900001234", "梅疏影"},
        {"G01邹砚田", "邹砚田"},
        {"区住建局邹砚田", "邹砚田"},
        {"区商务局招商科苗禾田", "苗禾田"},
        {"苗禾田（区住建局副局长）", "苗禾田"},
        {"齐沐云*", "齐沐云"},
        {"康映雪【主办】", "康映雪"},
        {"康映雪。", "康映雪"},
        {"邹砚田、梅疏影等3人", "邹砚田|梅疏影"},
        {"褚二等同志", "褚二"},
        {"苗禾田 副局长 齐沐云 科员", "苗禾田|齐沐云"},
        {"鲁青禾，女，1990年3月生", "鲁青禾"},
        {"司马青禾同志", "司马青禾"},
        {"四级调研员苗禾田", "苗禾田"},
        {"镇党委副书记王小明", "王小明"},
        {"主任𠮷禾田", "𠮷禾田"},
        {"副局长艾尔肯·吐逊", "艾尔肯·吐逊"},
        {"艾尔肯·吐逊同志", "艾尔肯·吐逊"},
        {"Anna Lindqvist、苗禾田", "Anna Lindqvist|苗禾田"},
        {"网格员：周小川（电话：13811112222）", "周小川"},
        {"张三：13811112222", "张三"},
        {"刘副区长", "刘副区长?"},
        {"万店镇党委副书记苗禾田", "苗禾田"},
        {"魏紫陶然", "魏紫?|陶然?|魏紫陶?|魏紫陶然?"},
        {"张陈雨桐", "张陈雨桐"},
        {"吉天相（代钮承业）", "吉天相|代钮承业|钮承业"},
        {"计砚北（由滕秋河代）", "计砚北|滕秋河"},
        {"代钮承业", "代钮承业|钮承业"},
        {"滕秋湖代签", "滕秋湖"},
        {"A角毕柏紫，B角毕柏橙", "毕柏紫|毕柏橙"},
        {"A岗：毕柏青", "毕柏青"},
        {"招商专班樊杏蓝组", "樊杏蓝?|樊杏蓝组?"},
        {"樊椿青户", "樊椿青?|樊椿青户?"},
        {"小樊椿青", "樊椿青?|小樊椿青?"},
        {"消防站政治指导员樊李蓝", "樊李蓝"},
        {"樊\u200b李\u200b蓝", "樊李蓝"},
        {"樊榆黄_x000D_\n樊榆灰&nbsp;樊榆黑", "樊榆黄|樊榆灰|樊榆黑"},
        {"樊梅灰樊梅黑樊梅粉", "樊梅灰?|樊梅黑?|樊梅粉?"},
        {"联系人樊竹青 电话13900001241", "樊竹青"},
    };

    (void)state;
    EXPECT(cells);
}

static void
what_the_lists_know_is_nobodys_name(void **state)
{
    static const char *const cells[][2] = {
        {"住建局", "=住建局?"},     {"区住建局、梅疏影", "=区住建局?|梅疏影"},
        {"项目", "=项目?"},         {"主任", "=主任?"},
        {"企业发展", "=企业发展?"}, {"园区管委会", "=园区管委会?"},
        {"待定", "=待定"},          {"全体干部", "=全体干部"},
        {"示范区", "=示范区?"},     {"东城街道苗禾田", "苗禾田"},
        {"挂职干部", "=挂职干部?"}, {"万店镇党委副书记", "=万店镇党委副书记?"},
    };

    (void)state;
    EXPECT(cells);
}

static void
words_of_the_office_are_nobodys_name(void **state)
{
    static const char *const cells[][2] = {
        {"卫生院", "=卫生院?"},
        {"招商引资", "=招商引资?"},
        {"安全生产专班", "=安全生产专班?"},
        {"城乡环境卫生", "=城乡环境卫生?"},
        {"路长制办公室", "=路长制办公室?"},
        {"平安社区", "=平安社区?"},
        {"全科医生", "=全科医生?"},
        {"东城", "=东城?"},
        {"区委常委", "=区委常委?"},
    };

    (void)state;
    EXPECT(cells);
}

static void
what_cannot_be_told_apart_is_doubtful(void **state)
{
    static const char *const cells[][2] = {
        {"高峰", "高峰?"},
        {"安康", "安康?"},
        {"扎西", "扎西?"},
        {"主任扎西", "主任扎西?"},
        {"努尔古丽", "努尔古丽?"},
        {"干部07", "干部07"},
        {"G07", "G07"},
        {"", ""},
        {"、；", ""},
    };

    (void)state;
    EXPECT(cells);
}

static void
expect_letters(const char *text, const char *letters)
{
    assert_true(text_is(pii_letters_of(shelf->arena, text_of(text)), letters));
}

static void
letters_are_what_a_reader_puts_together(void **state)
{
    (void)state;
    expect_letters("康 映\xC2\xA0雪", "康映雪");
    expect_letters("康\n映　雪", "康映雪");
    expect_letters("艾尔肯∙吐逊", "艾尔肯吐逊");
    expect_letters("梅**疏影**", "梅疏影");
    expect_letters("<b>张</b>三", "张三");
    expect_letters("Anna  Lindqvist", "Anna Lindqvist");
    expect_letters("", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_parted_in_many_ways),
        cmocka_unit_test(a_name_may_be_spread_out),
        cmocka_unit_test(what_stands_round_a_name_is_none),
        cmocka_unit_test(what_the_lists_know_is_nobodys_name),
        cmocka_unit_test(words_of_the_office_are_nobodys_name),
        cmocka_unit_test(what_cannot_be_told_apart_is_doubtful),
        cmocka_unit_test(letters_are_what_a_reader_puts_together),
    };

    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
