/*
 * The lists officials edit, all optional: settings.csv and targets.csv beside
 * the ledgers, and codes/units.csv, categories.csv, statuses.csv, aliases.csv,
 * replacements.csv.  Each may be any text or workbook that a ledger may be;
 * titles are English or Chinese (input/README.md).
 *
 * Everything here lives in the arena.  Order is the order of the file.
 */
#ifndef INTAKE_CODES_H
#define INTAKE_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"

struct arena;

enum setting {
#define SETTING(name, ...) SETTING_##name,
#include "intake/settings.def"
#undef SETTING
    SETTING_COUNT
};

struct setting_entry {
    const char *key;
    const char *absent;     /* the value when the file does not give one */
    const char *meaning[2]; /* by enum language */
};

extern const struct setting_entry settings[SETTING_COUNT];

/* A dimension of the quantitative evaluation; weights in hundredths of a
   percent add to 10000. */
struct dimension {
    struct text name;
    int32_t weight;
    bool is_example; /* the key was "dimension.…" with the name ending 示例 */
};

/* What a newer export that lacks an older record says of it. */
enum returns {
    RETURNS_UNKNOWN,
    RETURNS_CUMULATIVE, /* every return holds all: it was withdrawn */
    RETURNS_MONTHLY     /* a return holds its month's: nothing */
};

struct returns_entry {
    struct text key;    /* "returns.problems" */
    struct text ledger; /* "problems" */
    enum returns returns;
    struct place place;
};

/* One row of a codes file; which member a column fills is in codes.c. */
struct unit_entry {
    struct text name;
    int32_t order;       /* protocol order; rows without one keep file order */
    struct text aliases; /* as written, split at 、 ， ; and the like */
    struct text english; /* its name on English pages, or empty */
    bool owes_returns;   /* never missing where false */
};

struct category_entry {
    struct text name;
    struct text aliases;
    struct place place; /* of its line, in these five */
};

/* What an office's word means in a column of values: a status where the key is
   blank. */
struct status_entry {
    struct text ledger;
    struct text key;
    struct text word;
    struct text value; /* solved, open … (contract/ledgers), or its word */
    struct place place;
};

struct alias_entry {
    struct text ledger;
    struct text key;
    struct text title;
    struct place place;
};

struct replacement_entry {
    struct text wrong;
    struct text right;
    struct place place;
};

enum target_direction { TARGET_AS_USUAL, TARGET_AT_LEAST, TARGET_AT_MOST };

struct target_entry {
    struct text figure; /* an id of contract/figures, or a label */
    int64_t millionths; /* the target, in millionths */
    struct month month; /* number 0: for every month */
    enum target_direction direction;
    size_t folder; /* in which it was read, the oldest 0 */
    struct place place;
};

struct codes {
    struct text values[SETTING_COUNT];
    struct month year_start; /* number 0: January of the report's year */
    int clock;               /* of the office, in minutes ahead of UTC */
    struct dimension *dimensions;
    size_t dimension_count;
    struct returns_entry *returns;
    size_t returns_count;
    struct unit_entry *units;
    size_t unit_count;
    struct category_entry *categories;
    size_t category_count;
    struct status_entry *statuses;
    size_t status_count;
    struct alias_entry *aliases;
    size_t alias_count;
    struct replacement_entry *replacements;
    size_t replacement_count;
    struct target_entry *targets;
    size_t target_count;
};

/* Reads whatever of them lies in the input folder; folder NULL gives the
   defaults.  False, with messages (exit 2), if a setting is unknown or
   wrong. */
bool codes_read(struct arena *arena, const char *folder, struct diag *diag,
                struct codes *codes);

/* The same of several, the input folder first, then month folders from the
   oldest on: line by line a newer file replaces the older ones'.  year_start
   is the input folder's to say: another one is wrong. */
bool codes_read_folders(struct arena *arena, const char *const *folders,
                        size_t count, struct diag *diag, struct codes *codes);

/* The first month of the campaign year as settings.csv has it, without a
   message; number 0 if it does not say. */
struct month codes_year_start(struct arena *arena, const char *folder);

#endif
