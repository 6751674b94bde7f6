/*
 * The month as machines that look for data know it: a Dataset of schema.org.
 */
#ifndef VIEW_DATASET_H
#define VIEW_DATASET_H

#include "base/text.h"

struct arena;
struct report;

/* What the report's page has from its frame. */
struct dataset_words {
    struct text name;
    struct text description;
    struct text creator; /* empty: not told, as is the next */
    struct text district;
};

/* JSON on one line, safe within a script element. */
struct text dataset_text(const struct report *report,
                         const struct dataset_words *words,
                         struct arena *arena);

#endif
