#include "file/fault.h"

#include <stdarg.h>
#include <stdio.h>

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
