/*
 * What is new and what is done, unit by unit in protocol order.
 */
#ifndef PAGE_CHANGED_BY_UNIT_H
#define PAGE_CHANGED_BY_UNIT_H

struct telling;
struct view;

/* BY_UNIT {TITLE IS_BOTH HAS_NEW HAS_DONE GROUP {UNIT UNIT_LINK NEW_COUNT NEW
   DONE_COUNT DONE} TOTAL REST}: what is new at the left, what is done at the
   right; empty when there is neither. */
void by_unit_fill(struct telling *telling, struct view *view);

#endif
