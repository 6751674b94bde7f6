/*
 * The fields of problems, suggestions and reports, numbered as they first
 * appear, and their pages.
 */
#ifndef VIEW_FIELDS_H
#define VIEW_FIELDS_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct report;

struct field_shown {
    uint32_t code; /* 0: records that give none */
    struct text name;
};

/* Those that any table by category has; from the arena. */
const struct field_shown *fields_shown(const struct report *report,
                                       struct arena *arena, size_t *count);

/* "field-2", the file of the field's page; empty when it has none. */
struct text field_file(const struct report *report, uint32_t code,
                       struct arena *arena);

#endif
