/*
 * What can be wrong with a command line, said so that it helps: with the word
 * that was probably meant, or with what a value should be.
 *
 * Each reports a rule and returns false.
 */
#ifndef CLI_USAGE_H
#define CLI_USAGE_H

#include <stdbool.h>

#include "base/language.h"
#include "cli/option_list.h"

struct diag;

/* A word that is no option of the command, or no command. */
bool usage_unknown(struct diag *diag, enum language language,
                   enum command command, const char *word);

/* An option written as given has no value, or not a good one; wanted is its
   argument in options.def, or NULL if it takes none. */
bool usage_value(struct diag *diag, enum language language, const char *option,
                 const char *value, const char *wanted);
bool usage_no_value(struct diag *diag, const char *option, const char *wanted);

/* No command; too few or too many operands of one. */
bool usage_no_command(struct diag *diag);
bool usage_no_operand(struct diag *diag, enum command command);
bool usage_extra_operand(struct diag *diag, enum command command,
                         const char *operand);

#endif
