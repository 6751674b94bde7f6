/*
 * All that an interrupt calls is safe in a handler: no memory is taken and no
 * stream touched, the names stand in places of fixed size.
 */
#include "base/cleanup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { PLACES = 4, NAMES_AT_ONCE = 2048 };

static const int interrupts[] = {SIGINT, SIGTERM, SIGHUP};

static struct {
    volatile sig_atomic_t is_taken;
    int at;
    char name[PATH_MAX];
} places[PLACES];

static sigset_t before_hold;

static void remove_named(int at, const char *name);

/* Not every C library has a function for it; with file sizes of 64 bits the
   names come as a struct dirent everywhere. */
static ssize_t
read_names(int folder, void *names, size_t size)
{
    return syscall(SYS_getdents64, folder, names, size);
}

/* Everything in an open folder whose name begins with a dot, or nothing of
   that. */
static void
remove_some(int folder, bool hidden)
{
    union {
        struct dirent first; /* for its alignment */
        char bytes[NAMES_AT_ONCE];
    } names;
    ssize_t size;

    lseek(folder, 0, SEEK_SET);
    while ((size = read_names(folder, &names, sizeof(names))) > 0)
        for (ssize_t at = 0; at < size;) {
            const struct dirent *entry = (const void *)(names.bytes + at);
            const char *name = entry->d_name;

            if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
                (name[0] == '.') == hidden)
                remove_named(folder, name);
            at += entry->d_reclen;
        }
}

/* What is hidden goes last: it may be the mark that tells whose the folder
   is. */
static void
remove_named(int at, const char *name)
{
    int folder;

    if (unlinkat(at, name, 0) == 0 || (errno != EISDIR && errno != EPERM))
        return;
    folder = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0)
        return;
    remove_some(folder, false);
    remove_some(folder, true);
    close(folder);
    unlinkat(at, name, AT_REMOVEDIR);
}

void
cleanup_remove(void)
{
    for (int i = 0; i < PLACES; i++)
        if (places[i].is_taken) {
            places[i].is_taken = 0;
            remove_named(places[i].at, places[i].name);
        }
}

/* The handler is reset on entry, so that the signal comes again, and ends the
   program, as soon as this returns. */
static void
end_by_interrupt(int number)
{
    cleanup_remove();
    raise(number);
}

static void
interrupts_set(sigset_t *set)
{
    sigemptyset(set);
    for (size_t i = 0; i < sizeof(interrupts) / sizeof(interrupts[0]); i++)
        sigaddset(set, interrupts[i]);
}

void
cleanup_prepare(void)
{
    struct sigaction action = {.sa_flags = (int)SA_RESETHAND}, old;

    action.sa_handler = end_by_interrupt;
    interrupts_set(&action.sa_mask);
    for (size_t i = 0; i < sizeof(interrupts) / sizeof(interrupts[0]); i++)
        if (sigaction(interrupts[i], NULL, &old) == 0 &&
            old.sa_handler != SIG_IGN)
            sigaction(interrupts[i], &action, NULL);
    atexit(cleanup_remove);
}

int
cleanup_begin(int at, const char *name)
{
    int place = 0;

    while (place < PLACES && places[place].is_taken)
        place++;
    if (place == PLACES || strlen(name) >= sizeof(places[place].name))
        return 0;
    places[place].at = at;
    strcpy(places[place].name, name);
    places[place].is_taken = 1;
    return place + 1;
}

void
cleanup_end(int number)
{
    if (number > 0)
        places[number - 1].is_taken = 0;
}

void
cleanup_hold(void)
{
    sigset_t held;

    interrupts_set(&held);
    sigprocmask(SIG_BLOCK, &held, &before_hold);
}

void
cleanup_release(void)
{
    sigprocmask(SIG_SETMASK, &before_hold, NULL);
}
