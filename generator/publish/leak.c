/*
 * All values in all writings are one set of byte strings.  A window of 6, 4
 * or 2 bytes (as long as the string allows) is hashed at every position and
 * looked up in a bitmap small enough for the processor's cache; the few
 * positions that pass are compared in full.  So the cost does not depend on
 * how many secrets there are.
 *
 * References and escapes are not searched for in encoded form: they may be
 * mixed, padded, in either case.  The bytes are decoded instead and searched
 * once more.
 */
#include "publish/leak.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "publish/digest.h"
#include "publish/escape.h"
#include "publish/numbers.h"

enum {
    WINDOWS = 3,
    BUCKET_BITS = 20,
    BUCKETS = 1 << BUCKET_BITS,
    SHORTEST_BASE64 = 7 /* letters; less would be found in any text */
};

static const size_t window_sizes[WINDOWS] = {6, 4, 2};

struct pattern {
    struct text bytes;
    size_t secret; /* which */
    const char *writing;
    bool is_whole;   /* found between word ends only */
    bool is_foreign; /* not UTF-8 */
    uint32_t next;   /* in the bucket; 0 for none */
};

struct window {
    uint64_t bitmap[BUCKETS / 64];
    uint32_t first[BUCKETS]; /* of each bucket; 0 for none */
    bool is_used;
};

struct leak {
    struct arena *arena;
    const struct leak_search *search;
    struct pattern *patterns; /* from 1 */
    uint32_t count, room;
    struct window *windows; /* WINDOWS of them */
};

/* Sizes are spelled out so that each copy is one instruction. */
static inline size_t
bucket_of(const char *bytes, size_t size)
{
    uint64_t value = 0;

    if (size == 6)
        memcpy(&value, bytes, 6);
    else if (size == 4)
        memcpy(&value, bytes, 4);
    else
        memcpy(&value, bytes, 2);
    return (size_t)((value * 0x9E3779B97F4A7C15u) >> (64 - BUCKET_BITS));
}

static void
add_pattern(struct leak *leak, struct pattern pattern)
{
    size_t w = 0;
    size_t bucket;

    while (w < WINDOWS && window_sizes[w] > pattern.bytes.length)
        w++;
    if (w == WINDOWS)
        return;
    if (leak->count + 1 >= leak->room) {
        leak->room = leak->room > 0 ? leak->room * 2 : 1024;
        leak->patterns =
            must_grow(leak->patterns, leak->room * sizeof(*leak->patterns));
    }
    bucket = bucket_of(pattern.bytes.bytes, window_sizes[w]);
    pattern.next = leak->windows[w].first[bucket];
    leak->patterns[++leak->count] = pattern;
    leak->windows[w].first[bucket] = leak->count;
    leak->windows[w].bitmap[bucket / 64] |= (uint64_t)1 << (bucket % 64);
    leak->windows[w].is_used = true;
}

/* The letters of Base64 that are the same whatever stands around the value:
   behind 0, 1 or 2 bytes, the first whole letter to the last. */
static void
add_base64(struct leak *leak, struct text value, size_t secret,
           struct text (*encode)(struct arena *, struct text))
{
    for (size_t before = 0; before < 3; before++) {
        struct text padded =
            text_join(leak->arena, (struct text){"\0\0", before}, value);
        struct text letters = encode(leak->arena, padded);
        size_t from = (before * 8 + 5) / 6;
        size_t to = padded.length * 8 / 6;

        if (to >= from + SHORTEST_BASE64)
            add_pattern(leak, (struct pattern){
                                  .bytes = text_slice(letters, from, to - from),
                                  .secret = secret,
                                  .writing = "Base64"});
    }
}

static void
add_secret(struct leak *leak, size_t i)
{
    struct text value = leak->search->secrets[i];

    /* One character is no secret anybody could keep. */
    if (text_count(value) < 2)
        return;
    add_pattern(leak, (struct pattern){.bytes = value,
                                       .secret = i,
                                       .writing = "UTF-8",
                                       .is_whole = true});
    add_base64(leak, value, i, digest_base64);
    add_base64(leak, value, i, digest_base64url);
    if (leak->search->gb18030 == NULL)
        return;
    value = leak->search->gb18030[i];
    if (text_equal(value, leak->search->secrets[i]))
        return;
    add_pattern(leak, (struct pattern){.bytes = value,
                                       .secret = i,
                                       .writing = "GB18030",
                                       .is_foreign = true});
    add_base64(leak, value, i, digest_base64);
}

struct leak *
leak_new(struct arena *arena, const struct leak_search *search)
{
    struct leak *leak = ARENA_NEW(arena, struct leak);

    leak->arena = arena;
    leak->search = search;
    leak->windows = arena_must(calloc(WINDOWS, sizeof(*leak->windows)));
    for (size_t i = 0; i < search->count; i++)
        add_secret(leak, i);
    return leak;
}

void
leak_free(struct leak *leak)
{
    if (leak == NULL)
        return;
    free(leak->patterns);
    free(leak->windows);
}

/* Whether two neighbours make one word or one number: "Li" is not in "List",
   nor a phone in a longer number. */
static bool
are_joined(char a, char b)
{
    return (isdigit((unsigned char)a) && isdigit((unsigned char)b)) ||
           (isalpha((unsigned char)a) && isalpha((unsigned char)b));
}

/* What is in another encoding is found by chance across the letters of UTF-8
   text; it counts where it begins and ends as letters do. */
static bool
is_chance(const struct pattern *pattern, struct text bytes, size_t at,
          bool is_utf8)
{
    size_t end = at + pattern->bytes.length;

    if (pattern->is_whole &&
        ((at > 0 && are_joined(bytes.bytes[at - 1], bytes.bytes[at])) ||
         (end < bytes.length &&
          are_joined(bytes.bytes[end - 1], bytes.bytes[end]))))
        return true;
    if (!pattern->is_foreign || !is_utf8)
        return false;
    return (bytes.bytes[at] & 0xC0) == 0x80 ||
           (end < bytes.length && (bytes.bytes[end] & 0xC0) == 0x80);
}

/* The first in the chain of patterns that stands at an offset, or NULL. */
static const struct pattern *
pattern_at(const struct leak *leak, uint32_t first, struct text bytes,
           size_t at, bool is_utf8)
{
    for (uint32_t i = first; i != 0; i = leak->patterns[i].next) {
        const struct pattern *pattern = &leak->patterns[i];

        if (text_equal(text_slice(bytes, at, pattern->bytes.length),
                       pattern->bytes) &&
            !is_chance(pattern, bytes, at, is_utf8))
            return pattern;
    }
    return NULL;
}

static const struct pattern *
search_window(const struct leak *leak, size_t w, struct text bytes,
              bool is_utf8)
{
    const struct window *window = &leak->windows[w];
    size_t size = window_sizes[w];

    for (size_t at = 0; at + size <= bytes.length; at++) {
        size_t bucket = bucket_of(bytes.bytes + at, size);
        const struct pattern *found;

        if (!(window->bitmap[bucket / 64] >> (bucket % 64) & 1))
            continue;
        found = pattern_at(leak, window->first[bucket], bytes, at, is_utf8);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static bool
is_valid_utf8(struct text bytes)
{
    size_t at = 0;

    while (at < bytes.length) {
        size_t from = at;

        if ((unsigned char)bytes.bytes[at] < 0x80)
            at++;
        else if (text_next(bytes, &at) == 0xFFFD && at - from == 1)
            return false;
    }
    return true;
}

static bool
search_bytes(const struct leak *leak, struct text bytes, struct leak_find *find)
{
    bool is_utf8 = is_valid_utf8(bytes);

    for (size_t w = 0; w < WINDOWS; w++) {
        const struct pattern *found;

        if (!leak->windows[w].is_used)
            continue;
        found = search_window(leak, w, bytes, is_utf8);
        if (found != NULL) {
            *find = (struct leak_find){leak->search->secrets[found->secret],
                                       found->writing};
            return true;
        }
    }
    return numbers_find(bytes, &find->value, &find->writing);
}

bool
leak_find(const struct leak *leak, struct text bytes, struct leak_find *find)
{
    struct text decoded;
    bool found;

    if (search_bytes(leak, bytes, find))
        return true;
    decoded.bytes = NULL;
    if (!escape_decode(bytes, &decoded))
        return false;
    found = search_bytes(leak, decoded, find);
    if (found) {
        find->value = text_copy(leak->arena, find->value);
        find->writing = "escaped";
    }
    free((void *)(uintptr_t)decoded.bytes);
    return found;
}
