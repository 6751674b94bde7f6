/*
 * What the user asked for, read from the command line by options.def.
 */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"

struct arena;
struct diag;

enum command {
#define COMMAND(name, ...) COMMAND_##name,
#define OPTION(...)
#include "cli/options.def"
#undef COMMAND
#undef OPTION
    COMMAND_COUNT
};

enum option {
#define COMMAND(...)
#define OPTION(name, ...) OPTION_##name,
#include "cli/options.def"
#undef COMMAND
#undef OPTION
    OPTION_COUNT
};

struct command_entry {
    const char *name;
    const char *operands; /* "[FILE…]" */
    size_t fewest, most;
    const char *meaning[LANGUAGE_COUNT];
};

struct option_entry {
    char letter; /* 0: has none */
    const char *name;
    const char *argument; /* NULL: takes none */
    const char *absent;   /* the value when it is not given, or NULL */
    unsigned commands;    /* bit 1 << COMMAND_x for each that takes it */
    const char *meaning[LANGUAGE_COUNT];
};

extern const struct command_entry commands[COMMAND_COUNT];
extern const struct option_entry options_known[OPTION_COUNT];

/* Texts are borrowed from the command line. */
struct options {
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

/* The command of that name, or COMMAND_COUNT. */
enum command command_of_name(const char *name);

#endif
