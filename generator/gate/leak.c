/*
 * All values in all writings are one set of byte strings, sought with nets.
 * A net looks at every third window of four bytes only: a string of six
 * bytes or more holds such a window whole, wherever it stands.  A window that
 * none of the strings holds is told by a bitmap; where one may, what stands
 * there is looked up in the set, once for each length there is.  So the cost
 * depends on the bytes, not on how many secrets there are.
 *
 * References and escapes are not searched for in encoded form: they may be
 * mixed, padded, in either case.  What stands around them is decoded instead
 * and searched once more.
 */
#include "gate/leak.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/pii.h"
#include "base/utf8.h"
#include "gate/escape.h"

enum {
    NETS = 3,
    LEAST_BITS = 16, /* of a bitmap */
    MOST_BITS = 28,
    LONGEST_KEY = 63,    /* bytes by which a string is looked up */
    SHORTEST_BASE64 = 7, /* letters; less would be found in any text */
    LONGEST_CHANCE = 4,  /* bytes that stand in any digest: ada, Li */
    SHORTEST_DIGEST = 40
};

/* A window of so many bytes at every such step catches every string of the
   least length. */
static const struct mesh {
    size_t size, step, least;
} meshes[NETS] = {{4, 3, 6}, {4, 1, 4}, {2, 1, 2}};

struct pattern {
    struct text bytes;
    size_t secret; /* which */
    const char *writing;
    bool is_whole;    /* found between word ends only */
    bool is_foreign;  /* not UTF-8 */
    bool is_pardoned; /* stands in what the pages say of themselves */
};

struct net {
    struct mesh mesh;
    uint64_t *bitmap;
    unsigned bits;
    uint64_t lengths; /* of keys, one bit each; 0: nothing to catch */
};

struct leak {
    struct arena *arena;
    const struct leak_search *search;
    struct pattern *patterns; /* from 1 */
    uint32_t count, room;
    uint32_t *slots; /* patterns by the hash of their keys; 0: none */
    size_t slot_mask;
    size_t longest;
    /* Strings that are no UTF-8 cannot stand where all is UTF-8: they have
       nets of their own. */
    struct net nets[2][NETS];
};

static void
add_pattern(struct leak *leak, struct pattern pattern)
{
    if (pattern.bytes.length < meshes[NETS - 1].least)
        return;
    if (leak->count + 1 >= leak->room) {
        leak->room = leak->room > 0 ? leak->room * 2 : 1024;
        leak->patterns =
            must_grow(leak->patterns, leak->room * sizeof(*leak->patterns));
    }
    leak->patterns[++leak->count] = pattern;
    if (pattern.bytes.length > leak->longest)
        leak->longest = pattern.bytes.length;
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

static inline size_t
bucket_of(unsigned bits, const char *window, size_t size)
{
    uint32_t value = 0;

    if (size == 4)
        memcpy(&value, window, 4);
    else
        memcpy(&value, window, 2);
    return (value * UINT32_C(0x9E3779B1)) >> (32 - bits);
}

static size_t
key_length(const struct pattern *pattern)
{
    return pattern->bytes.length < LONGEST_KEY ? pattern->bytes.length
                                               : LONGEST_KEY;
}

static struct net *
net_of(struct leak *leak, const struct pattern *pattern)
{
    size_t ignored, i = 0;

    while (meshes[i].least > pattern->bytes.length)
        i++;
    return &leak->nets[!utf8_is_valid(pattern->bytes, &ignored)][i];
}

/* Puts a pattern into its net and into the set. */
static void
place(struct leak *leak, uint32_t number)
{
    const struct pattern *pattern = &leak->patterns[number];
    struct net *net = net_of(leak, pattern);
    size_t key = key_length(pattern);
    size_t slot = (size_t)text_hash(text_slice(pattern->bytes, 0, key), 0);

    for (size_t i = 0; i < net->mesh.step; i++) {
        size_t bucket =
            bucket_of(net->bits, pattern->bytes.bytes + i, net->mesh.size);

        net->bitmap[bucket / 64] |= UINT64_C(1) << (bucket % 64);
    }
    net->lengths |= UINT64_C(1) << key;
    while (leak->slots[slot & leak->slot_mask] != 0)
        slot++;
    leak->slots[slot & leak->slot_mask] = number;
}

/* So sparse that few windows pass by chance. */
static void
spread_nets(struct leak *leak)
{
    unsigned bits = LEAST_BITS;
    size_t slots = 1;

    while (bits < MOST_BITS && leak->count >> (bits - 7) > 0)
        bits++;
    while (slots < (size_t)leak->count * 2 + 1)
        slots *= 2;
    leak->slot_mask = slots - 1;
    leak->slots = arena_must(calloc(slots, sizeof(*leak->slots)));
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < NETS; j++)
            leak->nets[i][j] = (struct net){
                .mesh = meshes[j],
                .bits = bits,
                .bitmap = arena_must(calloc((size_t)1 << bits >> 6, 8)),
            };
}

static bool
is_of_digest(char c)
{
    return isalnum((unsigned char)c) || c == '+' || c == '/';
}

static bool
is_in_digest(struct text bytes, size_t at, size_t end)
{
    size_t from = at;

    while (from > 0 && is_of_digest(bytes.bytes[from - 1]))
        from--;
    while (end < bytes.length && is_of_digest(bytes.bytes[end]))
        end++;
    return end - from >= SHORTEST_DIGEST;
}

/* What is in another encoding is found by chance across the letters of UTF-8
   text; it counts where it begins and ends as letters do. */
static bool
is_chance(const struct pattern *pattern, struct text bytes, size_t at,
          bool is_utf8)
{
    size_t end = at + pattern->bytes.length;

    if (pattern->is_whole &&
        ((at > 0 && pii_runs_on(bytes.bytes[at - 1], bytes.bytes[at])) ||
         (end < bytes.length &&
          pii_runs_on(bytes.bytes[end - 1], bytes.bytes[end]))))
        return true;
    if (pattern->bytes.length <= LONGEST_CHANCE && is_in_digest(bytes, at, end))
        return true;
    if (!pattern->is_foreign || !is_utf8)
        return false;
    return (bytes.bytes[at] & 0xC0) == 0x80 ||
           (end < bytes.length && (bytes.bytes[end] & 0xC0) == 0x80);
}

/* The pattern that begins at an offset, or NULL. */
static const struct pattern *
pattern_at(const struct leak *leak, uint64_t lengths, struct text bytes,
           size_t at, bool is_utf8)
{
    for (; lengths != 0; lengths &= lengths - 1) {
        size_t key = (size_t)__builtin_ctzll(lengths);
        size_t slot;

        if (key > bytes.length - at)
            break;
        slot = (size_t)text_hash(text_slice(bytes, at, key), 0);
        for (;; slot++) {
            uint32_t number = leak->slots[slot & leak->slot_mask];
            const struct pattern *pattern = &leak->patterns[number];

            if (number == 0)
                break;
            if (!pattern->is_pardoned &&
                text_equal(text_slice(bytes, at, pattern->bytes.length),
                           pattern->bytes) &&
                !is_chance(pattern, bytes, at, is_utf8))
                return pattern;
        }
    }
    return NULL;
}

/* 1 if a string may hold the window, else 0. */
static inline unsigned
may_hold(const struct net *net, const char *window, size_t size)
{
    size_t bucket = bucket_of(net->bits, window, size);

    return (net->bitmap[bucket / 64] >> (bucket % 64) & 1) != 0;
}

/* The next window from here on that a string may hold; the length of the bytes
   if there is none.  Four are looked at before it is asked which. */
static inline size_t
look_through(const struct net *net, struct text bytes, size_t at,
             struct mesh mesh)
{
    const struct net own = *net;
    const size_t step = mesh.step, size = mesh.size;

    for (; at + 3 * step + size <= bytes.length; at += 4 * step)
        if (may_hold(&own, bytes.bytes + at, size) |
            may_hold(&own, bytes.bytes + at + step, size) |
            may_hold(&own, bytes.bytes + at + 2 * step, size) |
            may_hold(&own, bytes.bytes + at + 3 * step, size))
            break;
    for (; at + size <= bytes.length; at += step)
        if (may_hold(&own, bytes.bytes + at, size))
            return at;
    return bytes.length;
}

/* The same, compiled once for each mesh. */
static size_t
next_window(const struct net *net, struct text bytes, size_t at)
{
    if (net->mesh.step == meshes[0].step)
        return look_through(net, bytes, at, meshes[0]);
    if (net->mesh.size == meshes[1].size)
        return look_through(net, bytes, at, meshes[1]);
    return look_through(net, bytes, at, meshes[2]);
}

static const struct pattern *
search_net(const struct leak *leak, const struct net *net, struct text bytes,
           bool is_utf8)
{
    for (size_t at = 0; (at = next_window(net, bytes, at)) < bytes.length;
         at += net->mesh.step)
        for (size_t back = 0; back < net->mesh.step && back <= at; back++) {
            const struct pattern *found =
                pattern_at(leak, net->lengths, bytes, at - back, is_utf8);

            if (found != NULL)
                return found;
        }
    return NULL;
}

static int
by_bytes(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* What has the form of a number of somebody's, and is no amount. */
static bool
find_form(const struct leak *leak, struct text bytes, struct leak_find *find)
{
    const struct leak_search *search = leak->search;

    while (pii_find(bytes, &find->value, &find->writing)) {
        if (search->amount_count == 0 ||
            bsearch(&find->value, search->amounts, search->amount_count,
                    sizeof(find->value), by_bytes) == NULL)
            return true;
        bytes = text_from(bytes, (size_t)(find->value.bytes - bytes.bytes) +
                                     find->value.length);
    }
    return false;
}

static const struct pattern *
search_nets(const struct leak *leak, struct text bytes, bool is_utf8)
{
    const struct pattern *found = NULL;

    for (size_t i = 0; found == NULL && i < (is_utf8 ? 1 : 2) * NETS; i++) {
        const struct net *net = &leak->nets[i / NETS][i % NETS];

        if (net->lengths)
            found = search_net(leak, net, bytes, is_utf8);
    }
    return found;
}

static bool
search_bytes(const struct leak *leak, struct text bytes, bool is_utf8,
             struct leak_find *find)
{
    const struct pattern *found = search_nets(leak, bytes, is_utf8);

    if (found == NULL)
        return find_form(leak, bytes, find);
    *find = (struct leak_find){leak->search->secrets[found->secret],
                               found->writing};
    return true;
}

/* Secrets that stand in a text of ours, each in all its writings. */
static void
pardon(struct leak *leak, struct text said)
{
    const struct pattern *found;
    size_t ignored;
    bool is_utf8 = utf8_is_valid(said, &ignored);

    while ((found = search_nets(leak, said, is_utf8)) != NULL)
        for (uint32_t i = 1; i <= leak->count; i++)
            if (leak->patterns[i].secret == found->secret)
                leak->patterns[i].is_pardoned = true;
}

/* In what was decoded, and once more when that was decoded in its turn. */
static bool
find_decoded(const struct leak *leak, struct arena *arena, struct text bytes,
             bool is_again, struct leak_find *find)
{
    struct text decoded = {NULL, 0};
    size_t ignored;
    bool found;

    if (!escape_decode(bytes, leak->longest + PII_LONGEST, &decoded))
        return false;
    found = search_bytes(leak, decoded, utf8_is_valid(decoded, &ignored), find);
    if (found) {
        find->value = text_copy(arena, find->value);
        find->writing = "escaped";
    }
    found =
        found || (!is_again && find_decoded(leak, arena, decoded, true, find));
    free((void *)(uintptr_t)decoded.bytes);
    return found;
}

static bool
find_anywhere(const struct leak *leak, struct arena *arena, struct text bytes,
              bool is_utf8, struct leak_find *find)
{
    return search_bytes(leak, bytes, is_utf8, find) ||
           find_decoded(leak, arena, bytes, false, find);
}

/* Own texts are cut out, and what stands around them searched by itself. */
static bool
find_beside_own(const struct leak *leak, struct arena *arena, struct text bytes,
                size_t first_own, struct leak_find *find)
{
    const struct leak_search *search = leak->search;
    size_t ignored;

    if (!find_anywhere(leak, arena, bytes, utf8_is_valid(bytes, &ignored),
                       find))
        return false;
    for (size_t i = first_own; i < search->own_count; i++) {
        struct text own = search->own[i];
        size_t at = text_find(bytes, own);

        if (own.length == 0 || at == bytes.length)
            continue;
        return find_beside_own(leak, arena, text_slice(bytes, 0, at), i + 1,
                               find) ||
               find_beside_own(leak, arena, text_from(bytes, at + own.length),
                               i, find);
    }
    return true;
}

struct leak *
leak_new(struct arena *arena, const struct leak_search *search)
{
    struct leak *leak = ARENA_NEW(arena, struct leak);
    struct text said;

    leak->arena = arena;
    leak->search = search;
    for (size_t i = 0; i < search->count; i++)
        add_secret(leak, i);
    spread_nets(leak);
    for (uint32_t i = 1; i <= leak->count; i++)
        place(leak, i);
    pardon(leak, search->said);
    if (escape_decode(search->said, leak->longest, &said)) {
        pardon(leak, said);
        free((void *)(uintptr_t)said.bytes);
    }
    return leak;
}

void
leak_free(struct leak *leak)
{
    if (leak == NULL)
        return;
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < NETS; j++)
            free(leak->nets[i][j].bitmap);
    free(leak->slots);
    free(leak->patterns);
}

bool
leak_find(const struct leak *leak, struct arena *arena, struct text bytes,
          bool is_utf8, struct leak_find *find)
{
    return find_anywhere(leak, arena, bytes, is_utf8, find) &&
           find_beside_own(leak, arena, bytes, 0, find);
}
