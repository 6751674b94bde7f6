#include "file/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "file/folder.h"
#include "file/openat.h"

/* A pipe must not keep anybody waiting before it is seen to be one. */
enum {
    READ_FLAGS = O_RDONLY | O_NONBLOCK | O_CLOEXEC,
    CREATE_FLAGS = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
};

/* Closes what failed; the reason is handed on. */
static int
give_up(struct file *file, int reason)
{
    file_close(file);
    return reason;
}

static int
look(struct file *file)
{
    struct stat seen;

    if (fstat(file->fd, &seen) != 0)
        return give_up(file, errno);
    if (!S_ISREG(seen.st_mode))
        return give_up(file, S_ISDIR(seen.st_mode) ? EISDIR : EINVAL);
    file->size = (uint64_t)seen.st_size;
    return 0;
}

int
file_open(const struct folder *folder, const char *path, struct file *file)
{
    const char *name;
    int at = openat_parent(folder->fd, path, false, &name);
    int failure;

    *file = (struct file){-1, 0};
    if (at >= 0)
        file->fd = openat_open(at, name, READ_FLAGS | O_NOFOLLOW);
    failure = file->fd < 0 ? errno : look(file);
    if (at >= 0)
        close(at);
    return failure;
}

int
file_open_linked(const struct folder *folder, const char *path,
                 struct file *file)
{
    *file = (struct file){openat_open(folder->fd, path, READ_FLAGS), 0};
    return file->fd < 0 ? errno : look(file);
}

int
file_read(struct file *file, char *room, size_t size, size_t *got)
{
    *got = 0;
    while (*got < size) {
        ssize_t read_now = read(file->fd, room + *got, size - *got);

        if (read_now < 0 && errno == EINTR)
            continue;
        if (read_now < 0)
            return errno;
        if (read_now == 0)
            break;
        *got += (size_t)read_now;
    }
    return 0;
}

int
file_seek(struct file *file, uint64_t offset)
{
    return lseek(file->fd, (off_t)offset, SEEK_SET) < 0 ? errno : 0;
}

int
file_rest(struct file *file, struct arena *arena, struct text *content)
{
    char *bytes = arena_take(arena, (size_t)file->size + 1);
    int failure = file_read(file, bytes, (size_t)file->size, &content->length);
    int closing = file_close(file);

    content->bytes = bytes;
    return failure != 0 ? failure : closing;
}

int
file_whole(const char *path, struct arena *arena, struct text *content)
{
    const struct folder here = {.fd = AT_FDCWD};
    struct file file;
    int failure = file_open_linked(&here, path, &file);

    return failure != 0 ? failure : file_rest(&file, arena, content);
}

/* 0, or errno.  Hardly ever is there anything to be replaced. */
static int
create_in(int at, const char *name, struct file *file)
{
    int failure;

    file->fd = openat_open(at, name, CREATE_FLAGS);
    if (file->fd < 0 && errno == EEXIST) {
        if (unlinkat(at, name, 0) != 0 && errno != ENOENT)
            return errno;
        file->fd = openat_open(at, name, CREATE_FLAGS);
    }
    if (file->fd < 0)
        return errno;
    failure = openat_set_mode(file->fd, 0644);
    return failure != 0 ? give_up(file, failure) : 0;
}

int
file_create(const struct folder *folder, const char *path, struct file *file)
{
    const char *name;
    int at = openat_parent(folder->fd, path, true, &name);
    int failure;

    *file = (struct file){-1, 0};
    failure = at < 0 ? errno : create_in(at, name, file);
    if (at >= 0)
        close(at);
    return failure;
}

int
file_append(struct file *file, struct text piece)
{
    while (piece.length > 0) {
        ssize_t wrote = write(file->fd, piece.bytes, piece.length);

        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return errno;
        piece = text_from(piece, (size_t)wrote);
    }
    return 0;
}

int
file_close(struct file *file)
{
    int failure = file->fd < 0 ? 0 : openat_close(file->fd);

    file->fd = -1;
    return failure;
}
