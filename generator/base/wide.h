/*
 * Whole numbers of 128 bits: wide enough for every product of two numbers of
 * 64, and the sum of a few.  Our own, because not every compiler has them.
 */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stdint.h>

/* high × 2^64 + low */
struct wide {
    uint64_t low;
    int64_t high;
};

struct wide wide_of(int64_t number);
struct wide wide_product(int64_t a, int64_t b);

/* These stay within 128 bits. */
struct wide wide_sum(struct wide a, struct wide b);
struct wide wide_difference(struct wide a, struct wide b);

/* Below, at or above 0, as a is less than b, equal or more. */
int wide_compare(struct wide a, struct wide b);

/* a ÷ b towards 0, and what is then left of a; b is not 0. */
struct wide wide_quotient(struct wide a, struct wide b);
struct wide wide_rest(struct wide a, struct wide b);

/* The number; where it does not fit, the largest, or smallest, that does on
   both sides of 0. */
int64_t wide_narrowed(struct wide a);

#endif
