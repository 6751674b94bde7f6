#include "support/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/decode.h"
#include "intake/source.h"

struct desk {
    struct arena *arena;
    struct diag *diag;
    char folder[32];
};

static int
set_up(void **state)
{
    struct desk *desk = calloc(1, sizeof(*desk));

    desk->arena = arena_new();
    desk->diag = diag_new();
    strcpy(desk->folder, "/tmp/shiji-source-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    *state = desk;
    return 0;
}

static int
tear_down(void **state)
{
    struct desk *desk = *state;
    struct text command = text_format(desk->arena, "rm -r '%s'", desk->folder);

    assert_int_equal(system(command.bytes), 0);
    diag_free(desk->diag);
    arena_free(desk->arena);
    free(desk);
    return 0;
}

static const char *
path_of(struct desk *desk, const char *name)
{
    return text_format(desk->arena, "%s/%s", desk->folder, name).bytes;
}

static void
put(struct desk *desk, const char *name, const char *bytes)
{
    FILE *file = fopen(path_of(desk, name), "wb");

    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void
refuses(struct desk *desk, const char *path, enum rule rule)
{
    struct source source = {.path = path};

    assert_false(source_read(&source, desk->diag));
    assert_null(source.bytes);
    assert_int_equal(diag_count_rule(desk->diag, rule), 1);
}

static void
ledgers_are_found_in_the_order_of_their_paths(void **state)
{
    static const char *const wanted[] = {"2025-10/deep/b.TXT", "2025-10/x.csv",
                                         "a.csv", "z.xlsx"};
    struct desk *desk = *state;
    struct source_list found;

    mkdir(path_of(desk, "2025-10"), 0700);
    mkdir(path_of(desk, "2025-10/deep"), 0700);
    mkdir(path_of(desk, "codes"), 0700);
    put(desk, "z.xlsx", "x");
    put(desk, "a.csv", "x");
    put(desk, "2025-10/x.csv", "x");
    put(desk, "2025-10/deep/b.TXT", "x");
    put(desk, "codes/units.csv", "x");
    put(desk, "settings.csv", "x");
    put(desk, ".hidden.csv", "x");
    put(desk, "README.md", "x");
    put(desk, "photo.jpg", "x");
    assert_int_equal(symlink(desk->folder, path_of(desk, "round")), 0);
    assert_true(sources_find(desk->arena, desk->folder, (struct month){0},
                             desk->diag, &found));
    assert_int_equal(found.count, 4);
    for (size_t i = 0; i < found.count; i++)
        assert_string_equal(found.items[i].path, path_of(desk, wanted[i]));
    assert_int_equal(found.items[0].folder.number, month_make(2025, 10).number);
    assert_int_equal(found.items[2].folder.number, 0);
    assert_int_equal(diag_count_rule(desk->diag, RULE_FILE_NOT_LEDGER), 1);
}

static void
a_missing_folder_is_reported(void **state)
{
    struct desk *desk = *state;
    struct source_list found;

    assert_false(sources_find(desk->arena, path_of(desk, "none"),
                              (struct month){0}, desk->diag, &found));
    assert_int_equal(diag_exit_status(desk->diag), 2);
}

static void
a_file_is_read_whole(void **state)
{
    struct desk *desk = *state;
    struct source source = {.path = path_of(desk, "a.csv")};

    put(desk, "a.csv", "a,b\n");
    assert_true(source_read(&source, desk->diag));
    assert_int_equal(source.size, 4);
    assert_memory_equal(source.bytes, "a,b\n", 4);
    source_close(&source);
}

static void
what_is_no_table_is_refused(void **state)
{
    struct desk *desk = *state;

    put(desk, "empty.csv", "");
    refuses(desk, path_of(desk, "empty.csv"), RULE_FILE_EMPTY);
    put(desk, "book.csv", "PK\3\4rest");
    refuses(desk, path_of(desk, "book.csv"), RULE_FILE_WORKBOOK);
    refuses(desk, path_of(desk, "none.csv"), RULE_FILE_UNREADABLE);
    refuses(desk, desk->folder, RULE_FILE_IRREGULAR);
}

static void
a_workbook_is_known_by_its_first_bytes(void **state)
{
    struct desk *desk = *state;
    struct source source = {.may_be_workbook = true};

    put(desk, "book.csv", "PK\3\4rest");
    source.path = path_of(desk, "book.csv");
    assert_true(source_read(&source, desk->diag));
    assert_true(source.is_workbook);
    source_close(&source);
    put(desk, "old.xlsx", "\xD0\xCF\x11\xE0rest");
    refuses(desk, path_of(desk, "old.xlsx"), RULE_FILE_WORKBOOK_OLD);
}

static void
a_workbook_beside_the_text_saved_from_it_is_left_out(void **state)
{
    static const char *const wanted[] = {"a.csv", "b.xlsx", "b.y.csv", "c.txt"};
    struct desk *desk = *state;
    struct source_list found;

    put(desk, "a.csv", "a");
    put(desk, "a.xlsx", "a");
    put(desk, "b.xlsx", "b");
    put(desk, "b.y.XLSX", "b");
    put(desk, "b.y.csv", "b");
    put(desk, "c.XLS", "c");
    put(desk, "c.txt", "c");
    put(desk, "~$b.xlsx", "b");
    assert_true(sources_find(desk->arena, desk->folder, (struct month){0},
                             desk->diag, &found));
    assert_int_equal(found.count, 4);
    for (size_t i = 0; i < found.count; i++)
        assert_string_equal(found.items[i].path, path_of(desk, wanted[i]));
    assert_int_equal(diag_count_rule(desk->diag, RULE_WORKBOOK_BESIDE), 3);
}

static void
a_named_pipe_does_not_block(void **state)
{
    struct desk *desk = *state;

    assert_int_equal(mkfifo(path_of(desk, "pipe.csv"), 0600), 0);
    refuses(desk, path_of(desk, "pipe.csv"), RULE_FILE_IRREGULAR);
}

static void
a_file_beyond_4_gb_is_refused_unread(void **state)
{
    struct desk *desk = *state;

    put(desk, "large.csv", "x");
    assert_int_equal(truncate(path_of(desk, "large.csv"), 5000000000), 0);
    refuses(desk, path_of(desk, "large.csv"), RULE_FILE_TOO_LARGE);
}

static void
encodings_have_many_names(void **state)
{
    (void)state;
    assert_int_equal(encoding_of_name("GBK"), ENCODING_GB18030);
    assert_int_equal(encoding_of_name("UTF8"), ENCODING_UTF_8);
    assert_int_equal(encoding_of_name("utf_16-LE"), ENCODING_UTF_16LE);
    assert_int_equal(encoding_of_name("latin1"), ENCODING_UNKNOWN);
    assert_int_equal(encoding_of_name(""), ENCODING_UNKNOWN);
}

enum { LARGE = 2 * SOURCE_WINDOW / 3 * 3 };

/* A large file of one line of three-byte characters; pieces of it end inside
   one.  Its path is written into path. */
static void
put_large(struct desk *desk, size_t bad, char *path)
{
    FILE *file;

    sprintf(path, "%s/large.csv", desk->folder);
    file = fopen(path, "wb");
    assert_non_null(file);
    for (size_t at = 0; at < LARGE; at += 3)
        fwrite(at == bad ? "\xE4\xB8x" : "\xE4\xB8\xAD", 1, 3, file);
    assert_int_equal(fclose(file), 0);
}

static void
a_large_file_is_read_piece_by_piece(void **state)
{
    struct desk *desk = *state;
    char path[64];
    struct source source = {.path = path};

    put_large(desk, LARGE, path);
    assert_true(source_read(&source, desk->diag));
    assert_true(source.is_mapped);
    assert_true(decode(&source, ENCODING_UTF_8, desk->diag));
    assert_int_equal(source.content.length, LARGE);
    assert_memory_equal(source.content.bytes + LARGE - 3, "\xE4\xB8\xAD", 3);
    assert_true(source_is_unchanged(&source, desk->diag));
    source_close(&source);
}

static void
a_bad_byte_far_into_a_large_file_is_found_where_it_is(void **state)
{
    struct desk *desk = *state;
    char path[64];
    struct source source = {.path = path};
    size_t count;

    put_large(desk, LARGE - 30, path);
    assert_true(source_read(&source, desk->diag));
    assert_false(decode(&source, ENCODING_UTF_8, desk->diag));
    diag_messages(desk->diag, &count);
    assert_int_equal(count, 1);
    source_close(&source);
}

static void
a_large_file_changed_while_it_is_read_is_noticed(void **state)
{
    struct desk *desk = *state;
    char path[64];
    struct source source = {.path = path};

    put_large(desk, LARGE, path);
    assert_true(source_read(&source, desk->diag));
    assert_int_equal(truncate(path, LARGE - 3), 0);
    assert_false(source_is_unchanged(&source, desk->diag));
    assert_int_equal(diag_exit_status(desk->diag), 3);
    source_close(&source);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_large_file_is_read_piece_by_piece),
        TEST(a_bad_byte_far_into_a_large_file_is_found_where_it_is),
        TEST(a_large_file_changed_while_it_is_read_is_noticed),
        TEST(ledgers_are_found_in_the_order_of_their_paths),
        TEST(a_missing_folder_is_reported),
        TEST(a_file_is_read_whole),
        TEST(what_is_no_table_is_refused),
        TEST(a_workbook_is_known_by_its_first_bytes),
        TEST(a_workbook_beside_the_text_saved_from_it_is_left_out),
        TEST(a_named_pipe_does_not_block),
        TEST(a_file_beyond_4_gb_is_refused_unread),
        cmocka_unit_test(encodings_have_many_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
