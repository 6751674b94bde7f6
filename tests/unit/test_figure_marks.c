#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "gate/figure_marks.h"
#include "gate/page_facts.h"

enum { ROUNDS = 20000, LONGEST = 400 };

static uint32_t seed = 1;

static size_t
below(size_t limit)
{
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 16) % limit;
}

/* Records with and without quotes, in every state of disorder. */
static struct text
some_csv(char *bytes)
{
    static const char *const parts[] = {"a",  "b.c", ",",   ",",    "\"",
                                        "\n", "\n",  " ",   "\r\n", "\"\"",
                                        "x",  ",\"", "\",", "d e",  "\t"};
    size_t count = below(60);
    struct text csv = {bytes, 0};

    csv.length =
        (size_t)sprintf(bytes, "%s", below(4) > 0 ? "id,figures\n" : "figures");
    for (size_t i = 0; i < count; i++)
        csv.length +=
            (size_t)sprintf(bytes + csv.length, "%s",
                            parts[below(sizeof(parts) / sizeof(parts[0]))]);
    return csv;
}

/* Without blanks around it; it is cut in place. */
static char *
trimmed(char *string)
{
    static const char blanks[] = " \t\n\r";

    string += strspn(string, blanks);
    for (char *end = string + strlen(string);
         end > string && strchr(blanks, end[-1]) != NULL;)
        *--end = '\0';
    return string;
}

/* How often the id stands in a last cell, quotes around it or not. */
static size_t
count_in(char *cell, const char *id)
{
    size_t rows = 0;

    for (char *rest = cell; *(rest = trimmed(rest)) != '\0';) {
        size_t length = strcspn(rest, " ");

        rows += length == strlen(id) && strncmp(rest, id, length) == 0;
        rest += length;
    }
    return rows;
}

static char *
unquoted(char *cell)
{
    size_t length = strlen(cell);

    if (length < 2 || cell[0] != '"')
        return cell;
    cell[length - 1] = '\0';
    return cell + 1;
}

/* In how many records the id stands, read a byte at a time. */
static size_t
slow_count(struct text csv, const char *id)
{
    size_t rows = 0, cell = 0, records = 0;
    bool in_quotes = false;

    for (size_t at = 0; at <= csv.length; at++) {
        char c = at < csv.length ? csv.bytes[at] : '\n', last[LONGEST];
        char *ids;

        if (c == '"')
            in_quotes = !in_quotes;
        else if (c == ',' && !in_quotes)
            cell = at + 1;
        if (at < csv.length && (c != '\n' || in_quotes))
            continue;
        memcpy(last, csv.bytes + cell, at - cell);
        last[at - cell] = '\0';
        ids = unquoted(trimmed(last));
        if (records == 0 && strcmp(ids, "figures") != 0)
            return 0;
        rows += records++ > 0 ? count_in(ids, id) : 0;
        cell = at + 1;
    }
    return rows;
}

/* The same, read as much at once as a window of that size shows. */
static size_t
count(struct text csv, const char *id, size_t window)
{
    struct arena *arena = arena_new();
    struct page_facts seen;
    struct figure_marks_csv reading = {.seen = &seen};
    size_t rows = 0, from = 0, size = window;
    bool is_last;

    page_facts_begin(&seen, arena, "2025-10/data/problems.csv", NULL);
    do {
        size_t behind;

        is_last = from + size >= csv.length;
        behind =
            figure_marks_csv(&reading, text_slice(csv, from, size), is_last);
        from += behind;
        size = behind > 0 ? window : size + window;
    } while (!is_last);
    assert_int_equal(from, csv.length);
    figure_marks_csv_end(&reading, PAGE_FACTS_CSV);
    for (const struct page_facts_list *list = seen.lists; list;
         list = list->next)
        rows += text_is(list->id, id) ? list->rows : 0;
    arena_free(arena);
    return rows;
}

static void
records_are_counted_as_they_are_byte_by_byte(void **state)
{
    static const char *const ids[] = {"a", "b.c", "d", "ax"};
    char bytes[LONGEST];

    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct text csv = some_csv(bytes);

        for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
            size_t expected = slow_count(csv, ids[i]);

            if (count(csv, ids[i], LONGEST) != expected ||
                count(csv, ids[i], 1 + below(20)) != expected)
                fail_msg("%s in <<<%.*s>>>: %zu, not %zu", ids[i],
                         TEXT_ARG(csv), count(csv, ids[i], LONGEST), expected);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_counted_as_they_are_byte_by_byte),
    };

    return cmocka_run_group_tests_name("shown", tests, NULL, NULL);
}
