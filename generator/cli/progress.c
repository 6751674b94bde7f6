/*
 * The work itself knows nothing of progress: an interval timer writes the
 * line.  What its handler needs is the one thing in the program that changes
 * outside a job, because a signal carries no argument.
 */
#include "cli/progress.h"

#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/wording.h"
#include "cli/command.h"

enum { LONGEST_WORD = 80, BAR = 20, COLUMNS_OF_LINE = 72, MEGABYTE = 1000000 };

static struct {
    volatile sig_atomic_t ticks;
    sig_atomic_t before; /* ticks, when what is being done now began */
    const volatile size_t *done;
    struct progress progress; /* the handler's own while the timer runs */
} shown;

/* In a signal handler there is no printf. */
static char *
put(char *out, const char *text)
{
    size_t length = strnlen(text, LONGEST_WORD);

    memcpy(out, text, length);
    return out + length;
}

static char *
put_number(char *out, size_t number)
{
    char digits[24];
    size_t first = sizeof(digits);

    do
        digits[--first] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    memcpy(out, digits + first, sizeof(digits) - first);
    return out + sizeof(digits) - first;
}

/* In so many seconds. */
static char *
put_rate(char *out, const struct progress *progress)
{
    size_t rate = progress->done / progress->seconds;

    if (progress->unit == PROGRESS_BYTES)
        return put(put_number(out, rate / MEGABYTE), " MB/s ");
    return put(put_number(out, rate),
               say_plain(progress->language, WORDING_PROGRESS_PAGES));
}

static char *
put_bar(char *out, size_t percent)
{
    *out++ = '[';
    for (size_t i = 0; i < BAR; i++)
        *out++ = i * 100 < percent * BAR ? '#' : ' ';
    return put(out, "] ");
}

size_t
progress_line(char line[PROGRESS_LINE], const struct progress *progress)
{
    uint64_t seconds = progress->seconds, done = progress->done;
    char *out = put(put(line, progress->what), " ");
    size_t percent;

    if (done == 0 || seconds == 0 || done > progress->all)
        return (size_t)(put(put_number(out, progress->seconds), " s") - line);
    percent = (size_t)(100 * done / progress->all);
    out = put(put_number(put_bar(out, percent), percent), "% ");
    out = put_rate(out, progress);
    out = put(out, say_plain(progress->language, WORDING_PROGRESS_LEFT));
    out = put_number(
        out, (size_t)((seconds * (progress->all - done) + done - 1) / done));
    return (size_t)(put(out, " s") - line);
}

static void
tick(int signal_number)
{
    static const char clear[] = "\r\x1b[K";
    char line[PROGRESS_LINE + sizeof(clear)];
    size_t length;

    (void)signal_number;
    shown.progress.seconds = (size_t)(++shown.ticks - shown.before);
    shown.progress.done = shown.done ? *shown.done : 0;
    memcpy(line, clear, sizeof(clear) - 1);
    length = progress_line(line + sizeof(clear) - 1, &shown.progress);
    (void)!write(STDERR_FILENO, line, length + sizeof(clear) - 1);
}

static void
set_timer(int seconds)
{
    struct itimerval timer = {.it_interval.tv_sec = seconds,
                              .it_value.tv_sec = seconds};

    setitimer(ITIMER_REAL, &timer, NULL);
}

static void
start_ticking(void)
{
    struct sigaction action = {.sa_flags = SA_RESTART};

    shown.ticks = 0;
    action.sa_handler = tick;
    sigaction(SIGALRM, &action, NULL);
    set_timer(1);
}

static void
hold_tick(int how)
{
    sigset_t alarm;

    sigemptyset(&alarm);
    sigaddset(&alarm, SIGALRM);
    sigprocmask(how, &alarm, NULL);
}

/* A line that wraps could not be cleared. */
static bool
is_narrow_terminal(void)
{
    struct winsize size;

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 &&
           size.ws_col < COLUMNS_OF_LINE;
}

void
progress_start(const struct job *job, const char *what, enum progress_unit unit,
               const volatile size_t *done, size_t all)
{
    bool is_on = shown.progress.what != NULL;

    if (!isatty(STDERR_FILENO) || job->options.given[OPTION_QUIET])
        return;
    hold_tick(SIG_BLOCK);
    shown.progress = (struct progress){.what = what,
                                       .language = job->options.spoken,
                                       .unit = unit,
                                       .all = all};
    shown.done = is_narrow_terminal() ? NULL : done;
    shown.before = is_on ? shown.ticks : 0;
    hold_tick(SIG_UNBLOCK);
    if (!is_on)
        start_ticking();
}

void
progress_start_uncounted(const struct job *job, const char *what)
{
    progress_start(job, what, PROGRESS_BYTES, NULL, 0);
}

void
progress_stop(void)
{
    if (shown.progress.what == NULL)
        return;
    set_timer(0);
    if (shown.ticks > 0)
        (void)!write(STDERR_FILENO, "\r\x1b[K", 4);
    shown.progress.what = NULL;
}
