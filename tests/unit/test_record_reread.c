#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/decode.h"
#include "intake/records.h"
#include "intake/source.h"
#include "support/folder.h"

enum { ROWS = 20000 };

static struct arena *arena;
static struct diag *diag;
static struct source source;

/* Records of many lengths; some over several lines, with quotes in them. */
static void
write_rows(const char *path, const char *mark, const char *word)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    fputs(mark, file);
    for (int i = 0; i < ROWS; i++) {
        fprintf(file, "P-%d,", i);
        for (int k = 0; k < i % 90; k++)
            fputs(word, file);
        if (i % 5 == 0)
            fprintf(file, ",\"%s \"\"%d\"\"\n%s\r\n,\"", word, i, word);
        fprintf(file, ",%s%s", i % 3 ? word : "", i % 2 ? "\r\n" : "\n");
    }
    fprintf(file, "%s,last,line", word);
    fclose(file);
}

static void
open_rows(const char *mark, const char *word)
{
    arena = arena_new();
    diag = diag_new();
    folder_enter();
    write_rows("rows.csv", mark, word);
    source = (struct source){.path = "rows.csv", .may_stay_coded = true};
    assert_true(source_read(&source, diag));
    assert_true(decode(&source, ENCODING_UNKNOWN, diag));
    assert_true(source.is_mapped);
}

static void
close_rows(void)
{
    source_close(&source);
    folder_leave();
    diag_free(diag);
    arena_free(arena);
}

static void
check_record(const struct record *record)
{
    struct arena *scratch = arena_new();
    struct record again;

    record_reread(scratch, &source, ',', record->offset, &again);
    assert_int_equal(again.count, record->count);
    assert_int_equal(again.offset, record->offset);
    assert_int_equal(again.lines, record->lines);
    for (size_t i = 0; i < record->count; i++)
        assert_true(text_equal(again.cells[i], record->cells[i]));
    arena_free(scratch);
}

static void
check_every_record(void)
{
    struct records *records = records_of(&source, ',');
    struct record record;
    size_t count = 0;

    for (; records_next(records, &record); count++)
        check_record(&record);
    records_close(records);
    assert_int_equal(count, ROWS + 1);
}

static void
a_record_read_again_is_the_same_however_long(void **state)
{
    (void)state;
    open_rows("", "供水管网");
    check_every_record();
    close_rows();
}

static void
a_mark_before_the_content_moves_no_record(void **state)
{
    (void)state;
    open_rows("\xEF\xBB\xBF", "供水管网");
    check_every_record();
    close_rows();
}

static void
a_record_of_gb18030_is_written_as_the_first_time(void **state)
{
    (void)state;
    open_rows("", "\xB9\xA9\xCB\xAE\xB9\xDC\xCD\xF8");
    assert_true(source.is_coded);
    check_every_record();
    close_rows();
}

/* As when there are too many files to keep open. */
static void
without_its_file_it_is_read_from_memory(void **state)
{
    int file;

    (void)state;
    open_rows("", "供水管网");
    file = source.file;
    source.file = -1;
    check_every_record();
    source.file = file;
    close_rows();
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_read_again_is_the_same_however_long),
        cmocka_unit_test(a_mark_before_the_content_moves_no_record),
        cmocka_unit_test(a_record_of_gb18030_is_written_as_the_first_time),
        cmocka_unit_test(without_its_file_it_is_read_from_memory),
    };

    return cmocka_run_group_tests_name("again", tests, NULL, NULL);
}
