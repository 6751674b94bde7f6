/*
 * What the words in cells stand for: choices, categories and units, with what
 * the office adds in codes/.
 *
 * Every spelling is folded once and then remembered as it was written, so
 * that a million cells cost a look-up each.
 */
#ifndef LEDGER_VOCABULARY_H
#define LEDGER_VOCABULARY_H

#include "ledger/book.h"

struct vocabulary;

/* The book's words, made when first asked for. */
struct vocabulary *vocabulary_of(struct book *book);

/* The column whose words a line of codes/statuses.csv adds to, or -1; and
   whether such a column has the value, by its key or a word. */
int vocabulary_column_of(const struct status_entry *entry);
bool vocabulary_knows_value(int ledger, size_t column, struct text value);

/* The value of a choice, or 0 if the word is not one of its words; a full stop
   behind it is no part of it. */
uint8_t vocabulary_choice(struct vocabulary *words, int ledger, size_t column,
                          struct text word);

/* Whether it is one of the words of a column that has some. */
bool vocabulary_is_word(const struct vocabulary *words, int ledger,
                        size_t column, struct text word);

/* The code of a category in book->categories; *usual tells whether it is one
   of the column's usual values, in the program or in codes/categories.csv
   (any value is usual in a column that names none). */
uint32_t vocabulary_category(struct vocabulary *words, int ledger,
                             size_t column, struct text word, bool *usual);

/* The code of the lead unit in book->units; *known is false when there is a
   list of units and it is not in it. */
uint32_t vocabulary_unit(struct vocabulary *words, struct text list,
                         bool *known);

/* Numbers every unit of a list; *known is false when the list of units lacks
   one of them. */
void vocabulary_units(struct vocabulary *words, struct text list, bool *known);

/* The units of a list, as written: split at 、 and the like, but not within
   brackets nor within a name that the list of units has as it stands. */
size_t vocabulary_unit_items(const struct vocabulary *words,
                             struct arena *arena, struct text list,
                             struct text **items);

/* The codes in book->units of a list's units, in its order, 0 for one never
   numbered; from the arena. */
size_t vocabulary_unit_codes(const struct vocabulary *words,
                             struct arena *arena, struct text list,
                             uint32_t **codes);

/* The code of the unit whose name, in a spelling met or listed, stands within
   a text, the longest of several; 0 where there is none. */
uint32_t vocabulary_unit_within(const struct vocabulary *words,
                                struct arena *arena, struct text text);

/* The names of a list of units as the office writes them, with 、 between. */
struct text vocabulary_units_shown(const struct vocabulary *words,
                                   struct arena *arena, struct text list);

/* 是 否 √ ✓ ✔ ☑ × Y N 1 0 已 未, folded: 1, -1, or 0 for anything else. */
int8_t yes_no_of(struct text word);

/* The same of a column, with the office's own words. */
int8_t vocabulary_yes_no(struct vocabulary *words, int ledger, size_t column,
                         struct text word);

#endif
