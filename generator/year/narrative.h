/*
 * The paragraph written by hand, with its figures.
 *
 *     截至10月底，累计破解难题{{problems.solved|130余}}项，
 *     办结率{{problems.rate}}%。
 *
 * {{id}} becomes the figure's value.  {{id|claim}} shows the claim as it is
 * written and holds it against the figure: a number, 余 behind it or 约 before
 * it (year/claims.h).  Blank lines part paragraphs; nothing else is markup.
 */
#ifndef YEAR_NARRATIVE_H
#define YEAR_NARRATIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "year/year.h"

enum narrative_kind {
    NARRATIVE_WORDS,   /* as they stand */
    NARRATIVE_FIGURE,  /* value and claim of a figure */
    NARRATIVE_UNKNOWN, /* braces around what is no figure; shown as written */
    NARRATIVE_BREAK    /* a new paragraph */
};

struct narrative_part {
    enum narrative_kind kind;
    struct text words; /* of a figure: the claim, or empty */
    enum figure_id figure;
    uint32_t line;   /* in the file */
    uint32_t column; /* in bytes, from 1 */
    bool is_wrong;   /* the ledgers do not bear the claim out */
    bool is_absent;  /* there is nothing to make the figure from */
};

struct narrative {
    struct narrative_part *parts;
    size_t count;
};

/* The text is borrowed. */
struct narrative narrative_parse(const struct year *year, struct text text,
                                 struct arena *arena);

#endif
