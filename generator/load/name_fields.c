#include "load/name_fields.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "load/header_search.h"

/* Titles, or parts of them, of columns that name people, and of those that hold
   numbers of identity.  A title that ends with 人 names somebody. */
static const char person_titles[] =
    "姓名 户主 业主 群众 居民 村民 家长 法人代表 法定代表 当事 导师 学员 领导 "
    "联系干部 负责同志";
static const char identity_titles[] = "身份证 身份号码 证件号 身份证件 护照";
static const char reach_titles[] =
    "电话 手机 微信 QQ qq 邮箱 邮件 Email E-mail email 住址 家庭地址 居住地 "
    "门牌 银行卡 银行账 卡号 车牌 出生年月 出生日期 生日 联系方式";

static bool
has_word(const char *words, struct text title)
{
    for (struct text word; word_next(&words, &word);)
        if (text_find(title, word) < title.length)
            return true;
    return false;
}

/* What a title that no ledger knows says of its column. */
static enum mention
kind_by_words(struct text title)
{
    title = text_trimmed(title);
    if (has_word(identity_titles, title))
        return MENTION_IDENTITY;
    if (has_word(reach_titles, title))
        return MENTION_PERSONAL;
    if (text_ends(title, "人") || has_word(person_titles, title))
        return MENTION_NAME;
    return title_sounds_personal(title) ? MENTION_PERSONAL : MENTION_NOBODY;
}

/* A title of the ledger itself says what its column holds; one of another
   ledger says so where this one ignores it. */
static enum mention
kind_of_title(const struct title *title, struct text written, int ledger)
{
    bool is_text = false;

    if (title == NULL)
        return kind_by_words(written);
    if (title->is_personal)
        return kind_by_words(written) == MENTION_NOBODY
                   ? MENTION_PERSONAL
                   : kind_by_words(written);
    for (int l = 0; l < LEDGER_COUNT; l++) {
        enum kind kind;

        if (title->column[l] == 0 ||
            (ledger >= 0 && title->column[ledger] != 0 && l != ledger))
            continue;
        kind = ledgers[l]->columns[title->column[l] - 1].kind;
        if (kind == KIND_PERSONS)
            return MENTION_NAME;
        is_text = is_text || kind == KIND_TEXT;
    }
    return is_text ? MENTION_TEXT : MENTION_NOBODY;
}

/* Whether a row of a table nobody knows is its header. */
static bool
says_something(const struct head_row *row)
{
    enum { LONGEST_TITLE = 30 };

    if (row->known > 0)
        return true;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].length <= LONGEST_TITLE &&
            kind_by_words(row->cells[i]) != MENTION_NOBODY)
            return true;
    return false;
}

void
name_fields_find(struct arena *arena, const struct header_found *head,
                 struct names_mentioned *mentions)
{
    struct head_row row = {.meanings = head->meanings,
                           .cells = head->titles,
                           .count = head->count,
                           .line = head->rows[head->last].line};
    size_t known = 0;

    if (head->ledger < 0) {
        while (known < head->row_count && !says_something(&head->rows[known]))
            known++;
        if (known == head->row_count)
            return;
        row = head->rows[known];
    }
    mentions->delimiter = head->delimiter[0];
    mentions->header_line = row.line;
    mentions->count = row.count;
    mentions->kinds = arena_take(arena, row.count + 1);
    for (size_t i = 0; i < row.count; i++)
        mentions->kinds[i] =
            (uint8_t)kind_of_title(row.meanings[i], row.cells[i], head->ledger);
}

void
name_fields_go_on(struct arena *arena, const struct titles *titles, int ledger,
                  const struct record *header, struct names_mentioned *mentions)
{
    struct arena *scratch = arena_new();
    struct names_mentioned *next = ARENA_NEW(arena, struct names_mentioned);

    while (mentions->next != NULL)
        mentions = mentions->next;
    *next =
        (struct names_mentioned){.kinds = arena_take(arena, header->count + 1),
                                 .count = header->count,
                                 .header_line = header->line,
                                 .delimiter = mentions->delimiter};
    for (size_t i = 0; i < header->count; i++) {
        struct text key = folded_title(scratch, header->cells[i]);

        next->kinds[i] = (uint8_t)kind_of_title(titles_find(titles, key),
                                                header->cells[i], ledger);
    }
    mentions->next = next;
    arena_free(scratch);
}
