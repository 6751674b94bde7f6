/*
 * Builds, serves what was built, and builds again when a file of the input or
 * of the templates changes, until it is interrupted.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/build.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "cli/serve.h"
#include "cli/usage.h"

/* Long enough for a spreadsheet program to finish writing. */
enum { SETTLE_MILLISECONDS = 200, DEEPEST = 16 };

/* Watches a folder and those below it. */
static void
watch_folder(int notify, struct arena *arena, const char *path, int depth)
{
    DIR *folder = depth < DEEPEST ? opendir(path) : NULL;

    if (folder == NULL)
        return;
    inotify_add_watch(notify, path,
                      IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (entry->d_name[0] != '.' && entry->d_type == DT_DIR)
            watch_folder(notify, arena,
                         text_format(arena, "%s/%s", path, entry->d_name).bytes,
                         depth + 1);
    closedir(folder);
}

/* A build of its own memory and messages, so that watching for days costs no
   more than one build.  A month being worked on changes: that is no
   revision to be justified, so each change is one. */
static void
build_once(const struct job *watch)
{
    struct job job = {
        .options = watch->options,
        .arena = arena_new(),
        .diag = diag_new(),
    };

    job.options.values[OPTION_REVISE] =
        job_say(watch, "监视期间的改动", "changed while watching");
    job.options.operand_count = 0;
    if (build_site(&job))
        job_note(&job, "%s", job_say(&job, "已更新网站", "site updated"));
    job_print(&job);
    diag_free(job.diag);
    arena_free(job.arena);
}

static int
watch_inputs(struct job *job)
{
    int notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    struct arena *arena = arena_new();

    if (notify >= 0) {
        watch_folder(notify, arena, job->options.values[OPTION_INPUT], 0);
        watch_folder(notify, arena, job_templates(job), 0);
    }
    arena_free(arena);
    return notify;
}

static void
drain(int notify)
{
    char events[8192];

    do
        poll(NULL, 0, SETTLE_MILLISECONDS);
    while (read(notify, events, sizeof(events)) > 0);
}

/* Stops on an interrupt, which arrives as a signal while poll waits. */
static volatile sig_atomic_t is_stopped;

static void
stop(int signal_number)
{
    (void)signal_number;
    is_stopped = 1;
}

static void
work(struct job *job, int listener)
{
    const char *edition = job->options.values[OPTION_EDITION];
    const char *site =
        job_path(job, job->options.values[OPTION_OUTPUT],
                 strcmp(edition, "internal") == 0 ? "internal" : "site");
    int notify = watch_inputs(job);
    unsigned builds = 1;

    while (!is_stopped && notify >= 0) {
        struct pollfd waits[2] = {{listener, POLLIN, 0}, {notify, POLLIN, 0}};

        if (poll(waits, 2, -1) < 0)
            continue;
        if (waits[0].revents & POLLIN)
            serve_once(listener, site, builds);
        if (waits[1].revents & POLLIN) {
            drain(notify);
            close(notify);
            /* Folders made since are watched from before the build on, so
               that nothing written during it is missed. */
            notify = watch_inputs(job);
            build_once(job);
            builds++;
        }
    }
    if (notify < 0)
        job_report(job, RULE_FILE_UNREADABLE, "inotify", "");
    else
        close(notify);
}

void
watch_run(struct job *job)
{
    const char *port = job->options.values[OPTION_PORT];
    long number = strtol(port, NULL, 10);
    struct sigaction action = {.sa_flags = 0};
    int listener;

    if (number < 1 || number > 65535) {
        usage_value(job->diag, job->options.spoken, "--port", port, "1–65535");
        return;
    }
    if (!is_folder(job->options.values[OPTION_INPUT])) {
        job_missing(job, job->options.values[OPTION_INPUT]);
        return;
    }
    listener = serve_open((uint16_t)number);
    if (listener < 0) {
        job_report(
            job, RULE_FILE_UNREADABLE,
            text_format(job->arena, "127.0.0.1:%s: %s", port, strerror(errno))
                .bytes,
            "");
        return;
    }
    action.sa_handler = stop;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    build_once(job);
    printf("http://127.0.0.1:%s/\n", port);
    fflush(stdout);
    work(job, listener);
    close(listener);
}
