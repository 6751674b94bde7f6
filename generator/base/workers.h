/*
 * Work that is done in pieces, by as many threads as there are processors.
 *
 * A piece is made on any thread and taken on the caller's, in order, so that
 * what comes out never depends on how many threads there were.  All that
 * writes files, reports or changes what others read belongs into taking.
 * What is being made must keep to its slot: its own memory, which nobody else
 * has until the piece is taken.
 */
#ifndef BASE_WORKERS_H
#define BASE_WORKERS_H

#include <stdbool.h>
#include <stddef.h>

/* How many pieces may be made and not yet taken: slots are below. */
enum { WORKERS_SLOTS = 16 };

struct workers_job {
    /* Makes a piece in its slot; on any thread, with others beside it. */
    void (*make)(void *data, size_t piece, size_t slot);
    /* Takes it.  False: stop, what was made beyond is dropped. */
    bool (*take)(void *data, size_t piece, size_t slot);
    void *data;
    size_t hands; /* threads, the caller's included; 0: one a processor */
};

/* Makes and takes pieces 0, 1, … of so many.  False when a piece was not
   taken; then, too, nothing is still being made.  Threads that cannot be had
   are done without. */
bool workers_run(const struct workers_job *work, size_t pieces);

/* For what ends the program: on a thread of a crew it never returns, and the
   caller of workers_run calls end, which must not return, once it is done with
   the piece in its hands.  Elsewhere it does nothing. */
void workers_give_up(void (*end)(void));

#endif
