/*
 * What the user asked for, read from the command line by options.def.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"
#include "cli/option_list.h"

struct arena;
struct diag;

/* Texts are borrowed from the command line. */
struct options {
    const char *called;   /* the program, as it was called: "../shiji" */
    enum command command; /* COMMAND_COUNT: none was named */
    bool given[OPTION_COUNT];
    const char *values[OPTION_COUNT]; /* "" for an option without argument */
    const char **operands;
    size_t operand_count;
    enum language language; /* of the site and of reports */
    enum language spoken;   /* of messages */
};

/* False, with a message, if something is unknown or wrongly given; language
   and spoken are set all the same. */
bool options_read(struct arena *arena, char *const *arguments,
                  struct diag *diag, struct options *options);

#endif
