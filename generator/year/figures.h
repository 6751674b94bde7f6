/*
 * What figures and tables of counts there are: year/figures.def and
 * year/tables.def as enums and tables.
 *
 * A row carries one bit for each figure whose list it stands in.  A row
 * belongs to one ledger, and a ledger has at most 64 figures, which stand
 * together: so the number of a figure, taken modulo 64, is its bit.
 */
#ifndef YEAR_FIGURES_H
#define YEAR_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/language.h"
#include "base/text.h"
#include "ledger/ledgers.h"

enum figure_id {
#define FIGURE(name, ...) FIGURE_##name,
#include "year/figures.def"
#undef FIGURE
    FIGURE_COUNT
};

#define MARK_OF(figure) (UINT64_C(1) << ((unsigned)(figure) % 64))
#define MARK(name)      MARK_OF(FIGURE_##name)

enum figure_kind {
    FIGURE_IS_COUNT,  /* so many rows */
    FIGURE_IS_SUM,    /* of a number over the rows (times, 万元) */
    FIGURE_IS_RATE,   /* rows of this ÷ rows of other figures */
    FIGURE_IS_MEDIAN, /* of days over the rows */
    FIGURE_IS_MEAN,
    FIGURE_IS_P90
};

/* What a running total counts, so that it has a number for each month. */
enum figure_events { EVENTS_NONE, EVENTS_ENTERED, EVENTS_CLOSED };

/* One line of figures.def. */
struct figure_type {
    const char *id; /* "problems.solved" */
    enum ledger_id ledger;
    enum figure_kind kind;
    const char *unit[LANGUAGE_COUNT];
    const char *label[LANGUAGE_COUNT];      /* 累计解决 */
    const char *definition[LANGUAGE_COUNT]; /* for method.html */
    enum figure_id list; /* the figure whose rows are its list */
    uint64_t of, less;   /* of a rate: marks of the figures it is divided by,
                            added and taken off */
    enum figure_id from; /* of days: whose rows the list is taken from */
    const char *choice;  /* key of the one it counts; NULL: any record */
    bool is_burden;      /* the fewer the better: a target is a ceiling */
    bool is_undated;     /* no day says since when */
    enum figure_events events; /* a running total: what it counts */
    const char *needs; /* keys of columns, between blanks: where nobody fills
                          one of them the figure is absent, not zero */
    const char *page;  /* "problems-solved": the page of its list; NULL when
                            that is another figure's */
};

extern const struct figure_type figures[FIGURE_COUNT];

/* The figure of a ledger with the lowest of the marks; there is one. */
enum figure_id figure_of_mark(enum ledger_id ledger, uint64_t marks);

/* The figure of that id; false if there is none. */
bool figure_by_id(struct text id, enum figure_id *figure);

/* A table of counts: contract/figures names its columns. */
enum { TABLE_COLUMNS_MOST = 6 };

enum table_id {
#define TABLE(name, ...) TABLE_##name,
#include "year/tables.def"
#undef TABLE
    TABLE_COUNT
};

struct table_type {
    const char *id; /* "problems.by_unit" */
    enum ledger_id ledger;
    const char *title[LANGUAGE_COUNT];
    /* keys as in summary.json, NULL behind the last */
    const char *columns[TABLE_COLUMNS_MOST + 1];
};

extern const struct table_type tables[TABLE_COUNT];

/* What a column of a table counts: "raised" of problems.by_unit is
   problems.raised. */
enum figure_id column_figure(enum table_id table, const char *column);

#endif
