#include "view/own_words.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/wording.h"
#include "view/report.h"
#include "year/year.h"

static void
put(struct buffer *words, struct text text)
{
    buffer_put(words, text);
    buffer_put(words, TEXT("\n"));
}

static void
put_string(struct buffer *words, const char *string)
{
    if (string != NULL)
        put(words, text_of(string));
}

static void
put_ledger(struct buffer *words, const struct ledger_type *type)
{
    put_string(words, type->name);
    put_string(words, type->title);
    put_string(words, type->english);
    for (size_t i = 0; i < type->column_count; i++) {
        const struct choice_words *choice = type->columns[i].words;

        put_string(words, type->columns[i].title);
        put_string(words, type->columns[i].english);
        for (; choice && choice->words; choice++) {
            put_string(words, choice->words);
            put_string(words, choice->english);
        }
    }
}

static struct text
words_of_report(const struct report *report, struct arena *arena)
{
    struct buffer words = {.arena = arena};
    enum language language = report->language;

    for (int i = 0; i < WORDING_COUNT; i++)
        put(&words, say(language, (enum wording)i));
    put_string(&words, "null true false"); /* of JSON */
    for (int i = 0; i < FIGURE_COUNT; i++) {
        put_string(&words, figures[i].id);
        put_string(&words, figures[i].label[language]);
        put_string(&words, figures[i].definition[language]);
    }
    for (int i = 0; i < TABLE_COUNT; i++)
        put_string(&words, tables[i].title[language]);
    for (int i = 0; i < LEDGER_COUNT; i++)
        put_ledger(&words, ledgers[i]);
    for (int i = 0; i < RULE_COUNT; i++) {
        put_string(&words, rules[i].words[language].wording);
        put_string(&words, rules[i].words[language].advice);
    }
    return buffer_text(&words);
}

struct text *
own_words_without(const struct report *report, const struct text *secrets,
                  size_t *count, struct arena *arena)
{
    struct arena *scratch = arena_new();
    struct text words = words_of_report(report, scratch);
    struct text *kept = arena_take(arena, (*count + 1) * sizeof(*kept));
    size_t all = *count;

    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (text_find(words, secrets[i]) == words.length)
            kept[(*count)++] = secrets[i];
    arena_free(scratch);
    return kept;
}
