/*
 * Lets one system call or allocation of a program fail, or kills the program
 * there; preloaded by the sweeps that prove nothing is ever half published.
 *
 *     FAULT_CALL=write FAULT_AT=17 LD_PRELOAD=build/tests/support/fault.so …
 *
 *   FAULT_CALL    open read write close stat fsync rename exchange mkdir link
 *                 unlink chmod lock folder path malloc, or "any" for every
 *                 one but malloc
 *   FAULT_AT      which one, from 1; without it none fails
 *   FAULT_ERRNO   a number; ENOSPC if not given, ENOMEM for malloc
 *   FAULT_KILL    the number of a signal that comes instead, even where it was
 *                 to be ignored, as in the background
 *   FAULT_COUNT   a file to which the number of calls is written at the end
 *   FAULT_LACKS   what the file system cannot do at all: exchange, link,
 *                 modes
 *   FAULT_SHORT   set: reads and writes move a few bytes at a time
 *   FAULT_BACK    set: folders are listed backwards
 *
 * Kin are counted together: stat, fstat and fstatat are "stat"; what a stream
 * of the C library writes is "write", but for standard error, whose failure
 * nobody can be told of.
 */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { FEW_BYTES = 7, STREAM_ERROR = 0x20 /* what ferror looks at */ };

/* Read once, before the program begins: getenv is not to be trusted later. */
static const char *watched, *count_file, *lacks;
static long at;
static atomic_long calls;
static int failure;
static int kill_by;
static bool is_short, is_backward, is_ready;

/* The function behind ours; the cast is what POSIX says dlsym is for. */
#define REAL(name) ((__typeof__(&name))(uintptr_t)dlsym(RTLD_NEXT, #name))

/* glibc's own, which need no looking up: dlsym allocates. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

__attribute__((constructor)) static void
prepare(void)
{
    const char *number = getenv("FAULT_AT");
    const char *reason = getenv("FAULT_ERRNO");

    watched = getenv("FAULT_CALL");
    count_file = getenv("FAULT_COUNT");
    lacks = getenv("FAULT_LACKS");
    at = number ? atol(number) : 0;
    failure = reason ? atoi(reason) : ENOSPC;
    kill_by = getenv("FAULT_KILL") ? atoi(getenv("FAULT_KILL")) : 0;
    if (kill_by > 0)
        signal(kill_by, SIG_DFL);
    is_short = getenv("FAULT_SHORT") != NULL;
    is_backward = getenv("FAULT_BACK") != NULL;
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
    if (kill_by > 0)
        kill(getpid(), kill_by);
    errno = is_memory ? ENOMEM : failure;
    return true;
}

static bool
is_lacking(const char *call, int reason)
{
    if (lacks == NULL || strstr(lacks, call) == NULL)
        return false;
    errno = reason;
    return true;
}

/* What a call that does nothing but fail looks like. */
#define FAILING(call, failed, type, name, parameters, arguments) \
    type name parameters                                         \
    {                                                            \
        return strikes(call) ? (failed) : REAL(name) arguments;  \
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

void *
aligned_alloc(size_t alignment, size_t size)
{
    return strikes("malloc") ? NULL : __libc_memalign(alignment, size);
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
openat(int fd, const char *path, int flags, ...)
{
    OPEN_MODE(flags)
    return strikes("open") ? -1 : REAL(openat)(fd, path, flags, mode);
}

int
fcntl(int fd, int command, ...)
{
    va_list rest;
    long argument;

    va_start(rest, command);
    argument = va_arg(rest, long);
    va_end(rest);
    return strikes("open") ? -1 : REAL(fcntl)(fd, command, argument);
}

/* clang-format off */
FAILING("open", NULL, FILE *, fopen, (const char *path, const char *mode),
        (path, mode))
FAILING("folder", NULL, DIR *, fdopendir, (int fd), (fd))
FAILING("folder", NULL, DIR *, opendir, (const char *path), (path))
FAILING("stat", -1, int, stat, (const char *path, struct stat *seen),
        (path, seen))
FAILING("stat", -1, int, lstat, (const char *path, struct stat *seen),
        (path, seen))
FAILING("stat", -1, int, fstat, (int fd, struct stat *seen), (fd, seen))
FAILING("stat", -1, int, fstatat,
        (int fd, const char *path, struct stat *seen, int flags),
        (fd, path, seen, flags))
FAILING("path", NULL, char *, realpath, (const char *path, char *real),
        (path, real))
FAILING("path", NULL, char *, mkdtemp, (char *path), (path))
FAILING("lock", -1, int, flock, (int fd, int operation), (fd, operation))

int
fchmod(int fd, mode_t mode)
{
    if (is_lacking("modes", EPERM) || strikes("chmod"))
        return -1;
    return REAL(fchmod)(fd, mode);
}

/* Where there are no modes, all belongs to who mounted the file system. */
uid_t
geteuid(void)
{
    uid_t user = REAL(geteuid)();

    return is_lacking("modes", 0) ? user + 1 : user;
}

FAILING("rename", -1, int, rename, (const char *from, const char *to),
        (from, to))
FAILING("rename", -1, int, renameat,
        (int from_fd, const char *from, int to_fd, const char *to),
        (from_fd, from, to_fd, to))
FAILING("mkdir", -1, int, mkdir, (const char *path, mode_t mode), (path, mode))
FAILING("mkdir", -1, int, mkdirat, (int fd, const char *path, mode_t mode),
        (fd, path, mode))
FAILING("unlink", -1, int, unlink, (const char *path), (path))
FAILING("unlink", -1, int, unlinkat, (int fd, const char *path, int flags),
        (fd, path, flags))
/* clang-format on */

/* Nothing is really put on disk: a sweep does without the disk's patience. */
int
fsync(int fd)
{
    (void)fd;
    return strikes("fsync") ? -1 : 0;
}

int
syncfs(int fd)
{
    return fsync(fd);
}

int
renameat2(int from_fd, const char *from, int to_fd, const char *to,
          unsigned int flags)
{
    if (is_lacking("exchange", EINVAL) || strikes("exchange"))
        return -1;
    return REAL(renameat2)(from_fd, from, to_fd, to, flags);
}

int
linkat(int from_fd, const char *from, int to_fd, const char *to, int flags)
{
    if (is_lacking("link", EPERM) || strikes("link"))
        return -1;
    return REAL(linkat)(from_fd, from, to_fd, to, flags);
}

static size_t
shortened(size_t size)
{
    return is_short && size > FEW_BYTES ? FEW_BYTES : size;
}

ssize_t
read(int fd, void *bytes, size_t size)
{
    return strikes("read") ? -1 : REAL(read)(fd, bytes, shortened(size));
}

ssize_t
write(int fd, const void *bytes, size_t size)
{
    return strikes("write") ? -1 : REAL(write)(fd, bytes, shortened(size));
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
closedir(DIR *folder)
{
    bool fails = strikes("close");
    int reason = errno;
    int result = REAL(closedir)(folder);

    if (!fails)
        return result;
    errno = reason;
    return -1;
}

/* One folder is listed at a time; its names are kept and given from behind. */
static struct dirent *
read_backwards(DIR *folder)
{
    static DIR *listed;
    static struct dirent *names;
    static size_t count;

    if (folder != listed) {
        struct dirent *name;

        listed = folder;
        count = 0;
        while ((name = REAL(readdir)(folder)) != NULL) {
            names = __libc_realloc(names, (count + 1) * sizeof(*names));
            memcpy(&names[count++], name, name->d_reclen);
        }
    }
    if (count > 0)
        return &names[--count];
    listed = NULL;
    return NULL;
}

struct dirent *
readdir(DIR *folder)
{
    if (strikes("folder"))
        return NULL;
    return is_backward ? read_backwards(folder) : REAL(readdir)(folder);
}

/* Streams: a failure is remembered as the C library remembers it. */
static bool
strikes_stream(FILE *stream, const char *call)
{
    if (stream == stderr || !strikes(call))
        return false;
    stream->_flags |= STREAM_ERROR;
    return true;
}

size_t
fread(void *bytes, size_t size, size_t count, FILE *stream)
{
    return strikes_stream(stream, "read")
               ? 0
               : REAL(fread)(bytes, size, count, stream);
}

size_t
fwrite(const void *bytes, size_t size, size_t count, FILE *stream)
{
    return strikes_stream(stream, "write")
               ? 0
               : REAL(fwrite)(bytes, size, count, stream);
}

int
fputs(const char *text, FILE *stream)
{
    return strikes_stream(stream, "write") ? EOF : REAL(fputs)(text, stream);
}

int
fputc(int c, FILE *stream)
{
    return strikes_stream(stream, "write") ? EOF : REAL(fputc)(c, stream);
}

#undef putc
int
putc(int c, FILE *stream)
{
    return strikes_stream(stream, "write") ? EOF : REAL(fputc)(c, stream);
}

int
puts(const char *text)
{
    return strikes_stream(stdout, "write") ? EOF : REAL(puts)(text);
}

int
vfprintf(FILE *stream, const char *format, va_list values)
{
    return strikes_stream(stream, "write")
               ? -1
               : REAL(vfprintf)(stream, format, values);
}

int
fprintf(FILE *stream, const char *format, ...)
{
    va_list values;
    int result;

    va_start(values, format);
    result = vfprintf(stream, format, values);
    va_end(values);
    return result;
}

int
printf(const char *format, ...)
{
    va_list values;
    int result;

    va_start(values, format);
    result = vfprintf(stdout, format, values);
    va_end(values);
    return result;
}

int
fflush(FILE *stream)
{
    if (stream == NULL || !strikes_stream(stream, "write"))
        return REAL(fflush)(stream);
    return EOF;
}

int
fclose(FILE *stream)
{
    bool fails = strikes_stream(stream, "close");
    int reason = errno;
    int result = REAL(fclose)(stream);

    if (!fails)
        return result;
    errno = reason;
    return EOF;
}
