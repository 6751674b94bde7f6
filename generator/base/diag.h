/*
 * What a command has to say about its input and its surroundings.
 *
 *     input/problems.csv:17:5: error: E15 办结时间 "2025-13-01":
 *     不是有效日期 [date-invalid]; 请改为 …
 *
 * Wordings, severities and ids stand in rules.def and nowhere else; a
 * finding adds the particulars.  Findings are kept, sorted by file and line,
 * and printed in either language at the end.  A function that returns false
 * has already reported why, so callers pass the false on and stay silent.
 *
 * Lines count from 1 in the file as received.  Fields count from 1.  Rows
 * count as a spreadsheet numbers them (blank lines included, lines inside a
 * quoted cell not), which gives the cell's name: field 5 of row 15 is E15.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/language.h"
#include "base/text.h"

struct arena;

enum severity { NOTE, WARNING, ERROR, USAGE, SYSTEM, REFUSED };

enum rule {
#define RULE(name, ...) RULE_##name,
#include "base/rules.def"
#undef RULE
    RULE_COUNT
};

struct rule_words {
    const char *wording;
    const char *advice;
};

/* One line of rules.def. */
struct rule_entry {
    const char *id;
    enum severity severity;
    struct rule_words words[LANGUAGE_COUNT];
};

extern const struct rule_entry rules[RULE_COUNT];

/* A spot in a file.  line 0 means the file as a whole, field 0 the whole row,
   which messages point at by its first cell.  The path is borrowed and lives as
   long as the diag. */
struct place {
    const char *path;
    uint32_t line;
    uint32_t field;
    uint32_t row;
};

/* The particulars of one message.  Texts are lent for the call.  Each detail
   replaces %1, %2 or %3 in the rule's wording and advice. */
enum { DETAILS = 3 };
struct finding {
    struct place place;
    struct text title;
    struct text value;
    struct text detail[DETAILS];
};

/* Words inside a detail that the reader gets in one language only. */
#define BOTH(zh, en) "\x1e" zh "\x1f" en "\x1d"

struct message {
    enum rule rule;
    struct finding finding; /* texts owned by the diag */
    size_t order;           /* of reporting; breaks ties in sorting */
    size_t more;            /* so many like it, same rule and file, unkept */
};

struct diag;

struct diag *diag_new(void);
void diag_free(struct diag *diag);

/* Forgets everything reported so far, for a second and better informed
   attempt. */
void diag_reset(struct diag *diag);

/* Keeps every message instead of the first 1000 of a rule in a file. */
void diag_keep_all(struct diag *diag);

/* Reports that a rule is broken.  Always returns false, so that a caller can
   say: return diag_report(…). */
bool diag_report(struct diag *diag, enum rule rule,
                 const struct finding *finding);

/* How many findings of one severity so far, kept or not. */
size_t diag_count(const struct diag *diag, enum severity severity);

/* How many findings of one rule so far, kept or not. */
size_t diag_count_rule(const struct diag *diag, enum rule rule);

/* The status to exit with (contract/cli): 0 without errors, 1 if something
   was set aside, 2 to 4 for usage, system, refusal: the highest found, but a
   system failure (3) wins over a refusal. */
int diag_exit_status(const struct diag *diag);

/* Sorted by path, line, field, then order of reporting.  Borrowed; valid
   until the next report. */
const struct message *diag_messages(struct diag *diag, size_t *count);

/* Without line breaks, control characters and those that reverse the direction
   of writing, which would let a cell change what the reader sees. */
struct text message_tame(struct arena *arena, struct text text);

/* "note", "warning" or "error". */
const char *severity_name(enum severity severity);

/* "E15", or "" when the place names no cell. */
struct text place_cell(struct arena *arena, struct place place);

/* The cell, else the row, "第15行"; "" of a whole file. */
struct text place_within(struct arena *arena, struct place place,
                         enum language language);

/* The rule's wording or advice with its details filled in. */
struct text message_wording(struct arena *arena, const struct message *message,
                            enum language language);
struct text message_advice(struct arena *arena, const struct message *message,
                           enum language language);

/* The same without what they quote of the input, for public files. */
struct text message_public_wording(struct arena *arena,
                                   const struct message *message,
                                   enum language language);
struct text message_public_advice(struct arena *arena,
                                  const struct message *message,
                                  enum language language);

/* One line each, at most most_per_rule of a rule in a file, then a count.
   Control characters in values are shown as \xNN, so that no cell can steer a
   terminal. */
void diag_print(struct diag *diag, FILE *stream, enum language language,
                size_t most_per_rule);

/* The same, leaving out what is less than least, with colour for a terminal
   if wanted. */
struct diag_look {
    enum language language;
    size_t most_per_rule;
    enum severity least;
    bool is_coloured;
};

void diag_print_as(struct diag *diag, FILE *stream,
                   const struct diag_look *look);

#endif
