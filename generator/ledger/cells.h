/*
 * What a cell holds: cleaning of texts, and one reader per kind.
 *
 * The forms accepted are those of the data contract (ledgers: "Values").
 * Every reader reports what it normalised or refuses; nothing is replaced
 * silently.  Free text stays as it is but for its edges and invisible
 * characters.
 */
#ifndef LEDGER_CELLS_H
#define LEDGER_CELLS_H

#include <stdbool.h>

#include "base/date.h"
#include "base/text.h"
#include "ledger/schema.h"

struct arena;
struct book;
struct input_file;
struct record;

/* One cell while its row is being read. */
struct cell {
    struct book *book;
    const struct input_file *export;
    const struct record *record;
    const struct column *column;
    uint32_t field;        /* from 1; 0 when the column is absent */
    struct text text;      /* cleaned by cell_clean */
    bool is_ordinary;      /* text_is_ordinary was said of its whole record */
    struct arena *scratch; /* lives as long as the row is being read */
};

/* Trims edges, drops invisible characters, unwraps ="…" in ids, removes the
   space inside a two-hanzi name, blanks what means empty (by kind).  With
   report, says what was done; without, gives the same text silently, which is
   what row_texts shows.  An ordinary cell is returned as it stands, uncopied:
   this runs on every cell of a million rows. */
struct text cell_clean(const struct cell *cell, struct text raw, bool report);

/* The column's place in its ledger, and whether it has that key. */
size_t cell_column(const struct cell *cell);
bool cell_is_key(const struct cell *cell, const char *key);

/* The title of its column as it stands in the file, else as we write it. */
struct text cell_title(const struct cell *cell);

/* Of a cleaned id, as the identity of its row. */
uint64_t id_hash(struct text id);

/* Fills the cell's member of the row.  False, with a message, when the row
   must be set aside.  An empty cell fills nothing; that a required one is
   empty is reported here too. */
bool cell_fill(const struct cell *cell, struct row *row);

/* Warns when the day a row entered or was closed (the cell's text) lies
   outside the campaign year, and marks the row when it did not enter in it.
   cell_fill does so when the year is known. */
void cell_check_event(const struct cell *cell, struct row *row);

/* Tells which scores of an evaluation row are no number from 0 to 100; they
   count as blank.  The cell gives book, export, record and scratch. */
void cells_check_scores(const struct cell *cell);

/* The score in a cell as it stands in the file; not given if there is none
   from 0 to 100. */
struct number score_read(struct text raw, struct arena *scratch);

/* Reports about the cell: its place, title and text, with details. */
bool cell_report(const struct cell *cell, enum rule rule, struct text detail1,
                 struct text detail2);

/* The same of a cell that cannot be read: an error where it is required, else
   a warning that it counts as blank. */
bool cell_refuse(const struct cell *cell, enum rule rule, struct text detail1,
                 struct text detail2);

/* The readers, for whoever has a text and no row (notes above a header,
   settings, targets). */
enum date_form {
    DATE_PLAIN,
    DATE_NO_YEAR,     /* the campaign year was put in */
    DATE_SHORT_MONTH, /* 2025.1 */
    DATE_IS_SERIAL,   /* a spreadsheet serial */
    DATE_CONVERTED,   /* its time was of another zone than the office's */
    DATE_AMBIGUOUS,   /* day and month order; nothing read */
    DATE_NONE         /* not a date; nothing read */
};
enum date_form date_read(struct text text, int campaign_year,
                         struct arena *scratch, struct date *date);

/* What an office leaves unsaid: the year, and the clock it goes by, in minutes
   ahead of UTC.  date_read goes by UTC. */
struct date_usage {
    int year;
    int clock;
};
enum date_form date_read_clock(struct text text, struct date_usage usage,
                               struct arena *scratch, struct date *date);

/* 0000-00-00, 1900/1/0 and the like: how programs write that there is no
   day. */
bool date_is_zero(struct text text);

/* What a deadline says in words. */
enum deadline {
    DEADLINE_NONE,       /* nothing that can be read */
    DEADLINE_DAY,        /* 10月31日前, 10月底, 年底前: the last day */
    DEADLINE_WITHOUT_DAY /* 立行立改, 长期坚持, 7个工作日 */
};
/* A day without a year lies in the twelve months from start on. */
enum deadline deadline_read(struct text text, struct month start,
                            struct arena *scratch, struct date *date);

/* The most frequent forms by far, 2025-10-31, 2025/10/3 and 2025年10月3日, which
   are DATE_PLAIN. */
bool date_read_plain(struct text text, struct date *date);

enum number_form {
    NUMBER_PLAIN,
    NUMBER_BRACKETS,  /* (5): refused */
    NUMBER_EXCESSIVE, /* more than can be held: refused */
    NUMBER_NONE       /* not a number: refused */
};

/* A number as written, and the unit behind it: 1.2亿元 is 1.2 with the unit
   100,000,000 and the counter 元; without 万, 亿 or 元 the unit is 0. */
struct amount {
    int64_t millionths;
    int64_t unit;
    struct text counter;
};

/* Plain, with thousands separators, full-width, with a currency sign, with a
   counter behind it (2次, 35人次). */
enum number_form number_read(struct text text, struct arena *scratch,
                             struct amount *amount);

/* Of 万元, 亿元, 项 as they stand alone; the unit is at least 1. */
struct amount unit_read(struct text unit, struct arena *scratch);

/* The unit that a number states: 万元 of 800万元. */
struct text unit_written(struct text number, struct arena *scratch);

/* value × from ÷ to, one of which divides the other; half away from zero where
   decimals do not suffice.  False if it is more than can be held. */
bool number_rescale(int64_t value, int64_t from, int64_t to, int64_t *rescaled);

/* A title, choice word, unit or person in the form in which it is compared:
   NFKC, radical look-alikes folded, all spaces removed. */
struct text folded(struct arena *arena, struct text text);

/* Folded, and without punctuation: titles are the same in whatever marks they
   are written.  What stands between two digits stays, 1.5 is not 15. */
struct text folded_words(struct arena *arena, struct text text);

/* A name as we write it when no list of the office does: radicals folded,
   full-width letters and digits made plain, spaces beside hanzi removed. */
struct text tidied(struct arena *arena, struct text text);

/* An exact decimal in as few digits as it takes: "12005000", "0.5". */
struct text number_text(struct arena *arena, int64_t millionths);

/* Folded for titles of columns: also without numbers before it, marks (* ★ ▼
   ' ="…" <br> _x000D_), （必填）, bracketed units, explanations and legends and
   a trailing colon; 【问题名称】 is 问题名称. */
struct text folded_title(struct arena *arena, struct text title);

#endif
