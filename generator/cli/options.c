/*
 * A small reader of options driven by options.def.  The same letter may mean
 * different things to different commands (-o), and choices, months and
 * numbers are checked here, so that a command finds only good values.
 */
#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "cli/usage.h"

/* Where reading stands. */
struct reading {
    struct options *options;
    char *const *next;
    struct diag *diag;
};

static bool
is_unknown(const struct reading *reading, const char *word)
{
    return usage_unknown(reading->diag, reading->options->spoken,
                         reading->options->command, word);
}

/* Before a command is named only what every command takes is known. */
static bool
is_taken(const struct option_entry *entry, enum command command)
{
    if (command == COMMAND_COUNT)
        return entry->commands == EVERYWHERE;
    return (entry->commands >> command & 1) != 0;
}

static int
option_of_name(struct text name, enum command command)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (is_taken(&options_known[i], command) &&
            text_is(name, options_known[i].name))
            return i;
    return -1;
}

static int
option_of_letter(char letter, enum command command)
{
    for (int i = 0; i < OPTION_COUNT; i++)
        if (is_taken(&options_known[i], command) &&
            options_known[i].letter == letter)
            return i;
    return -1;
}

/* Whether value is one of the words of "a|b|c". */
static bool
is_choice(const char *choices, const char *value)
{
    size_t length = strlen(value);

    for (const char *word = choices;;) {
        size_t end = strcspn(word, "|");

        if (end == length && memcmp(word, value, length) == 0)
            return true;
        if (word[end] == '\0')
            return false;
        word += end + 1;
    }
}

static bool
is_number(const char *value)
{
    size_t digits = strspn(value, "0123456789");

    return digits > 0 && digits < 7 && value[digits] == '\0';
}

static bool
is_good(const char *argument, const char *value)
{
    struct month month;

    if (strchr(argument, '|') != NULL)
        return is_choice(argument, value);
    if (strcmp(argument, "YYYY-MM") == 0)
        return month_parse(text_of(value), &month);
    if (strcmp(argument, "N") == 0)
        return is_number(value);
    return value[0] != '\0';
}

static bool
is_bad(const struct reading *reading, const char *as_written, const char *value,
       const char *wanted)
{
    char option[64];

    snprintf(option, sizeof(option), "%.*s", (int)strcspn(as_written, "="),
             as_written);
    return usage_value(reading->diag, reading->options->spoken, option, value,
                       wanted);
}

/* as_written names the option in a message; attached is the value joined to
   it, or NULL. */
static bool
take(struct reading *reading, int option, const char *as_written,
     const char *attached)
{
    const struct option_entry *entry = &options_known[option];
    const char *value = attached;

    if (entry->argument == NULL) {
        if (attached != NULL)
            return is_bad(reading, as_written, attached, NULL);
        value = "";
    } else if (value == NULL) {
        if (*reading->next == NULL)
            return usage_no_value(reading->diag, as_written, entry->argument);
        value = *reading->next++;
    }
    if (entry->argument != NULL && !is_good(entry->argument, value))
        return is_bad(reading, as_written, value, entry->argument);
    reading->options->given[option] = true;
    reading->options->values[option] = value;
    return true;
}

static bool
take_long(struct reading *reading, const char *argument)
{
    const char *equals = strchr(argument, '=');
    struct text name = text_of(argument + 2);
    int option;

    if (equals != NULL)
        name.length = (size_t)(equals - name.bytes);
    option = option_of_name(name, reading->options->command);
    if (option < 0)
        return is_unknown(reading, argument);
    return take(reading, option, argument, equals ? equals + 1 : NULL);
}

/* "-qv", "-iinput" or "-i" "input". */
static bool
take_letters(struct reading *reading, const char *argument)
{
    for (const char *letter = argument + 1; *letter; letter++) {
        int option = option_of_letter(*letter, reading->options->command);

        if (option < 0)
            return is_unknown(reading, argument);
        if (options_known[option].argument == NULL) {
            if (!take(reading, option, argument, NULL))
                return false;
            continue;
        }
        return take(reading, option, argument, letter[1] ? letter + 1 : NULL);
    }
    return true;
}

static bool
take_operand(struct reading *reading, const char *operand)
{
    struct options *options = reading->options;

    if (options->command != COMMAND_COUNT) {
        if (options->operand_count == commands[options->command].most)
            return usage_extra_operand(reading->diag, options->command,
                                       operand);
        options->operands[options->operand_count++] = operand;
        return true;
    }
    options->command = command_of_name(operand);
    return options->command != COMMAND_COUNT || is_unknown(reading, operand);
}

static bool
take_all(struct reading *reading)
{
    bool only_operands = false;

    while (*reading->next != NULL) {
        const char *argument = *reading->next++;
        bool good;

        if (only_operands || argument[0] != '-' || argument[1] == '\0')
            good = take_operand(reading, argument);
        else if (strcmp(argument, "--") == 0)
            good = only_operands = true;
        else if (argument[1] == '-')
            good = take_long(reading, argument);
        else
            good = take_letters(reading, argument);
        if (!good)
            return false;
    }
    return true;
}

static bool
is_asking(const struct options *options)
{
    return options->given[OPTION_HELP] || options->given[OPTION_VERSION];
}

static bool
has_operands(const struct options *options, struct diag *diag)
{
    const struct command_entry *command = &commands[options->command];

    if (options->command == COMMAND_COUNT || is_asking(options) ||
        options->operand_count >= command->fewest)
        return true;
    return usage_no_operand(diag, options->command);
}

/* The environment's language, as POSIX ranks its variables. */
static bool
is_chinese_here(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const char *value = getenv(names[i]);

        if (value != NULL && value[0] != '\0')
            return strncmp(value, "zh", 2) == 0;
    }
    return false;
}

static void
choose_languages(struct options *options)
{
    bool is_english = strcmp(options->values[OPTION_LANGUAGE], "en") == 0;

    options->language = is_english ? EN : ZH;
    options->spoken = options->language;
    if (!options->given[OPTION_LANGUAGE] && isatty(STDERR_FILENO) &&
        !is_chinese_here())
        options->spoken = EN;
}

/* The language asked for, before anything is understood: what is wrong with
   the rest shall be said in it. */
static void
expect_language(struct options *options, char *const *arguments)
{
    for (; *arguments != NULL && strcmp(*arguments, "--") != 0; arguments++) {
        const char *value = NULL;

        if (strcmp(*arguments, "-l") == 0 ||
            strcmp(*arguments, "--language") == 0)
            value = arguments[1];
        else if (strncmp(*arguments, "--language=", 11) == 0)
            value = *arguments + 11;
        else if (strncmp(*arguments, "-l", 2) == 0)
            value = *arguments + 2;
        if (value == NULL || !is_choice("zh|en", value))
            continue;
        options->values[OPTION_LANGUAGE] = value;
        options->given[OPTION_LANGUAGE] = true;
    }
    choose_languages(options);
}

bool
options_read(struct arena *arena, char *const *arguments, struct diag *diag,
             struct options *options)
{
    struct reading reading = {options, arguments, diag};
    size_t count = 0;
    bool good;

    while (arguments[count] != NULL)
        count++;
    *options = (struct options){.called = "shiji", .command = COMMAND_COUNT};
    if (count > 0)
        options->called = *reading.next++;
    options->operands = arena_take(arena, count * sizeof(char *));
    for (int i = 0; i < OPTION_COUNT; i++)
        options->values[i] = options_known[i].absent;
    expect_language(options, reading.next);
    good = take_all(&reading);
    choose_languages(options);
    return good && has_operands(options, diag);
}
