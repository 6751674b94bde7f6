#include "file/lock.h"

#include <errno.h>
#include <sys/file.h>

#include "base/diag.h"
#include "file/folder.h"

bool
lock_take(const struct folder *folder, enum lock_kind kind)
{
    int operation = (kind == LOCK_READING ? LOCK_SH : LOCK_EX) | LOCK_NB;
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
