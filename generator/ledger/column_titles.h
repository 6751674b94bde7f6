/*
 * What the titles of columns mean, in every ledger at once.
 *
 * A title is looked up in its folded form (folded_title); what it means is
 * told per ledger, because 状态 is a column of three of them.  Known are each
 * column's title, what ledger/titles.def adds, its English key and, before all
 * of them, what the office says in codes/aliases.csv.  Nothing is matched by
 * likeness.
 */
#ifndef LEDGER_COLUMN_TITLES_H
#define LEDGER_COLUMN_TITLES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "ledger/ledgers.h"

struct arena;
struct codes;
struct titles;

/* What becomes of a column that has no key. */
enum title_role {
    TITLE_PLAIN,    /* nothing is said of it */
    TITLE_IGNORED,  /* - : not read */
    TITLE_FURTHER,  /* further: shown beneath the record */
    TITLE_PERSONAL, /* personal: not read, its values searched for */
};

/* Ranks below this are given by the office. */
enum { OFFICE_RANKS = 0x4000 };

struct title {
    uint16_t column[LEDGER_COUNT]; /* index plus 1; 0: no column of it */
    uint16_t rank[LEDGER_COUNT];   /* of several titles of a column the least
                                      is the best */
    uint8_t role[LEDGER_COUNT];    /* enum title_role, as the office says */
    uint8_t tick[LEDGER_COUNT];    /* the status it stands for in a matrix of
                                      ticks, as a choice; or 0 */
    uint16_t dimension;            /* of the evaluations: index plus 1, or 0 */
    bool is_ordinary;              /* 序号: unread, and not worth a note */
    uint32_t first, other;         /* by bit: of which pairs it is one */
};

/* Two titles that each mean the column, of which the other means something
   else where both stand in a file. */
struct title_pair {
    int ledger;
    int column;
    enum title_role role; /* of the other; TITLE_PLAIN: it is a column … */
    int becomes;          /* … this one */
};

struct titles *titles_new(struct arena *arena, const struct codes *codes);
void titles_free(struct titles *titles);

/* The meaning of a folded title, or NULL if it has none. */
const struct title *titles_find(const struct titles *titles,
                                struct text folded);

/* The pair of a bit of struct title; NULL behind the last. */
const struct title_pair *titles_pair(const struct titles *titles, size_t bit);

/* Whether it heads a column of some ledger; title may be NULL. */
bool title_is_column(const struct title *title);

/* Whether it heads columns of persons, in whichever ledgers; so too. */
bool title_names_persons(const struct title *title);

/* What a folded title, known or not, says of people. */
enum title_person {
    TITLE_OF_NOBODY,
    TITLE_OF_PERSON,   /* 联系人: its cells are names */
    TITLE_OF_REACH,    /* 联系电话, 家庭住址: where somebody is found */
    TITLE_OF_IDENTITY, /* 身份证号: who somebody is */
};
enum title_person title_person(struct text folded);

/* The role that an office's word for a key stands for (-, further, personal),
   or TITLE_PLAIN. */
enum title_role title_role_of(struct text key);

/* The titles accepted for a column besides its own and its key. */
enum titles_listed {
    TITLES_ALL,   /* every one, with blanks between */
    TITLES_STEMS, /* of words that mean the same behind a stem the first; with
                     、 between */
};
struct text titles_accepted(const struct titles *titles, struct arena *arena,
                            int ledger, size_t column,
                            enum titles_listed listed);

/* Every title ledger/titles.def gives a column, also those that mean another
   one; with blanks between. */
struct text titles_given(struct arena *arena, int ledger, size_t column);

/* The titles beyond its own that ledger/titles.def gives a column, the stems
   with their words behind them: "…；发现、登记 + 时间、日期". */
struct text titles_written(struct arena *arena, int ledger, size_t column);

/* The line of codes/aliases.csv that gives a title a column. */
struct text title_alias_line(struct arena *arena, int ledger,
                             const struct column *column, struct text title);

/* Whether the folded title ends in a word of a kind that titles of the column
   are composed with, which makes it one to ask the office about. */
bool title_is_akin(struct text folded, int ledger, size_t column);

#endif
