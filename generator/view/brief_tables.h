/*
 * The tables behind the brief's text: 附表一, the year's targets, and 附表二,
 * the units.
 */
#ifndef VIEW_BRIEF_TABLES_H
#define VIEW_BRIEF_TABLES_H

struct report;
struct view;

/* The list SHEET, what stands on a sheet of paper each: GOALS {NAME of the
   table, and what goals_fill sets} on the first, UNITS {TABLE_TITLE HEAD ROW
   TOTAL, and BEGINS where the table does}, IS_LAST on the one that has the
   foot; TABLES_NOTE {TEXT}, the sentence that names them. */
void brief_tables_fill(const struct report *report, struct view *view);

#endif
