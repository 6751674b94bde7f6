/*
 * What is found once for a report and used by many pages: made, lent and freed
 * by who renders it.  Where a member is NULL it is found whenever asked for,
 * but for the lists and the roster, which then are not there.
 */
#ifndef VIEW_KEPT_H
#define VIEW_KEPT_H

struct anchors;
struct by_unit;
struct cadre_list;
struct completeness;
struct list_plan;
struct months_kept;
struct unit_roll;

struct kept {
    struct anchors *anchors;            /* view/anchors.h */
    struct list_plan *lists;            /* where they are cut (page/list.h) */
    struct months_kept *months;         /* of figures (view/months.h) */
    struct unit_roll *units;            /* view/units.h */
    struct by_unit *by_unit;            /* their rows (view/by_unit.h) */
    struct cadre_list *roster;          /* view/cadre_list.h */
    const struct completeness *returns; /* view/returns.h */
};

#endif
