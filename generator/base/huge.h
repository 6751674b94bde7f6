/*
 * Memory for the bytes of files and for what grows beside them.
 *
 * Large pieces get huge pages where the system has them: filling fresh small
 * ones costs more than what is done with them.
 */
#ifndef BASE_HUGE_H
#define BASE_HUGE_H

#include <stddef.h>

/* So many bytes, to be freed with free. */
char *huge_take(size_t size);

/* The same memory made larger, with what was used of it. */
void *huge_grow(void *memory, size_t used, size_t size);

#endif
