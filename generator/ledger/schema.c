#include "ledger/schema.h"

#include <string.h>

static const void *
member(const struct column *column, const struct row *row)
{
    return (const char *)row + column->offset;
}

const struct id *
row_id(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct date *
row_date(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct month *
row_month(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct unit *
row_unit(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct category *
row_category(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct choice *
row_choice(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct yes_no *
row_yes_no(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct number *
row_number(const struct column *column, const struct row *row)
{
    return member(column, row);
}

const struct money *
row_money(const struct column *column, const struct row *row)
{
    return member(column, row);
}

int
column_index(const struct ledger_type *type, const char *key)
{
    if (key == NULL)
        return -1;
    for (size_t i = 0; i < type->column_count; i++) {
        const char *own = type->columns[i].key;

        /* Asked of every row, mostly with the very string of the table. */
        if (own == key || (own[0] == key[0] && strcmp(own, key) == 0))
            return (int)i;
    }
    return -1;
}

int
column_of_name(const struct ledger_type *type, struct text name)
{
    for (size_t i = 0; i < type->column_count; i++)
        if (text_is(name, type->columns[i].key) ||
            text_is(name, type->columns[i].title))
            return (int)i;
    return -1;
}

int
column_of_kind(const struct ledger_type *type, enum kind kind)
{
    for (size_t i = 0; i < type->column_count; i++)
        if (type->columns[i].is_stored && type->columns[i].kind == kind)
            return (int)i;
    return -1;
}

struct text
ledger_title(const struct ledger_type *type, enum language language)
{
    return text_of(language == EN ? type->english : type->title);
}

struct text
column_title(const struct column *column, enum language language)
{
    return text_of(language == EN ? column->english : column->title);
}

struct text
entered_title(const struct ledger_type *type, enum language language)
{
    return column_title(&type->columns[column_index(type, type->entered_key)],
                        language);
}

bool
word_next(const char **rest, struct text *word)
{
    const char *start = *rest + strspn(*rest, " ");

    *word = (struct text){start, strcspn(start, " ")};
    *rest = start + word->length;
    return word->length > 0;
}

struct text
choice_word(const struct choice_words *words, uint8_t value,
            enum language language)
{
    struct text word = {"", 0};

    for (; words != NULL && words->words != NULL; words++) {
        const char *rest = words->words;

        if (words->value != value)
            continue;
        if (language == EN)
            return text_of(words->english);
        word_next(&rest, &word);
        return word;
    }
    return word;
}

const char *
choice_key(const struct choice_words *words, uint8_t value)
{
    for (; words->words; words++)
        if (words->value == value)
            return words->key;
    return NULL;
}

uint8_t
choice_of_name(const struct choice_words *words, struct text name)
{
    for (; words != NULL && words->words != NULL; words++) {
        const char *rest = words->words;

        if (text_is(name, words->key))
            return words->value;
        for (struct text word; word_next(&rest, &word);)
            if (text_equal(name, word))
                return words->value;
    }
    return 0;
}
