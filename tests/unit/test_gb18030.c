/*
 * The table against the system's iconv, over all codes there are.  Where the
 * two may differ, and why, is listed here; what our reading is there, is not
 * left to iconv at all.
 */
#include "support/test.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "intake/gb18030.h"

enum { SECOND_PLANE = 189000, CODES = SECOND_PLANE + 0x100000 };

/* Readings on which the C libraries differ, by edition or by their choice. */
static const struct reading {
    const char *bytes;
    int32_t character;
} ours[] = {
    /* Blanks of code page 936, private-use to every C library. */
    {"\xA3\xA0", 0x3000},
    /* Private-use in the edition, these characters in some versions of glibc:
       a name shall not be lost for it. */
    {"\xFE\x51", 0x20087},
    {"\xFE\x52", 0x20089},
    {"\xFE\x53", 0x200CC},
    {"\xFE\x6C", 0x215D7},
    {"\xFE\x76", 0x2298F},
    {"\xFE\x91", 0x241FE},
    /* New in 2022; before, it was the other way round, and some versions of
       glibc have no character of four bytes here. */
    {"\xA6\xD9", 0xFE10},
    {"\xA6\xDA", 0xFE12},
    {"\xA6\xDB", 0xFE11},
    {"\xA6\xDC", 0xFE13},
    {"\xA6\xDD", 0xFE14},
    {"\xA6\xDE", 0xFE15},
    {"\xA6\xDF", 0xFE16},
    {"\xA6\xEC", 0xFE17},
    {"\xA6\xED", 0xFE18},
    {"\xA6\xF3", 0xFE19},
    {"\xFE\x59", 0x9FB4},
    {"\xFE\x61", 0x9FB5},
    {"\xFE\x66", 0x9FB6},
    {"\xFE\x67", 0x9FB7},
    {"\xFE\x6D", 0x9FB8},
    {"\xFE\x7E", 0x9FB9},
    {"\xFE\x90", 0x9FBA},
    {"\xFE\xA0", 0x9FBB},
    {"\x84\x31\x82\x36", 0xE78D},
    {"\x84\x31\x82\x38", 0xE78E},
    {"\x84\x31\x82\x37", 0xE78F},
    {"\x84\x31\x82\x39", 0xE790},
    {"\x84\x31\x83\x30", 0xE791},
    {"\x84\x31\x83\x31", 0xE792},
    {"\x84\x31\x83\x32", 0xE793},
    {"\x84\x31\x83\x33", 0xE794},
    {"\x84\x31\x83\x34", 0xE795},
    {"\x84\x31\x83\x35", 0xE796},
    {"\x82\x35\x90\x37", 0xE81E},
    {"\x82\x35\x90\x38", 0xE826},
    {"\x82\x35\x90\x39", 0xE82B},
    {"\x82\x35\x91\x30", 0xE82C},
    {"\x82\x35\x91\x31", 0xE832},
    {"\x82\x35\x91\x32", 0xE843},
    {"\x82\x35\x91\x33", 0xE854},
    {"\x82\x35\x91\x34", 0xE864},
};

static iconv_t judge;

static int
open_judge(void **state)
{
    (void)state;
    judge = iconv_open("UTF-8", "GB18030");
    return judge == (iconv_t)-1 ? -1 : 0;
}

static int
close_judge(void **state)
{
    (void)state;
    return iconv_close(judge);
}

/* How far the bytes are valid to iconv, and what it makes of them. */
static size_t
judged(struct text bytes, char *utf8, size_t room, bool *is_cut)
{
    char *in = (char *)(uintptr_t)bytes.bytes, *out = utf8;
    size_t left = bytes.length;

    iconv(judge, NULL, NULL, NULL, NULL);
    *is_cut =
        iconv(judge, &in, &left, &out, &room) == (size_t)-1 && errno == EINVAL;
    *out = '\0';
    return bytes.length - left;
}

static const struct reading *
own_reading(struct text bytes)
{
    for (size_t i = 0; i < sizeof(ours) / sizeof(*ours); i++)
        if (text_is(bytes, ours[i].bytes))
            return &ours[i];
    return NULL;
}

/* One character, or none. */
static void
check_code(struct text bytes)
{
    const struct reading *own = own_reading(bytes);
    size_t offset = 0;
    int32_t character = gb18030_next(bytes, &offset);
    char utf8[16], written[16] = "";
    bool is_cut;

    assert_int_equal(offset, character < 0 ? 0 : bytes.length);
    if (own != NULL) {
        assert_int_equal(character, own->character);
        return;
    }
    if (character >= 0)
        written[text_encode(character, written)] = '\0';
    if (judged(bytes, utf8, sizeof(utf8) - 1, &is_cut) != offset ||
        strcmp(utf8, written) != 0)
        fail_msg("%02X%02X…: U+%04X", (unsigned char)bytes.bytes[0],
                 (unsigned char)bytes.bytes[1], (unsigned)character);
}

static void
the_table_is_that_of_the_system(void **state)
{
    char bytes[4];
    size_t pairs = 0;

    (void)state;
    for (int lead = 0x81; lead <= 0xFE; lead++)
        for (int trail = 0x40; trail <= 0xFE; trail++) {
            bytes[0] = (char)lead;
            bytes[1] = (char)trail;
            if (trail == 0x7F)
                continue;
            check_code((struct text){bytes, 2});
            pairs++;
        }
    assert_int_equal(pairs, 23940);
    for (int number = 0; number < CODES + 1000; number++) {
        bytes[0] = (char)(0x81 + number / 12600);
        bytes[1] = (char)(0x30 + number / 1260 % 10);
        bytes[2] = (char)(0x81 + number / 10 % 126);
        bytes[3] = (char)(0x30 + number % 10);
        check_code((struct text){bytes, 4});
    }
}

/* Written in GB18030 and read again, every character is itself, but for those
   that are read as another (the private-use side of the first seven). */
static void
every_character_comes_back(void **state)
{
    static const int32_t others[] = {0xE5E5, 0xE816, 0xE817, 0xE818,
                                     0xE831, 0xE83B, 0xE855};
    struct arena *arena = arena_new();
    size_t changed = 0;

    (void)state;
    for (int32_t block = 0; block < 0x110000; block += 0x800) {
        char utf8[4 * 0x800], back[GB18030_ROOM(4 * 0x800)];
        struct text text = {utf8, 0}, *coded;
        size_t at = 0;

        if (block == 0xD800) /* surrogates */
            continue;
        for (int32_t i = 0; i < 0x800; i++)
            text.length += text_encode(block + i, utf8 + text.length);
        coded = gb18030_of(arena, &text, 1);
        for (int32_t i = 0; i < 0x800; i++) {
            int32_t character = gb18030_next(*coded, &at);

            if (character == block + i)
                continue;
            assert_int_equal(block + i, others[changed]);
            assert_int_equal(character, ours[changed++].character);
        }
        assert_int_equal(at, coded->length);
        assert_int_equal(gb18030_length(*coded), gb18030_write(*coded, back));
        if (changed == 0)
            assert_memory_equal(back, utf8, text.length);
        arena_reset(arena);
    }
    assert_int_equal(changed, 7);
    arena_free(arena);
}

/* Behind so many bytes and before as many, to be met in blocks and alone. */
static void
check_validity(const char *tail, size_t length)
{
    enum { AROUND = 70 };
    char bytes[2 * AROUND + 4], utf8[3 * sizeof(bytes) + 1];
    struct gb18030_counts counts = {0};
    struct text text = {bytes, AROUND + length};
    size_t valid, right;
    bool is_cut;

    memset(bytes, 0xB0, sizeof(bytes));
    memcpy(bytes + AROUND, tail, length);
    for (int i = 0; i < 2; i++, text.length += AROUND) {
        valid = gb18030_count(text, 0, text.length, &counts);
        right = judged(text, utf8, sizeof(utf8) - 1, &is_cut);
        if (valid != right)
            fail_msg("%02X%02X%02X%02X: %zu", (unsigned char)tail[0],
                     (unsigned char)tail[1], (unsigned char)tail[2],
                     (unsigned char)tail[3], valid);
        /* iconv calls three bytes cut whatever the third is. */
        if (valid < text.length && !is_cut)
            assert_false(gb18030_is_cut(text_from(text, valid)));
    }
}

static void
invalid_bytes_are_refused_where_they_stand(void **state)
{
    static const unsigned char edges[] = {0,    0x2F, 0x30, 0x39, 0x3A, 0x40,
                                          0x7F, 0x81, 0xA1, 0xFE, 0xFF};
    enum { EDGES = sizeof(edges) };

    (void)state;
    for (int lead = 0x81; lead <= 0xFF; lead++)
        for (int trail = 0; trail <= 0xFF; trail++) {
            char tail[4] = {(char)lead, (char)trail, 0, 0};
            bool is_long = trail >= 0x30 && trail <= 0x39;

            /* Not where no iconv need know the characters. */
            if (is_long && (lead == 0x82 || lead == 0x84))
                continue;
            check_validity(tail, 1);
            check_validity(tail, 2);
            for (int i = 0; is_long && i < EDGES * EDGES; i++) {
                tail[2] = (char)edges[i / EDGES];
                tail[3] = (char)edges[i % EDGES];
                check_validity(tail, 3);
                check_validity(tail, 4);
            }
        }
}

static void
a_character_may_be_cut_behind_each_byte(void **state)
{
    static const char whole[] = "\x81\x30\x81\x30";

    (void)state;
    assert_false(gb18030_is_cut((struct text){whole, 0}));
    for (size_t length = 1; length < 4; length++)
        assert_true(gb18030_is_cut((struct text){whole, length}));
    assert_false(gb18030_is_cut((struct text){whole, 4}));
}

static void
byte_80_leads_nothing(void **state)
{
    struct gb18030_counts counts = {0};
    struct text text = TEXT("\x80\x80\xB0\xA1\x81\x80 \x80 1");
    char utf8[40];

    (void)state;
    assert_int_equal(gb18030_count(text, 0, text.length, &counts), text.length);
    assert_int_equal(counts.euros, 3);
    assert_int_equal(counts.characters, 5);
    assert_int_equal(counts.of_gb2312, 1);
    assert_true(
        text_is((struct text){utf8, gb18030_write(text, utf8)}, "€€啊亐 € 1"));
}

/* However they are met: in a block, behind an odd byte, alone. */
static void
characters_are_counted_by_kind(void **state)
{
    static const struct {
        const char *bytes;
        size_t of_gb2312, of_private;
    } kinds[] = {
        {"\xB0\xA1", 1, 0}, {"\xF7\xFE", 1, 0}, {"\xD7\xFA", 1, 1},
        {"\xA1\xA3", 1, 0}, {"\xAA\xA1", 0, 1}, {"\xFE\xFE", 0, 1},
        {"\x81\x80", 0, 0}, {"\xA2\xAB", 1, 1}, {"\xFE\x51", 0, 0},
    };
    char bytes[200];

    (void)state;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
        for (size_t before = 0; before < 4; before++) {
            struct gb18030_counts counts = {0};

            memset(bytes, 'a', sizeof(bytes));
            for (size_t k = before; k < 198; k += k % 3 == 0 ? 3 : 2)
                memcpy(bytes + k, kinds[i].bytes, 2);
            assert_int_equal(
                gb18030_count((struct text){bytes, 200}, 0, 200, &counts), 200);
            assert_true(counts.characters > 60);
            assert_int_equal(counts.of_gb2312,
                             counts.characters * kinds[i].of_gb2312);
            assert_int_equal(counts.of_private,
                             counts.characters * kinds[i].of_private);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_is_that_of_the_system),
        cmocka_unit_test(every_character_comes_back),
        cmocka_unit_test(invalid_bytes_are_refused_where_they_stand),
        cmocka_unit_test(a_character_may_be_cut_behind_each_byte),
        cmocka_unit_test(byte_80_leads_nothing),
        cmocka_unit_test(characters_are_counted_by_kind),
    };

    return cmocka_run_group_tests(tests, open_judge, close_judge);
}
