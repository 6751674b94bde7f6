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

        put_string(words, type->columns[i].key);
        put_string(words, type->columns[i].title);
        put_string(words, type->columns[i].english);
        for (; choice && choice->words; choice++) {
            put_string(words, choice->words);
            put_string(words, choice->english);
        }
    }
}

struct text
own_words(const struct report *report, struct arena *arena)
{
    struct buffer words = {.arena = arena};
    enum language language = report->language;

    for (int i = 0; i < WORDING_COUNT; i++)
        put(&words, say(language, (enum wording)i));
    put_string(&words, "null true false"); /* of JSON */
    for (size_t i = 0; own_markup[i] != NULL; i++)
        put_string(&words, own_markup[i]);
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
        put_string(&words, rules[i].id);
        put_string(&words, rules[i].words[language].wording);
        put_string(&words, rules[i].words[language].advice);
    }
    return buffer_text(&words);
}
