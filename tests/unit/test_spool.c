#include "support/test.h"

#include <string.h>

#include "base/text.h"
#include "render/spool.h"

enum { PIECES = 4000, LONGEST = 300, FEW = 10 * 1024 };

static struct text
piece_of(size_t i, char room[LONGEST])
{
    size_t length = i * 7 % LONGEST;

    memset(room, 'a' + (int)(i % 26), length);
    return (struct text){room, length};
}

static void
what_was_put_by_comes_back_in_any_order(void **state)
{
    static const size_t steps[] = {1, 2, 41, PIECES - 1};
    uint64_t offsets[PIECES];
    char room[LONGEST];
    struct text got;

    (void)state;
    for (size_t most = FEW; most <= FEW * 1000; most *= 1000) {
        struct spool *spool = spool_new(most);

        for (size_t i = 0; i < PIECES; i++) {
            assert_true(spool_put(spool, piece_of(i, room), &offsets[i]));
            assert_true(spool_get(spool, offsets[i / 2],
                                  i / 2 * 7 % LONGEST, &got));
            assert_true(text_equal(got, piece_of(i / 2, room)));
        }
        for (size_t s = 0; s < sizeof(steps) / sizeof(steps[0]); s++)
            for (size_t n = 0, i = 0; n < PIECES;
                 n++, i = (i + steps[s]) % PIECES) {
                assert_true(
                    spool_get(spool, offsets[i], i * 7 % LONGEST, &got));
                assert_true(text_equal(got, piece_of(i, room)));
            }
        spool_free(spool);
    }
}

static void
pieces_put_one_behind_the_other_may_be_asked_for_together(void **state)
{
    struct spool *spool = spool_new(6);
    uint64_t first, second;
    struct text got;

    (void)state;
    assert_true(spool_put(spool, TEXT("abcd"), &first));
    assert_true(spool_put(spool, TEXT("efgh"), &second));
    assert_true(spool_get(spool, first, 8, &got));
    assert_true(text_equal(got, TEXT("abcdefgh")));
    assert_true(spool_get(spool, second, 4, &got));
    assert_true(text_equal(got, TEXT("efgh")));
    spool_free(spool);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_put_by_comes_back_in_any_order),
        cmocka_unit_test(
            pieces_put_one_behind_the_other_may_be_asked_for_together),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
