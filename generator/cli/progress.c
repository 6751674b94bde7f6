/*
 * The work itself knows nothing of progress: an interval timer writes the
 * line.  What its handler needs is the one thing in the program that changes
 * outside a job, because a signal carries no argument.
 */
#include "cli/progress.h"

#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "cli/job.h"

enum { LONGEST_LINE = 120 };

static struct {
    const char *what;
    volatile sig_atomic_t seconds;
} shown;

/* Only what is safe in a signal handler: no stdio. */
static void
tick(int signal_number)
{
    char line[LONGEST_LINE + 24];
    char digits[12];
    size_t used = 0, first = sizeof(digits);
    size_t length = strnlen(shown.what, LONGEST_LINE);

    (void)signal_number;
    shown.seconds++;
    for (int rest = shown.seconds; rest > 0; rest /= 10)
        digits[--first] = (char)('0' + rest % 10);
    memcpy(line, "\r\x1b[K", 4);
    used = 4;
    memcpy(line + used, shown.what, length);
    used += length;
    line[used++] = ' ';
    memcpy(line + used, digits + first, sizeof(digits) - first);
    used += sizeof(digits) - first;
    memcpy(line + used, " s", 2);
    (void)!write(STDERR_FILENO, line, used + 2);
}

static void
set_timer(int seconds)
{
    struct itimerval timer = {.it_interval.tv_sec = seconds,
                              .it_value.tv_sec = seconds};

    setitimer(ITIMER_REAL, &timer, NULL);
}

void
progress_start(const struct job *job, const char *zh, const char *en)
{
    struct sigaction action = {.sa_flags = SA_RESTART};

    if (!isatty(STDERR_FILENO) || job->options.given[OPTION_QUIET])
        return;
    shown.what = job_say(job, zh, en);
    shown.seconds = 0;
    action.sa_handler = tick;
    sigaction(SIGALRM, &action, NULL);
    set_timer(1);
}

void
progress_stop(void)
{
    if (shown.what == NULL)
        return;
    set_timer(0);
    if (shown.seconds > 0)
        (void)!write(STDERR_FILENO, "\r\x1b[K", 4);
    shown.what = NULL;
}
