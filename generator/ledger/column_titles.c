#include "ledger/column_titles.h"

#include <string.h>

#include "base/arena.h"
#include "intake/codes.h"
#include "ledger/cells.h"

/* Only what the table holds is ever taken from malloc; see base/arena.h. */
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* A shorter word for a status (是, √, Y) heads no column. */
enum { FEWEST_IN_TICK = 2 };

static const char personal_titles[] =
    "身份证号 身份证号码 身份证 公民身份号码 身份号码 证件号码 联系电话 "
    "联系方式 电话 电话号码 办公电话 手机 手机号 手机号码 移动电话 出生年月 "
    "出生日期 出生年月日 生日 家庭住址 家庭地址 住址 银行卡号 银行账号 "
    "银行卡 开户行 微信号 邮箱 电子邮箱";

/* Words that make any title with them personal. */
static const char personal_words[] =
    "身份证 身份号码 电话 手机 出生年月 出生日期 生日 家庭住址 家庭地址 银行卡 "
    "银行账 微信号 邮箱";

static const char ordinary_titles[] = "序号 序 备注 说明 No No. NO NO.";

struct versions {
    struct title title;
    UT_hash_handle hh;
};

struct titles {
    struct arena *arena;
    struct versions *known;
};

static struct title *
title_for(struct titles *titles, struct text written)
{
    struct text key = folded_title(titles->arena, written);
    struct versions *known = NULL;

    if (key.length == 0)
        return NULL;
    HASH_FIND(hh, titles->known, key.bytes, key.length, known);
    if (known == NULL) {
        known = ARENA_NEW(titles->arena, struct versions);
        key = text_copy(titles->arena, key);
        HASH_ADD_KEYPTR(hh, titles->known, key.bytes, key.length, known);
    }
    return &known->title;
}

static void
learn_column(struct titles *titles, int ledger, size_t column,
             struct text written)
{
    struct title *title = title_for(titles, written);

    if (title != NULL && title->column[ledger] == 0)
        title->column[ledger] = (uint16_t)(column + 1);
}

static void
learn_tick(struct titles *titles, int ledger, struct text word, uint8_t value)
{
    struct title *title;

    if (text_count(word) < FEWEST_IN_TICK)
        return;
    title = title_for(titles, word);
    if (title != NULL && title->tick[ledger] == 0)
        title->tick[ledger] = value;
}

static void
learn_statuses(struct titles *titles, int ledger)
{
    const struct ledger_type *type = ledgers[ledger];
    int status = column_index(type, type->status_key);

    if (status < 0)
        return;
    for (const struct choice_words *choice = type->columns[status].words;
         choice != NULL && choice->words != NULL; choice++) {
        const char *rest = choice->words;

        for (struct text word; word_next(&rest, &word);)
            learn_tick(titles, ledger, word, choice->value);
    }
}

static void
learn_ledger(struct titles *titles, int ledger)
{
    const struct ledger_type *type = ledgers[ledger];

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];
        const char *rest = column->aliases;

        learn_column(titles, ledger, i, text_of(column->title));
        for (struct text word; word_next(&rest, &word);)
            learn_column(titles, ledger, i, word);
    }
    /* Keys after titles: a key never takes a title from another column. */
    for (size_t i = 0; i < type->column_count; i++)
        learn_column(titles, ledger, i, text_of(type->columns[i].key));
    learn_statuses(titles, ledger);
}

static void
learn_alias(struct titles *titles, const struct alias_entry *alias)
{
    int ledger = ledger_of_name(alias->ledger);
    int column = ledger < 0 ? -1 : column_of_name(ledgers[ledger], alias->key);

    if (column >= 0)
        learn_column(titles, ledger, (size_t)column, alias->title);
}

static void
learn_others(struct titles *titles, const struct codes *codes)
{
    const char *rest = personal_titles;
    struct title *title;

    for (struct text word; word_next(&rest, &word);)
        if ((title = title_for(titles, word)) != NULL)
            title->is_personal = true;
    rest = ordinary_titles;
    for (struct text word; word_next(&rest, &word);)
        if ((title = title_for(titles, word)) != NULL)
            title->is_ordinary = true;
    for (size_t i = 0; i < codes->dimension_count; i++) {
        title = title_for(titles, codes->dimensions[i].name);
        if (title != NULL && title->dimension == 0)
            title->dimension = (uint16_t)(i + 1);
    }
}

struct titles *
titles_new(struct arena *arena, const struct codes *codes)
{
    struct titles *titles = ARENA_NEW(arena, struct titles);

    titles->arena = arena;
    for (int i = 0; i < LEDGER_COUNT; i++)
        learn_ledger(titles, i);
    for (size_t i = 0; i < codes->alias_count; i++)
        learn_alias(titles, &codes->aliases[i]);
    learn_others(titles, codes);
    return titles;
}

void
titles_free(struct titles *titles)
{
    if (titles != NULL)
        HASH_CLEAR(hh, titles->known);
}

const struct title *
titles_find(const struct titles *titles, struct text key)
{
    struct versions *known = NULL;

    if (key.length > 0)
        HASH_FIND(hh, titles->known, key.bytes, key.length, known);
    return known != NULL ? &known->title : NULL;
}

bool
title_sounds_personal(struct text title)
{
    const char *rest = personal_words;

    for (struct text word; word_next(&rest, &word);)
        if (text_find(title, word) < title.length)
            return true;
    return false;
}

bool
title_is_column(const struct title *title)
{
    for (int i = 0; title != NULL && i < LEDGER_COUNT; i++)
        if (title->column[i] != 0)
            return true;
    return false;
}

struct text
titles_accepted(struct arena *arena, const struct column *column)
{
    struct text accepted = text_of(column->title);
    const char *rest = column->aliases;

    for (struct text word; word_next(&rest, &word);)
        accepted = text_format(arena, "%.*s、%.*s", TEXT_ARG(accepted),
                               TEXT_ARG(word));
    return text_format(arena, "%.*s、%s", TEXT_ARG(accepted), column->key);
}
