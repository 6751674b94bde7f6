/*
 * What happened to which records since the month before.
 */
#ifndef PAGE_CHANGED_RECORDS_H
#define PAGE_CHANGED_RECORDS_H

struct telling;
struct view;

/* LATE (page/changed_late.h), BY_UNIT (page/changed_by_unit.h), CHANGED:
   sections {ID TITLE ROW {record DETAIL} REST} of records reopened, withdrawn
   and not seen; EDITED (page/changed_edits.h). */
void changed_records_fill(struct telling *telling, struct view *view);

#endif
