#include "ledger/vocabulary.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/cells.h"

/* Texts and what they stand for. */
struct dictionary {
    struct intern *seen;
    uint32_t *meanings; /* of seen number n at n - 1 */
    size_t room;
};

struct vocabulary {
    struct arena *arena;
    struct intern *unit_names;
    struct intern *category_names;
    struct dictionary units;
    struct dictionary unit_lists; /* mean enum listed */
    uint32_t known_units;         /* codes up to it stand in codes/units.csv */
    bool has_long_names;          /* of units, with 、 or the like in them */
    struct dictionary *columns[LEDGER_COUNT];
};

/* In bytes; a shorter name may stand in any text. */
enum { SHORTEST_UNIT = 6 };

/* In the dictionary of a column of yes and no. */
enum { MEANS_YES = 1, MEANS_NO };

/* Whether the list of units has all of a list's. */
enum listed { LISTED_ALL = 1, LISTED_SOME };

static uint32_t
look_up(const struct dictionary *dictionary, struct text text)
{
    uint32_t number = intern_find(dictionary->seen, text);

    return number == 0 ? 0 : dictionary->meanings[number - 1];
}

static void
set_meaning(struct vocabulary *words, struct dictionary *dictionary,
            struct text text, uint32_t meaning)
{
    uint32_t number = intern_code(dictionary->seen, text);

    if (number > dictionary->room) {
        size_t room = dictionary->room * 2 + 16;
        uint32_t *meanings = arena_take(words->arena, room * sizeof(*meanings));

        if (dictionary->room > 0)
            memcpy(meanings, dictionary->meanings,
                   dictionary->room * sizeof(*meanings));
        dictionary->meanings = meanings;
        dictionary->room = room;
    }
    dictionary->meanings[number - 1] = meaning;
}

/* What was learned first stays. */
static void
learn(struct vocabulary *words, struct dictionary *dictionary, struct text text,
      uint32_t meaning)
{
    if (look_up(dictionary, text) == 0)
        set_meaning(words, dictionary, text, meaning);
}

static void
learn_folded(struct vocabulary *words, struct dictionary *dictionary,
             struct text text, uint32_t meaning)
{
    struct text key = folded(words->arena, text);

    if (key.length > 0)
        learn(words, dictionary, key, meaning);
}

static void
learn_list(struct vocabulary *words, struct dictionary *dictionary,
           struct text list, uint32_t meaning)
{
    struct text *items;
    size_t count = list_split(words->arena, list, &items);

    for (size_t i = 0; i < count; i++)
        learn_folded(words, dictionary, items[i], meaning);
}

static void
learn_column(struct vocabulary *words, const struct column *column,
             struct dictionary *dictionary)
{
    const struct choice_words *entry = column->words;

    for (; entry != NULL && entry->words != NULL; entry++) {
        const char *rest = entry->words;
        uint32_t meaning = entry->value;
        struct text word;

        if (column->kind == KIND_CATEGORY) {
            word_next(&rest, &word);
            meaning = intern_code(words->category_names, word);
            rest = entry->words;
        }
        while (word_next(&rest, &word))
            learn_folded(words, dictionary, word, meaning);
        if (column->kind == KIND_CHOICE)
            learn_folded(words, dictionary, text_of(entry->key), meaning);
    }
}

static void
learn_categories(struct vocabulary *words, struct dictionary *dictionary,
                 const struct codes *codes)
{
    for (size_t i = 0; i < codes->category_count; i++) {
        const struct category_entry *entry = &codes->categories[i];
        uint32_t code = intern_code(words->category_names, entry->name);

        learn_folded(words, dictionary, entry->name, code);
        learn_list(words, dictionary, entry->aliases, code);
    }
}

static bool
is_enumerated(const struct column *column)
{
    return column->kind == KIND_CHOICE || column->kind == KIND_CATEGORY ||
           column->kind == KIND_YES_NO;
}

int
vocabulary_column_of(const struct status_entry *entry)
{
    int ledger = ledger_of_name(entry->ledger), column;

    if (ledger < 0)
        return -1;
    column = entry->key.length > 0
                 ? column_of_name(ledgers[ledger], entry->key)
                 : column_index(ledgers[ledger], ledgers[ledger]->status_key);
    return column >= 0 && is_enumerated(&ledgers[ledger]->columns[column])
               ? column
               : -1;
}

bool
vocabulary_knows_value(int ledger, size_t column, struct text value)
{
    const struct column *type = &ledgers[ledger]->columns[column];

    if (type->kind == KIND_CATEGORY)
        return value.length > 0;
    return type->kind == KIND_YES_NO ? yes_no_of(value) != 0
                                     : choice_of_name(type->words, value) != 0;
}

/* What a value means in a column's dictionary; 0 if it is none of it. */
static uint32_t
meaning_of(struct vocabulary *words, int ledger, size_t column,
           struct text value)
{
    const struct column *type = &ledgers[ledger]->columns[column];
    uint32_t code;

    if (!vocabulary_knows_value(ledger, column, value))
        return 0;
    if (type->kind == KIND_CHOICE)
        return choice_of_name(type->words, value);
    if (type->kind == KIND_YES_NO)
        return yes_no_of(value) > 0 ? MEANS_YES : MEANS_NO;
    code =
        look_up(&words->columns[ledger][column], folded(words->arena, value));
    return code != 0 ? code
                     : intern_code(words->category_names,
                                   tidied(words->arena, value));
}

/* The office's own words outrank ours: in one place C means planned, in
   another given up. */
static void
learn_statuses(struct vocabulary *words, const struct codes *codes)
{
    for (size_t i = 0; i < codes->status_count; i++) {
        const struct status_entry *entry = &codes->statuses[i];
        int ledger = ledger_of_name(entry->ledger);
        int column = vocabulary_column_of(entry);
        struct text key = folded(words->arena, entry->word);
        uint32_t meaning;

        if (column < 0 || key.length == 0)
            continue;
        meaning = meaning_of(words, ledger, (size_t)column, entry->value);
        if (meaning != 0)
            set_meaning(words, &words->columns[ledger][column], key, meaning);
    }
}

/* Of units also parted by blanks. */
static void
learn_aliases(struct vocabulary *words, struct text list, uint32_t code)
{
    size_t offset = 0, start = 0, from = 0;

    for (int32_t c = 0; c >= 0;) {
        start = offset;
        c = text_next(list, &offset);
        if (c >= 0 && !character_is_space(c))
            continue;
        learn_list(words, &words->units, text_slice(list, from, start - from),
                   code);
        from = offset;
    }
}

static bool
has_separator(struct text name)
{
    size_t offset = 0;

    for (int32_t c; (c = text_next(name, &offset)) >= 0;)
        if (character_is_separator(c))
            return true;
    return false;
}

static void
learn_units(struct vocabulary *words, const struct codes *codes)
{
    words->units.seen = intern_new(words->arena);
    words->unit_lists.seen = intern_new(words->arena);
    for (size_t i = 0; i < codes->unit_count; i++) {
        const struct unit_entry *entry = &codes->units[i];
        uint32_t code = intern_code(words->unit_names, entry->name);

        learn_folded(words, &words->units, entry->name, code);
        learn_aliases(words, entry->aliases, code);
        words->has_long_names =
            words->has_long_names || has_separator(entry->name);
    }
    words->known_units = (uint32_t)intern_count(words->unit_names);
}

static void
learn_ledger(struct vocabulary *words, int ledger, const struct codes *codes)
{
    const struct ledger_type *type = ledgers[ledger];
    struct dictionary *columns =
        arena_take(words->arena, type->column_count * sizeof(*columns));

    words->columns[ledger] = columns;
    for (size_t i = 0; i < type->column_count; i++)
        columns[i].seen = intern_new(words->arena);
    for (size_t i = 0; i < type->column_count; i++) {
        if (type->columns[i].kind == KIND_CATEGORY)
            learn_categories(words, &columns[i], codes);
        learn_column(words, &type->columns[i], &columns[i]);
    }
}

struct vocabulary *
vocabulary_of(struct book *book)
{
    struct vocabulary *words = book->words;

    if (words != NULL)
        return words;
    words = ARENA_NEW(book->arena, struct vocabulary);
    if (book->units == NULL)
        book->units = intern_new(book->arena);
    if (book->categories == NULL)
        book->categories = intern_new(book->arena);
    words->arena = book->arena;
    words->unit_names = book->units;
    words->category_names = book->categories;
    learn_units(words, book->codes);
    for (int i = 0; i < LEDGER_COUNT; i++)
        learn_ledger(words, i, book->codes);
    learn_statuses(words, book->codes);
    book->words = words;
    return words;
}

static struct text
without_stop(struct text word)
{
    static const char *const stops[] = {"。", "."};

    for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++)
        if (text_ends(word, stops[i]) && word.length > strlen(stops[i]))
            word.length -= strlen(stops[i]);
    return word;
}

uint8_t
vocabulary_choice(struct vocabulary *words, int ledger, size_t column,
                  struct text word)
{
    struct dictionary *dictionary = &words->columns[ledger][column];
    uint32_t value = look_up(dictionary, word);

    if (value == 0) {
        value = look_up(dictionary, without_stop(folded(words->arena, word)));
        if (value != 0)
            learn(words, dictionary, word, value);
    }
    return (uint8_t)value;
}

bool
vocabulary_is_word(const struct vocabulary *words, int ledger, size_t column,
                   struct text word)
{
    return look_up(&words->columns[ledger][column],
                   folded(words->arena, word)) != 0;
}

int8_t
vocabulary_yes_no(struct vocabulary *words, int ledger, size_t column,
                  struct text word)
{
    struct text key = without_stop(folded(words->arena, word));
    uint32_t meaning = look_up(&words->columns[ledger][column], key);

    if (meaning == 0)
        return yes_no_of(key);
    return meaning == MEANS_YES ? 1 : -1;
}

uint32_t
vocabulary_category(struct vocabulary *words, int ledger, size_t column,
                    struct text word, bool *usual)
{
    const struct column *type = &ledgers[ledger]->columns[column];
    struct dictionary *dictionary = &words->columns[ledger][column];
    uint32_t code = look_up(dictionary, word);

    *usual = true;
    if (code != 0)
        return code;
    word = without_stop(word);
    code = look_up(dictionary, folded(words->arena, word));
    if (code != 0) {
        learn(words, dictionary, word, code);
        return code;
    }
    /* Left unlearned where values are listed, so that each row that has it is
       warned about. */
    *usual = type->words == NULL;
    code = intern_code(words->category_names, tidied(words->arena, word));
    if (*usual) {
        learn_folded(words, dictionary, word, code);
        learn(words, dictionary, word, code);
    }
    return code;
}

static bool
is_listed(const struct vocabulary *words, struct arena *arena, struct text name)
{
    uint32_t code = look_up(&words->units, folded(arena, name));

    return code != 0 && code <= words->known_units;
}

/* Puts together again what was split within a listed name. */
static size_t
rejoin(const struct vocabulary *words, struct arena *arena, struct text *items,
       size_t count)
{
    size_t kept = 0;

    for (size_t first = 0, behind; first < count; first = behind) {
        struct text item = items[first];

        for (behind = count; behind > first + 1; behind--) {
            const char *end =
                items[behind - 1].bytes + items[behind - 1].length;

            item.length = (size_t)(end - item.bytes);
            if (is_listed(words, arena, item))
                break;
        }
        items[kept++] = behind > first + 1 ? item : items[first];
    }
    return kept;
}

size_t
vocabulary_unit_items(const struct vocabulary *words, struct arena *arena,
                      struct text list, struct text **items)
{
    size_t count = list_split_bracketed(arena, list, items);

    return words->has_long_names ? rejoin(words, arena, *items, count) : count;
}

static struct text
lead_of(const struct vocabulary *words, struct text list)
{
    struct text *items;

    return vocabulary_unit_items(words, words->arena, list, &items) > 0
               ? items[0]
               : list;
}

uint32_t
vocabulary_unit(struct vocabulary *words, struct text list, bool *known)
{
    uint32_t code = look_up(&words->units, list);

    if (code == 0) {
        struct text lead = lead_of(words, list);
        struct text key = folded(words->arena, lead);

        code = look_up(&words->units, key);
        if (code == 0)
            code = intern_code(words->unit_names, tidied(words->arena, lead));
        learn(words, &words->units, key, code);
        learn(words, &words->units, list, code);
    }
    *known = words->known_units == 0 || code <= words->known_units;
    return code;
}

void
vocabulary_units(struct vocabulary *words, struct text list, bool *known)
{
    uint32_t listed = look_up(&words->unit_lists, list);
    struct text *items;
    size_t count;

    *known = listed != LISTED_SOME;
    if (listed != 0)
        return;
    count = vocabulary_unit_items(words, words->arena, list, &items);
    for (size_t i = 0; i < count; i++) {
        bool is_known;

        vocabulary_unit(words, items[i], &is_known);
        *known = *known && is_known;
    }
    learn(words, &words->unit_lists, list, *known ? LISTED_ALL : LISTED_SOME);
}

size_t
vocabulary_unit_codes(const struct vocabulary *words, struct arena *arena,
                      struct text list, uint32_t **codes)
{
    struct text *items;
    size_t count = vocabulary_unit_items(words, arena, list, &items);

    *codes = arena_take(arena, (count + 1) * sizeof(**codes));
    for (size_t i = 0; i < count; i++)
        (*codes)[i] = look_up(&words->units, folded(arena, items[i]));
    return count;
}

uint32_t
vocabulary_unit_within(const struct vocabulary *words, struct arena *arena,
                       struct text text)
{
    const struct intern *names = words->units.seen;
    size_t longest = SHORTEST_UNIT - 1;
    uint32_t code = 0;

    text = folded(arena, text);
    for (uint32_t i = 1; i <= intern_count(names); i++) {
        struct text name = intern_text(names, i);

        if (name.length <= longest || text_find(text, name) == text.length)
            continue;
        longest = name.length;
        code = words->units.meanings[i - 1];
    }
    return code;
}

struct text
vocabulary_units_shown(const struct vocabulary *words, struct arena *arena,
                       struct text list)
{
    struct text shown = text_of(""), *items;
    size_t count = vocabulary_unit_items(words, arena, list, &items);

    for (size_t i = 0; i < count; i++) {
        uint32_t code = look_up(&words->units, folded(arena, items[i]));
        struct text name = code != 0 ? intern_text(words->unit_names, code)
                                     : tidied(arena, items[i]);

        if (i > 0)
            shown = text_join(arena, shown, text_of("、"));
        shown = text_join(arena, shown, name);
    }
    return shown;
}

static bool
is_word_of(const char *words, struct text text)
{
    for (struct text word; word_next(&words, &word);)
        if (text_equal(word, text))
            return true;
    return false;
}

int8_t
yes_no_of(struct text word)
{
    if (is_word_of("是 √ ✓ ✔ ☑ ✅ Y y 1 已 Yes YES yes TRUE True true", word))
        return 1;
    if (is_word_of("否 × ✗ ✘ ❌ N n 0 未 No NO no FALSE False false", word))
        return -1;
    return 0;
}
