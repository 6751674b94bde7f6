/*
 * Every number that leads to its records leads to exactly so many: what the
 * finished pages link is compared with what they show.
 */
#ifndef GATE_NUMBER_CHECK_H
#define GATE_NUMBER_CHECK_H

struct arena;
struct faults;
struct folder;
struct number_check;
struct page_facts;

/* All lives in the arena but for the tables that number_check_free gives
   back; the folder holds what no look was taken at. */
struct number_check *number_check_new(struct arena *arena,
                                      const struct folder *staging,
                                      struct faults *faults);

/* What a page links and shows. */
void number_check_merge(struct number_check *numbers,
                        const struct page_facts *seen);

/* Compares all that was told. */
void number_check_finish(struct number_check *numbers);

void number_check_free(struct number_check *numbers);

#endif
