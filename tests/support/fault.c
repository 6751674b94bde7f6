/*
 * Lets one system call or allocation of a program fail, or kills the program
 * there; preloaded by the sweeps that prove nothing is ever half published.
 *
 *     FAULT_CALL=write FAULT_AT=17 LD_PRELOAD=build/tests/support/fault.so …
 *
 *   FAULT_CALL    open read write close fsync syncfs rename mkdir link unlink
 *                 opendir malloc, or "any" for every one but malloc
 *   FAULT_AT      which one, from 1; without it none fails
 *   FAULT_ERRNO   a number; ENOSPC if not given, ENOMEM for malloc
 *   FAULT_KILL    set: SIGKILL instead of failing
 *   FAULT_COUNT   a file to which the number of calls is written at the end
 *
 * Kin are counted together: rename, renameat and renameat2 are "rename".
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* Read once, before the program begins: getenv is not to be trusted later. */
static const char *watched, *count_file;
static long at, calls;
static int failure;
static bool kills, is_ready;

/* The function behind ours; the cast is what POSIX says dlsym is for. */
#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

/* glibc's own, which need no looking up: dlsym allocates. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

__attribute__((constructor)) static void
prepare(void)
{
    const char *number = getenv("FAULT_AT");
    const char *reason = getenv("FAULT_ERRNO");

    watched = getenv("FAULT_CALL");
    count_file = getenv("FAULT_COUNT");
    at = number ? atol(number) : 0;
    failure = reason ? atoi(reason) : ENOSPC;
    kills = getenv("FAULT_KILL") != NULL;
    is_ready = watched != NULL;
}

__attribute__((destructor)) static void
finish(void)
{
    char line[32];
    int length, fd;

    is_ready = false;
    if (count_file == NULL)
        return;
    length = snprintf(line, sizeof(line), "%ld\n", calls);
    fd = open(count_file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd >= 0 && write(fd, line, (size_t)length) != length)
        _exit(99);
}

/* Whether this call is the one; sets errno. */
static bool
strikes(const char *call)
{
    bool is_memory = strcmp(call, "malloc") == 0;

    if (!is_ready || (strcmp(watched, call) != 0 &&
                      (is_memory || strcmp(watched, "any") != 0)))
        return false;
    if (++calls != at)
        return false;
    if (kills)
        kill(getpid(), SIGKILL);
    errno = is_memory ? ENOMEM : failure;
    return true;
}

void *
malloc(size_t size)
{
    return strikes("malloc") ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
    return strikes("malloc") ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *memory, size_t size)
{
    return strikes("malloc") ? NULL : __libc_realloc(memory, size);
}

/* The mode stands behind the flags only when a file is made. */
#define OPEN_MODE(flags)                          \
    mode_t mode = 0;                              \
    if (((flags) & (O_CREAT | O_TMPFILE)) != 0) { \
        va_list rest;                             \
        va_start(rest, flags);                    \
        mode = va_arg(rest, mode_t);              \
        va_end(rest);                             \
    }

int
open(const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return strikes("open") ? -1 : REAL(open)(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return strikes("open") ? -1 : REAL(open64)(path, flags, mode);
}

int
openat(int fd, const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return strikes("open") ? -1 : REAL(openat)(fd, path, flags, mode);
}

int
openat64(int fd, const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return strikes("open") ? -1 : REAL(openat64)(fd, path, flags, mode);
}

FILE *
fopen(const char *path, const char *mode)
{
    return strikes("open") ? NULL : REAL(fopen)(path, mode);
}

DIR *
fdopendir(int fd)
{
    return strikes("opendir") ? NULL : REAL(fdopendir)(fd);
}

DIR *
opendir(const char *path)
{
    return strikes("opendir") ? NULL : REAL(opendir)(path);
}

ssize_t
read(int fd, void *bytes, size_t size)
{
    return strikes("read") ? -1 : REAL(read)(fd, bytes, size);
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
    return strikes("write") ? -1 : REAL(write)(fd, bytes, size);
}

/* The descriptor is given back all the same, as Linux does. */
int
close(int fd)
{
    bool fails = strikes("close");
    int reason = errno;
    int result = REAL(close)(fd);

    if (!fails)
        return result;
    errno = reason;
    return -1;
}

int
fsync(int fd)
{
    return strikes("fsync") ? -1 : REAL(fsync)(fd);
}

int
syncfs(int fd)
{
    return strikes("syncfs") ? -1 : REAL(syncfs)(fd);
}

int
rename(const char *from, const char *to)
{
    return strikes("rename") ? -1 : REAL(rename)(from, to);
}

int
renameat(int from_fd, const char *from, int to_fd, const char *to)
{
    return strikes("rename") ? -1 : REAL(renameat)(from_fd, from, to_fd, to);
}

int
renameat2(int from_fd, const char *from, int to_fd, const char *to,
          unsigned int flags)
{
    return strikes("rename") ? -1
                             : REAL(renameat2)(from_fd, from, to_fd, to, flags);
}

int
mkdir(const char *path, mode_t mode)
{
    return strikes("mkdir") ? -1 : REAL(mkdir)(path, mode);
}

int
mkdirat(int fd, const char *path, mode_t mode)
{
    return strikes("mkdir") ? -1 : REAL(mkdirat)(fd, path, mode);
}

int
linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
    return strikes("link") ? -1 : REAL(linkat)(from_fd, from, to_fd, to, flags);
}

int
unlinkat(int fd, const char *path, int flags)
{
    return strikes("unlink") ? -1 : REAL(unlinkat)(fd, path, flags);
}
