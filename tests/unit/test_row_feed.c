#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/plain_row.h"
#include "base/row_feed.h"
#include "base/xml.h"
#include "base/zip_writer.h"
#include "intake/source.h"
#include "intake/workbook.h"

static struct arena *arena;
static struct diag *diag;

static int
enter(void **state)
{
    (void)state;
    arena = arena_new();
    diag = diag_new();
    return 0;
}

static int
leave(void **state)
{
    (void)state;
    diag_free(diag);
    arena_free(arena);
    return 0;
}

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

static struct text
archive(const char *sheet, const char *strings)
{
    struct buffer bytes = {.arena = arena};
    const struct zip_target target = {gather, &bytes};
    struct zip_writer *zip = zip_writer_new(arena, &target);

    assert_true(zip_writer_put(
        zip, "xl/workbook.xml",
        TEXT("<workbook xmlns:r=\"r\"><sheets><sheet name=\"s\" sheetId=\"1\" "
             "r:id=\"rId1\"/></sheets></workbook>")));
    assert_true(zip_writer_put(
        zip, "xl/_rels/workbook.xml.rels",
        TEXT("<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" "
             "Target=\"sheet.xml\"/><Relationship Id=\"s\" "
             "Type=\"x/sharedStrings\" Target=\"strings.xml\"/>"
             "</Relationships>")));
    assert_true(zip_writer_put(
        zip, "xl/strings.xml",
        text_format(arena, "<sst count=\"3\">%s</sst>", strings)));
    assert_true(zip_writer_put(zip, "xl/sheet.xml", text_of(sheet)));
    assert_true(zip_writer_finish(zip));
    return buffer_text(&bytes);
}

/* What a sheet with these rows is read as; NULL if it is refused. */
static const char *
read_both(const char *rows, const char *strings)
{
    struct text bytes = archive(
        text_format(arena,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet>"
                    "<cols><col min=\"1\"/></cols><sheetData>%s</sheetData>"
                    "<pageMargins/></worksheet>",
                    rows)
            .bytes,
        strings);
    struct source file = {.path = "x.xlsx",
                          .bytes = (char *)(uintptr_t)bytes.bytes,
                          .size = bytes.length};
    struct source_list sheets;
    const char *content = NULL;

    if (workbook_read(arena, &file, diag, &sheets)) {
        content = text_copy(arena, sheets.items[0].content).bytes;
        source_close(&sheets.items[0]);
    }
    return content;
}

static void
expect(const char *rows, const char *content)
{
    const char *read = read_both(rows, "");

    if (content == NULL ? read != NULL : !read || strcmp(read, content) != 0)
        fail_msg("%s\nis read as %s", rows, read ? read : "nothing");
}

#define CELL(place, text) \
    "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define EMPTY_ROW          "<row r=\"2\" ht=\"15\"/>"
#define ROW(number, cells) "<row r=\"" number "\">" cells "</row>"

/* Each beside rows that are plain. */
static void
a_row_says_the_same_however_it_is_written(void **state)
{
    static const char *const writings[] = {
        ROW("2", CELL("A2", "一，“二”")),
        "<row r='2'>" CELL("A2", "一，“二”") "</row>",
        "<row r='2' ht='15'><c r='A2' t='str'><v>一，“二”</v></c></row>",
        "<row r=\"2\"><c r='A2' t=\"str\"><v>一，“二”</v></c></row>",
        "<row r=\"2\" spans=\"1:1\" ht=\"15\" x14ac:dyDescent=\"0.2\">\n" CELL(
            "A2", "一，“二”") "</row>",
        ROW("2", "<c r=\"A2\" t=\"inlineStr\"><is><t>一&#xFF0C;“二”</t></is>"
                 "</c>"),
        ROW("2", "<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                 "&#19968;&#xff0c;&#x201C;二&#x201d;</t></is></c>"),
        ROW("2", "<c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[一，“二”]]></t>"
                 "</is></c>"),
        ROW("2", "<c r=\"A2\" t=\"inlineStr\"><is><r><t>一，</t></r><r><t>“二”"
                 "</t></r></is></c>"),
        ROW("2",
            "<c r=\"A2\" t=\"inlineStr\"><is><t>一，“二”</t></is><extLst><ext>"
            "<t>三</t></ext></extLst></c>"),
        ROW("2", CELL("A2", "一，<!-- </row> > -->“二”")),
        ROW("2", "<c r=\"A2\" t=\"str\"><v>一，“二”</v></c>"),
        ROW("2", "<c r=\"A2\" t=\"str\"><f>A1&amp;1</f><v>一，“二”</v></c>"),
        ROW("2",
            "<c r=\"A2\" t=\"str\"><f t=\"shared\" ref=\"A2:A9\" si=\"0\">A1"
            "&#x26;1</f><v>一，“二”</v></c>"),
        ROW("2",
            "<c r=\"A2\" t=\"str\"><f t=\"shared\" si=\"0\"/><v>一，“二”</v>"
            "</c>"),
        "<row x:r=\"2\" r2=\"9\">"
        "<c x:r=\"A2\" x:t=\"inlineStr\" ss=\"1\"><is><t>一，“二”</t></is></c>"
        "</row>",
        "<row >" CELL("A2", "一，“二”") "<c r=\"B2\"/></row >",
        "<row r=\"2\" >\n" CELL("A2", "一，“二”") " <c r=\"B2\" />\n</row>\n",
        "\n <!-- <row r=\"2\"> --> " ROW("2", CELL("A2", "一，“二”")) "\n",
        "<?pi > ?>" ROW("2", CELL("A2", "一，“二”")),
    };

    (void)state;
    for (size_t i = 0; i < sizeof(writings) / sizeof(writings[0]); i++)
        expect(text_format(arena, "%s%s%s", ROW("1", CELL("A1", "头")),
                           writings[i], ROW("3", "<c r=\"A3\"><v>7</v></c>"))
                   .bytes,
               "头\n一，“二”\n7\n");
}

static void
references_are_undone(void **state)
{
    static const char *const bad[] = {"&a;",      "&amp",          "&#;",
                                      "&#x;",     "&#0;",          "&#xD800;",
                                      "&#xFFFF;", "&#12a;",        "&#x110000;",
                                      "&#11;",    "&#99999999999;"};

    (void)state;
    expect(ROW("1", CELL("A1", "&lt;a&gt;&amp;&apos;&#x20000;&quot;")
                        CELL("B1", "&amp;lt;") "<c r=\"C1\" t=\"str\"><v>&#9;b"
                                               "</v></c>"),
           "\"<a>&'\xf0\xa0\x80\x80\"\"\",&lt;,\tb\n");
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        expect(text_format(arena, ROW("1", CELL("A1", "%s")), bad[i]).bytes,
               NULL);
}

static void
a_cell_stands_where_its_reference_says(void **state)
{
    (void)state;
    expect(ROW("1", CELL("A1", "a") CELL("C1", "b")), "a,,b\n");
    expect(ROW("01", CELL("A1", "a") CELL("C01", "b")), "a,,b\n");
    expect(ROW("1", CELL("Z1", "a") CELL("AA1", "b")),
           ",,,,,,,,,,,,,,,,,,,,,,,,,a,b\n");
    expect(ROW("1", CELL("A1", "a") "<c t=\"str\" r=\"C1\"><v>b</v></c>"),
           "a,,b\n");
    expect(ROW("1", CELL("B1", "a") "<c><v>1</v></c>"), ",a,1\n");
    expect("<row>" CELL("A1", "a") CELL("C1", "b") "</row>", "a,,b\n");
}

static void
a_formula_without_a_result_is_told(void **state)
{
    (void)state;
    expect(ROW("1", "<c r=\"A1\"><f>TODAY()</f></c>"
                    "<c r=\"B1\"><f>1</f><v>2</v></c>"
                    "<c r=\"C1\" t=\"str\"><f>A1</f><v></v></c>")
               EMPTY_ROW ROW("3", CELL("A3", "a")),
           "#VALUE!,2\n\na\n");
    assert_int_equal(diag_count_rule(diag, RULE_CELL_UNREADABLE), 1);
}

static void
only_texts_keep_blanks_around_them(void **state)
{
    (void)state;
    expect(ROW("1", "<c t=\"b\"><v>false</v></c><c t=\"b\"><v> 0\n</v></c>"
                    "<c t=\"b\"><v>true</v></c><c><v>\n 7 </v></c>"
                    "<c t=\"str\"><v> 7 </v></c><c><v> </v></c>"),
           "FALSE,FALSE,TRUE,7, 7 \n");
}

static void
a_row_in_a_comment_is_none(void **state)
{
    (void)state;
    expect(ROW("1", CELL("A1", "a")) "<!-- > " ROW("2", CELL("A2", "b"))
               ROW("3", CELL("A3", "c")) " -->" ROW("4", CELL("A4", "d")),
           "a\n\n\nd\n");
    expect(
        "<!-- > \n" ROW("1", CELL("A1", "a")) " -->" ROW("2", CELL("A2", "b")),
        "\nb\n");
}

static void
what_is_not_well_formed_is_refused_as_ever(void **state)
{
    static const char *const rows[] = {
        ROW("1", CELL("A1", "a")) "<row r=\"2\">" CELL("A2", "b"),
        ROW("1", CELL("A1", "a]]>")),
        ROW("1", CELL("A1", "a&b;")),
        ROW("1", CELL("A1", "\x01")),
        ROW("1", CELL("A1", "\xff")),
        ROW("1", CELL("A1", "\xef\xbf\xbf")),
        ROW("1", "<c r=\"A1\"><v>1</v>"),
        ROW("1", "<c r=\"A1\"\"><v>1</v></c>"),
        ROW("1", "<c r=\"<\"><v>1</v></c>"),
        ROW("1", "<c 1=\"A1\"><v>1</v></c>"),
        ROW("1", "<c r=\"A1\" r=\"A1\"><v>1</v></c>"),
        "<row r=\"1\"><c r=\"A1\"><v>1</v></row></c>",
        ROW("2", CELL("A2", "a")) ROW("1", CELL("A1", "b")),
        ROW("1", CELL("B1", "a") CELL("A1", "b")),
        ROW("1", CELL("A1", "a") CELL("A1", "b")),
        ROW("1", CELL("A2", "a")),
        ROW("1", CELL("A11", "a")),
        ROW("11", CELL("A1", "a")),
        ROW("1", CELL("1", "a")),
        ROW("1", CELL("a1", "a")),
        ROW("1", CELL("XFE1", "a")),
        ROW("1", CELL("AAAA1", "a")),
    };

    (void)state;
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        expect(rows[i], NULL);
}

/* How a cell is written is remembered for the one below. */
static void
a_cell_says_what_it_says_whatever_stands_above(void **state)
{
    static const struct {
        const char *mark, *body, *read;
    } cells[] = {
        {"", "<v>7</v>", "7"},
        {" t=\"str\"", "<v>7</v>", "7"},
        {" t=\"b\"", "<v>1</v>", "TRUE"},
        {" s=\"0\" t=\"b\"", "<v>1</v>", "TRUE"},
        {" t=\"b\" s=\"0\"", "<v>1</v>", "TRUE"},
        {" t=\"b\" x:s=\"1\"", "<v>1</v>", "TRUE"},
        {" x:t=\"b\"", "<v>1</v>", "TRUE"},
        {" t=\"b\" hidden=\"1\"", "<v>1</v>", "TRUE"},
        {" t=\"b\"", "<f>A1</f><v>1</v>", "TRUE"},
        {" t=\"b\"", "<f>A1</f>", "#VALUE!"},
        {" t=\"str\"", "", ""},
        {" t=\"inlineStr\"", "<is><t>a,_x0041_</t></is>", "\"a,A\""},
        {" t=\"inlineStr\"", "<is><t>a</t></is>", "a"},
        {" t=\"inlineStr\"", "<is><t>&#44;&#x5f;x0041_</t></is>", "\",A\""},
        {" t=\"inlineStr\"", "<is><t xml:space=\"preserve\"> </t></is>", " "},
        {" s=\"000\" t=\"b\" ", "<v>1</v>", "TRUE"},
        {" s=\"00000000000001\" t=\"b\"", "<v>1</v>", "TRUE"},
        {" s=\"000000000000001\" t=\"b\"", "<v>1</v>", "TRUE"},
        {" s=\"0000000000000001\" t=\"b\"", "<v>1</v>", "TRUE"},
        {" t='b'", "<v>1</v>", "TRUE"},
        {" s='0' t=\"b\"", "<v>1</v>", "TRUE"},
        {" t='b' s='a\"'", "<v>1</v>", "TRUE"},
        {" t='inlineStr'", "<is><t xml:space='preserve'> a</t></is>", " a"},
        {" t=\"b\" ", "\n <v>1</v>\r\n", "TRUE"},
        {" t=\"inlineStr\"", "\n<is>\t<t> a</t> </is>\n", " a"},
        {" t=\"str\"", " <f>1</f> <v>a</v> ", "a"},
        {" t=\"str\"", "\n", ""},
    };
    static const char row[] = "<row r=\"%d\"><c r=\"A%d\"%s>%s</c><c r=\"B%d\">"
                              "<v>1</v></c></row>";
    const size_t count = sizeof(cells) / sizeof(cells[0]);

    (void)state;
    for (size_t i = 0; i < count * count; i++) {
        size_t one = i / count, two = i % count;
        struct buffer rows = {.arena = arena};

        buffer_put(&rows, text_format(arena, row, 1, 1, cells[one].mark,
                                      cells[one].body, 1));
        buffer_put(&rows, text_format(arena, row, 2, 2, cells[two].mark,
                                      cells[two].body, 2));
        expect(
            buffer_text(&rows).bytes,
            text_format(arena, "%s,1\n%s,1\n", cells[one].read, cells[two].read)
                .bytes);
    }
}

static void
a_value_ends_as_it_began(void **state)
{
    (void)state;
    expect(ROW("1", CELL("A1", "a"))
               ROW("2", "<c r=\"A2\" t=\"inlineStr\"><is><t>b</v></c>"),
           NULL);
    expect(ROW("1", "<c r=\"A1\" t=\"str\"><v>a</v></c>")
               ROW("2", "<c r=\"A2\" t=\"str\"><v>b</t></is></c>"),
           NULL);
}

/* And how a row is. */
static void
a_row_is_hidden_whatever_the_one_above_is(void **state)
{
    static const struct {
        const char *tag;
        bool is_hidden;
    } rows[] = {{"", false},
                {" ht=\"15\"", false},
                {" ht=\"15\" hidden=\"1\"", true},
                {" ht=\"15\" hidden=\"0\"", false},
                {" hidden=\"true\" ht=\"15\"", true},
                {" hidden='1'", true}};
    const size_t count = sizeof(rows) / sizeof(rows[0]);

    (void)state;
    for (size_t i = 0; i < count * count; i++) {
        struct diag *found = diag;
        const char *read;
        size_t hidden;

        diag = diag_new();
        read = read_both(text_format(arena,
                                     "<row r=\"1\"%s>" CELL(
                                         "A1", "a") "</row>"
                                                    "<row r=\"2\"%s>" CELL(
                                                        "A2", "b") "</row>",
                                     rows[i / count].tag, rows[i % count].tag)
                             .bytes,
                         "");
        hidden = diag_count_rule(diag, RULE_ROWS_HIDDEN);
        diag_free(diag);
        diag = found;
        assert_string_equal(read, "a\nb\n");
        assert_int_equal(hidden, rows[i / count].is_hidden ||
                                     rows[i % count].is_hidden);
    }
}

/* Longer than any piece that is unpacked at once. */
static void
a_row_may_go_over_any_number_of_pieces(void **state)
{
    enum { LENGTH = 1200000 };
    char *word = arena_take(arena, LENGTH + 1);
    uint32_t random = 7;

    (void)state;
    for (size_t i = 0; i < LENGTH; i++) {
        random = random * 1664525 + 1013904223;
        word[i] = (char)('a' + (random >> 16) % 26);
    }
    for (size_t i = 0; i < 2; i++)
        expect(text_format(
                   arena,
                   ROW("1", CELL("A1", "%s")) "%s" ROW("2", CELL("A2", "b")),
                   word, i == 0 ? "" : "<!-- > -->")
                   .bytes,
               text_format(arena, "%s\nb\n", word).bytes);
}

/* A comment and a run of its own among plain strings do not shift them. */
/* What is heard of a part, by whichever way. */
struct heard {
    struct row_feed feed;
    struct plain_row plain;
    struct xml *xml;
    struct pile words;
    size_t plain_rows;
};

static size_t
hear_row(void *data, char *bytes, size_t length)
{
    struct heard *heard = data;
    size_t used = plain_row_read(&heard->plain, bytes, length);

    for (size_t i = 0; used > 0 && i < heard->plain.count; i++) {
        struct text value = heard->plain.cells[i].value;

        pile_put(&heard->words, value.bytes, value.length);
        pile_put_byte(&heard->words, '|');
    }
    heard->plain_rows += used > 0;
    return used;
}

static void
hear_start(void *data, const char *name, const char **attributes)
{
    (void)attributes;
    ((struct heard *)data)->feed.is_between = strcmp(name, "sheetData") == 0;
}

static void
hear_end(void *data, const char *name)
{
    struct heard *heard = data;

    if (strcmp(name, "c") == 0)
        pile_put_byte(&heard->words, '|');
    heard->feed.is_between = strcmp(name, "row") == 0;
    heard->feed.is_over |= strcmp(name, "sheetData") == 0;
}

static void
hear_text(void *data, const char *bytes, size_t length)
{
    pile_put(&((struct heard *)data)->words, bytes, length);
}

/* In pieces of that length, each in memory of its own. */
static struct text
hear(struct text part, size_t piece, size_t *plain_rows)
{
    struct heard heard = {.feed = {.around = "<sheetData",
                                   .start = "<row",
                                   .end = "</row>",
                                   .read = hear_row}};
    struct text words;

    heard.feed.data = &heard;
    heard.xml = xml_open(&(struct xml_handlers){.start = hear_start,
                                                .end = hear_end,
                                                .text = hear_text,
                                                .data = &heard});
    for (size_t at = 0; at < part.length; at += piece) {
        struct text some = text_slice(part, at, piece);
        char *bytes = arena_take(arena, some.length + PLAIN_ROW_NULS);

        memcpy(bytes, some.bytes, some.length);
        assert_true(row_feed_take(&heard.feed, heard.xml, bytes, some.length));
    }
    assert_true(row_feed_end(&heard.feed, heard.xml) && xml_end(heard.xml));
    words =
        text_copy(arena, (struct text){heard.words.bytes, heard.words.length});
    *plain_rows = heard.plain_rows;
    xml_close(heard.xml);
    plain_row_close(&heard.plain);
    row_feed_close(&heard.feed);
    free(heard.words.bytes);
    return words;
}

/* Rows that are plain, one that is not, and what looks like one. */
#define PART(p)                                                               \
    "<" p "w><" p "cols/><" p "sheetData><" p "row r=\"1\"><" p               \
    "c r=\"A1\"><" p "v>1</" p "v></" p "c></" p "row><" p "row r=\"2\">"     \
    "<" p "c r=\"A2\" t=\"str\"><" p "v>a&#19968;&amp;</" p "v></" p "c></" p \
    "row><!-- </row> > --><" p "row r='3'><" p "c r=\"A3\"><" p "v>2</" p     \
    "v></" p "c></" p "row><" p "row r=\"4\">\n<" p "c r=\"A4\" />\n<" p      \
    "c r=\"B4\"><" p "v>4</" p "v></" p "c></" p "row>\n<" p                  \
    "row r=\"5\" ht=\"15\"/><" p "row r=\"6\"><" p "c r=\"A6\"><" p           \
    "v><![CDATA[</row>]]></" p "v></" p "c></" p "row>"                       \
    "<" p "row r=\"7\"><" p "c r=\"A7\"><" p "is><" p "t>f</" p "t></" p      \
    "is></" p "c></" p "row></" p "sheetData><" p "other>g</" p "other></" p  \
    "w>"

/* In the first of which the rows begin. */
static void
expect_in_pieces(struct text part, struct text expected)
{
    size_t head = text_find(part, TEXT("row")) + TAG_PREFIX_NULS, plain_rows;

    for (size_t piece = part.length; piece > head; piece--) {
        assert_string_equal(hear(part, piece, &plain_rows).bytes,
                            expected.bytes);
        assert_int_equal(plain_rows, 5);
    }
}

static void
a_part_says_the_same_in_pieces_of_any_length(void **state)
{
    size_t plain_rows;
    struct text expected = hear(TEXT(PART("")), sizeof(PART("")), &plain_rows);

    (void)state;
    assert_string_equal(expected.bytes, "1|a一&|2||4|\n</row>|f|g");
    expect_in_pieces(TEXT(PART("")), expected);
    expect_in_pieces(TEXT(PART("x:")), expected);
    expect_in_pieces(TEXT(PART("long:")), expected);
}

static void
a_shared_string_keeps_its_number(void **state)
{
    const char *read = read_both(
        ROW("1", "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1"
                 "</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" "
                 "t=\"s\"><v>3</v></c>"),
        "<si><t>甲，乙</t></si><!-- > <si><t>不是</t></si> --><si><r><t>二"
        "</t></r><r><t>二</t></r></si>\n<si><t xml:space=\"preserve\">_x0041_"
        "</t></si><si><t>a&amp;b</t><rPh><t>x</t></rPh></si>");

    (void)state;
    assert_non_null(read);
    assert_string_equal(read, "甲，乙,二二,A,a&b\n");
    read = read_both(ROW("1", "<c r=\"A1\" t=\"s\"><v> 1 </v></c>"),
                     "<si><t>甲</t></si><si><r><rPr><sz val=\"11\"/><rFont "
                     "val=\"Noto\"/></rPr><t xml:space=\"preserve\">第 </t></r>"
                     "<r><t>1&amp;2</t></r></si>");
    assert_string_equal(read, "第 1&2\n");
    read = read_both(
        ROW("1", "<c r=\"A1\" t=\"s\"><v>0</v></c>"),
        "<si><r><rPr><sz val=\"1\"/></rPr><t>a</t></r><r><rPr><b/></rPr><t>b"
        "</t></r><r><rPr><sz val=\"1\"/></rPr><t>c</t></r><r><rPr><i/></rPr>"
        "<t>d</t></r><r><rPr><sz val=\"12\"/></rPr><t>e</t></r><r><t>f</t></r>"
        "<r><rPr><b/></rPr><t>g</t></r></si>");
    assert_string_equal(read, "abcdefg\n");
    read = read_both(
        ROW("1", "<c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c>"),
        "<si><t>甲</t><phoneticPr fontId=\"1\" type=\"noConversion\"/></si><si>"
        "<r><t>乙</t></r><r><t>丙</t></r><rPh sb=\"0\" eb=\"1\"><t>乙&#12289;"
        "</t></rPh><rPh sb=\"1\" eb=\"2\"><t>丙</t></rPh><phoneticPr "
        "fontId=\"1\"/></si>");
    assert_string_equal(read, "甲,乙丙\n");
    assert_null(read_both(ROW("1", CELL("A1", "a")),
                          "<si><r><rPr><sz></rPr><t>a</t></r></si>"));
    assert_null(read_both(ROW("1", CELL("A1", "a")), "<si><t>a&b</t></si>"));
    assert_null(read_both(ROW("1", CELL("A1", "a")), "<si><t>a</t>"));
}

static const char *
read_written(const char *form, unsigned number)
{
    char written[32];

    snprintf(written, sizeof(written), "&#x%X;", number);
    if (strcmp(form, "hexadecimal") != 0)
        snprintf(written, sizeof(written),
                 strcmp(form, "padded") == 0 ? "&#%05u;" : "&#%u;", number);
    return read_both(
        text_format(arena, ROW("1", CELL("A1", "%s、%s") CELL("B1", "%s")),
                    written, written, written)
            .bytes,
        "");
}

/* Most are read eight bytes at once; not those beside what XML forbids. */
static void
a_character_is_the_same_by_either_number(void **state)
{
    static const unsigned numbers[] = {
        0,     1,      8,      9,      10,      31,      32,     127,
        128,   2047,   2048,   9999,   10000,   19968,   31532,  55295,
        55296, 57343,  57344,  65292,  65533,   65534,   65535,  65536,
        99999, 100000, 131072, 999999, 1114111, 1114112, 9999999};

    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
        const char *expected = read_written("hexadecimal", numbers[i]);
        const char *plain = read_written("plain", numbers[i]);
        const char *padded = read_written("padded", numbers[i]);

        if (expected == NULL ? plain != NULL || padded != NULL
                             : !plain || strcmp(plain, expected) != 0 ||
                                   !padded || strcmp(padded, expected) != 0)
            fail_msg("&#%u; is read as &#x%X; is not", numbers[i], numbers[i]);
    }
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_row_says_the_same_however_it_is_written),
        CASE(references_are_undone),
        CASE(a_cell_stands_where_its_reference_says),
        CASE(a_character_is_the_same_by_either_number),
        CASE(a_formula_without_a_result_is_told),
        CASE(only_texts_keep_blanks_around_them),
        CASE(a_row_in_a_comment_is_none),
        CASE(what_is_not_well_formed_is_refused_as_ever),
        CASE(a_cell_says_what_it_says_whatever_stands_above),
        CASE(a_value_ends_as_it_began),
        CASE(a_row_is_hidden_whatever_the_one_above_is),
        CASE(a_row_may_go_over_any_number_of_pieces),
        CASE(a_part_says_the_same_in_pieces_of_any_length),
        CASE(a_shared_string_keeps_its_number),
    };

    return cmocka_run_group_tests_name("row feed", tests, NULL, NULL);
}
