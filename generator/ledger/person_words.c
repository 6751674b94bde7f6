#include "ledger/person_words.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/column_titles.h"

enum { WORD_SURNAME = 1 << 14, WORD_COMPOUND = 1 << 15, FEWEST_ROOM = 4096 };

struct entry {
    struct text word;
    unsigned what;
};

struct person_words {
    struct arena *arena;
    struct entry *entries; /* a power of two of places, some empty */
    size_t count, room;
};

static const struct {
    unsigned what;
    const char *words;
} written[] = {
#define PERSON_WORDS(kind, words) {WORD_##kind, words},
#include "ledger/person_words.def"
#undef PERSON_WORDS
};

#define SINGLE   WORD_SURNAME
#define COMPOUND WORD_COMPOUND
static const struct {
    unsigned what;
    const char *hanzi;
} surnames[] = {
#define SURNAMES(kind, hanzi) {kind, hanzi},
#include "ledger/surnames.def"
#undef SURNAMES
};

static struct entry *
place_of(const struct person_words *words, struct text word)
{
    size_t place = (size_t)text_hash(word, 0);

    while (words->entries[place & (words->room - 1)].what != 0 &&
           !text_equal(words->entries[place & (words->room - 1)].word, word))
        place++;
    return &words->entries[place & (words->room - 1)];
}

static void
make_room(struct person_words *words)
{
    struct person_words more = *words;

    if (words->count * 2 < words->room)
        return;
    more.room = words->room > 0 ? words->room * 2 : FEWEST_ROOM;
    more.entries = arena_take(words->arena, more.room * sizeof(struct entry));
    memset(more.entries, 0, more.room * sizeof(struct entry));
    for (size_t i = 0; i < words->room; i++)
        if (words->entries[i].what != 0)
            *place_of(&more, words->entries[i].word) = words->entries[i];
    *words = more;
}

static void
learn(struct person_words *words, struct text word, unsigned what)
{
    struct entry *entry;

    if (word.length == 0)
        return;
    make_room(words);
    entry = place_of(words, word);
    if (entry->what == 0) {
        entry->word = text_copy(words->arena, word);
        words->count++;
    }
    entry->what |= what;
}

static void
learn_all(struct person_words *words, const char *list, unsigned what)
{
    for (struct text word; list != NULL && word_next(&list, &word);)
        learn(words, word, what);
}

static void
learn_surnames(struct person_words *words, const char *hanzi, unsigned what)
{
    struct text all = text_of(hanzi);
    size_t offset = 0;

    while (offset < all.length) {
        size_t start = offset;

        text_next(all, &offset);
        if (what == WORD_COMPOUND)
            text_next(all, &offset);
        learn(words, text_slice(all, start, offset - start), what);
    }
}

/* 区司法局 is 司法局 at home, and where the district is known without it. */
static void
learn_unit(struct person_words *words, struct text name, struct text district)
{
    static const char *const levels[] = {"区", "县", "市", "省"};
    enum { SHORTEST = 3 };

    learn(words, name, WORD_UNIT);
    if (district.length > 0 && name.length > district.length &&
        memcmp(name.bytes, district.bytes, district.length) == 0)
        learn_unit(words, text_from(name, district.length), text_of(""));
    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
        if (text_starts(name, levels[i]) && text_count(name) > SHORTEST)
            learn(words, text_from(name, strlen(levels[i])), WORD_UNIT);
}

/* In a column of units or categories somebody may have written a name. */
static bool
is_like_a_person(const struct person_words *words, struct text name)
{
    enum { MOST_HANZI = 4 };

    return !ends_like_a_unit(name) && text_count(name) <= MOST_HANZI &&
           surname_count(words, name) > 0;
}

/* 东城 is 东城街道, where the list says that there is one. */
static void
learn_place(struct person_words *words, struct text name)
{
    static const char *const levels[] = {"街道办事处", "街道", "区", "县",
                                         "市",         "镇",   "乡"};
    enum { SHORTEST = 2 };

    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
        if (text_ends(name, levels[i])) {
            name.length -= strlen(levels[i]);
            if (text_count(name) >= SHORTEST)
                learn(words, name, WORD_UNIT);
            return;
        }
}

static void
learn_units(struct person_words *words, const struct book *book)
{
    const struct codes *codes = book->codes;
    struct text district = codes->values[SETTING_DISTRICT];
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < codes->unit_count; i++) {
        struct text *aliases;
        size_t count = list_split(scratch, codes->units[i].aliases, &aliases);

        learn_unit(words, codes->units[i].name, district);
        learn_place(words, codes->units[i].name);
        for (size_t j = 0; j < count; j++)
            learn_unit(words, aliases[j], district);
    }
    for (size_t i = 1; i <= intern_count(book->units); i++) {
        struct text name = intern_text(book->units, (uint32_t)i);

        if (!is_like_a_person(words, name))
            learn_unit(words, name, district);
    }
    arena_free(scratch);
}

/* 项目建设 is made of 项目 and 建设: words of a ledger, too. */
static void
learn_parts(struct person_words *words, const char *list)
{
    for (struct text word; list != NULL && word_next(&list, &word);) {
        size_t offset = 0, start;

        learn(words, word, WORD_LISTED);
        if (text_count(word) * 3 != word.length)
            continue;
        for (start = 0; offset < word.length; start = offset) {
            text_next(word, &offset);
            if (text_next(word, &offset) >= 0)
                learn(words, text_slice(word, start, offset - start),
                      WORD_LISTED);
        }
        if (word.length > 3 * 3)
            learn(words, text_from(word, word.length - 2 * 3), WORD_LISTED);
    }
}

static void
learn_ledgers(struct person_words *words)
{
    struct arena *scratch = arena_new();

    for (int l = 0; l < LEDGER_COUNT; l++) {
        learn_parts(words, ledgers[l]->title);
        for (size_t i = 0; i < ledgers[l]->column_count; i++) {
            const struct column *column = &ledgers[l]->columns[i];
            const struct choice_words *choice = column->words;

            learn_parts(words, column->title);
            learn_parts(words, titles_given(scratch, l, i).bytes);
            for (; choice != NULL && choice->words != NULL; choice++)
                learn_parts(words, choice->words);
        }
    }
    arena_free(scratch);
}

static void
learn_codes(struct person_words *words, const struct codes *codes)
{
    static const enum setting names[] = {SETTING_DISTRICT, SETTING_TITLE,
                                         SETTING_PUBLISHER};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (!is_like_a_person(words, codes->values[names[i]]))
            learn(words, codes->values[names[i]], WORD_LISTED);
    for (size_t i = 0; i < codes->category_count; i++)
        learn(words, codes->categories[i].name, WORD_LISTED);
    for (size_t i = 0; i < codes->dimension_count; i++)
        learn(words, codes->dimensions[i].name, WORD_LISTED);
    for (size_t i = 0; i < codes->status_count; i++)
        learn(words, codes->statuses[i].word, WORD_LISTED);
}

/* G07 in a column of persons stands for a name and says none; but an id may
   also be somebody's name. */
static void
learn_ids(struct person_words *words, const struct book *book)
{
    const struct ledger *roster = &book->ledgers[LEDGER_cadres];
    struct arena *scratch = arena_new();

    for (size_t i = 0; i < roster->count; i++) {
        const struct row *row = ledger_row(roster, i);
        struct text id = row_text(book, LEDGER_cadres, row, "id", scratch);
        struct text name = row_text(book, LEDGER_cadres, row, "name", scratch);

        if (!text_equal(id, name))
            learn(words, id, WORD_ID);
        arena_reset(scratch);
    }
    arena_free(scratch);
}

struct person_words *
person_words_new(struct arena *arena, const struct book *book)
{
    struct person_words *words = ARENA_NEW(arena, struct person_words);

    words->arena = arena;
    for (size_t i = 0; i < sizeof(surnames) / sizeof(surnames[0]); i++)
        learn_surnames(words, surnames[i].hanzi, surnames[i].what);
    for (size_t i = 0; i < sizeof(written) / sizeof(written[0]); i++)
        learn_all(words, written[i].words, written[i].what);
    learn_ledgers(words);
    learn_codes(words, book->codes);
    learn_units(words, book);
    for (size_t i = 1; i <= intern_count(book->categories); i++) {
        struct text name = intern_text(book->categories, (uint32_t)i);

        if (!is_like_a_person(words, name))
            learn(words, name, WORD_LISTED);
    }
    learn_ids(words, book);
    return words;
}

unsigned
person_words_find(const struct person_words *words, struct text word)
{
    return place_of(words, word)->what & (WORD_NO_NAME | WORD_COMMON);
}

size_t
surname_count(const struct person_words *words, struct text text)
{
    size_t first = 0, second;

    if (text_next(text, &first) < 0)
        return 0;
    second = first;
    if (text_next(text, &second) >= 0 &&
        (place_of(words, text_slice(text, 0, second))->what & WORD_COMPOUND))
        return 2;
    return (place_of(words, text_slice(text, 0, first))->what & WORD_SURNAME)
               ? 1
               : 0;
}

bool
is_compound_surname(struct text text)
{
    enum { TWO = 2 * 3 };

    for (size_t i = 0; i < sizeof(surnames) / sizeof(surnames[0]); i++)
        for (const char *at = surnames[i].hanzi;
             surnames[i].what == WORD_COMPOUND && text.length == TWO &&
             *at != '\0';
             at += TWO)
            if (memcmp(at, text.bytes, TWO) == 0)
                return true;
    return false;
}

bool
ends_like_a_unit(struct text text)
{
    static const char ends[] =
        "局 委 办 部 镇 乡 处 院 站 所 队 会 班 组 校 区 县 市 村 园 厂 行 司 "
        "署 "
        "室 科 股 厅 府 馆 社 街道 中心 集团 银行 医院 学校 大学 支部 党委 "
        "机关 政府 商会 协会 服务区 开发区";
    const char *rest = ends;

    for (struct text end; word_next(&rest, &end);)
        if (text.length > end.length &&
            memcmp(text.bytes + text.length - end.length, end.bytes,
                   end.length) == 0)
            return true;
    return false;
}
