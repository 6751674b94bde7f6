/*
 * The commands and options there are, as options.def lists them.
 */
#ifndef CLI_OPTION_LIST_H
#define CLI_OPTION_LIST_H

#include <stddef.h>

#include "base/language.h"

/* Of an option that every command takes. */
#define EVERYWHERE (~0u)

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

/* The command of that name, or COMMAND_COUNT. */
enum command command_of_name(const char *name);

#endif
