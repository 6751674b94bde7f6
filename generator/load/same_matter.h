/*
 * Which rows are the same matter, and which of them wins.
 *
 * A row's identity is its id, or where it has none the columns that tell such
 * records apart (title, unit and day for most).  Months are settled from the
 * newest folder to the oldest; files outside month folders are the newest.
 *
 *   same folder, same content       the later one is a duplicate
 *   same folder, other content      both are set aside
 *   newer folder                    the older row is superseded
 *
 * A row set aside supersedes nothing.  Hashes only find candidates: what is
 * the same is decided on the texts, which are read again.  Every step costs
 * one look-up a row, however many rows are alike.
 */
#ifndef LOAD_SAME_MATTER_H
#define LOAD_SAME_MATTER_H

#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct book;
struct row_reading;

/* Of the row being read. */
uint64_t same_matter_hash(const struct row_reading *at);

/* Of the title and the month a row entered; 0 when the ledger has no such
   columns. */
uint32_t same_matter_likeness(const struct row_reading *at);

/* Settles the state of every row of a ledger and links older to newer. */
void same_matter_settle(struct book *book, int ledger);

#endif
