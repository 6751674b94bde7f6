#include "base/digest.h"

#include <nettle/base16.h>
#include <nettle/base64.h>
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

static void
sha256(struct text bytes, uint8_t *digest)
{
    struct sha256_ctx context;

    sha256_init(&context);
    sha256_update(&context, bytes.length, bytes_of(bytes));
    sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}

struct text
digest_sha256(struct arena *arena, struct text bytes)
{
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256(bytes, digest);
    return hex(arena, digest, sizeof(digest));
}

struct text
digest_sha512(struct arena *arena, struct text bytes)
{
    uint8_t digest[SHA512_DIGEST_SIZE];
    struct sha512_ctx context;

    sha512_init(&context);
    sha512_update(&context, bytes.length, bytes_of(bytes));
    sha512_digest(&context, sizeof(digest), digest);
    return hex(arena, digest, sizeof(digest));
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
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct text binary = {(const char *)digest, sizeof(digest)};

    sha256(bytes, digest);
    return text_join(arena, TEXT("sha256-"), digest_base64(arena, binary));
}
