#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/zip_reader.h"
#include "base/zip_writer.h"
#include "gate/office_file.h"
#include "gate/page_facts.h"

static struct arena *arena;

static int
enter(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
leave(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

static void
hear(void *data, struct text said)
{
    buffer_put(data, said);
    buffer_put(data, TEXT("\f"));
}

/* All that is told of a sheet: what is heard, what is wrong, what is listed. */
static struct text
told_of(const char *prefix, struct text rows)
{
    struct buffer bytes = {.arena = arena}, told = {.arena = arena};
    struct zip_writer *zip =
        zip_writer_new(arena, &(struct zip_target){gather, &bytes});
    struct page_facts seen;
    struct zip_source source;
    struct text archive;

    zip_writer_put(zip, "xl/sheet.xml",
                   text_format(arena,
                               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<worksheet><%ssheetData>%.*s</%ssheetData>"
                               "<pageMargins/></worksheet>",
                               prefix, TEXT_ARG(rows), prefix));
    assert_true(zip_writer_finish(zip));
    page_facts_begin(&seen, arena, "x.xlsx", NULL);
    archive = buffer_text(&bytes);
    source = zip_in_memory(&archive);
    office_file_read(&seen, &source, &(struct office_listener){hear, &told});
    for (const struct page_facts_fault *fault = seen.faults; fault;
         fault = fault->next)
        buffer_put(&told, fault->detail);
    for (const struct page_facts_list *list = seen.lists; list;
         list = list->next)
        buffer_put(&told, text_format(arena, "%.*s %zu\n", TEXT_ARG(list->id),
                                      list->rows));
    return buffer_text(&told);
}

/* By a prefix the rows are left to the reader of XML. */
static void
expect_the_same(struct text rows)
{
    struct text plain = told_of("", rows), xml = told_of("x:", rows);

    if (!text_equal(plain, xml))
        fail_msg("%.*s\nis told as %.*s\nbut for %.*s", TEXT_ARG(rows),
                 TEXT_ARG(plain), TEXT_ARG(xml));
}

static const char written[] =
    "<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>编号</t></is></c>"
    "<c r=\"B1\" s=\"1\" t=\"inlineStr\"><is><t>计入指标</t></is></c></row>\n"
    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>张三 &amp; &lt;b&gt;</t>"
    "</is></c><c r=\"B2\" t=\"inlineStr\"><is><t>a.b c.d</t></is></c></row>\n"
    "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>45000</v></c></row>\n"
    "<row r=\"4\"><c r=\"A4\"><f>B2</f><v>1</v></c>"
    "<c r=\"B4\" t=\"str\"><v>a.b</v></c></row>\n"
    "<row r=\"5\" hidden=\"1\"><c r=\"A5\"/><c r=\"B5\" t=\"inlineStr\"><is>"
    "<t xml:space=\"preserve\"> a.b</t></is></c></row>"
    "<row r=\"6\"/><row r=\"7\"><c r=\"B7\" t=\"str\" "
    "phone=\"13800138000\"><v>c.d</v></c></row>\n"
    "<row r=\"8\" spans=\"1:2\"><c r=\"A8\"/></row>"
    "<row r=\"9\" hidden=\"13800138000\"><c r=\"A1234567\"/></row>\n"
    "<row r=\"1234567\"><c r=\"A1\"><v>1</v></c></row>\n"
    "<!-- 李四 --><row><c><v>2</v></c></row>\n";

static void
a_row_is_told_the_same_by_both_readers(void **state)
{
    (void)state;
    expect_the_same(text_of(written));
    assert_true(text_find(told_of("", text_of(written)), TEXT("a.b 3\n")) <
                told_of("", text_of(written)).length);
}

/* Some bytes are changed for what means something, or left out, or written
   twice. */
static struct text
changed(struct text rows, size_t how, uint32_t random)
{
    static const char signs[] = "<>\"'/=& \n\r\t:_-;#x0rstcv1\x01\x80\xef\xe5";
    char *bytes = (char *)(uintptr_t)text_copy(arena, rows).bytes;
    size_t length = 1 + random % 7;
    size_t at = (random >> 8) % (rows.length - 2 * length);

    if (how % 2 == 0)
        bytes[at] = signs[random % (sizeof(signs) - 1)];
    else if (how % 4 == 1)
        memmove(bytes + at + length, bytes + at, length);
    else
        memmove(bytes + at, bytes + at + length, (rows.length -= length) - at);
    return (struct text){bytes, rows.length};
}

static void
so_is_a_row_that_is_not_whole(void **state)
{
    uint32_t random = 11;

    (void)state;
    for (size_t i = 0; i < 4000; i++) {
        struct text rows = text_of(written);

        for (size_t changes = 1 + i % 3; changes > 0; changes--) {
            random = random * 1664525 + 1013904223;
            rows = changed(rows, i, random);
        }
        expect_the_same(rows);
        arena_reset(arena);
    }
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_row_is_told_the_same_by_both_readers),
        CASE(so_is_a_row_that_is_not_whole),
    };

    return cmocka_run_group_tests_name("office file", tests, NULL, NULL);
}
