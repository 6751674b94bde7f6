/*
 * Whatever stands in a cell of persons, a name between separators is found in
 * it and a unit of the list is nobody's; numbers and their masks keep within
 * the text.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "ledger/person_names.h"
#include "ledger/person_words.h"
#include "support/shelf.h"
#include "year/pii_letters.h"
#include "year/pii_patterns.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

/* The name stands between separators, behind the bytes and before them. */
static void
check_planted(const struct person_words *words, struct arena *arena,
              struct text cell)
{
    static const char name[] = "苗禾田", unit[] = "区住建局";
    struct person_part *parts;
    struct text planted = text_format(arena, "%s；%.*s；%s；%s", name,
                                      TEXT_ARG(cell), unit, name);
    size_t count = person_parts(words, arena, planted, &parts), found = 0;

    for (size_t i = 0; i < count; i++) {
        demand(parts[i].text.length > 0);
        found += parts[i].is_name && text_is(parts[i].text, name);
        demand(!parts[i].is_name || !text_is(parts[i].text, unit));
    }
    demand(found >= 2);
}

static void
check_letters(struct text text)
{
    struct pii_letters letters;
    char shown[LETTERS_MOST];

    for (size_t at = 0; at < text.length;) {
        pii_letters_read(text, at, LETTERS_MOST, &letters);
        demand(letters.length < LETTERS_MOST);
        demand(at + letters.ends[letters.length] <= text.length);
        text_next(text, &at);
    }
    demand(pii_letters_shown(text, shown) < LETTERS_MOST);
}

static void
check_numbers(struct text text, struct arena *arena)
{
    size_t length;
    char *mask = arena_take(arena, text.length + 1);

    for (size_t at = 0; (at = pii_next(text, at)) < text.length; at += length) {
        enum pii_kind kind = pii_at(text, at, &length);

        demand(length > 0 && at + length <= text.length);
        if (kind != PII_NONE)
            demand(pii_mask(kind, text_slice(text, at, length), mask) <=
                   length);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct unit_entry units[] = {
        {.name = {"区住建局", 12}, .aliases = {"", 0}}};
    struct text text = {(const char *)data, size};
    struct shelf *shelf;
    size_t invalid;

    if (size == 0 || size > 4096 || !utf8_is_valid(text, &invalid) ||
        memchr(data, 0, size) != NULL)
        return 0;
    shelf = shelf_new();
    shelf->codes.units = units;
    shelf->codes.unit_count = 1;
    check_planted(person_words_new(shelf->arena, &shelf->book), shelf->arena,
                  text);
    check_letters(text);
    check_numbers(text, shelf->arena);
    shelf_free(shelf);
    return 0;
}
