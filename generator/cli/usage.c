#include "cli/usage.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/wording.h"

enum { LONGEST_WORD = 24, FARTHEST = 2 };

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t less = a < b ? a : b;

    return less < c ? less : c;
}

/* How many letters must be added, left out, changed or swapped with the next
   one to get from one word to the other. */
static size_t
distance(const char *a, const char *b)
{
    size_t rows[LONGEST_WORD + 1][LONGEST_WORD + 1];
    size_t long_a = strlen(a), long_b = strlen(b);

    if (long_a > LONGEST_WORD || long_b > LONGEST_WORD)
        return LONGEST_WORD;
    for (size_t i = 0; i <= long_a; i++)
        rows[i][0] = i;
    for (size_t j = 0; j <= long_b; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= long_a; i++)
        for (size_t j = 1; j <= long_b; j++) {
            rows[i][j] = least(rows[i - 1][j] + 1, rows[i][j - 1] + 1,
                               rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
                a[i - 2] == b[j - 1] && rows[i - 2][j - 2] + 1 < rows[i][j])
                rows[i][j] = rows[i - 2][j - 2] + 1;
        }
    return rows[long_a][long_b];
}

/* The word so far nearest to what was written. */
struct nearest {
    const char *written;
    const char *word;
    size_t distance;
};

static void
consider(struct nearest *nearest, const char *word)
{
    size_t length = strlen(nearest->written);
    size_t far = distance(nearest->written, word);

    if (length > 1 && strncmp(word, nearest->written, length) == 0)
        far = 0;
    if (far < nearest->distance && far < length) {
        nearest->word = word;
        nearest->distance = far;
    }
}

static const char *
nearest_option(enum command command, const char *written)
{
    struct nearest nearest = {written, NULL, FARTHEST + 1};

    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands == EVERYWHERE ||
            (command != COMMAND_COUNT &&
             (options_known[i].commands >> command & 1) != 0))
            consider(&nearest, options_known[i].name);
    return nearest.word;
}

static const char *
nearest_command(const char *written)
{
    struct nearest nearest = {written, NULL, FARTHEST + 1};

    for (int i = 0; i < COMMAND_COUNT; i++)
        consider(&nearest, commands[i].name);
    return nearest.word;
}

static bool
report(struct diag *diag, enum rule rule, const char *detail1,
       const char *detail2)
{
    struct finding finding = {.detail = {text_of(detail1), text_of(detail2)}};

    return diag_report(diag, rule, &finding);
}

bool
usage_unknown(struct diag *diag, enum language language, enum command command,
              const char *word)
{
    bool is_option = word[0] == '-';
    struct arena *arena = arena_new();
    char name[LONGEST_WORD + 1];
    const char *meant, *hint = "";
    bool good;

    snprintf(name, sizeof(name), "%.*s", (int)strcspn(word, "="), word);
    meant = is_option ? nearest_option(command, name + strspn(name, "-"))
                      : nearest_command(name);
    if (meant != NULL)
        hint = SAY(arena, language, WORDING_USAGE_MEANT,
                   text_format(arena, "%s%s", is_option ? "--" : "", meant))
                   .bytes;
    good = report(diag, RULE_OPTION_UNKNOWN, word, hint);
    arena_free(arena);
    return good;
}

bool
usage_value(struct diag *diag, enum language language, const char *option,
            const char *value, const char *wanted)
{
    struct arena *arena = arena_new();
    bool is_number = wanted != NULL && strcmp(wanted, "N") == 0;
    enum wording wording =
        wanted == NULL ? WORDING_USAGE_TAKES_NONE : WORDING_USAGE_SHOULD_BE;
    struct text should = is_number ? say(language, WORDING_USAGE_NUMBER)
                         : wanted  ? text_of(wanted)
                                   : text_of("");
    struct text said = SAY(arena, language, wording, text_of(value), should);
    bool good =
        report(diag, RULE_OPTION_VALUE, option, text_copy(arena, said).bytes);

    arena_free(arena);
    return good;
}

bool
usage_no_value(struct diag *diag, const char *option, const char *wanted)
{
    return report(diag, RULE_OPTION_ARGUMENT, option, wanted);
}

bool
usage_no_command(struct diag *diag)
{
    return report(diag, RULE_COMMAND_MISSING, "", "");
}

bool
usage_no_operand(struct diag *diag, enum command command)
{
    return report(diag, RULE_OPERAND_MISSING, commands[command].name,
                  commands[command].operands);
}

bool
usage_extra_operand(struct diag *diag, enum command command,
                    const char *operand)
{
    return report(diag, RULE_OPERAND_EXTRA, commands[command].name, operand);
}
