#include "render/asset.h"

#include <errno.h>

#include "base/diag.h"
#include "base/errno_words.h"
#include "file/file.h"
#include "render/built_in.h"

/* A file that is not there, or is no file, is a fault of the templates; one
   that cannot be read is the system's. */
static bool
report(struct diag *diag, const char *path, int reason)
{
    bool is_absent = reason == ENOENT || reason == ENOTDIR ||
                     reason == EISDIR || reason == EINVAL;

    if (!is_absent)
        return errno_report(diag, RULE_FILE_UNREADABLE, path, reason);
    return diag_report(
        diag, RULE_TEMPLATE_INVALID,
        &(struct finding){.place = {.path = path}, .detail = {text_of(path)}});
}

bool
asset_read(struct arena *arena, const char *path, struct diag *diag,
           struct text *content)
{
    int failure;

    if (is_built_in(path))
        return built_in_find(path, content) || report(diag, path, ENOENT);
    failure = file_whole(path, arena, content);

    return failure == 0 || report(diag, path, failure);
}
