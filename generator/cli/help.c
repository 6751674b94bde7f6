/*
 * Help and the manual page, made from options.def.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/wording.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/help_texts.h"
#include "cli/usage.h"

static void
print_synopsis(enum command command)
{
    printf("shiji %s", commands[command].name);
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_entry *option = &options_known[i];

        if (option->commands == EVERYWHERE ||
            !(option->commands >> command & 1))
            continue;
        if (option->letter != 0)
            printf(" [-%c", option->letter);
        else
            printf(" [--%s", option->name);
        printf(option->argument ? " %s]" : "]", option->argument);
    }
    if (commands[command].operands[0] != '\0')
        printf(" %s", commands[command].operands);
    putchar('\n');
}

static void
print_absent(const struct option_entry *option, enum language language)
{
    if (option->absent != NULL)
        printf("%s%s%s", say_plain(language, WORDING_OPTION_ABSENT_BEFORE),
               option->absent,
               say_plain(language, WORDING_OPTION_ABSENT_AFTER));
}

static void
print_option(const struct option_entry *option, enum language language)
{
    printf("  ");
    if (option->letter != 0)
        printf("-%c, ", option->letter);
    printf("--%s", option->name);
    if (option->argument != NULL)
        printf(" %s", option->argument);
    printf("\n        %s", option->meaning[language]);
    print_absent(option, language);
    putchar('\n');
}

static void
print_command(enum command command, enum language language)
{
    printf("%s", say_plain(language, WORDING_HELP_USAGE));
    print_synopsis(command);
    printf("\n%s\n\n", commands[command].meaning[language]);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands >> command & 1)
            print_option(&options_known[i], language);
}

static const enum wording statuses[] = {
    WORDING_STATUS_DONE,   WORDING_STATUS_SET_ASIDE, WORDING_STATUS_USAGE,
    WORDING_STATUS_SYSTEM, WORDING_STATUS_REFUSED,
};

enum { STATUS_COUNT = sizeof(statuses) / sizeof(statuses[0]) };

static void
print_overview(enum language language)
{
    puts(say_plain(language, WORDING_HELP_OPENING));
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  shiji %-8s %s\n", commands[i].name,
               commands[i].meaning[language]);
    puts(say_plain(language, WORDING_HELP_MONTH));
    for (int i = 0; i < GUIDE_STEPS; i++)
        printf("  %d. %s%s%s\n", i + 1,
               say_plain(language, guide_steps[i].term),
               say_plain(language, WORDING_GUIDE_COLON),
               say_plain(language, guide_steps[i].text));
    puts(say_plain(language, WORDING_HELP_FILES));
    for (int i = 0; i < GUIDE_FILES; i++)
        printf("  %-20s %s\n", say_plain(language, guide_files[i].term),
               say_plain(language, guide_files[i].text));
    puts(say_plain(language, WORDING_HELP_STATUS));
    for (int i = 0; i < STATUS_COUNT; i++)
        printf("  %d  %s\n", i, say_plain(language, statuses[i]));
    puts(say_plain(language, WORDING_HELP_MORE));
}

/* In roff a hyphen is typed \- and a line must not begin with a dot. */
static void
print_roff(const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == '-' || *text == '\\')
            printf("\\%c", *text);
        else
            putchar(*text);
}

static void
print_manual_option(const struct option_entry *option, enum language language)
{
    printf(".TP\n\\fB");
    if (option->letter != 0)
        printf("\\-%c\\fR, \\fB", option->letter);
    printf("\\-\\-");
    print_roff(option->name);
    printf("\\fR");
    if (option->argument != NULL)
        printf(" \\fI%s\\fR", option->argument);
    putchar('\n');
    print_roff(option->meaning[language]);
    print_absent(option, language);
    putchar('\n');
}

static void
print_manual_lines(const struct guide_line *lines, int count,
                   enum language language)
{
    for (int i = 0; i < count; i++) {
        printf(".TP\n.B \"");
        print_roff(say_plain(language, lines[i].term));
        printf("\"\n");
        print_roff(say_plain(language, lines[i].text));
        putchar('\n');
    }
}

static void
print_manual_commands(enum language language)
{
    for (int command = 0; command < COMMAND_COUNT; command++) {
        printf(".SS shiji %s %s\n", commands[command].name,
               commands[command].operands);
        print_roff(commands[command].meaning[language]);
        putchar('\n');
        for (int i = 0; i < OPTION_COUNT; i++)
            if (options_known[i].commands != EVERYWHERE &&
                (options_known[i].commands >> command & 1))
                print_manual_option(&options_known[i], language);
    }
    puts(say_plain(language, WORDING_MANUAL_EVERYWHERE));
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands == EVERYWHERE)
            print_manual_option(&options_known[i], language);
}

/* The section headings, in the order of a manual page. */
enum section { NAME, SYNOPSIS, COMMANDS, MONTH, FILES, STATUS, VARIABLES };

static const enum wording sections[] = {
    [NAME] = WORDING_MANUAL_NAME,
    [SYNOPSIS] = WORDING_MANUAL_SYNOPSIS,
    [COMMANDS] = WORDING_MANUAL_COMMANDS,
    [MONTH] = WORDING_MANUAL_MONTH,
    [FILES] = WORDING_MANUAL_FILES,
    [STATUS] = WORDING_MANUAL_STATUS,
    [VARIABLES] = WORDING_MANUAL_VARIABLES,
};

static void
print_section(enum section section, enum language language)
{
    printf(".SH %s\n", say_plain(language, sections[section]));
}

static void
print_manual(enum language language)
{
    puts(".TH SHIJI 1 \"\" \"shiji " SHIJI_VERSION "\"");
    print_section(NAME, language);
    puts(say_plain(language, WORDING_MANUAL_TITLE));
    print_section(SYNOPSIS, language);
    puts(".B shiji\n.I COMMAND\n[OPTION]... [OPERAND]...");
    print_section(COMMANDS, language);
    print_manual_commands(language);
    print_section(MONTH, language);
    print_manual_lines(guide_steps, GUIDE_STEPS, language);
    print_section(FILES, language);
    print_manual_lines(guide_files, GUIDE_FILES, language);
    print_section(STATUS, language);
    for (int i = 0; i < STATUS_COUNT; i++) {
        printf(".TP\n%d\n", i);
        print_roff(say_plain(language, statuses[i]));
        putchar('\n');
    }
    print_section(VARIABLES, language);
    print_manual_lines(guide_variables, GUIDE_VARIABLES, language);
}

static enum command
asked_about(struct job *job)
{
    const struct options *options = &job->options;
    enum command command = options->command;

    if (command != COMMAND_help || options->operand_count == 0)
        return command;
    command = command_of_name(options->operands[0]);
    if (command == COMMAND_COUNT)
        usage_unknown(job->diag, options->spoken, COMMAND_COUNT,
                      options->operands[0]);
    return command;
}

void
help_run(struct job *job)
{
    enum command command = asked_about(job);
    enum language language = job->options.language;

    if (diag_count(job->diag, USAGE) > 0)
        return;
    if (command == COMMAND_help &&
        strcmp(job->options.values[OPTION_HELP_FORMAT], "man") == 0)
        print_manual(language);
    else if (command == COMMAND_COUNT ||
             (command == COMMAND_help && job->options.operand_count == 0 &&
              !job->options.given[OPTION_HELP]))
        print_overview(language);
    else
        print_command(command, language);
}
