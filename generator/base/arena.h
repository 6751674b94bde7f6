/*
 * Memory that lives as long as one build, or one page.
 *
 * Nothing taken from an arena is ever freed singly; all of it is given back
 * in one call at the end.  When the machine has no memory left the program
 * says so once and exits with status 3; no caller has to test for it, and
 * nothing is half published, because publishing is one rename at the end.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena);

/* Gives everything taken so far back, to be taken again. */
void arena_reset(struct arena *arena);

/* Zeroed memory, aligned for any type. */
void *arena_take(struct arena *arena, size_t size);

/* The same, but not zeroed: for what is written before it is read. */
void *arena_room(struct arena *arena, size_t size);

/* A NUL-terminated copy. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);

/* ARENA_NEW(arena, struct problem) */
#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))

/* What is then said. */
#define OUT_OF_MEMORY "shiji: 内存不足 (out of memory)\n"

/* The same end for memory got elsewhere: returns it, or exits with 3 when
   it is NULL.  must_grow is realloc that cannot fail. */
void *arena_must(void *memory);
void *must_grow(void *memory, size_t size);

#endif
