/*
 * A table that a command prints: as text aligned for a terminal, as Markdown
 * or as JSON.
 *
 *     {"format": "shiji-rules/1", "rules": [{"id": "…", …}, …]}
 *
 * Some columns are in the JSON only.  There a flag is true or false
 * and words are an array; elsewhere both are texts.
 */
#ifndef CLI_TABLE_PRINT_H
#define CLI_TABLE_PRINT_H

#include <stddef.h>

#include "base/wording.h"

struct arena;
struct job;
struct json_t;

enum { TABLE_PRINT_COLUMNS = 8 };

enum cell_form { AS_TEXT, AS_FLAG, AS_WORDS, IN_JSON_ONLY };

struct table_print_column {
    const char *key;
    enum wording title;
    enum cell_form form;
};

struct table_print_row;

struct table_print {
    const char *name; /* "rules": the array in JSON */
    const struct table_print_column *columns;
    size_t column_count;
    const char *format; /* from here on the sheet's own */
    enum language language;
    struct arena *arena;
    struct table_print_row *first, *last; /* of the group not yet printed */
    struct json_t *json, *array;
};

/* Name and columns have been set; they and all texts are borrowed until
   table_print_close. */
void table_print_open(struct table_print *sheet, const struct job *job);
void table_print_close(struct table_print *sheet);

/* The rows that follow stand under a heading of their own. */
void table_print_group(struct table_print *sheet, const char *heading);

/* One text for each column; a flag is set if its text is not empty. */
void table_print_row(struct table_print *sheet, const char *const *cells);

#endif
