/*
 * Where the file system cannot exchange two folders, the old one is renamed
 * away first.  A kill between the two renames leaves no edition, and the next
 * release renames the old one back.
 */
#include "publish/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cleanup.h"
#include "base/diag.h"
#include "file/draft.h"
#include "file/folder.h"

static const char *const editions[] = {"site", "internal"};

struct swap_names
swap_names(struct arena *arena, const char *edition)
{
    return (struct swap_names){
        edition,
        text_format(arena, ".%s.staging", edition).bytes,
        text_format(arena, ".%s.staging/tree", edition).bytes,
        text_format(arena, ".%s.staging/previous", edition).bytes,
    };
}

static bool
recover_edition(const struct folder *output, const struct swap_names *names)
{
    enum folder_kind edition = folder_kind(output, names->edition);

    if (edition == FILES_UNSEEN || !draft_is_free(output, names->draft))
        return false;
    if (edition == FILES_NOTHING &&
        folder_kind(output, names->previous) == FILES_FOLDER &&
        renameat(output->fd, names->previous, output->fd, names->edition) != 0)
        return folder_fail(output, names->edition, errno);
    return draft_remove(output, names->draft);
}

bool
swap_recover(const struct folder *output)
{
    struct arena *arena = arena_new();
    bool good = true;

    for (size_t i = 0; i < sizeof(editions) / sizeof(editions[0]); i++) {
        struct swap_names names = swap_names(arena, editions[i]);

        good = good && recover_edition(output, &names);
    }
    arena_free(arena);
    return good;
}

/* 0, or errno with everything as before. */
static int
rename_twice(const struct folder *output, const struct swap_names *names)
{
    int at = output->fd;
    int failure;

    if (renameat(at, names->edition, at, names->previous) != 0)
        return errno;
    if (renameat(at, names->staging, at, names->edition) == 0)
        return 0;
    failure = errno;
    if (renameat(at, names->previous, at, names->edition) != 0)
        failure = errno;
    return failure;
}

static bool
cannot_exchange(int failure)
{
    return failure == EINVAL || failure == ENOSYS || failure == EOPNOTSUPP;
}

/* Not every C library has a function for it. */
static int
exchange_names(int at, const char *one, const char *other)
{
#ifdef RENAME_EXCHANGE
    return renameat2(at, one, at, other, RENAME_EXCHANGE);
#else
    enum { EXCHANGE = 1 << 1 };

    return (int)syscall(SYS_renameat2, at, one, at, other, EXCHANGE);
#endif
}

/* 0, or errno.  *undo says how to go back. */
static int
exchange(const struct folder *output, const struct swap_names *names,
         bool replaces)
{
    int at = output->fd;

    if (!replaces)
        return renameat(at, names->staging, at, names->edition) != 0 ? errno
                                                                     : 0;
    if (exchange_names(at, names->staging, names->edition) == 0)
        return 0;
    return cannot_exchange(errno) ? rename_twice(output, names) : errno;
}

/* Takes the new tree back out of the edition's place. */
static void
undo(const struct folder *output, const struct swap_names *names)
{
    int at = output->fd;

    if (folder_kind(output, names->previous) == FILES_FOLDER) {
        if (renameat(at, names->edition, at, names->staging) == 0 &&
            renameat(at, names->previous, at, names->edition) != 0)
            folder_fail(output, names->edition, errno);
    } else if (folder_kind(output, names->staging) == FILES_FOLDER) {
        if (exchange_names(at, names->staging, names->edition) != 0)
            folder_fail(output, names->edition, errno);
    } else if (renameat(at, names->edition, at, names->staging) != 0) {
        folder_fail(output, names->edition, errno);
    }
}

bool
swap_in(const struct folder *output, const struct swap_names *names,
        bool replaces)
{
    int failure;
    bool is_in = false;

    cleanup_hold();
    failure = exchange(output, names, replaces);
    if (failure != 0)
        folder_fail(output, names->edition, failure);
    else if (!(is_in = folder_sync_names(output)))
        undo(output, names);
    cleanup_release();
    return is_in;
}

void
swap_clean(const struct folder *output, const struct swap_names *names)
{
    struct diag *aside = diag_new();
    struct folder quiet = {output->fd, output->path, aside};

    if (!recover_edition(&quiet, names))
        diag_report(output->diag, RULE_DEBRIS_LEFT,
                    &(struct finding){.place = {.path = output->path},
                                      .detail = {text_of(names->draft)}});
    diag_free(aside);
}
