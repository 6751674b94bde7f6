/*
 * What is refused before anything is written: a month of which there is
 * nothing to say, or of which too little was read.
 */
#ifndef CLI_GUARDS_H
#define CLI_GUARDS_H

#include <stdbool.h>

struct book;
struct job;

/* False, with a message, if the month is not to be published like this. */
bool guards_pass(struct job *job, const struct book *book);

#endif
