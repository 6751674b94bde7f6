/*
 * The workbook of a month: what its sheets are called, and the one in front
 * that says what they are.
 */
#ifndef PAGE_TABLES_H
#define PAGE_TABLES_H

#include <stddef.h>

#include "ledger/ledgers.h"

struct report;
struct view;

/* Below the month's folder. */
#define TABLES_FILE "data/tables.xlsx"

struct tables_sheet {
    enum ledger_id ledger;
    size_t part; /* of the ledger, from 0 */
    size_t rows;
};

/* SHEET for the whole workbook, the front among them, and its title. */
void tables_fill(const struct report *report, const struct tables_sheet *sheets,
                 size_t count, struct view *view);

/* What templates/tables/sheet.xml shows of the front, and of a ledger without
   its rows. */
void tables_fill_cover(const struct report *report,
                       const struct tables_sheet *sheets, size_t count,
                       struct view *view);
void tables_fill_ledger(const struct report *report,
                        const struct tables_sheet *sheet, struct view *view);

#endif
