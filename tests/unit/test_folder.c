#include "support/test.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "file/folder.h"
#include "file/tree.h"
#include "support/folder.h"

static struct diag *diag;
static struct folder here;

static int
enter(void **state)
{
    (void)state;
    folder_enter();
    diag = diag_new();
    return folder_open(&here, ".", diag) ? 0 : -1;
}

static int
leave(void **state)
{
    (void)state;
    folder_close(&here);
    diag_free(diag);
    folder_leave();
    return 0;
}

static void
a_written_file_replaces_the_name_not_the_bytes(void **state)
{
    (void)state;
    assert_true(folder_write(&here, "a/b/page.html", TEXT("old")));
    assert_true(folder_link(&here, "a/b/page.html", &here, "published"));
    assert_true(folder_write(&here, "a/b/page.html", TEXT("new")));
    assert_string_equal(folder_get("a/b/page.html"), "new");
    assert_string_equal(folder_get("published"), "old");
}

static void
nothing_is_written_outside_by_steps_upward(void **state)
{
    (void)state;
    assert_true(folder_write(&here, "a/page.html", TEXT("x")));
    assert_false(folder_write(&here, "a/../../page.html", TEXT("x")));
    assert_false(folder_write(&here, "..", TEXT("x")));
    assert_true(folder_write(&here, "a/..page..", TEXT("x")));
    assert_int_equal(access("../page.html", F_OK), -1);
}

static void
modes_do_not_depend_on_the_umask(void **state)
{
    mode_t mask = umask(0077);
    struct stat seen;
    bool written = folder_write(&here, "a/page.html", TEXT("x"));

    (void)state;
    umask(mask);
    assert_true(written);
    assert_int_equal(stat("a/page.html", &seen), 0);
    assert_int_equal(seen.st_mode & 07777, 0644);
    assert_int_equal(stat("a", &seen), 0);
    assert_int_equal(seen.st_mode & 07777, 0755);
}

static void
a_full_disk_is_said_so(void **state)
{
    struct rlimit before, little;

    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    little = before;
    little.rlim_cur = 2;
    setrlimit(RLIMIT_FSIZE, &little);
    assert_false(folder_write(&here, "page.html", TEXT("three")));
    setrlimit(RLIMIT_FSIZE, &before);
    assert_true(folder_says(diag, "page.html: 文件超过上限"));
    assert_int_equal(diag_exit_status(diag), 3);
}

static void
no_symbolic_link_is_followed(void **state)
{
    struct arena *arena = arena_new();
    struct text content;

    (void)state;
    folder_put("outside/kept.txt", "kept");
    folder_put("tree/page.html", "x");
    assert_int_equal(symlink("../outside", "tree/way-out"), 0);
    assert_false(folder_write(&here, "tree/way-out/page.html", TEXT("x")));
    assert_false(folder_read(&here, "tree/way-out/kept.txt", arena, &content));
    assert_true(tree_remove(&here, "tree"));
    assert_int_equal(access("tree", F_OK), -1);
    assert_string_equal(folder_get("outside/kept.txt"), "kept");
    arena_free(arena);
}

static void
a_tree_is_listed_in_one_order(void **state)
{
    static const char *const expected[] = {"a", "a-b", "a/b", "a/b/c", "z"};
    struct arena *arena = arena_new();
    struct folder tree;
    struct tree list;

    (void)state;
    folder_put("tree/z", "1");
    folder_put("tree/a/b/c", "22");
    folder_put("tree/a-b", "");
    assert_true(folder_open_in(&here, "tree", &tree));
    assert_true(tree_list(&tree, arena, &list));
    assert_int_equal(list.count, 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(list.entries[i].path, expected[i]);
    assert_int_equal(tree_find(&list, "a/b/c")->size, 2);
    assert_null(tree_find(&list, "b"));
    folder_close(&tree);
    arena_free(arena);
}

static void
linked_trees_are_the_same_until_a_byte_changes(void **state)
{
    struct arena *arena = arena_new();
    struct folder a, b;
    const char *differs;

    (void)state;
    folder_put("a/x/page.html", "x");
    folder_put("a/y", "y");
    assert_true(folder_open_in(&here, "a", &a));
    assert_true(folder_make_in(&here, "b", &b));
    assert_true(tree_link(&a, &b, NULL));
    assert_true(tree_compare(&a, &b, arena, &differs));
    assert_null(differs);
    assert_true(folder_write(&b, "x/page.html", TEXT("z")));
    assert_true(tree_compare(&a, &b, arena, &differs));
    assert_string_equal(differs, "x/page.html");
    assert_string_equal(folder_get("a/x/page.html"), "x");
    assert_true(folder_write(&b, "x/page.html", TEXT("x")));
    assert_true(folder_write(&b, "w", TEXT("")));
    assert_true(tree_compare(&a, &b, arena, &differs));
    assert_string_equal(differs, "w");
    folder_close(&a);
    folder_close(&b);
    arena_free(arena);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_written_file_replaces_the_name_not_the_bytes),
        CASE(nothing_is_written_outside_by_steps_upward),
        CASE(modes_do_not_depend_on_the_umask),
        CASE(a_full_disk_is_said_so),
        CASE(no_symbolic_link_is_followed),
        CASE(a_tree_is_listed_in_one_order),
        CASE(linked_trees_are_the_same_until_a_byte_changes),
    };

    return cmocka_run_group_tests_name("files", tests, NULL, NULL);
}
