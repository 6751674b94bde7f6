/*
 * The books of what was read: "shiji-check/1" of contract/cli, for
 * `check --format json` and for data/quality.json.
 */
#ifndef VIEW_ACCOUNT_H
#define VIEW_ACCOUNT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/language.h"
#include "base/text.h"

struct arena;
struct book;
struct json_t;
struct redact;
struct report;
struct row_counts;

/* With privacy, every text from the input is projected to its edition; NULL
   leaves all as it is.  The caller frees it. */
struct json_t *account_json(const struct book *book, struct diag *diag,
                            enum language language,
                            const struct redact *privacy);

/* The same for data/quality.json: projected, paths from the input folder. */
struct json_t *account_of_report(const struct report *report);

/* Whether a site keeps silent on the rule: a bag keeps neither links nor names
   in GB18030, and must give the same bytes. */
bool account_is_silent_on(enum rule rule);

/* What the report's site says of a message: in public it quotes nothing. */
struct account_message {
    struct text title, value, text, advice;
};

struct account_message account_message(const struct report *report,
                                       const struct message *message,
                                       struct arena *arena);

/* A path as the report's site shows it. */
struct text account_text(const struct report *report, struct text text,
                         struct arena *arena);

/* {"files": 0, "read": 0, …} */
struct json_t *account_rows(const struct row_counts *rows);

/* How many files could not be read at all. */
size_t account_unread(const struct book *book);

/* read − accepted − rejected − duplicate − superseded: 0, or we are wrong. */
long account_balance(const struct row_counts *rows);

#endif
