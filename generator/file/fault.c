#include "file/fault.h"

#include <limits.h>
#include <stdarg.h>
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

void
fault_report(struct faults *faults, enum rule rule, const char *file,
             const char *format, ...)
{
    char detail[FAULT_LONGEST], whole[2 * FAULT_LONGEST];
    va_list values;

    va_start(values, format);
    vsnprintf(detail, sizeof(detail), format, values);
    va_end(values);
    snprintf(whole, sizeof(whole), "%s: %s", file, detail);
    faults->count++;
    diag_report(faults->diag, rule,
                &(struct finding){.place = {.path = faults->path},
                                  .detail = {text_of(whole)}});
}
