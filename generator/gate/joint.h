/*
 * Where a name is spread out: 康 映 雪, 艾尔肯·吐逊.  What stands there
 * between two hanzi parts nothing for a reader.
 */
#ifndef GATE_JOINT_H
#define GATE_JOINT_H

#include <stddef.h>

#include "base/text.h"

/* The first such place from the offset on, and how many bytes stand between
   the two; the length of the bytes if there is none. */
size_t joint_next(struct text bytes, size_t from, size_t *length);

#endif
