#include "file/sliding_read.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { LEAST_ROOM = 256 * 1024 };

int
sliding_read_open(struct sliding_read *window, const struct folder *folder,
                  const char *path)
{
    *window = (struct sliding_read){.bytes = NULL};
    return file_open(folder, path, &window->file);
}

int
sliding_read_close(struct sliding_read *window)
{
    free(window->bytes);
    window->bytes = NULL;
    return file_close(&window->file);
}

static void
grow(struct sliding_read *window, size_t room)
{
    if (room <= window->room)
        return;
    window->bytes = must_grow(window->bytes, room);
    window->room = room;
}

/* Reads as much as there is room for. */
static int
fill(struct sliding_read *window)
{
    size_t wanted = window->room - window->length, got;
    int failure =
        file_read(&window->file, window->bytes + window->length, wanted, &got);

    window->length += got;
    window->is_last = got < wanted;
    return failure;
}

int
sliding_read_slide(struct sliding_read *window, size_t behind)
{
    window->length -= behind;
    if (behind > 0)
        memmove(window->bytes, window->bytes + behind, window->length);
    if (window->length == window->room)
        grow(window, window->room > 0 ? window->room * 2 : LEAST_ROOM);
    return fill(window);
}

/* One byte more than the file has tells that it ends there. */
int
sliding_read_rest(struct sliding_read *window)
{
    int failure = 0;

    grow(window, (size_t)window->file.size + 1);
    while (failure == 0 && !window->is_last)
        failure = sliding_read_slide(window, 0);
    return failure;
}

struct text
sliding_read_text(const struct sliding_read *window)
{
    return (struct text){window->bytes, window->length};
}
