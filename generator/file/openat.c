#include "file/openat.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"

enum { FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

int
openat_open(int at, const char *name, int flags)
{
    int opened;

    do
        opened = openat(at, name, flags, 0644);
    while (opened < 0 && errno == EINTR);
    return opened;
}

/* Linux gives the descriptor back even when close fails. */
int
openat_close(int fd)
{
    return close(fd) != 0 && errno != EINTR ? errno : 0;
}

/* Closes it and leaves errno as it is. */
static void
close_quietly(int fd)
{
    int reason = errno;

    close(fd);
    errno = reason;
}

/* The kernel calls a link to a folder no folder; say what it is. */
static int
refuse(int at, const char *name)
{
    int reason = errno;
    struct stat seen;

    if (reason == ENOTDIR &&
        fstatat(at, name, &seen, AT_SYMLINK_NOFOLLOW) == 0 &&
        S_ISLNK(seen.st_mode))
        reason = ELOOP;
    errno = reason;
    return -1;
}

int
openat_set_mode(int fd, unsigned mode)
{
    struct stat seen;

    if (fchmod(fd, (mode_t)mode) == 0)
        return 0;
    if (errno == EPERM && fstat(fd, &seen) == 0 && seen.st_uid != geteuid())
        return 0;
    return errno;
}

int
openat_enter(int at, const char *name, bool make)
{
    int opened = openat_open(at, name, FOLDER_FLAGS);

    if (opened >= 0)
        return opened;
    if (errno != ENOENT || !make)
        return refuse(at, name);
    if (mkdirat(at, name, 0755) != 0 && errno != EEXIST)
        return -1;
    opened = openat_open(at, name, FOLDER_FLAGS);
    if (opened >= 0 && openat_set_mode(opened, 0755) != 0) {
        close_quietly(opened);
        return -1;
    }
    return opened;
}

int
openat_parent(int at, const char *path, bool make, const char **name)
{
    const char *slash;
    int folder;

    *name = path;
    errno = ENOENT;
    folder = path_leads_up(path) ? -1 : fcntl(at, F_DUPFD_CLOEXEC, 0);
    for (; folder >= 0 && (slash = strchr(*name, '/')); *name = slash + 1) {
        char part[NAME_MAX + 1];
        int next;

        if ((size_t)(slash - *name) >= sizeof(part)) {
            close(folder);
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(part, *name, (size_t)(slash - *name));
        part[slash - *name] = '\0';
        next = openat_enter(folder, part, make);
        close_quietly(folder);
        folder = next;
    }
    return folder;
}
