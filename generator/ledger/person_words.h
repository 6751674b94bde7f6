/*
 * The words that stand in cells of persons and are nobody's name: posts,
 * labels, marks (person_words.def), and what the lists, titles and settings
 * of a book know: units, categories, places, words of a ledger.
 */
#ifndef LEDGER_PERSON_WORDS_H
#define LEDGER_PERSON_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

struct arena;
struct book;
struct person_words;

/* What a word may be, several at once. */
enum person_word {
    WORD_POST = 1,        /* before or behind a name: 副局长 */
    WORD_MANNER = 2,      /* before a post: 常务 */
    WORD_COURTESY = 4,    /* behind a name: 同志 */
    WORD_ROLE = 8,        /* a label or a mark: 组长： （主办） */
    WORD_PARTICULAR = 16, /* 女, 汉族 */
    WORD_NOBODY = 32,     /* 待定, 全体干部: says nothing */
    WORD_COMMON = 64,     /* may be a name all the same: 高峰 */
    WORD_MONTH = 128,
    WORD_UNIT = 256,
    WORD_LISTED = 512, /* a category, a title, a word of a ledger */
    WORD_ID = 1024,    /* of the roster: stands for a name and says none */
    WORD_TRADE = 2048, /* of the office: 招商 */
};

/* Whatever makes a text nobody's name. */
enum {
    WORD_NO_NAME = WORD_POST | WORD_MANNER | WORD_COURTESY | WORD_ROLE |
                   WORD_PARTICULAR | WORD_NOBODY | WORD_MONTH | WORD_UNIT |
                   WORD_LISTED | WORD_ID | WORD_TRADE
};

/* From the arena; the book is borrowed.  Any thread may ask of them. */
struct person_words *person_words_new(struct arena *arena,
                                      const struct book *book);

/* The bits of enum person_word; 0 for a word nobody knows. */
unsigned person_words_find(const struct person_words *words, struct text word);

/* How many hanzi of surname a text begins with: 2, 1 or 0. */
size_t surname_count(const struct person_words *words, struct text text);

/* Whether it is a surname of two hanzi: 欧阳. */
bool is_compound_surname(struct text text);

/* Whether it ends as offices do: 局, 街道, 中心. */
bool ends_like_a_unit(struct text text);

#endif
