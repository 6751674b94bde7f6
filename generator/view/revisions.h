/*
 * What became of a month since it was first published: which version, why, the
 * figures that changed, and where the version before stands.  It is kept in
 * the month's summary.json, from which it is told wherever it is read.
 */
#ifndef VIEW_REVISIONS_H
#define VIEW_REVISIONS_H

#include "base/language.h"
#include "base/text.h"

struct arena;
struct json_t;
struct report;
struct view;

/* A line of "revisions": from what the summary of the version before said to
   what the report says.  before is that version's folder, NULL when it is not
   kept.  The caller frees it. */
struct json_t *revision_json(const struct report *report,
                             const struct json_t *then, struct text reason,
                             const char *before);

/* "累计提出 7→16，…": those figures of a revision, the first few by name. */
struct text revision_figures(struct arena *arena, enum language language,
                             const struct json_t *revision);

/* Fills the list REVISION from a summary's "revisions", which may be NULL;
   root leads from the page to the edition's folder. */
void revisions_fill(const struct report *report, const struct json_t *revisions,
                    const char *root, struct view *view);

#endif
