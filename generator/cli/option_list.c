#include "cli/option_list.h"

#include <string.h>

#define MANY             ((size_t)-1)
#define IN(command_name) (1u << COMMAND_##command_name)

const struct command_entry commands[COMMAND_COUNT] = {
#define COMMAND(name, operands, fewest, most, zh, en) \
    [COMMAND_##name] = {#name, operands, fewest, most, {zh, en}},
#define OPTION(...)
#include "cli/options.def"
#undef COMMAND
#undef OPTION
};

const struct option_entry options_known[OPTION_COUNT] = {
#define COMMAND(...)
#define OPTION(name, letter, long_name, argument, absent, in, zh, en) \
    [OPTION_##name] = {letter, long_name, argument, absent, in, {zh, en}},
#include "cli/options.def"
#undef COMMAND
#undef OPTION
};

enum command
command_of_name(const char *name)
{
    int i = 0;

    while (i < COMMAND_COUNT && strcmp(commands[i].name, name) != 0)
        i++;
    return (enum command)i;
}
