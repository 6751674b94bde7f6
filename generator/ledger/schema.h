/*
 * How a ledger describes itself.
 *
 * A ledger is a struct for one row, holding only what figures are computed
 * from (dates, codes, numbers), and a table of all its columns.  The kind of
 * a cell is the C type of the member it fills, so table and struct cannot
 * disagree.  Texts fill no member: they stay in the file and are read again
 * when a page needs them (ledger/book.h), which keeps a row near 40 bytes.
 *
 *     static const struct column problem_columns[] = {
 *         COLUMN(struct problem, raised_on, "提出时间",
 *                .english = "Raised on", .required = true),
 *         COLUMN_TEXT(measure, "解决措施", .english = "Measure"),
 *     };
 *
 * What else a column may be called stands in ledger/titles.def.
 */
#ifndef LEDGER_SCHEMA_H
#define LEDGER_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/diag.h"
#include "base/text.h"

struct book;

/* Cells that fill members.  Zeroed memory means: not given. */
struct id {
    bool given;
};

/* The lead unit: an index into book->units plus 1; 0 means none given. */
struct unit {
    uint32_t code;
};

/* An open list of values: an index into book->categories plus 1. */
struct category {
    uint32_t code;
};

/* A closed list of values: an enum of the ledger, from 1. */
struct choice {
    uint8_t value;
};

struct yes_no {
    int8_t value; /* 1 yes, -1 no, 0 not given */
};

/* An exact decimal. */
struct number {
    int64_t millionths;
    bool given;
};

/* An amount of money in 万元, as an exact decimal. */
struct money {
    struct number wan;
};

enum kind {
    KIND_TEXT,    /* free text; stays in the file */
    KIND_PERSONS, /* names; stays in the file; personal */
    KIND_UNITS,   /* further units; stays in the file */
    KIND_ID,
    KIND_DATE,
    KIND_MONTH,
    KIND_UNIT,
    KIND_CATEGORY,
    KIND_CHOICE,
    KIND_YES_NO,
    KIND_NUMBER,
    KIND_MONEY,
};

/* clang-format off */
#define KIND_OF(member)              \
    _Generic((member),               \
        struct id: KIND_ID,          \
        struct date: KIND_DATE,      \
        struct month: KIND_MONTH,    \
        struct unit: KIND_UNIT,      \
        struct category: KIND_CATEGORY, \
        struct choice: KIND_CHOICE,  \
        struct yes_no: KIND_YES_NO,  \
        struct number: KIND_NUMBER,  \
        struct money: KIND_MONEY)
/* clang-format on */

/* The words that stand for one value of a choice: the first is how we write
   it, the others (separated by blanks) are accepted too. */
struct choice_words {
    uint8_t value;
    const char *key;   /* "solved", in codes/statuses.csv and JSON */
    const char *words; /* "已办结 办结 已解决 …" */
    const char *english;
};

struct column {
    const char *key;     /* "raised_on": the member, and an accepted title */
    const char *title;   /* "提出时间": what officials write */
    const char *english; /* "Raised on" */
    enum kind kind;
    size_t offset; /* of the member; unused when the text stays in the file */
    bool is_stored;
    bool required;
    bool personal;
    bool withheld; /* personal, and in public not even masked */
    /* What a blank means in a required column: the row is set aside, unless
       blank_is_warned (the unit: cell_fill warns and the member stays 0) or
       blank_is_settled (a status: cell_fill keeps silent, the rule of the
       row infers it from the closing day or reports cell-missing). */
    bool blank_is_warned;
    bool blank_is_settled;
    bool is_count; /* a number: whole, not negative */
    /* Of a number: the column in which the row states its unit.  Of that: the
       one whose number tells it where it is blank. */
    const char *unit_key;
    const char *unit_of;
    bool is_due; /* a day that may be named in words: 10月底前 */
    bool is_told_at_closing; /* not known before the record closed */
    /* For choices: words, ended by one without words; for categories the
       usual values in the same form. */
    const struct choice_words *words;
};

#define COLUMN(row, member, title_, ...)                                      \
    {                                                                         \
        .key = #member, .title = title_, .kind = KIND_OF(((row *)0)->member), \
        .offset = offsetof(row, member), .is_stored = true, __VA_ARGS__       \
    }

/* .kind = KIND_PERSONS or KIND_UNITS may follow; default KIND_TEXT.  At least
   .english follows in either. */
#define COLUMN_TEXT(key_, title_, ...)             \
    {                                              \
        .key = #key_, .title = title_, __VA_ARGS__ \
    }

enum row_state {
    ROW_ACCEPTED,
    ROW_DUPLICATE,  /* the same row stands elsewhere in the same folder */
    ROW_SUPERSEDED, /* a newer folder has another version */
    ROW_REJECTED,   /* set aside after it was read: a conflict */
};

enum row_flag {
    ROW_OUTSIDE = 1,        /* its date lies outside the campaign year */
    ROW_CLOSED_ASSUMED = 2, /* the closing date is the folder's month */
    ROW_MISSING_LATER = 4,  /* not in a newer export of its unit */
    ROW_DISPUTED = 8,       /* its newer version was set aside */
    ROW_SHARED = 16,        /* names further units than the one that leads */
    ROW_WITHDRAWN = 32      /* open, and not in the unit's newer full list */
};

/* Every row struct begins with this.  There may be millions, so nothing stands
   here that can be found again (its line: ledger/book.h). */
struct row {
    uint32_t offset; /* of its record in the export's content */
    uint32_t number; /* spreadsheet row */
    uint32_t newer;  /* index plus 1 of the row that superseded it, or 0 */
    uint32_t file_index : 24; /* more files than any folder holds */
    uint32_t state : 2;       /* enum row_state */
    uint32_t flags : 6;       /* enum row_flag */
};

/* What a rule across cells may look at. */
struct row_check {
    struct book *book;
    const struct ledger_type *type;
    struct row *row;
    const struct text *cells; /* cleaned, by column */
    struct diag *diag;
    struct place place; /* of the row; see row_check_place */
};

/* What a record that entered in the year before the campaign year is. */
enum older {
    OLDER_IS_ODD,     /* it does not count, and its day is doubted */
    OLDER_IS_CARRIED, /* over, if it was not done by then */
    OLDER_STANDS      /* until a newer one takes its place */
};

struct ledger_type {
    const char *name;    /* "problems" */
    const char *title;   /* "问题台账" */
    const char *english; /* "Problems" */
    const char *hints;   /* words in file names, between blanks */
    size_t row_size;
    const struct column *columns;
    size_t column_count;
    /* Members that carry a meaning common to ledgers: key of the column that
       names the record, of the day (or month) it entered, of the day work on
       it began, of its closing day, of its lead unit and of its status; NULL
       when the ledger has none. */
    const char *name_key;
    const char *entered_key;
    const char *begun_key;
    const char *closed_key;
    const char *unit_key;
    const char *status_key;
    /* Of the choice that decides which figure counts the record, and of the
       number it adds to that figure; NULL: any record counts, as one. */
    const char *counted_by_key;
    const char *amount_key;
    /* Keys, between blanks, of the columns that tell records apart, of one in
       which a blank is any value, and a further condition; NULL: the id, or
       name, unit and day of entry. */
    const char *identity_keys;
    const char *loose_key;
    bool (*is_same)(const struct row *a, const struct row *b);
    enum older older;
    uint8_t closed_status;   /* the choice that needs a closing day */
    uint8_t given_up_status; /* the choice that ends a record without it */
    bool is_internal;        /* never in the public edition, row by row */
    /* Rules that look at more than one cell; false: already reported, the
       row is set aside.  May be NULL. */
    bool (*check)(const struct row_check *check);
};

/* Index of the column with that key, or -1. */
int column_index(const struct ledger_type *type, const char *key);

/* By key or title, as an office writes it; -1 if it is the name of none. */
int column_of_name(const struct ledger_type *type, struct text name);

/* Index of the first stored column of that kind, or -1. */
int column_of_kind(const struct ledger_type *type, enum kind kind);

/* The stored member, as its struct; the column is of that kind. */
const struct id *row_id(const struct column *column, const struct row *row);
const struct date *row_date(const struct column *column, const struct row *row);
const struct month *row_month(const struct column *column,
                              const struct row *row);
const struct unit *row_unit(const struct column *column, const struct row *row);
const struct category *row_category(const struct column *column,
                                    const struct row *row);
const struct choice *row_choice(const struct column *column,
                                const struct row *row);
const struct yes_no *row_yes_no(const struct column *column,
                                const struct row *row);
const struct number *row_number(const struct column *column,
                                const struct row *row);
const struct money *row_money(const struct column *column,
                              const struct row *row);

/* How we call a ledger and a column of it. */
struct text ledger_title(const struct ledger_type *type,
                         enum language language);
struct text column_title(const struct column *column, enum language language);

/* That of the day on which its records enter, "签约时间": the ledger has an
   entered_key. */
struct text entered_title(const struct ledger_type *type,
                          enum language language);

/* How we write a value of a choice: its first word, or its English. */
struct text choice_word(const struct choice_words *words, uint8_t value,
                        enum language language);

/* Its key, "solved"; NULL for what is none of their values, a blank too. */
const char *choice_key(const struct choice_words *words, uint8_t value);

/* The value named by its key or one of its words, or 0. */
uint8_t choice_of_name(const struct choice_words *words, struct text name);

/* The next of several words separated by blanks, *rest moving on behind it;
   false at the end.  Made for titles and choice words. */
bool word_next(const char **rest, struct text *word);

#endif
