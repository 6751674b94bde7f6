/*
 * What goes wrong with files: what the system refused, in the words of
 * somebody who can mend it, and what the gates and the verifier find.
 */
#ifndef FILE_FAULT_H
#define FILE_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/text.h"

struct folder;

/* Reports that something below the folder failed for the reason that errno
   gave.  Always false. */
bool failure_report(const struct folder *folder, enum rule rule,
                    const char *path, int reason);

enum { FAULT_LONGEST = 512 }; /* of a detail; what is more is left out */

/* Under which path findings are reported, which is borrowed as long as the
   diag lives, and how many there were. */
struct faults {
    const char *path;
    struct diag *diag;
    size_t count;
};

/* Reports "file: detail" as breaking the rule. */
void fault_report(struct faults *faults, enum rule rule, const char *file,
                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
