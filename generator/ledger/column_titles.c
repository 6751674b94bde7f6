#include "ledger/column_titles.h"

#include <string.h>

#include "base/arena.h"
#include "intake/codes.h"
#include "ledger/cells.h"

/* Only what the table holds is ever taken from malloc; see base/arena.h. */
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* A shorter word for a status (是, √, Y) heads no column. */
enum { FEWEST_IN_TICK = 2, WORST_RANK = UINT16_MAX };

enum word_list {
#define WORDS(name, words) WORDS_##name,
#include "ledger/titles.def"
    WORD_LISTS
};

static const char *const word_lists[WORD_LISTS] = {
#define WORDS(name, words) [WORDS_##name] = words,
#include "ledger/titles.def"
};

static const struct {
    const char *name, *words;
} kinds[] = {
#define KIND_WORDS(name, words) {#name, words},
#include "ledger/titles.def"
};

static const struct {
    int ledger;
    const char *key, *titles;
} lines[] = {
#define TITLES(ledger, key, titles) {LEDGER_##ledger, #key, titles},
#include "ledger/titles.def"
};

static const struct {
    int ledger;
    const char *first, *other, *role;
} pairs[] = {
#define BESIDE(ledger, first, other, role) \
    {LEDGER_##ledger, first, other, role},
#include "ledger/titles.def"
};

enum {
    KINDS = sizeof(kinds) / sizeof(kinds[0]),
    LINES = sizeof(lines) / sizeof(lines[0]),
    PAIRS = sizeof(pairs) / sizeof(pairs[0])
};
_Static_assert(PAIRS <= 32, "a bit for each pair");

struct known {
    struct title title;
    UT_hash_handle hh;
};

struct titles {
    struct arena *arena;
    const struct codes *codes;
    struct known *known;
    struct title_pair pairs[PAIRS];
};

/* Goes through "发现时间 登记+T": full titles, and stems with each word of their
   kind. */
struct walk {
    struct arena *arena;
    const char *rest;
    struct text stem;
    const char *twins;  /* those left of the stem's kind, or NULL */
    struct text title;  /* the one that was come to */
    uint16_t position;  /* of it, from 1 */
    bool is_composed;   /* of a stem */
    bool is_first_twin; /* with the first word of its kind */
};

static const char *
words_of_kind(struct text name)
{
    for (size_t i = 0; i < KINDS; i++)
        if (text_is(name, kinds[i].name))
            return kinds[i].words;
    return "";
}

static bool
walk_next(struct walk *walk)
{
    struct text word;

    walk->position++;
    walk->is_first_twin = false;
    if (walk->twins == NULL || !word_next(&walk->twins, &word)) {
        size_t plus;

        walk->twins = NULL;
        if (!word_next(&walk->rest, &word))
            return false;
        plus = text_find(word, TEXT("+"));
        walk->is_composed = plus < word.length;
        walk->title = word;
        if (!walk->is_composed)
            return true;
        walk->stem = text_slice(word, 0, plus);
        walk->twins = words_of_kind(text_from(word, plus + 1));
        walk->is_first_twin = word_next(&walk->twins, &word);
    }
    walk->title = text_join(walk->arena, walk->stem, word);
    return true;
}

static struct title *
title_for(struct titles *titles, struct text written)
{
    struct text key = folded_title(titles->arena, written);
    struct known *known = NULL;

    if (key.length == 0)
        return NULL;
    HASH_FIND(hh, titles->known, key.bytes, key.length, known);
    if (known == NULL) {
        known = ARENA_NEW(titles->arena, struct known);
        key = text_copy(titles->arena, key);
        HASH_ADD_KEYPTR(hh, titles->known, key.bytes, key.length, known);
    }
    return &known->title;
}

/* What was learned first stays. */
static void
learn_column(struct titles *titles, int ledger, size_t column,
             struct text written, uint16_t rank)
{
    struct title *title = title_for(titles, written);

    if (title == NULL || title->column[ledger] != 0)
        return;
    title->column[ledger] = (uint16_t)(column + 1);
    title->rank[ledger] = rank;
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

/* Those of ledger/titles.def that are composed, or those that are not. */
static void
learn_lines(struct titles *titles, bool composed)
{
    for (size_t i = 0; i < LINES; i++) {
        struct walk walk = {.arena = titles->arena, .rest = lines[i].titles};
        int column = column_index(ledgers[lines[i].ledger], lines[i].key);

        while (column >= 0 && walk_next(&walk))
            if (walk.is_composed == composed)
                learn_column(titles, lines[i].ledger, (size_t)column,
                             walk.title,
                             (uint16_t)(OFFICE_RANKS + walk.position));
    }
}

static void
learn_ledgers(struct titles *titles)
{
    for (int l = 0; l < LEDGER_COUNT; l++)
        for (size_t i = 0; i < ledgers[l]->column_count; i++)
            learn_column(titles, l, i, text_of(ledgers[l]->columns[i].title),
                         OFFICE_RANKS);
    learn_lines(titles, false);
    learn_lines(titles, true);
    /* Keys last: a key never takes a title from another column. */
    for (int l = 0; l < LEDGER_COUNT; l++) {
        for (size_t i = 0; i < ledgers[l]->column_count; i++)
            learn_column(titles, l, i, text_of(ledgers[l]->columns[i].key),
                         WORST_RANK);
        learn_statuses(titles, l);
    }
}

static void
learn_pair(struct titles *titles, size_t number)
{
    struct title_pair *pair = &titles->pairs[number];
    int ledger = pairs[number].ledger;
    uint32_t bit = UINT32_C(1) << number;
    struct walk first = {.arena = titles->arena, .rest = pairs[number].first};
    struct walk other = {.arena = titles->arena, .rest = pairs[number].other};

    while (walk_next(&first))
        title_for(titles, first.title)->first |= bit;
    while (walk_next(&other)) {
        struct title *title = title_for(titles, other.title);

        title->other |= bit;
        pair->column = title->column[ledger] - 1;
    }
    pair->ledger = ledger;
    pair->role = title_role_of(text_of(pairs[number].role));
    pair->becomes = column_index(ledgers[ledger], pairs[number].role);
}

/* The office's word takes a title from whatever it meant. */
static void
learn_alias(struct titles *titles, size_t number)
{
    const struct alias_entry *alias = &titles->codes->aliases[number];
    enum title_role role = title_role_of(alias->key);
    int ledger = ledger_of_name(alias->ledger);
    int column = ledger < 0 ? -1 : column_of_name(ledgers[ledger], alias->key);
    struct title *title = title_for(titles, alias->title);

    if (title == NULL || ledger < 0 || (column < 0 && role == TITLE_PLAIN))
        return;
    title->role[ledger] = (uint8_t)role;
    title->column[ledger] = (uint16_t)(role == TITLE_PLAIN ? column + 1 : 0);
    title->rank[ledger] =
        (uint16_t)(number < OFFICE_RANKS ? number : OFFICE_RANKS - 1);
}

static void
learn_others(struct titles *titles)
{
    const struct codes *codes = titles->codes;
    const char *rest = word_lists[WORDS_ORDINARY];
    struct title *title;

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
    titles->codes = codes;
    learn_ledgers(titles);
    for (size_t i = 0; i < PAIRS; i++)
        learn_pair(titles, i);
    learn_others(titles);
    /* Backwards: of two lines for one title the first counts. */
    for (size_t i = codes->alias_count; i > 0; i--)
        learn_alias(titles, i - 1);
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
    struct known *known = NULL;

    if (key.length > 0)
        HASH_FIND(hh, titles->known, key.bytes, key.length, known);
    return known != NULL ? &known->title : NULL;
}

const struct title_pair *
titles_pair(const struct titles *titles, size_t bit)
{
    return bit < PAIRS ? &titles->pairs[bit] : NULL;
}

bool
title_is_column(const struct title *title)
{
    for (int i = 0; title != NULL && i < LEDGER_COUNT; i++)
        if (title->column[i] != 0)
            return true;
    return false;
}

bool
title_names_persons(const struct title *title)
{
    size_t columns = 0, persons = 0;

    for (int i = 0; title != NULL && i < LEDGER_COUNT; i++)
        if (title->column[i] != 0) {
            columns++;
            persons +=
                ledgers[i]->columns[title->column[i] - 1].kind == KIND_PERSONS;
        }
    return persons > 0 && persons == columns;
}

/* Whether it ends in one of the words or, if anywhere, has one in it. */
static bool
has_word(struct text title, const char *words, bool anywhere)
{
    for (struct text word; word_next(&words, &word);)
        if (anywhere
                ? text_find(title, word) < title.length
                : title.length >= word.length &&
                      text_equal(text_from(title, title.length - word.length),
                                 word))
            return true;
    return false;
}

enum title_person
title_person(struct text title)
{
    /* 联系电话2 */
    while (title.length > 0 && title.bytes[title.length - 1] >= '0' &&
           title.bytes[title.length - 1] <= '9')
        title.length--;
    if (has_word(title, word_lists[WORDS_NOBODY], false))
        return TITLE_OF_NOBODY;
    if (has_word(title, word_lists[WORDS_IDENTITY], true))
        return TITLE_OF_IDENTITY;
    if (has_word(title, word_lists[WORDS_PERSON], false))
        return TITLE_OF_PERSON;
    if (has_word(title, word_lists[WORDS_REACH], false) ||
        has_word(title, word_lists[WORDS_REACHED], true))
        return TITLE_OF_REACH;
    if (has_word(title, word_lists[WORDS_NAMED], true))
        return TITLE_OF_PERSON;
    return TITLE_OF_NOBODY;
}

enum title_role
title_role_of(struct text key)
{
    return text_is(key, "-")          ? TITLE_IGNORED
           : text_is(key, "further")  ? TITLE_FURTHER
           : text_is(key, "personal") ? TITLE_PERSONAL
                                      : TITLE_PLAIN;
}

/* The titles of its line in ledger/titles.def. */
static const char *
line_of(int ledger, size_t column)
{
    for (size_t i = 0; i < LINES; i++)
        if (lines[i].ledger == ledger &&
            strcmp(lines[i].key, ledgers[ledger]->columns[column].key) == 0)
            return lines[i].titles;
    return "";
}

static void
list(struct text *all, struct arena *arena, struct text word,
     const char *between)
{
    if (all->length > 0)
        *all = text_join(arena, *all, text_of(between));
    *all = text_join(arena, *all, word);
}

static bool
is_at(const struct titles *titles, const struct walk *walk, int ledger,
      size_t column)
{
    const struct title *title =
        titles_find(titles, folded_title(walk->arena, walk->title));

    return title != NULL && title->column[ledger] == column + 1 &&
           title->rank[ledger] == OFFICE_RANKS + walk->position;
}

struct text
titles_accepted(const struct titles *titles, struct arena *arena, int ledger,
                size_t column, enum titles_listed listed)
{
    const char *between = listed == TITLES_ALL ? " " : "、";
    struct walk walk = {.arena = arena, .rest = line_of(ledger, column)};
    struct text all = text_of("");

    for (size_t i = 0; i < titles->codes->alias_count; i++) {
        struct text written = titles->codes->aliases[i].title;
        const struct title *title =
            titles_find(titles, folded_title(arena, written));

        if (title != NULL && title->column[ledger] == column + 1 &&
            title->rank[ledger] == i)
            list(&all, arena, written, between);
    }
    while (walk_next(&walk))
        if ((listed == TITLES_ALL || !walk.is_composed || walk.is_first_twin) &&
            is_at(titles, &walk, ledger, column))
            list(&all, arena, walk.title, between);
    return all;
}

struct text
titles_given(struct arena *arena, int ledger, size_t column)
{
    struct walk walk = {.arena = arena, .rest = line_of(ledger, column)};
    struct text all = text_of("");

    while (walk_next(&walk))
        list(&all, arena, walk.title, " ");
    return all;
}

/* "发现、登记 + 时间、日期" of the words from *rest on that have this kind. */
static struct text
stems_written(struct arena *arena, const char **rest, struct text kind)
{
    struct text stems = text_of(""), twins = text_of(""), word;
    const char *next = *rest, *words = words_of_kind(kind);

    while (word_next(&next, &word)) {
        size_t plus = text_find(word, TEXT("+"));

        if (!text_equal(text_from(word, plus + 1), kind))
            break;
        list(&stems, arena, text_slice(word, 0, plus), "、");
        *rest = next;
    }
    while (word_next(&words, &word))
        list(&twins, arena, word, "、");
    return stems.length == 0 ? twins
                             : text_format(arena, "%.*s + %.*s",
                                           TEXT_ARG(stems), TEXT_ARG(twins));
}

struct text
titles_written(struct arena *arena, int ledger, size_t column)
{
    const char *rest = line_of(ledger, column), *before = rest;
    struct text all = text_of(""), word;
    bool is_composed = false;

    for (; word_next(&rest, &word); before = rest) {
        size_t plus = text_find(word, TEXT("+"));
        bool was_composed = is_composed;

        is_composed = plus < word.length;
        if (is_composed) {
            rest = before;
            word = stems_written(arena, &rest, text_from(word, plus + 1));
        }
        list(&all, arena, word, is_composed || was_composed ? "；" : " ");
    }
    return all;
}

struct text
title_alias_line(struct arena *arena, int ledger, const struct column *column,
                 struct text title)
{
    bool is_quoted = text_find(title, TEXT(",")) < title.length;
    const char *quote = is_quoted ? "\"" : "";

    return text_format(arena, "%s,%s,%s%.*s%s", ledgers[ledger]->name,
                       column->key, quote, TEXT_ARG(title), quote);
}

bool
title_is_akin(struct text title, int ledger, size_t column)
{
    const char *rest = line_of(ledger, column);

    for (struct text word; word_next(&rest, &word);) {
        size_t plus = text_find(word, TEXT("+"));

        if (plus < word.length &&
            has_word(title, words_of_kind(text_from(word, plus + 1)), false))
            return true;
    }
    return false;
}
