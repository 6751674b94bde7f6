/*
 * Sentences made from figures, clause by clause, each number a link to its
 * list.
 *
 * A clause whose figure the report may not speak of, or has no value for, is
 * left out; a sentence of which nothing is left is not there at all.
 */
#ifndef VIEW_SENTENCE_H
#define VIEW_SENTENCE_H

#include <stdbool.h>

#include "base/wording.h"
#include "view/report.h"
#include "year/year.h"

struct view;

enum clause_kind {
    CLAUSE_VALUE,  /* the wording around the figure's number, its %1 */
    CLAUSE_LAST,   /* the wording around last month's number, no link */
    CLAUSE_CHANGE, /* how the figure compares with last month */
    CLAUSE_PACE    /* its target, how far it is reached, 序时进度 */
};

struct clause {
    enum figure_id figure; /* FIGURE_COUNT behind the last */
    enum clause_kind kind;
    enum wording words;
    bool is_opening; /* a semicolon stands before it, not a comma */
    bool is_if_any;  /* left out when the number is zero */
    bool is_part;    /* of what is said before: "其中" leads the first of them */
};

/* Adds the sentence to the list: OPENING, then CLAUSE items with BEFORE,
   SHOWN (FIGURE, VALUE, LINK), AFTER and STRESS (TEXT).  The list is set, and
   stays as it is when no clause is left. */
void sentence_fill(const struct report *report, const struct clause *clauses,
                   struct text opening, const char *list, struct view *view);

/* A sentence made piece by piece: words around a figure's number, and words
   that stand out. */
struct view *sentence_new(const char *list, struct view *view);
void sentence_number(const struct report *report, enum figure_id figure,
                     struct text before, struct text after,
                     struct view *sentence);
void sentence_words(struct text words, struct view *sentence);
void sentence_stress(struct text words, struct view *sentence);

/* All of it as plain words, without its full stop. */
struct text sentence_plain(const struct view *sentence);

/* Adds a sentence that is already words, without its full stop. */
void sentence_say(struct text words, const char *list, struct view *view);

#endif
