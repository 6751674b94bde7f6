/*
 * A path is walked one folder at a time, each opened without following links.
 * A tree is listed first and worked on then, so linking, removing and reading
 * it are plain loops over names in sorted order.
 */
#include "publish/files.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "publish/failure.h"

enum { FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

static int
open_retrying(int fd, const char *name, int flags)
{
    int opened;

    do
        opened = openat(fd, name, flags, 0644);
    while (opened < 0 && errno == EINTR);
    return opened;
}

/* 0, or errno.  Linux gives the descriptor back even when close fails. */
static int
close_checked(int fd)
{
    return close(fd) != 0 && errno != EINTR ? errno : 0;
}

void
files_close(struct folder *folder)
{
    if (folder->fd >= 0)
        close(folder->fd);
    folder->fd = -1;
}

/* The kernel calls a link to a folder no folder; say what it is. */
static int
refuse(int fd, const char *name)
{
    int reason = errno;
    struct stat seen;

    if (reason == ENOTDIR &&
        fstatat(fd, name, &seen, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISLNK(seen.st_mode))
        reason = ELOOP;
    errno = reason;
    return -1;
}

/* A folder's handle, made first if need be; -1 with errno. */
static int
enter(int fd, const char *name, bool make)
{
    int opened = open_retrying(fd, name, FOLDER_FLAGS);

    if (opened >= 0)
        return opened;
    if (errno != ENOENT || !make)
        return refuse(fd, name);
    if (mkdirat(fd, name, 0755) != 0 && errno != EEXIST)
        return -1;
    opened = open_retrying(fd, name, FOLDER_FLAGS);
    if (opened >= 0 && fchmod(opened, 0755) != 0) {
        int reason = errno;

        close(opened);
        errno = reason;
        return -1;
    }
    return opened;
}

/* The handle of the folder that path's last name stands in; *name is that
   last name.  -1 with errno. */
static int
enter_parent(int fd, const char *path, bool make, const char **name)
{
    int at = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    const char *slash;

    *name = path;
    for (; at >= 0 && (slash = strchr(*name, '/')); *name = slash + 1) {
        char part[NAME_MAX + 1];
        int next, reason;

        if ((size_t)(slash - *name) >= sizeof(part)) {
            close(at);
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(part, *name, (size_t)(slash - *name));
        part[slash - *name] = '\0';
        next = enter(at, part, make);
        reason = errno;
        close(at);
        errno = reason;
        at = next;
    }
    return at;
}

/* Opens what the user named: links on the way are hers, the last name must be
   a folder itself. */
static bool
open_path(struct folder *folder, const char *path, bool make)
{
    enum rule rule = make ? RULE_FILE_UNWRITABLE : RULE_FILE_UNREADABLE;
    char copy[PATH_MAX];
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/')
        length--;
    if (length == 0 || length >= sizeof(copy))
        return failure_report(folder, rule, "",
                              length == 0 ? ENOENT : ENAMETOOLONG);
    memcpy(copy, path, length);
    copy[length] = '\0';
    for (char *slash = copy + 1; make && (slash = strchr(slash, '/'));
         slash++) {
        *slash = '\0';
        if (mkdir(copy, 0755) != 0 && errno != EEXIST)
            return failure_report(folder, rule, "", errno);
        *slash = '/';
    }
    folder->fd = enter(AT_FDCWD, copy, make);
    return folder->fd >= 0 || failure_report(folder, rule, "", errno);
}

bool
files_open(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    return open_path(folder, path, false);
}

bool
files_open_linked(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    folder->fd =
        open_retrying(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return folder->fd >= 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, "", errno);
}

bool
files_make(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    return open_path(folder, path, true);
}

static bool
open_in(const struct folder *parent, const char *name, bool make,
        struct folder *folder)
{
    const char *last;
    int at = enter_parent(parent->fd, name, make, &last);

    *folder = (struct folder){-1, parent->path, parent->diag};
    if (at >= 0) {
        int reason;

        folder->fd = enter(at, last, make);
        reason = errno;
        close(at);
        errno = reason;
    }
    if (folder->fd >= 0)
        return true;
    return make ? files_fail(parent, name, errno)
                : failure_report(parent, RULE_FILE_UNREADABLE, name, errno);
}

bool
files_open_in(const struct folder *parent, const char *name,
              struct folder *folder)
{
    return open_in(parent, name, false, folder);
}

bool
files_make_in(const struct folder *parent, const char *name,
              struct folder *folder)
{
    return open_in(parent, name, true, folder);
}

enum files_kind
files_kind(const struct folder *folder, const char *path)
{
    struct stat seen;
    const char *name;
    int at = enter_parent(folder->fd, path, false, &name);
    bool found = at >= 0 && fstatat(at, name, &seen, AT_SYMLINK_NOFOLLOW) == 0;

    bool is_absent = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;

    if (!found && !is_absent)
        failure_report(folder, RULE_FILE_UNREADABLE, path, errno);
    if (at >= 0)
        close(at);
    if (!found)
        return is_absent ? FILES_NOTHING : FILES_UNSEEN;
    return S_ISREG(seen.st_mode)   ? FILES_FILE
           : S_ISDIR(seen.st_mode) ? FILES_FOLDER
                                   : FILES_OTHER;
}

/* 0, or the errno that stopped it. */
static int
write_all(int fd, struct text content)
{
    while (content.length > 0) {
        ssize_t wrote = write(fd, content.bytes, content.length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return errno;
        content.bytes += wrote;
        content.length -= (size_t)wrote;
    }
    return 0;
}

/* 0, or errno. */
static int
write_new(int at, const char *name, struct text content)
{
    int failure, closing;
    int fd;

    if (unlinkat(at, name, 0) != 0 && errno != ENOENT)
        return errno;
    fd = open_retrying(at, name,
                       O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    failure = write_all(fd, content);
    if (failure == 0 && fchmod(fd, 0644) != 0)
        failure = errno;
    closing = close_checked(fd);
    return failure != 0 ? failure : closing;
}

bool
files_write(const struct folder *folder, const char *path, struct text content)
{
    const char *name;
    int at = enter_parent(folder->fd, path, true, &name);
    int failure = at < 0 ? errno : write_new(at, name, content);

    if (at >= 0)
        close(at);
    return failure == 0 || files_fail(folder, path, failure);
}

/* 0, or errno.  A file that shrinks while it is read is given as read. */
static int
read_all(int fd, struct arena *arena, struct text *content)
{
    struct stat seen;
    char *bytes;
    size_t length = 0;

    if (fstat(fd, &seen) != 0)
        return errno;
    if (!S_ISREG(seen.st_mode))
        return S_ISDIR(seen.st_mode) ? EISDIR : EINVAL;
    bytes = arena_take(arena, (size_t)seen.st_size + 1);
    while (length < (size_t)seen.st_size) {
        ssize_t got = read(fd, bytes + length, (size_t)seen.st_size - length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    *content = (struct text){bytes, length};
    return 0;
}

/* The whole file, which is closed.  0, or errno. */
static int
read_and_close(int fd, struct arena *arena, struct text *content)
{
    int failure = fd < 0 ? errno : read_all(fd, arena, content);
    int closing = fd < 0 ? 0 : close_checked(fd);

    return failure != 0 ? failure : closing;
}

enum { READ_FLAGS = O_RDONLY | O_NONBLOCK | O_CLOEXEC };

bool
files_read(const struct folder *folder, const char *path, struct arena *arena,
           struct text *content)
{
    const char *name;
    int at = enter_parent(folder->fd, path, false, &name);
    int fd = at < 0 ? -1 : open_retrying(at, name, READ_FLAGS | O_NOFOLLOW);
    int failure = read_and_close(fd, arena, content);

    if (at >= 0)
        close(at);
    return failure == 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, path, failure);
}

bool
files_read_linked(const struct folder *folder, const char *path,
                  struct arena *arena, struct text *content)
{
    int fd = open_retrying(folder->fd, path, READ_FLAGS);
    int failure = read_and_close(fd, arena, content);

    return failure == 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, path, failure);
}

/* 0, or errno.  The link is of the name itself, never of what a symbolic link
   points to. */
static int
link_new(int from, const char *path, int to, const char *name)
{
    if (linkat(from, path, to, name, 0) == 0)
        return 0;
    if (errno != EEXIST)
        return errno;
    if (unlinkat(to, name, 0) != 0)
        return errno;
    return linkat(from, path, to, name, 0) != 0 ? errno : 0;
}

bool
files_link(const struct folder *from, const char *path, const struct folder *to,
           const char *name)
{
    const char *last;
    int at = enter_parent(to->fd, name, true, &last);
    int failure = at < 0 ? errno : link_new(from->fd, path, at, last);
    struct arena *arena;
    struct text content;
    bool copied;

    if (at >= 0)
        close(at);
    if (failure == 0)
        return true;
    if (failure != EPERM && failure != EOPNOTSUPP && failure != EMLINK &&
        failure != ENOSYS)
        return files_fail(to, name, failure);
    arena = arena_new();
    copied = files_read(from, path, arena, &content) &&
             files_write(to, name, content);
    arena_free(arena);
    return copied;
}

bool
files_fail(const struct folder *folder, const char *path, int reason)
{
    return failure_report(folder, RULE_FILE_UNWRITABLE, path, reason);
}

bool
files_sync(const struct folder *folder)
{
    return syncfs(folder->fd) == 0 || files_fail(folder, "", errno);
}

bool
files_sync_names(const struct folder *folder)
{
    return fsync(folder->fd) == 0 || files_fail(folder, "", errno);
}
