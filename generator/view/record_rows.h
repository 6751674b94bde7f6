/*
 * Rows of a ledger that follow each other, and all that is made of them.
 *
 * A row says the same in every list it stands in, and in the download; it is
 * read from its file once for all of them.  Stretches are filled one without
 * the other: several threads may each fill one.
 */
#ifndef VIEW_RECORD_ROWS_H
#define VIEW_RECORD_ROWS_H

#include <stddef.h>
#include <stdint.h>

#include "view/report.h"
#include "year/year.h"

struct arena;
struct view;

enum { RECORD_ROWS_MOST = 250 };

/* As many whole stretches as there is room for in a sheet below its head. */
enum { RECORD_ROWS_SHEET = 1048500 };

/* What parts/records puts between the cells of a row; no text that is shown
   can hold it. */
#define RECORD_CUT "<!--|-->"

struct record_rows {
    struct view *view; /* RECORD: those in any list that has pages */
    size_t count;      /* of them */
    uint32_t indexes[RECORD_ROWS_MOST]; /* of each in the ledger */
    uint64_t lists[RECORD_ROWS_MOST]; /* of each: a bit for every such figure */
    struct text lines; /* of the download, when the ledger has one */
    struct text sheet; /* the same as rows of a sheet */
};

/* How many stretches the ledger's rows make, in the order of its lists. */
size_t record_rows_count(const struct report *report, enum ledger_id ledger);

/* The stretch of that number, from 0; all from the arena. */
void record_rows_fill(const struct report *report, enum ledger_id ledger,
                      size_t number, struct arena *arena,
                      struct record_rows *stretch);

/* RECORD for the rows of a page of a figure's list. */
void record_rows_of(const struct report *report, enum figure_id figure,
                    size_t page, struct view *view);

#endif
