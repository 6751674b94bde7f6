#include "support/test.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "publish/staged_file.h"
#include "publish/staging.h"
#include "publish/swap.h"
#include "support/folder.h"

enum { LONG = 200000, PIECE = 70001 };

static struct arena *arena;
static struct diag *diag;
static struct folder output, site;
static struct swap_names names;
static struct staging staging;
static struct manifest added, kept;

static int
enter(void **state)
{
    (void)state;
    folder_enter();
    arena = arena_new();
    diag = diag_new();
    added = kept = (struct manifest){.arena = arena};
    names = swap_names(arena, "site");
    staging = staging_none(&output, &names);
    return folder_make(&output, "output", diag) &&
                   folder_make(&site, "output/site", diag)
               ? 0
               : -1;
}

static int
leave(void **state)
{
    (void)state;
    staging_close(&staging);
    folder_close(&site);
    folder_close(&output);
    diag_free(diag);
    arena_free(arena);
    folder_leave();
    return 0;
}

/* So many bytes, one of them another letter. */
static struct text
some(size_t length, size_t other)
{
    char *bytes = arena_take(arena, length + 1);

    for (size_t i = 0; i < length; i++)
        bytes[i] = (char)('a' + i % 23);
    if (other < length)
        bytes[other] = '!';
    return (struct text){bytes, length};
}

static void
add(const char *path, struct text content)
{
    struct staged_file addition;

    assert_true(staged_file_begin(&addition, &staging, &site, path));
    while (content.length > 0) {
        assert_true(
            staged_file_append(&addition, text_slice(content, 0, PIECE)));
        content = text_from(content, PIECE);
    }
    assert_true(staged_file_end(&addition, &added, &kept));
}

static void
what_is_published_is_not_written_again(void **state)
{
    struct text content = some(LONG, LONG);

    (void)state;
    assert_true(folder_write(&site, "a/x.csv", content));
    assert_true(folder_write(&site, "empty.csv", TEXT("")));
    add("a/x.csv", content);
    add("empty.csv", TEXT(""));
    assert_int_equal(staging.folder.fd, -1);
    assert_int_equal(access("output/.site.staging", F_OK), -1);
    assert_int_equal(kept.count, 2);
    assert_int_equal(added.count, 2);
    assert_true(
        text_equal(added.lines[0].digest, digest_sha256(arena, content)));
}

/* Wherever it stops being the same: within a piece, between two, at the end of
   either file. */
static void
what_only_begins_as_published_is_written_whole(void **state)
{
    static const size_t others[] = {0,         1,         PIECE - 1, PIECE,
                                    PIECE + 1, 2 * PIECE, LONG - 1,  LONG,
                                    65535,     65536,     65537};
    static const size_t lengths[] = {0, 1, PIECE, LONG - 1, LONG, LONG + 1};

    (void)state;
    assert_true(folder_write(&site, "x.csv", some(LONG, LONG + 1)));
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        for (size_t j = 0; j < sizeof(lengths) / sizeof(lengths[0]); j++) {
            struct text content = some(lengths[j], others[i]), found;

            if (lengths[j] == LONG && others[i] >= LONG)
                continue;
            add("x.csv", content);
            assert_true(folder_read(&staging.folder, "x.csv", arena, &found));
            assert_true(text_equal(found, content));
            assert_true(text_equal(added.lines[added.count - 1].digest,
                                   digest_sha256(arena, content)));
        }
    assert_int_equal(kept.count, 0);
}

static void
what_is_no_file_there_is_as_if_it_were_not(void **state)
{
    (void)state;
    folder_put("elsewhere", "abc");
    folder_put("output/site/folder/x", "abc");
    assert_int_equal(symlink("../../elsewhere", "output/site/link.csv"), 0);
    add("link.csv", TEXT("abc"));
    add("folder", TEXT("abc"));
    add("none/x.csv", TEXT("abc"));
    add("elsewhere/x.csv", TEXT("abc"));
    assert_int_equal(kept.count, 0);
    assert_string_equal(folder_get("output/.site.staging/tree/link.csv"),
                        "abc");
}

static void
what_was_written_can_be_dropped(void **state)
{
    (void)state;
    add("x.csv", TEXT("abc"));
    assert_true(staging_empty(&staging));
    assert_null(folder_get("output/.site.staging/tree/x.csv"));
    add("y.csv", TEXT("abc"));
    assert_non_null(folder_get("output/.site.staging/tree/y.csv"));
    staging_close(&staging);
    assert_int_equal(access("output/.site.staging", F_OK), -1);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(what_is_published_is_not_written_again),
        CASE(what_only_begins_as_published_is_written_whole),
        CASE(what_is_no_file_there_is_as_if_it_were_not),
        CASE(what_was_written_can_be_dropped),
    };

    return cmocka_run_group_tests_name("addition", tests, NULL, NULL);
}
