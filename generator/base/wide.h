/*
 * Integers wide enough for every fraction of two 64-bit numbers.
 */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#ifdef __SIZEOF_INT128__
__extension__ typedef __int128 wide;
#elif defined(__BITINT_MAXWIDTH__) && __BITINT_MAXWIDTH__ >= 128
__extension__ typedef _BitInt(128) wide;
#else
#error "integers of 128 bits are needed: build for 64 bits, or with clang"
#endif

#endif
