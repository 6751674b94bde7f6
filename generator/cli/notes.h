/*
 * check --notes: a page for every file that was received, fit to be sent back.
 */
#ifndef CLI_NOTES_H
#define CLI_NOTES_H

#include <stdbool.h>

struct book;
struct job;

/* Writes DIR/2025-10/problems.csv.html and .txt for every file of the book.
   False, with a message; nothing is written where ledgers lie below DIR. */
bool notes_write(struct job *job, const struct book *book, const char *folder);

#endif
