/*
 * A month's site, from reading to publishing; also what watch does again and
 * again.
 */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include <stdbool.h>

struct job;

/* False if nothing was published; why is in the job's diag. */
bool build_site(struct job *job);

#endif
