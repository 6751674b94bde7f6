/*
 * Which rows are the same matter, and which of them wins.
 *
 * Month folders are gone through from the oldest to the newest; files outside
 * month folders are the newest.  A row joins the matter whose newest row it
 * agrees with (load/row_identity.h), the one it agrees with best.
 *
 *   same folder, same content       the later one is a duplicate
 *   same folder, other content      both are set aside
 *   newer folder                    the older row is superseded
 *
 * A row set aside supersedes nothing; a newer folder ends the dispute.  An id
 * that several matters bear was used again: all count, and it is told.  Every
 * step costs a few look-ups a row, however many rows are alike.
 */
#ifndef LOAD_SAME_MATTER_H
#define LOAD_SAME_MATTER_H

struct book;
struct roster;

/* Settles the state of every row of a ledger and links older to newer. */
void same_matter_settle(struct book *book, int ledger,
                        const struct roster *roster);

#endif
