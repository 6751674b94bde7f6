/*
 * What was filled in otherwise than the month before, cell by cell.
 */
#ifndef PAGE_CHANGED_EDITS_H
#define PAGE_CHANGED_EDITS_H

struct telling;
struct view;

/* EDITED {TITLE ROW {record IS_LATER EDIT {COLUMN THEN WAS_BLANK NOW IS_BLANK}}
   REST}, empty when there is none. */
void edits_fill(struct telling *telling, struct view *view);

#endif
