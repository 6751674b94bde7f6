#include "year/narrative.h"

#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "ledger/campaign.h"
#include "year/claims.h"
#include "year/compare.h"

struct parsing {
    const struct year *year;
    struct arena *arena;
    struct text text;
    size_t at; /* of the part being read */
    uint32_t line;
    size_t line_start;
    struct narrative lead;
    size_t room;
};

static struct narrative_part *
add(struct parsing *parsing, enum narrative_kind kind, struct text words)
{
    struct narrative *lead = &parsing->lead;
    struct narrative_part *part;

    part = ARRAY_ADD(parsing->arena, lead->parts, lead->count, parsing->room);
    part->kind = kind;
    part->words = words;
    part->line = parsing->line;
    part->column = (uint32_t)(parsing->at - parsing->line_start) + 1;
    return part;
}

static struct text
trimmed(struct text text)
{
    while (text.length > 0 && text.bytes[0] == ' ')
        text = text_from(text, 1);
    while (text.length > 0 && text.bytes[text.length - 1] == ' ')
        text.length--;
    return text;
}

static bool
is_wrong(const struct year *year, enum figure_id id, struct text words)
{
    const struct figure *figure = &year->figures[id];
    int64_t scale = figures[id].kind == FIGURE_IS_RATE ? 100 : 1;
    int64_t stated;
    int bound;

    return !claim_parse(words, &stated, &bound) || !figure->is_present ||
           !claim_holds(stated, bound, figure->numerator * scale,
                        figure->denominator);
}

/* What stands between the braces. */
static void
add_figure(struct parsing *parsing, struct text inside, struct text whole)
{
    size_t bar = text_find(inside, TEXT("|"));
    struct text id = trimmed(text_slice(inside, 0, bar));
    struct text claim = trimmed(text_from(inside, bar + 1));
    enum figure_id figure;
    struct narrative_part *part;

    if (!figure_by_id(id, &figure)) {
        add(parsing, NARRATIVE_UNKNOWN, whole);
        return;
    }
    part = add(parsing, NARRATIVE_FIGURE, claim);
    part->figure = figure;
    part->is_absent = !parsing->year->figures[figure].is_present ||
                      parsing->year->figures[figure].denominator == 0;
    part->is_wrong = claim.length > 0 && is_wrong(parsing->year, figure, claim);
}

static void
go_to(struct parsing *parsing, size_t offset)
{
    for (; parsing->at < offset; parsing->at++)
        if (parsing->text.bytes[parsing->at] == '\n') {
            parsing->line++;
            parsing->line_start = parsing->at + 1;
        }
}

/* A line end, with the blank lines behind it if there are any. */
static size_t
break_length(struct text rest, bool *is_paragraph)
{
    size_t length = strspn(rest.bytes, "\r\n \t"), lines = 0;

    for (size_t i = 0; i < length; i++)
        lines += rest.bytes[i] == '\n';
    *is_paragraph = lines > 1;
    return length;
}

static void
add_words(struct parsing *parsing, struct text words)
{
    if (words.length > 0)
        add(parsing, NARRATIVE_WORDS, words);
}

static void
parse_line_end(struct parsing *parsing)
{
    bool is_paragraph;
    size_t length =
        break_length(text_from(parsing->text, parsing->at), &is_paragraph);

    if (is_paragraph && parsing->at + length < parsing->text.length)
        add(parsing, NARRATIVE_BREAK, text_of(""));
    go_to(parsing, parsing->at + length);
}

static void
parse_braces(struct parsing *parsing)
{
    struct text rest = text_from(parsing->text, parsing->at);
    size_t end = text_find(rest, TEXT("}}"));
    size_t line_end = text_find(rest, TEXT("\n"));

    if (end > line_end || end == rest.length) {
        add_words(parsing, text_slice(rest, 0, 2));
        go_to(parsing, parsing->at + 2);
        return;
    }
    add_figure(parsing, text_slice(rest, 2, end - 2),
               text_slice(rest, 0, end + 2));
    go_to(parsing, parsing->at + end + 2);
}

struct narrative
narrative_parse(const struct year *year, struct text text, struct arena *arena)
{
    struct parsing parsing = {.year = year,
                              .arena = arena,
                              .text = text_copy(arena, text),
                              .line = 1};

    go_to(&parsing, strspn(parsing.text.bytes, "\r\n \t"));
    while (parsing.at < parsing.text.length) {
        struct text rest = text_from(parsing.text, parsing.at);
        size_t plain = 0;

        while (plain < rest.length && rest.bytes[plain] != '\n' &&
               rest.bytes[plain] != '\r' &&
               !text_starts(text_from(rest, plain), "{{"))
            plain++;
        add_words(&parsing, text_slice(rest, 0, plain));
        go_to(&parsing, parsing.at + plain);
        if (plain == rest.length)
            break;
        if (rest.bytes[plain] == '{')
            parse_braces(&parsing);
        else
            parse_line_end(&parsing);
    }
    return parsing.lead;
}
