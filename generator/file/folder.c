#include "file/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "file/fault.h"
#include "file/file.h"
#include "file/openat.h"

enum { PIECE = 64 * 1024 };

void
folder_close(struct folder *folder)
{
    if (folder->fd >= 0)
        close(folder->fd);
    folder->fd = -1;
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
    folder->fd = openat_enter(AT_FDCWD, copy, make);
    return folder->fd >= 0 || failure_report(folder, rule, "", errno);
}

bool
folder_open(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    return open_path(folder, path, false);
}

bool
folder_open_linked(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    folder->fd =
        openat_open(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return folder->fd >= 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, "", errno);
}

bool
folder_make(struct folder *folder, const char *path, struct diag *diag)
{
    *folder = (struct folder){-1, path, diag};
    return open_path(folder, path, true);
}

static bool
open_in(const struct folder *parent, const char *name, bool make,
        struct folder *folder)
{
    const char *last;
    int at = openat_parent(parent->fd, name, make, &last);

    *folder = (struct folder){-1, parent->path, parent->diag};
    if (at >= 0) {
        int reason;

        folder->fd = openat_enter(at, last, make);
        reason = errno;
        close(at);
        errno = reason;
    }
    if (folder->fd >= 0)
        return true;
    return make ? folder_fail(parent, name, errno)
                : failure_report(parent, RULE_FILE_UNREADABLE, name, errno);
}

bool
folder_open_in(const struct folder *parent, const char *name,
               struct folder *folder)
{
    return open_in(parent, name, false, folder);
}

bool
folder_make_in(const struct folder *parent, const char *name,
               struct folder *folder)
{
    return open_in(parent, name, true, folder);
}

enum folder_kind
folder_kind(const struct folder *folder, const char *path)
{
    struct stat seen;
    const char *name;
    int at = openat_parent(folder->fd, path, false, &name);
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

bool
folder_write(const struct folder *folder, const char *path, struct text content)
{
    struct file file;
    int failure = file_create(folder, path, &file);
    int closing;

    if (failure == 0)
        failure = file_append(&file, content);
    closing = file_close(&file);
    if (failure == 0)
        failure = closing;
    return failure == 0 || folder_fail(folder, path, failure);
}

bool
folder_read(const struct folder *folder, const char *path, struct arena *arena,
            struct text *content)
{
    struct file file;
    int failure = file_open(folder, path, &file);

    if (failure == 0)
        failure = file_rest(&file, arena, content);
    return failure == 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, path, failure);
}

bool
folder_read_linked(const struct folder *folder, const char *path,
                   struct arena *arena, struct text *content)
{
    struct file file;
    int failure = file_open_linked(folder, path, &file);

    if (failure == 0)
        failure = file_rest(&file, arena, content);
    return failure == 0 ||
           failure_report(folder, RULE_FILE_UNREADABLE, path, failure);
}

/* 0, or errno. */
static int
digest_rest(struct file *file, struct digest *digest)
{
    char room[PIECE];
    size_t got;
    int failure;

    do {
        failure = file_read(file, room, sizeof(room), &got);
        digest_add(digest, (struct text){room, got});
    } while (failure == 0 && got == sizeof(room));
    return failure;
}

bool
folder_digest(const struct folder *folder, const char *path,
              enum digest_kind kind, struct arena *arena, struct text *digest)
{
    struct digest *sum = digest_begin(arena, kind);
    struct file file;
    int failure = file_open(folder, path, &file);

    if (failure == 0)
        failure = digest_rest(&file, sum);
    file_close(&file);
    *digest = digest_end(sum, arena);
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
folder_link(const struct folder *from, const char *path,
            const struct folder *to, const char *name)
{
    const char *last;
    int at = openat_parent(to->fd, name, true, &last);
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
        return folder_fail(to, name, failure);
    arena = arena_new();
    copied = folder_read(from, path, arena, &content) &&
             folder_write(to, name, content);
    arena_free(arena);
    return copied;
}

bool
folder_fail(const struct folder *folder, const char *path, int reason)
{
    return failure_report(folder, RULE_FILE_UNWRITABLE, path, reason);
}

bool
folder_sync(const struct folder *folder)
{
    return syncfs(folder->fd) == 0 || folder_fail(folder, "", errno);
}

bool
folder_sync_names(const struct folder *folder)
{
    return fsync(folder->fd) == 0 || folder_fail(folder, "", errno);
}

bool
folder_lock(const struct folder *folder, enum folder_use use)
{
    int operation = (use == FOLDER_READING ? LOCK_SH : LOCK_EX) | LOCK_NB;
    int locked;

    do
        locked = flock(folder->fd, operation);
    while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return true;
    if (errno != EWOULDBLOCK)
        return folder_fail(folder, "", errno);
    return diag_report(folder->diag, RULE_OUTPUT_LOCKED,
                       &(struct finding){.place = {.path = folder->path}});
}
