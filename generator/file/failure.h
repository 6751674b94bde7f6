/*
 * What the system refused, in the words of somebody who can mend it.
 */
#ifndef FILE_FAILURE_H
#define FILE_FAILURE_H

#include <stdbool.h>

#include "base/diag.h"

struct folder;

/* Reports that something below the folder failed for the reason that errno
   gave.  Always false. */
bool failure_report(const struct folder *folder, enum rule rule,
                    const char *path, int reason);

#endif
