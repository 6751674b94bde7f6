#include "base/huge.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/arena.h"

enum { HUGE_PAGE = 2 * 1024 * 1024 };

char *
huge_take(size_t size)
{
    size_t pages = (size + HUGE_PAGE - 1) / HUGE_PAGE;
    char *bytes;

    if (size < 2 * (size_t)HUGE_PAGE)
        return arena_must(malloc(size + 1));
    bytes = arena_must(aligned_alloc(HUGE_PAGE, pages * HUGE_PAGE));
    madvise(bytes, pages * HUGE_PAGE, MADV_HUGEPAGE); /* only a wish */
    return bytes;
}

void *
huge_grow(void *memory, size_t used, size_t size)
{
    char *bytes;

    if (size < 2 * (size_t)HUGE_PAGE || used >= HUGE_PAGE)
        return must_grow(memory, size);
    bytes = huge_take(size);
    if (used > 0)
        memcpy(bytes, memory, used);
    free(memory);
    return bytes;
}
