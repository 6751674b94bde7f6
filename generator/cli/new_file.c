#include "cli/new_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/errno_words.h"
#include "cli/command.h"

static bool
fails(struct job *job, const char *path)
{
    return errno_report(job->diag, RULE_FILE_UNWRITABLE, path, errno);
}

static bool
write_whole(int file, struct text content)
{
    while (content.length > 0) {
        ssize_t written = write(file, content.bytes, content.length);

        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            content = text_from(content, (size_t)written);
    }
    return true;
}

bool
new_file_write(struct job *job, const char *path, struct text content)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool good;

    if (file < 0 && errno == EEXIST) {
        command_note(job, "%.*s",
                     TEXT_ARG(SAY(job->arena, job->options.spoken,
                                  WORDING_INIT_KEPT, text_of(path))));
        return true;
    }
    if (file < 0)
        return fails(job, path);
    good = write_whole(file, content);
    /* Close even after a failed write; a full disk may not show before. */
    good = close(file) == 0 && good;
    if (good)
        return true;
    fails(job, path);
    unlink(path); /* half a file would be kept as the user's next time */
    return false;
}

bool
new_folder_make(struct job *job, const char *path)
{
    char *copy = arena_copy(job->arena, path, strlen(path));

    for (char *slash = strchr(copy + 1, '/');; slash = strchr(slash + 1, '/')) {
        if (slash != NULL)
            *slash = '\0';
        if (mkdir(copy, 0777) != 0 && (errno != EEXIST || !is_folder(copy)))
            return fails(job, path);
        if (slash == NULL)
            return true;
        *slash = '/';
    }
}
