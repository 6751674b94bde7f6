/*
 * Bytes put by for later: in memory while they are few, else in a file without
 * a name, which goes with the program.
 */
#ifndef RENDER_SPOOL_H
#define RENDER_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct spool;

/* So many bytes stay in memory. */
struct spool *spool_new(size_t most);
void spool_free(struct spool *spool);

/* False, with errno set, if there is no room; *offset tells where it is. */
bool spool_put(struct spool *spool, struct text bytes, uint64_t *offset);

/* What was put there, lent until the next call; false with errno set. */
bool spool_get(struct spool *spool, uint64_t offset, size_t length,
               struct text *bytes);

#endif
