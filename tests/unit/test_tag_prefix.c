#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/tag_prefix.h"

static struct arena *arena;

static int
begin(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
end(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

/* The document in pieces of that length. */
static struct text
dropped(struct text document, struct text element, size_t piece)
{
    struct buffer bare = {.arena = arena};
    struct tag_prefix prefix = {0};

    tag_prefix_find(&prefix, document, element);
    for (size_t at = 0; at < document.length; at += piece)
        buffer_put(&bare, tag_prefix_drop(
                              &prefix, text_slice(document, at, piece), false));
    buffer_put(&bare, tag_prefix_drop(&prefix, TEXT(""), true));
    tag_prefix_close(&prefix);
    return buffer_text(&bare);
}

static void
expect(const char *document, const char *bare)
{
    struct text text = text_of(document);

    for (size_t piece = 1; piece <= text.length; piece++)
        assert_string_equal(dropped(text, TEXT("row"), piece).bytes, bare);
}

static void
names_lose_the_prefix_that_rows_have(void **state)
{
    (void)state;
    expect("<x:a xmlns:x=\"u\"><x:row x:r=\"1\">x:row</x:row></x:a>",
           "<a xmlns:x=\"u\"><row x:r=\"1\">x:row</row></a>");
    expect("<main:row><y:main:row/><main:row/><ma:row/></main:row>",
           "<row><y:main:row/><row/><ma:row/></row>");
    expect("<x:row>a sentence that is longer than a part</x:row><x:",
           "<row>a sentence that is longer than a part</row><");
    expect("<x:row/>\n<!-- <x:row> -->", "<row/>\n<!-- <row> -->");
}

static void
what_is_cdata_stays(void **state)
{
    (void)state;
    expect("<x:row><![CDATA[<x:row>]]]]>]]></x:row>",
           "<row><![CDATA[<x:row>]]]]>]]></row>");
    expect("<x:row><![CDATA[]]><x:b/><![CDATA[<x:b>",
           "<row><![CDATA[]]><b/><![CDATA[<x:b>");
}

static void
where_rows_have_none_nothing_is_lost(void **state)
{
    static const char *const documents[] = {"<row><x:b/></row>",
                                            "<a><x:b/></a>",
                                            ":row>",
                                            "x:row>",
                                            "row",
                                            "<a-prefix-of-many-letters:row>"};
    struct tag_prefix prefix = {0};

    (void)state;
    for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
        tag_prefix_find(&prefix, text_of(documents[i]), TEXT("row"));
        assert_int_equal(prefix.length, 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_lose_the_prefix_that_rows_have),
        cmocka_unit_test(what_is_cdata_stays),
        cmocka_unit_test(where_rows_have_none_nothing_is_lost),
    };

    return cmocka_run_group_tests_name("tag prefix", tests, begin, end);
}
