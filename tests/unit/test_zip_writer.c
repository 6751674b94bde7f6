#include "support/test.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/zip_reader.h"
#include "base/zip_writer.h"

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

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

static bool
take(void *data, char *bytes, size_t length)
{
    buffer_put_bytes(data, bytes, length);
    return true;
}

/* Unpacks a part, if it is there; its sum is compared there. */
static enum zip_fault
unpack(struct text archive, const char *name, struct text *content)
{
    struct buffer bytes = {.arena = arena};
    enum zip_fault fault;
    struct zip_source source = zip_in_memory(&archive);
    struct zip_reader *zip =
        zip_reader_open(&source, zip_most_unpacked(archive.length), &fault);

    if (zip == NULL)
        return fault;
    fault = zip_reader_has(zip, name)
                ? zip_reader_part(zip, name, &(struct zip_taker){take, &bytes})
                : ZIP_DAMAGED;
    zip_reader_close(zip);
    *content = buffer_text(&bytes);
    return fault;
}

static struct text
unpacked(struct text archive, const char *name)
{
    struct text content;

    assert_int_equal(unpack(archive, name, &content), ZIP_SOUND);
    return content;
}

/* An archive of one part that is packed in so many pieces. */
static struct text
archive_of(struct text content, size_t piece_length)
{
    struct buffer archive = {.arena = arena};
    struct buffer packed = {.arena = arena};
    const struct zip_target target = {gather, &archive};
    struct zip_writer *zip = zip_writer_new(arena, &target);
    struct zip_part part = {.name = "part.xml"};

    for (size_t at = 0; at < content.length; at += piece_length) {
        struct zip_piece piece =
            zip_pack(arena, text_slice(content, at, piece_length));

        zip_part_add(&part, &piece);
        buffer_put(&packed, piece.packed);
    }
    assert_true(zip_writer_put(zip, "first.xml", TEXT("<first/>")));
    assert_true(zip_writer_begin(zip, &part));
    assert_true(zip_writer_append(zip, buffer_text(&packed)));
    assert_true(zip_writer_end(zip));
    assert_true(zip_writer_put(zip, "nothing.xml", TEXT("")));
    assert_true(zip_writer_finish(zip));
    return buffer_text(&archive);
}

static void
expect_back(struct text content)
{
    static const size_t pieces[] = {1 << 20, 4096, 7};

    for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
        struct text archive = archive_of(content, pieces[i]);

        assert_true(text_equal(unpacked(archive, "part.xml"), content));
        assert_true(text_is(unpacked(archive, "first.xml"), "<first/>"));
        assert_int_equal(unpacked(archive, "nothing.xml").length, 0);
    }
}

static void
what_is_packed_comes_back(void **state)
{
    enum { LENGTH = 200000 };
    char *bytes = arena_take(arena, LENGTH);
    uint32_t random = 1;

    (void)state;
    expect_back(TEXT("a"));
    expect_back(TEXT("问题台账"));
    memset(bytes, 'x', LENGTH);
    /* More of the same would look like an attack to who reads it. */
    expect_back((struct text){bytes, LENGTH / 8});
    for (size_t i = 0; i < LENGTH; i++) {
        random = random * 1664525 + 1013904223;
        bytes[i] = (char)(random >> 24);
    }
    expect_back((struct text){bytes, LENGTH});
    /* Repeats of every length, at distances up to the farthest and beyond. */
    for (size_t i = 40000; i < LENGTH; i++)
        if (i % 1000 < i / 600)
            bytes[i] = bytes[i - 30000 - i / 60];
    expect_back((struct text){bytes, LENGTH});
    for (size_t i = 0; i < LENGTH; i++)
        bytes[i] = "<c r=\"A1\"><v>"[i % (i % 13 + 1)];
    expect_back((struct text){bytes, LENGTH});
}

/* Whether a changed archive is told; else it must say what it said. */
static bool
is_told(struct text archive, struct text content)
{
    struct text read;

    if (unpack(archive, "part.xml", &read) != ZIP_SOUND)
        return true;
    assert_true(text_equal(read, content));
    return false;
}

static void
what_was_changed_on_the_way_is_not_taken(void **state)
{
    enum { LAST_NUMBER = 4 }; /* of the archive, without which it is whole */
    struct text content = TEXT("责任单位,责任单位,责任单位,办结\n");
    struct text archive = archive_of(content, 16);
    char *bytes = arena_copy(arena, archive.bytes, archive.length);
    struct text changed = {bytes, archive.length};
    size_t told = 0;

    (void)state;
    for (size_t bit = 0; bit < archive.length * 8; bit++) {
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        told += is_told(changed, content);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
    }
    assert_true(told > content.length * 8);
    for (size_t left = 0; left < archive.length - LAST_NUMBER; left++)
        assert_true(is_told(text_slice(archive, 0, left), content));
}

static void
what_repeats_takes_little_room(void **state)
{
    struct buffer rows = {.arena = arena};
    struct text packed;

    (void)state;
    for (int i = 0; i < 1000; i++)
        buffer_put(&rows, text_format(arena,
                                      "<row r=\"%d\"><c r=\"A%d\" "
                                      "t=\"inlineStr\"><is><t>区住建局"
                                      "</t></is></c></row>",
                                      i, i));
    packed = zip_pack(arena, buffer_text(&rows)).packed;
    assert_true(packed.length * 8 < rows.length);
}

static void
the_same_parts_give_the_same_bytes(void **state)
{
    struct text content = TEXT("<sheet>1</sheet>");

    (void)state;
    assert_true(text_equal(archive_of(content, 4), archive_of(content, 4)));
}

static bool
refuse(void *data, struct text piece)
{
    (void)data;
    (void)piece;
    return false;
}

static void
who_takes_no_more_stops_it(void **state)
{
    const struct zip_target target = {refuse, NULL};
    struct zip_writer *zip = zip_writer_new(arena, &target);

    (void)state;
    assert_false(zip_writer_put(zip, "a.xml", TEXT("<a/>")));
    assert_false(zip_writer_is_too_large(zip));
}

static void
what_readers_may_not_understand_is_not_written(void **state)
{
    struct buffer archive = {.arena = arena};
    const struct zip_target target = {gather, &archive};
    struct zip_writer *zip = zip_writer_new(arena, &target);

    (void)state;
    assert_false(zip_writer_begin(
        zip, &(struct zip_part){.name = "a.xml", .length = 5ULL << 30}));
    assert_true(zip_writer_is_too_large(zip));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_packed_comes_back),
        cmocka_unit_test(what_was_changed_on_the_way_is_not_taken),
        cmocka_unit_test(what_repeats_takes_little_room),
        cmocka_unit_test(the_same_parts_give_the_same_bytes),
        cmocka_unit_test(who_takes_no_more_stops_it),
        cmocka_unit_test(what_readers_may_not_understand_is_not_written),
    };

    return cmocka_run_group_tests_name("zip writer", tests, begin, end);
}
