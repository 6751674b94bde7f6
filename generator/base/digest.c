#include "base/digest.h"

#include <stddef.h>

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/nettle-meta.h>
#include <nettle/sha2.h>

#include "base/arena.h"

static const uint8_t *
bytes_of(struct text text)
{
    return (const uint8_t *)(text.length > 0 ? text.bytes : "");
}

static struct text
hex(struct arena *arena, const uint8_t *digest, size_t length)
{
    char *letters = arena_take(arena, BASE16_ENCODE_LENGTH(length) + 1);

    base16_encode_update(letters, length, digest);
    return (struct text){letters, BASE16_ENCODE_LENGTH(length)};
}

static const struct nettle_hash *const kinds[] = {
    [DIGEST_SHA256] = &nettle_sha256, [DIGEST_SHA512] = &nettle_sha512};

struct digest {
    const struct nettle_hash *hash;
    max_align_t context[];
};

struct digest *
digest_begin(struct arena *arena, enum digest_kind kind)
{
    const struct nettle_hash *hash = kinds[kind];
    struct digest *digest =
        arena_take(arena, sizeof(*digest) + hash->context_size);

    digest->hash = hash;
    hash->init(digest->context);
    return digest;
}

void
digest_add(struct digest *digest, struct text piece)
{
    digest->hash->update(digest->context, piece.length, bytes_of(piece));
}

/* In so many bytes. */
static size_t
finish(struct digest *digest, uint8_t *binary)
{
    size_t size = digest->hash->digest_size;

    digest->hash->digest(digest->context, size, binary);
    return size;
}

struct text
digest_end(struct digest *digest, struct arena *arena)
{
    uint8_t binary[SHA512_DIGEST_SIZE];
    size_t size = finish(digest, binary);

    return hex(arena, binary, size);
}

static struct digest *
of_whole(struct arena *arena, enum digest_kind kind, struct text bytes)
{
    struct digest *digest = digest_begin(arena, kind);

    digest_add(digest, bytes);
    return digest;
}

struct text
digest_sha256(struct arena *arena, struct text bytes)
{
    return digest_end(of_whole(arena, DIGEST_SHA256, bytes), arena);
}

struct text
digest_sha512(struct arena *arena, struct text bytes)
{
    return digest_end(of_whole(arena, DIGEST_SHA512, bytes), arena);
}

static struct text
base64(struct arena *arena, struct text bytes,
       struct base64_encode_ctx *context)
{
    size_t room =
        BASE64_ENCODE_LENGTH(bytes.length) + BASE64_ENCODE_FINAL_LENGTH + 1;
    char *letters = arena_take(arena, room);
    size_t length =
        base64_encode_update(context, letters, bytes.length, bytes_of(bytes));

    length += base64_encode_final(context, letters + length);
    return (struct text){letters, length};
}

struct text
digest_base64(struct arena *arena, struct text bytes)
{
    struct base64_encode_ctx context;

    base64_encode_init(&context);
    return base64(arena, bytes, &context);
}

struct text
digest_base64url(struct arena *arena, struct text bytes)
{
    struct base64_encode_ctx context;

    base64url_encode_init(&context);
    return base64(arena, bytes, &context);
}

struct text
digest_policy(struct arena *arena, struct text bytes)
{
    uint8_t binary[SHA512_DIGEST_SIZE];
    size_t size = finish(of_whole(arena, DIGEST_SHA256, bytes), binary);

    return text_join(
        arena, TEXT("sha256-"),
        digest_base64(arena, (struct text){(const char *)binary, size}));
}
