/*
 * Reads the options, calls the command, says what was found.
 *
 * The exit status follows from the findings (base/diag.h).  A report that
 * could not be written to standard output is a failure of the system like a
 * full disk; a reader who went away early only needs no message about it.
 */
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cleanup.h"
#include "base/json.h"
#include "base/workers.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/ledger_folder.h"
#include "cli/usage.h"
#include "render/template.h"

static void (*const runs[COMMAND_COUNT])(struct job *job) = {
#define COMMAND(name, ...) [COMMAND_##name] = name##_run,
#define OPTION(...)
#include "cli/options.def"
#undef COMMAND
#undef OPTION
};

/* A file opened on a closed standard stream would receive what is meant for
   the user; a stream that takes nothing stands in. */
static void
fill_standard_streams(void)
{
    static const int useless[] = {O_WRONLY, O_RDONLY, O_WRONLY};

    for (int stream = 0; stream < 3; stream++)
        if (fcntl(stream, F_GETFD) < 0)
            (void)!open("/dev/null", useless[stream]);
}

static void
run(struct job *job)
{
    if (job->options.given[OPTION_VERSION])
        puts("shiji " SHIJI_VERSION);
    else if (job->options.given[OPTION_HELP])
        help_run(job);
    else if (job->options.command != COMMAND_COUNT)
        runs[job->options.command](job);
    else if (!ledger_folder_say(job))
        usage_no_command(job->diag);
}

/* The other end of a pipe has been closed. */
static bool
has_no_reader(void)
{
    struct pollfd output = {STDOUT_FILENO, POLLOUT, 0};

    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

static void
close_output(struct job *job)
{
    bool failed = ferror(stdout) != 0;

    failed = fflush(stdout) != 0 || failed;
    if (failed && has_no_reader())
        _exit(3);
    if (failed)
        command_report(job, RULE_FILE_UNWRITABLE,
                       command_say(job, WORDING_STANDARD_OUTPUT), "");
}

/* A library whose own check fails ends the program with status 1 of its
   choice; that happens for want of memory only. */
static void
end_by_library(int status, void *is_done)
{
    if (status == 1 && !*(const bool *)is_done)
        arena_must(NULL);
}

static void
hear_end_by_library(bool *is_done)
{
#ifdef __GLIBC__
    on_exit(end_by_library, is_done);
#else
    (void)is_done;
    (void)end_by_library;
#endif
}

static void
end_cut(void)
{
    static const char said[] =
        "shiji: 输入文件在读取时被截短 (an input file was cut while it was "
        "read)\n";

    cleanup_remove();
    (void)!write(2, said, sizeof(said) - 1);
    _exit(3);
}

/* A file that is mapped ends where it ends when it is read. */
static void
end_by_cut(int number)
{
    (void)number;
    workers_give_up(end_cut);
    end_cut();
}

int
main(int argc, char **argv)
{
    struct job job = {.arena = arena_new(), .diag = diag_new()};
    bool is_done = false;
    int status;

    (void)argc;
    fill_standard_streams();
    cleanup_prepare();
    hear_end_by_library(&is_done);
    signal(SIGBUS, end_by_cut);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    json_prepare();
    template_prepare();
    if (options_read(job.arena, argv, job.diag, &job.options)) {
        if (job.options.given[OPTION_VERBOSE])
            diag_keep_all(job.diag);
        run(&job);
    }
    close_output(&job);
    command_print(&job);
    status = diag_exit_status(job.diag);
    diag_free(job.diag);
    arena_free(job.arena);
    is_done = true;
    exit(status);
}
