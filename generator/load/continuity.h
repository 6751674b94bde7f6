/*
 * What the rows of a ledger tell about each other once it is settled which
 * of them win.
 */
#ifndef LOAD_CONTINUITY_H
#define LOAD_CONTINUITY_H

struct book;

/* Matters closed without a closing day: they count from the month of the
   oldest folder that has them as closed, else from the month they entered. */
void continuity_date_closed(struct book *book, int ledger);

/* Open rows of an older folder that a newer export from the same sender (the
   unit stated above the header, else the row's own) leaves out.  What that
   means is the office's to say (setting returns.<ledger>): record-withdrawn,
   nothing, or unsaid record-missing, one note a file. */
void continuity_find_missing(struct book *book, int ledger);

/* record-similar: accepted rows of two units with the same title and month.
   Folded titles must be equal, so 一期 and 二期 never meet. */
void continuity_find_similar(struct book *book, int ledger);

#endif
