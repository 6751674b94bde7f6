/*
 * Rules across ledgers: the cadres that evaluations, outcomes and mentoring
 * name must be on the roster, by id or by a name that is one cadre's alone.
 * Without a roster nothing is asked.
 */
#ifndef LOAD_REFERENCES_H
#define LOAD_REFERENCES_H

struct book;
struct roster;

/* Looks at every row of a ledger that names cadres, once the roster is
   settled and before the ledger is; a row whose cadre cannot be told is set
   aside. */
void references_check(struct book *book, int ledger,
                      const struct roster *roster);

/* Compares the total an evaluation states with its scores by weight. */
void references_check_totals(struct book *book);

#endif
