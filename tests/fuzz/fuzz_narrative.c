/*
 * Whatever an office writes, every byte of it is words, braces or the lines
 * between paragraphs, in its order and at its place.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "support/shelf.h"
#include "year/narrative.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static void
check(struct text text, const struct narrative *narrative)
{
    uint32_t line = 1, column = 0;

    for (size_t i = 0; i < narrative->count; i++) {
        const struct narrative_part *part = &narrative->parts[i];

        demand(part->kind != NARRATIVE_FIGURE || part->figure < FIGURE_COUNT);
        demand(part->words.length <= text.length);
        if (part->kind == NARRATIVE_BREAK)
            continue;
        demand(part->line > line ||
               (part->line == line && part->column > column));
        line = part->line;
        column = part->column;
        demand(column <= text.length);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct year year;
    struct text text = {(const char *)data, size};
    struct narrative narrative;
    struct shelf *shelf;
    size_t invalid;

    if (!utf8_is_valid(text, &invalid) || memchr(data, 0, size) != NULL)
        return 0;
    shelf = shelf_new();
    shelf_problem(shelf, 20250301, 20250401, PROBLEM_SOLVED);
    year.book = &shelf->book;
    narrative = narrative_parse(&year, text, shelf->arena);
    check(text, &narrative);
    shelf_free(shelf);
    return 0;
}
