/*
 * Whatever stands in a manifest or a history, it is read to its end or to the
 * first line that is wrong; what was read is within the bounds of a folder and
 * in order.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "file/manifest.h"
#include "publish/history.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text = {(const char *)data, size};
    struct arena *arena = arena_new();
    struct manifest manifest = {.arena = arena};
    struct history history = {.arena = arena};

    if (manifest_parse(text, 64, &manifest) == 0)
        for (size_t i = 0; i < manifest.count; i++)
            demand(manifest_path_is_safe(manifest.lines[i].path) &&
                   manifest_find(&manifest, manifest.lines[i].path) != NULL);
    if (history_parse(text, &history) == 0)
        for (size_t i = 0; i < history.count; i++)
            demand(history_of(&history, history.lines[i].month) != NULL);
    arena_free(arena);
    return 0;
}
