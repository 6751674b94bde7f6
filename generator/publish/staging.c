#include "publish/staging.h"

#include "base/cleanup.h"
#include "file/draft.h"
#include "file/tree.h"
#include "publish/swap.h"

struct staging
staging_none(const struct folder *output, const struct swap_names *names)
{
    return (struct staging){output, names, {-1, output->path, output->diag}, 0};
}

bool
staging_make(struct staging *staging)
{
    if (staging->folder.fd >= 0)
        return true;
    if (staging->temporary == 0)
        staging->temporary =
            cleanup_begin(staging->output->fd, staging->names->draft);
    return draft_make(staging->output, staging->names->draft) &&
           folder_make_in(staging->output, staging->names->staging,
                          &staging->folder);
}

bool
staging_empty(struct staging *staging)
{
    folder_close(&staging->folder);
    return tree_remove(staging->output, staging->names->staging);
}

void
staging_close(struct staging *staging)
{
    folder_close(&staging->folder);
    swap_clean(staging->output, staging->names);
    cleanup_end(staging->temporary);
}
