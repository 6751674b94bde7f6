/*
 * Why the system refused something, in the words of somebody who can mend it.
 */
#ifndef BASE_ERRNO_WORDS_H
#define BASE_ERRNO_WORDS_H

#include <stdbool.h>

#include "base/diag.h"

enum { ERRNO_WORDS_BYTES = 160 };

/* For a message: in both languages, what that errno says.  Written into
   buffer. */
struct text errno_words(int number, char buffer[ERRNO_WORDS_BYTES]);

/* Reports that the path breaks the rule for the reason that errno gave.
   Always false. */
bool errno_report(struct diag *diag, enum rule rule, const char *path,
                  int number);

#endif
