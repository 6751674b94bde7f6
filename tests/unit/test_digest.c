#include "support/test.h"

#include "base/arena.h"
#include "base/digest.h"

static void
expect(struct text found, const char *expected)
{
    assert_int_equal(found.length, text_of(expected).length);
    assert_memory_equal(found.bytes, expected, found.length);
}

static void
digests_are_those_of_the_standard(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    expect(digest_sha256(arena, TEXT("abc")),
           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(digest_sha256(arena, (struct text){NULL, 0}),
           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(digest_sha512(arena, TEXT("abc")),
           "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
           "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    arena_free(arena);
}

static void
a_digest_does_not_depend_on_the_pieces(void **state)
{
    struct arena *arena = arena_new();
    struct digest *small = digest_begin(arena, DIGEST_SHA256);
    struct digest *large = digest_begin(arena, DIGEST_SHA512);

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        digest_add(small, text_slice(TEXT("abc"), i, 1));
        digest_add(large, text_slice(TEXT("abc"), i, 1));
        digest_add(large, (struct text){NULL, 0});
    }
    assert_true(text_equal(digest_end(small, arena),
                           digest_sha256(arena, TEXT("abc"))));
    assert_true(text_equal(digest_end(large, arena),
                           digest_sha512(arena, TEXT("abc"))));
    arena_free(arena);
}

static void
base64_is_that_of_the_standard(void **state)
{
    struct arena *arena = arena_new();

    (void)state;
    expect(digest_base64(arena, TEXT("foobar")), "Zm9vYmFy");
    expect(digest_base64(arena, TEXT("foob")), "Zm9vYg==");
    expect(digest_base64(arena, TEXT("\xFB\xFF\xFE")), "+//+");
    expect(digest_base64url(arena, TEXT("\xFB\xFF\xFE")), "-__-");
    arena_free(arena);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digests_are_those_of_the_standard),
        cmocka_unit_test(a_digest_does_not_depend_on_the_pieces),
        cmocka_unit_test(base64_is_that_of_the_standard),
    };

    return cmocka_run_group_tests_name("digest", tests, NULL, NULL);
}
