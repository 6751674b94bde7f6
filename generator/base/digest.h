/*
 * Digests and codings of bytes (Nettle's door).
 */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "base/text.h"

struct arena;

/* In small hexadecimal letters, from the arena. */
struct text digest_sha256(struct arena *arena, struct text bytes);
struct text digest_sha512(struct arena *arena, struct text bytes);

/* The same of bytes that come piece by piece. */
enum digest_kind { DIGEST_SHA256, DIGEST_SHA512 };
struct digest;
struct digest *digest_begin(struct arena *arena, enum digest_kind kind);
void digest_add(struct digest *digest, struct text piece);
struct text digest_end(struct digest *digest, struct arena *arena);

/* "sha256-…" in Base64, as a Content-Security-Policy names a style or a
   script. */
struct text digest_policy(struct arena *arena, struct text bytes);

/* Base64 with padding, with + and /, or - and _ when for addresses. */
struct text digest_base64(struct arena *arena, struct text bytes);
struct text digest_base64url(struct arena *arena, struct text bytes);

#endif
