/*
 * The first half of build, check and watch: folder or files → book.
 */
#ifndef CLI_READ_INPUT_H
#define CLI_READ_INPUT_H

#include <stdbool.h>

#include "intake/codes.h"
#include "intake/source.h"

struct book;
struct job;
struct narrative;
struct year;

struct reading {
    struct codes codes;
    struct source_list sources;
    struct book *book;
    struct book *later;      /* the book's, or NULL */
    struct diag *later_diag; /* what is said of that is for its own month */
    const struct year *year; /* of the book's month; NULL until asked for */
    const struct narrative *lead; /* the hand-written paragraph, or NULL */
    bool is_accounted; /* every file was looked at, if not each could be read */
};

/* Only which files there are and what the office says in its settings and
   codes up to the month (number 0: the newest folder's).  False, with
   messages, if one is missing or wrong. */
bool read_input_find(struct job *job, struct reading *reading,
                     struct month month);

/* Reads the input folder, or the files named as operands.  False, with
   messages, if the input is missing, the settings are wrong or the system
   fails; read_input_close in any case. */
bool read_input_open(struct job *job, struct reading *reading);
void read_input_close(struct reading *reading);

/* The book in figures, as of its month; made when first asked for. */
const struct year *read_input_year(struct job *job, struct reading *reading);

#endif
