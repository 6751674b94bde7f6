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
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/errno_words.h"
#include "cli/build.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/http_answer.h"
#include "cli/http_server.h"
#include "cli/template_place.h"
#include "cli/usage.h"
#include "render/built_in.h"

/* Long enough for a spreadsheet program to finish writing. */
enum {
    SETTLE_MILLISECONDS = 200,
    SETTLE_MOST = 10, /* times: who writes all the time is not waited for */
    ABSENT_MILLISECONDS = 500, /* between two looks for a folder removed */
    DEEPEST = 16
};

/* Watches a folder and those below it. */
static void
watch_folder(int notify, struct arena *arena, const char *path, int depth)
{
    DIR *folder = depth < DEEPEST ? opendir(path) : NULL;

    if (folder == NULL)
        return;
    inotify_add_watch(notify, path,
                      IN_CLOSE_WRITE | IN_MOVE | IN_CREATE | IN_DELETE |
                          IN_MOVE_SELF | IN_DELETE_SELF);
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;)
        if (entry->d_name[0] != '.' &&
            (entry->d_type == DT_DIR || entry->d_type == DT_UNKNOWN))
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
        command_say(watch, WORDING_WATCH_REASON);
    job.options.operand_count = 0;
    if (build_site(&job))
        command_note(&job, "%s", command_say(&job, WORDING_WATCH_UPDATED));
    command_print(&job);
    diag_free(job.diag);
    arena_free(job.arena);
}

/* In a process of its own: a ledger that is cut while it is read ends that one,
   and the next change brings the next build. */
static void
build_apart(const struct job *watch)
{
    pid_t child;
    int status;

    fflush(NULL);
    child = fork();
    if (child > 0) {
        while (waitpid(child, &status, 0) < 0 && errno == EINTR)
            ;
        return;
    }
    build_once(watch);
    if (child == 0) {
        fflush(NULL);
        _exit(0);
    }
}

static int
watch_inputs(struct job *job)
{
    int notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    struct arena *arena = arena_new();

    if (notify >= 0) {
        watch_folder(notify, arena, job->options.values[OPTION_INPUT], 0);
        if (!is_built_in(command_templates(job)))
            watch_folder(notify, arena, command_templates(job), 0);
    }
    arena_free(arena);
    return notify;
}

/* Programs keep their own files beside the one being edited: hidden, or named
   ~$x or x~. */
static bool
is_of_interest(const struct inotify_event *event)
{
    const char *name = event->name;
    size_t length = event->len > 0 ? strlen(name) : 0;

    return length == 0 ||
           (name[0] != '.' && name[0] != '~' && name[length - 1] != '~');
}

/* Stops on an interrupt, which is let in only while poll waits, so that none
   is missed and no build is cut short. */
static volatile sig_atomic_t is_stopped;

static void
stop(int signal_number)
{
    (void)signal_number;
    is_stopped = 1;
}

/* Returns the signals as they were. */
static sigset_t
hold_interrupts(void)
{
    struct sigaction action = {.sa_flags = 0};
    sigset_t held, before;

    action.sa_handler = stop;
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    sigprocmask(SIG_BLOCK, &held, &before);
    return before;
}

static bool
wait_for(struct pollfd *waits, size_t count, int milliseconds,
         const sigset_t *open)
{
    struct timespec time = {milliseconds / 1000,
                            milliseconds % 1000 * 1000000L};

    return ppoll(waits, count, milliseconds < 0 ? NULL : &time, open) >= 0;
}

/* Whether something has changed, once the changes have settled: that may be
   never, so it is not waited for long, and not once it is to end. */
static bool
drain(int notify, const sigset_t *open)
{
    char events[8192]
        __attribute__((aligned(__alignof__(struct inotify_event))));
    bool has_changed = false;
    ssize_t size;
    int rounds = 0;

    do {
        wait_for(NULL, 0, SETTLE_MILLISECONDS, open);
        size = read(notify, events, sizeof(events));
        for (ssize_t at = 0; at < size;) {
            const struct inotify_event *event = (const void *)(events + at);

            has_changed |= is_of_interest(event);
            at += (ssize_t)(sizeof(*event) + event->len);
        }
    } while (size > 0 && !is_stopped && ++rounds < SETTLE_MOST);
    return has_changed && !is_stopped;
}

/* The site that this watch makes. */
static const char *
site_of(struct job *job)
{
    const char *edition = job->options.values[OPTION_EDITION];

    return command_path(job, job->options.values[OPTION_OUTPUT],
                        strcmp(edition, "internal") == 0 ? "internal" : "site");
}

/* A folder that is not there cannot be watched; it may come back. */
static bool
are_inputs_there(struct job *job)
{
    const char *templates = command_templates(job);

    return is_folder(job->options.values[OPTION_INPUT]) &&
           (is_built_in(templates) || is_folder(templates));
}

/* Waits for a client or a change; whether there was a change. */
static bool
serve_until_change(struct job *job, struct server *server, int notify,
                   const sigset_t *open, unsigned builds)
{
    bool were_there = are_inputs_there(job);

    while (!is_stopped) {
        struct pollfd waits[HTTP_SERVER_WAITS + 1];
        int patience = http_server_waits(server, waits);

        if (!were_there && (patience < 0 || patience > ABSENT_MILLISECONDS))
            patience = ABSENT_MILLISECONDS;
        waits[HTTP_SERVER_WAITS] = (struct pollfd){notify, POLLIN, 0};
        if (!wait_for(waits, HTTP_SERVER_WAITS + 1, patience, open))
            continue;
        http_server_work(server, waits,
                         &(struct http_site){site_of(job), builds, NULL, NULL});
        if ((waits[HTTP_SERVER_WAITS].revents != 0 && drain(notify, open)) ||
            (!were_there && are_inputs_there(job)))
            return true;
    }
    return false;
}

static void
work(struct job *job, struct server *server, const sigset_t *open)
{
    int notify = watch_inputs(job);
    unsigned builds = 1;

    while (notify >= 0 &&
           serve_until_change(job, server, notify, open, builds)) {
        close(notify);
        /* Folders made since are watched from before the build on, so that
           nothing written during it is missed. */
        notify = watch_inputs(job);
        build_apart(job);
        builds++;
    }
    if (notify < 0)
        command_report(job, RULE_FILE_UNREADABLE, "inotify", "");
    else
        close(notify);
}

static struct server *
open_server(struct job *job)
{
    const char *port = job->options.values[OPTION_PORT];
    struct server *server = http_server_open((uint16_t)strtol(port, NULL, 10));
    char reason[ERRNO_WORDS_BYTES];

    if (server == NULL)
        command_report(job, RULE_PORT_CLOSED,
                       text_format(job->arena, "127.0.0.1:%s", port).bytes,
                       errno_words(errno, reason).bytes);
    return server;
}

void
watch_run(struct job *job)
{
    const char *input = job->options.values[OPTION_INPUT];
    const char *port = job->options.values[OPTION_PORT];
    long number = strtol(port, NULL, 10);
    struct server *server;
    sigset_t before;

    if (number < 1 || number > 65535) {
        usage_value(job->diag, job->options.spoken, "--port", port, "1–65535");
        return;
    }
    if (!is_folder(input)) {
        command_report(job, RULE_INPUT_MISSING, input, "");
        return;
    }
    server = open_server(job);
    if (server == NULL)
        return;
    before = hold_interrupts();
    build_apart(job);
    printf("http://127.0.0.1:%s/\n", port);
    fflush(stdout);
    command_note(job, "%s", command_say(job, WORDING_SERVING));
    work(job, server, &before);
    http_server_close(server);
}
