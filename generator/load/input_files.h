/*
 * What was received → the files of the book: a text is one, a workbook one for
 * each sheet that may hold a ledger.
 */
#ifndef LOAD_INPUT_FILES_H
#define LOAD_INPUT_FILES_H

struct book;
struct source;
struct titles;

/* Reads and decodes the source, which is then the book's, and adds it behind
   the book's files; is_open says of each whether its records can be read, if
   not there is a message.  Sheets without a header are noted and left out,
   unless no sheet has one. */
void input_files_add(struct book *book, struct source *source,
                     const struct titles *titles);

#endif
