/*
 * Cells of listed words.  A word that no list has may be a code, which the
 * title explains, or the answer to the question that the title is.
 */
#include "ledger/choices.h"

#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/legend.h"
#include "ledger/vocabulary.h"

static const struct text nothing = {"", 0};

/* Of the codes of a column, in a message. */
enum { MOST_CODES = 20 };

/* The first words of a choice or category, for advice. */
static struct text
usual_words(const struct cell *cell)
{
    const struct choice_words *words = cell->column->words;
    struct text list = nothing;

    for (; words != NULL && words->words != NULL; words++) {
        if (list.length > 0)
            list = text_join(cell->scratch, list, TEXT("、"));
        list = text_join(cell->scratch, list,
                         choice_word(words, words->value, ZH));
    }
    return list;
}

/* Whether the cell is a code.  Folding keeps a hanzi at the start, so of what
   begins with one only that hanzi alone may be. */
static bool
is_code(const struct cell *cell)
{
    enum { HANZI = 3 };
    unsigned char first = (unsigned char)cell->text.bytes[0];

    return (cell->text.length <= HANZI || first < 0xE4 || first > 0xE9) &&
           is_bare_code(folded(cell->scratch, cell->text));
}

/* The cell's text, or the word that a legend in the title gives for it. */
static struct text
word_of(const struct cell *cell)
{
    struct text word = nothing;

    if (is_code(cell))
        word = legend_word(cell_title(cell), cell->text, cell->scratch);
    return word.length > 0 ? word : cell->text;
}

bool
fill_category(const struct cell *cell, struct row *row, void *member)
{
    bool usual;

    (void)row;
    ((struct category *)member)->code =
        vocabulary_category(vocabulary_of(cell->book), cell->export->ledger,
                            cell_column(cell), word_of(cell), &usual);
    if (!usual)
        cell_report(cell, RULE_VALUE_UNKNOWN, usual_words(cell), nothing);
    return true;
}

/* 是否办结, 办结与否: a yes or no in any form is an answer. */
static bool
asks_yes_or_no(struct text title)
{
    return text_find(title, TEXT("是否")) < title.length ||
           text_find(title, TEXT("与否")) < title.length;
}

static uint8_t
choice_of(const struct cell *cell, struct text word)
{
    return vocabulary_choice(vocabulary_of(cell->book), cell->export->ledger,
                             cell_column(cell), word);
}

/* Of a word that is listed, of a code that the title explains, or of an answer
   to its question; else 0. */
static uint8_t
choice_of_cell(const struct cell *cell)
{
    uint8_t value = choice_of(cell, cell->text);
    struct text word;
    int8_t answer;

    if (value != 0)
        return value;
    word = word_of(cell);
    answer = yes_no_of(folded(cell->scratch, word));
    value = choice_of(cell, word);
    if (value != 0 || answer == 0 || !asks_yes_or_no(cell_title(cell)))
        return value;
    return choice_of(cell, answer > 0 ? TEXT("是") : TEXT("否"));
}

/* Adds a code to a list in order of length and bytes, unless it is there. */
static void
add_code(struct text *codes, size_t *count, struct text code)
{
    size_t at = 0;

    while (at < *count && text_compare(codes[at], code) < 0)
        at++;
    if (*count == MOST_CODES || (at < *count && text_equal(codes[at], code)))
        return;
    memmove(codes + at + 1, codes + at, (*count - at) * sizeof(*codes));
    codes[at] = code;
    ++*count;
}

/* All of the file's column whose meaning is not known, with 、 between. */
static struct text
find_codes(const struct cell *cell)
{
    struct arena *arena = cell->book->arena;
    const struct input_file *file = cell->export;
    struct records *records = records_of(&file->source, file->delimiter);
    struct text codes[MOST_CODES + 1], list = text_of("");
    struct record record;
    size_t count = 0;

    while (records_next(records, &record)) {
        struct cell other = *cell;

        if (record.line <= file->header_line || cell->field > record.count)
            continue;
        other.text = folded(cell->scratch, record.cells[cell->field - 1]);
        if (is_bare_code(other.text) && choice_of_cell(&other) == 0)
            add_code(codes, &count, text_copy(arena, other.text));
    }
    records_close(records);
    for (size_t i = 0; i < count; i++)
        list = text_format(arena, "%.*s%s%.*s", TEXT_ARG(list),
                           i > 0 ? "、" : "", TEXT_ARG(codes[i]));
    return list;
}

/* The same, looked for once a file. */
static struct text
codes_found(const struct cell *cell)
{
    struct codes_found *found = &cell->book->codes_found;

    if (found->file != cell->export || found->column != cell->column)
        *found =
            (struct codes_found){cell->export, cell->column, find_codes(cell)};
    return found->list;
}

/* problems,status,1,… for each code of the column. */
static struct text
lines_to_write(const struct cell *cell, struct text codes)
{
    struct text lines = nothing, *items;
    size_t count = list_split(cell->scratch, codes, &items);

    for (size_t i = 0; i < count; i++)
        lines =
            text_format(cell->scratch, "%.*s%s%s,%s,%.*s,…", TEXT_ARG(lines),
                        i > 0 ? " " : "", ledgers[cell->export->ledger]->name,
                        cell->column->key, TEXT_ARG(items[i]));
    return lines;
}

static bool
refuse_choice(const struct cell *cell)
{
    bool is_status =
        cell_is_key(cell, ledgers[cell->export->ledger]->status_key);
    struct text codes;

    if (!is_status || !is_code(cell))
        return cell_refuse(
            cell, is_status ? RULE_STATUS_UNKNOWN : RULE_CHOICE_UNKNOWN,
            usual_words(cell), nothing);
    codes = codes_found(cell);
    return cell_refuse(cell, RULE_STATUS_CODE, codes,
                       lines_to_write(cell, codes));
}

bool
fill_choice(const struct cell *cell, struct row *row, void *member)
{
    uint8_t value = choice_of_cell(cell);

    (void)row;
    ((struct choice *)member)->value = value;
    return value != 0 || refuse_choice(cell);
}

bool
fill_yes_no(const struct cell *cell, struct row *row, void *member)
{
    int8_t value =
        vocabulary_yes_no(vocabulary_of(cell->book), cell->export->ledger,
                          cell_column(cell), word_of(cell));

    (void)row;
    ((struct yes_no *)member)->value = value;
    return value != 0 ||
           cell_refuse(cell, RULE_CHOICE_UNKNOWN, TEXT("是、否"), nothing);
}
