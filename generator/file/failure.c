#include "file/failure.h"

#include <limits.h>
#include <stdio.h>

#include "base/errno_words.h"
#include "file/folder.h"

bool
failure_report(const struct folder *folder, enum rule rule, const char *path,
               int reason)
{
    char detail[PATH_MAX], words[ERRNO_WORDS_BYTES];

    snprintf(detail, sizeof(detail), "%s%s%s", path,
             path[0] != '\0' ? ": " : "", errno_words(reason, words).bytes);
    return diag_report(folder->diag, rule,
                       &(struct finding){.place = {.path = folder->path},
                                         .detail = {text_of(detail)}});
}
