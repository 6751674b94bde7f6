/*
 * Blocks of doubling size, kept in a list.  A request that does not fit
 * the newest block opens another; the tail of the old one is given up.  Bytes
 * used again are cleared when they are taken, and so are near when written.
 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/cleanup.h"
#include "base/workers.h"

enum {
    FIRST_BLOCK = 16 * 1024,
    KEPT_MOST = 16 * 1024 * 1024, /* by an arena that is emptied */
    ALIGNMENT = sizeof(max_align_t)
};

struct block {
    struct block *older;
    size_t used;
    size_t soiled; /* bytes used before the arena was emptied */
    size_t size;
    max_align_t bytes[];
};

struct arena {
    struct block *newest;
};

/* At once: what the library would do on exit is not for other threads to
   see. */
static void
end_without_memory(void)
{
    workers_give_up(end_without_memory);
    cleanup_remove();
    (void)!write(STDERR_FILENO, OUT_OF_MEMORY, sizeof(OUT_OF_MEMORY) - 1);
    _exit(3);
}

void *
arena_must(void *memory)
{
    if (memory == NULL)
        end_without_memory();
    return memory;
}

void *
must_grow(void *memory, size_t size)
{
    return arena_must(realloc(memory, size > 0 ? size : 1));
}

struct arena *
arena_new(void)
{
    return arena_must(calloc(1, sizeof(struct arena)));
}

static void
free_blocks(struct block *block)
{
    for (struct block *older; block; block = older) {
        older = block->older;
        free(block);
    }
}

void
arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    free_blocks(arena->newest);
    free(arena);
}

void
arena_reset(struct arena *arena)
{
    struct block *kept = arena->newest; /* the largest */

    if (kept == NULL)
        return;
    free_blocks(kept->older);
    kept->older = NULL;
    if (kept->size > KEPT_MOST) {
        free(kept);
        arena->newest = NULL;
        return;
    }
    if (kept->used > kept->soiled)
        kept->soiled = kept->used;
    kept->used = 0;
}

static struct block *
open_block(struct arena *arena, size_t size)
{
    size_t wanted = arena->newest ? arena->newest->size * 2 : FIRST_BLOCK;
    struct block *block;

    while (wanted < size)
        wanted *= 2;
    block = arena_must(calloc(1, sizeof(*block) + wanted));
    block->size = wanted;
    block->older = arena->newest;
    arena->newest = block;
    return block;
}

/* Room that may hold what was there before the arena was emptied. */
static char *
take(struct arena *arena, size_t size, bool *is_soiled)
{
    struct block *block = arena->newest;
    char *taken;

    if (size > SIZE_MAX / 4)
        arena_must(NULL);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (block == NULL || block->size - block->used < size)
        block = open_block(arena, size);
    taken = (char *)block->bytes + block->used;
    *is_soiled = block->used < block->soiled;
    block->used += size;
    return taken;
}

void *
arena_take(struct arena *arena, size_t size)
{
    bool is_soiled;
    void *taken = take(arena, size, &is_soiled);

    return is_soiled ? memset(taken, 0, size) : taken;
}

void *
arena_room(struct arena *arena, size_t size)
{
    bool is_soiled;

    return take(arena, size, &is_soiled);
}

char *
arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_room(arena, length + 1);

    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}
