/*
 * A run of UTF-8 bytes that somebody else owns.
 *
 * Everything read from a file or made for a page is a text: bytes and a
 * length, never NUL-terminated by promise.  Unicode knowledge (normal forms,
 * code points) comes from utf8proc, hashes from xxHash; this is their door.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

struct text {
    const char *bytes;
    size_t length;
};

/* For printf's "%.*s". */
#define TEXT_ARG(text) (int)(text).length, (text).bytes

/* A string literal as a text, also in a table. */
#define TEXT(literal) ((struct text){(literal), sizeof(literal) - 1})

struct text text_of(const char *string);
bool text_equal(struct text a, struct text b);
bool text_is(struct text a, const char *string);

/* By bytes, shorter first: negative, zero or positive, like strcmp. */
int text_compare(struct text a, struct text b);

bool text_starts(struct text text, const char *start);
bool text_ends(struct text text, const char *end);

/* Where part begins in whole; whole.length if it does not. */
size_t text_find(struct text whole, struct text part);

/* From a byte offset to the end, or for count bytes; clipped to the text. */
struct text text_from(struct text text, size_t offset);
struct text text_slice(struct text text, size_t offset, size_t count);

/* A NUL-terminated copy in the arena; its length does not count the NUL. */
struct text text_copy(struct arena *arena, struct text text);

/* printf and vprintf into the arena, NUL-terminated. */
struct text text_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct text text_format_list(struct arena *arena, const char *format,
                             va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Puts the two one after the other. */
struct text text_join(struct arena *arena, struct text a, struct text b);

/* The same with a mark between them, where both say something. */
struct text text_join_by(struct arena *arena, struct text a, struct text mark,
                         struct text b);

/* The text; in the arena and cut behind a whole character, with "…", when it
   is longer than so many bytes. */
struct text text_excerpt(struct arena *arena, struct text text, size_t most);

/* The code point at *offset, which moves on behind it.  The text is valid
   UTF-8 (intake/decode.h has seen to that); -1 at the end. */
int32_t text_next(struct text text, size_t *offset);

/* Writes a code point as UTF-8 into at least 4 bytes; how many were used. */
size_t text_encode(int32_t code_point, char *bytes);

/* How many code points. */
size_t text_count(struct text text);

/* How many columns of a terminal it takes; a hanzi takes two. */
size_t text_width(struct text text);

/* Whether it is part of a word: a letter, mark, digit or connector such as _.
   And its small letter, itself when it has none. */
bool text_is_word(int32_t code_point);
int32_t text_lower(int32_t code_point);

/* Every Unicode space, tab and line break, and U+E5E5, which GBK's A3 A0
   becomes. */
bool text_is_space(int32_t code_point);

/* Whether nobody sees it, or it steers what is seen: control characters but
   tab and line breaks, zero width, direction marks, soft hyphen, what is no
   character. */
bool text_is_unfit(int32_t code_point);

/* Without such; each written U+202E instead.  The text itself when it has
   none. */
struct text text_fit(struct arena *arena, struct text text);
struct text text_escaped(struct arena *arena, struct text text);

/* Unicode's compatibility composition (NFKC).  The text itself when it is
   pure ASCII, else taken from the arena. */
struct text text_nfkc(struct arena *arena, struct text text);

/* 64 bits of XXH3 over the bytes, chained by seed.  Not for anything an
   adversary may choose to make collide: compare the bytes as well. */
uint64_t text_hash(struct text text, uint64_t seed);

#endif
