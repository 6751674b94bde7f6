#include "render/asset.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/errno_words.h"

/* A file that is not there is a fault of the templates; one that cannot be
   read is the system's. */
static bool
report(struct diag *diag, const char *path, int reason)
{
    bool is_absent = reason == ENOENT || reason == ENOTDIR || reason == EISDIR;

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
    FILE *file = fopen(path, "rb");
    struct buffer buffer = {.arena = arena};
    char block[4096];
    size_t length;
    int failure;

    if (file == NULL)
        return report(diag, path, errno);
    errno = 0;
    while ((length = fread(block, 1, sizeof(block), file)) > 0)
        buffer_put_bytes(&buffer, block, length);
    failure = ferror(file) ? errno : 0;
    if (fclose(file) != 0 && failure == 0)
        failure = errno;
    *content = buffer_text(&buffer);
    return failure == 0 || report(diag, path, failure);
}
