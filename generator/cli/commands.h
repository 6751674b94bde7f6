/*
 * Every command, as options.def lists them.
 *
 * Reports go to standard output, findings to the job's diag; the exit status
 * follows from what was found.
 */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

struct job;

#define COMMAND(name, ...) void name##_run(struct job *job);
#define OPTION(...)
#include "cli/options.def"
#undef COMMAND
#undef OPTION

#endif
