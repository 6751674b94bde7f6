/*
 * All that was read: the exports, their rows by ledger, and the books that
 * must balance: read = accepted + rejected + duplicate + superseded.
 */
#ifndef LEDGER_BOOK_H
#define LEDGER_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/text.h"
#include "intake/codes.h"
#include "intake/source.h"
#include "ledger/characters.h"
#include "ledger/ledgers.h"
#include "ledger/names_mentioned.h"
#include "ledger/set_aside.h"

struct arena;
struct diag;
struct person_cells;
struct intern;
struct vocabulary;

struct row_counts {
    size_t files;
    size_t read;
    size_t accepted;
    size_t rejected;
    size_t duplicate;
    size_t superseded;
    size_t skipped;
};

enum skip_reason {
    SKIP_NOT,
#define SKIP_REASON(name, id) SKIP_##name,
#include "ledger/skip_reasons.def"
#undef SKIP_REASON
    SKIP_REASONS
};

extern const char *const skip_reason_ids[SKIP_REASONS];

/* Records that are no rows, one or several behind each other, and why. */
struct skipped {
    uint32_t line, to; /* where the first and the last begin */
    uint32_t read;     /* rows read of the file before */
    enum skip_reason reason;
};

/* From a spreadsheet row on, lines run ahead of rows by so many, for records
   above have several. */
struct ahead {
    uint32_t number;
    uint32_t lines;
};

/* A title row as it stands, so that it is known when it comes again. */
struct heading {
    struct text *cells;
    size_t count;
    size_t first; /* index of the first cell that is not blank */
};

/* A column of a matrix of ticks, and the status it stands for. */
struct tick {
    uint32_t field;
    uint8_t value;
};

/* Units by their code, some more than once. */
struct unit_codes {
    uint32_t *codes;
    size_t count, room;
};

/* One file, or one sheet of a workbook. */
struct input_file {
    struct source source;
    bool is_open; /* its content can be read */
    int ledger;   /* enum ledger_id, or -1: the file is set aside whole */
    int meant;    /* then: that of its header, or -1 */
    size_t first_row, row_count; /* those of the ledger's that are its */
    char delimiter;
    uint32_t header_line, header_row;
    size_t cells; /* of the header */
    /* By column of the ledger: the field (from 1) that holds it, or 0. */
    uint32_t *field_of;
    /* The titles as they stand in the file, legends and all: by field, the
       first at 0, and by column; empty when absent. */
    struct text *titles;
    struct text *title_of;
    /* Fields of further text, shown beneath the record (row_further). */
    uint32_t *further;
    size_t further_count;
    /* Fields without title in which no content has been met yet. */
    uint32_t *untitled;
    size_t untitled_count;
    /* By dimension of the evaluations: the field, or 0. */
    uint32_t *dimension_field;
    struct tick *ticks; /* when the status is a matrix of ticks */
    size_t tick_count;
    struct heading headings[3]; /* one, or more from merged cells */
    size_t heading_count;
    struct row_counts rows; /* files is 0 or 1 */
    struct skipped *skipped;
    size_t skipped_count, skipped_room;
    struct unit_codes nil_units;   /* whose nil return stands among the rows */
    struct unit_codes aside_units; /* of rows set aside as they were read */
    struct ahead *ahead;           /* in the order of rows */
    size_t ahead_count, ahead_room;
    struct names_mentioned
        mentions;     /* where names stand, also when it is set aside */
    struct text unit; /* 填报单位 above the header, or empty; also when the
                           file is set aside */
    uint32_t unit_code; /* the same as in struct unit, or 0 */
    struct date as_of;  /* 截至 or 填报时间 above the header, or none */
};

struct ledger {
    const struct ledger_type *type;
    char *rows; /* count × type->row_size, in the order read */
    size_t count, room;
    /* By row, hashes of its id (0: none; or of the columns that tell such
       records apart) and of its title; and rows that are not here: all until
       they are settled. */
    uint64_t *identity;
    uint32_t *title;
    struct set_aside refused;
    size_t assumed; /* rows with ROW_CLOSED_ASSUMED */
    size_t accepted;
    bool is_present; /* at least one export of it was accepted */
};

/* The codes of a column whose meaning is not known, when last looked for. */
struct codes_found {
    const struct input_file *file;
    const struct column *column;
    struct text list;
};

struct book {
    struct arena *arena;
    const struct codes *codes;
    struct diag *diag;
    struct month month;      /* the report month */
    struct month year_start; /* first month of the campaign year */
    enum encoding stated;    /* --encoding, or ENCODING_UNKNOWN */
    struct input_file *files;
    size_t file_count, file_room;
    struct ledger ledgers[LEDGER_COUNT];
    struct intern *units; /* canonical; intern_text(units, code) */
    struct intern *categories;
    struct vocabulary
        *words; /* ledger/vocabulary.h; NULL until vocabulary_of asks */
    /* All folders, of which this book leaves those after its month alone: who
       is named in them is not to be named in its month either.  NULL: there are
       none. */
    const struct book *later;
    struct person_cells *persons; /* load/person_cells.h, while rows are read */
    struct row_counts rows;
    size_t read_again;          /* rows, by book_let_go */
    volatile size_t read_bytes; /* so far, for who watches from outside */
    /* A cell could not be read for certain because no month was known yet:
       reading once more, with the month found, settles it. */
    bool month_wanted;
    struct codes_found codes_found;
};

/* Texts numbered from 1 in the order first met; the same text always gets
   the same number. */
struct intern *intern_new(struct arena *arena);
uint32_t intern_code(struct intern *names, struct text text);
/* The same without giving a new number: 0 when the text was never met. */
uint32_t intern_find(const struct intern *names, struct text text);
struct text intern_text(const struct intern *names, uint32_t code);
size_t intern_count(const struct intern *names);

/* Reads every source, in order, and settles which row wins.  Exports in month
   folders after the month are left alone (month number 0: none is; the month
   is then set to the newest month folder, else to the month of the newest
   event).  Data faults are reported and counted; false only when the system
   fails or a setting is wrong.  sources, codes and diag are borrowed for the
   book's life. */
bool book_read(struct book *book, struct source_list *sources);

/* "title": what settings.csv calls the setting. */
const char *book_setting_key(enum setting setting);

struct book *book_new(struct arena *arena, const struct codes *codes,
                      struct diag *diag);
void book_free(struct book *book);

/* Whether the files are still what was read.  False, with a message. */
bool book_is_unchanged(const struct book *book);

/* The last month of the campaign year, twelve months long, or as long as the
   report month needs it; and whether the month lies in that year. */
struct month book_last_month(const struct book *book);
bool book_holds(const struct book *book, struct month month);

/* Gives back what only settling needs. */
void ledger_forget_hashes(struct ledger *ledger);

struct row *ledger_row(const struct ledger *ledger, size_t index);

/* Whether the row counts in figures: accepted, inside the campaign year, not
   withdrawn. */
bool row_counts_in(const struct row *row);

/* The cleaned texts of a row by column of its ledger: edges trimmed,
   invisible characters gone, dates and other typed cells as written.  Typed
   values are better taken from the row.  cells has type->column_count
   places; memory is the arena's. */
void row_texts(const struct book *book, int ledger, const struct row *row,
               struct arena *arena, struct text *cells);

/* What else a row says: the cells of columns that have no key but are kept
   (问题描述 beside 问题标题), each with its title, in the order of the file,
   blank ones left out.  They are free text: shown beneath the record, and
   searched for names like all text.  How many; from the arena. */
struct further_text {
    struct text title; /* as it stands in the file */
    struct text text;  /* cleaned */
};
size_t row_further(const struct book *book, const struct row *row,
                   struct arena *arena, struct further_text **texts);

/* One row's text by key; empty if the column is absent. */
struct text row_text(const struct book *book, int ledger, const struct row *row,
                     const char *key, struct arena *arena);

/* The row's text as we would write it in a table or CSV: dates in ISO form,
   choices by their first word, units by canonical name, money in 万元. */
struct text row_shown(const struct book *book, const struct row *row,
                      size_t column, const struct text *texts,
                      struct arena *arena);

/* Whether no value was found in the row's cell of a column that has values:
   what stands there is for the internal edition only. */
bool row_is_unread(const struct book *book, const struct row *row,
                   size_t column);

/* The scores of an evaluation row, by dimension of the settings. */
void row_scores(const struct book *book, const struct row *row,
                struct arena *arena, struct number *scores);

/* Says that a row has been read again while rows were settled: what that
   brought back of a large file leaves memory now and then. */
void book_let_go(struct book *book, const struct row *row);

/* How many bytes of UTF-8 a part of an export's content is. */
size_t input_file_length(const struct input_file *export, struct text part);

/* The physical line where the row's record begins. */
uint32_t row_line(const struct book *book, const struct row *row);

/* Where the row stands, for a message or a cross-reference. */
struct place row_place(const struct book *book, const struct row *row);

/* Where its cell of a column stands: in a record over several lines that may
   be a line below.  The row itself when the file has no such column. */
struct place row_cell_place(const struct book *book, const struct row *row,
                            size_t column);

#endif
