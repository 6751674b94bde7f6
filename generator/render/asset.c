#include "render/asset.h"

#include <stdio.h>

#include "base/buffer.h"

bool
asset_read(struct arena *arena, const char *path, struct text *content)
{
    FILE *file = fopen(path, "rb");
    struct buffer buffer = {.arena = arena};
    char block[4096];
    size_t length;
    bool is_read;

    if (file == NULL)
        return false;
    while ((length = fread(block, 1, sizeof(block), file)) > 0)
        buffer_put_bytes(&buffer, block, length);
    is_read = !ferror(file);
    fclose(file);
    *content = buffer_text(&buffer);
    return is_read;
}
