/*
 * Help and the manual page, made from options.def.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "cli/usage.h"

static void
print_synopsis(enum command command)
{
    printf("shiji %s", commands[command].name);
    for (int i = 0; i < OPTION_COUNT; i++) {
        const struct option_entry *option = &options_known[i];

        if (option->commands == ~0u || !(option->commands >> command & 1))
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
print_option(const struct option_entry *option, enum language language)
{
    static const char *const absent[LANGUAGE_COUNT] = {"（默认 %s）",
                                                       " (default: %s)"};

    printf("  ");
    if (option->letter != 0)
        printf("-%c, ", option->letter);
    printf("--%s", option->name);
    if (option->argument != NULL)
        printf(" %s", option->argument);
    printf("\n        %s", option->meaning[language]);
    if (option->absent != NULL) {
        const char *form = absent[language];
        size_t before = strcspn(form, "%");

        printf("%.*s%s%s", (int)before, form, option->absent,
               form + before + 2);
    }
    putchar('\n');
}

static void
print_command(enum command command, enum language language)
{
    printf(language == EN ? "Usage: " : "用法：");
    print_synopsis(command);
    printf("\n%s\n\n", commands[command].meaning[language]);
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands >> command & 1)
            print_option(&options_known[i], language);
}

static const char *const statuses[][LANGUAGE_COUNT] = {
    {"完成；没有错误（可以有警告）", "done; no errors (warnings allowed)"},
    {"已发布或已检查，但有行或文件被搁置",
     "published or looked through, but rows or files were set aside"},
    {"用法或设置有误；没有写任何文件",
     "usage or settings wrong; nothing written"},
    {"系统出错（读写、内存、锁）；已发布的网站未改动",
     "the system failed (I/O, memory, lock); the published site is as it was"},
    {"拒绝发布：--strict、发布前检查不过，或已发布的月份将有变化而没有 "
     "--revise；已发布的网站未改动",
     "refused: --strict, a gate, or a published month that would change "
     "without --revise; the published site is as it was"},
};

enum { STATUS_COUNT = sizeof(statuses) / sizeof(statuses[0]) };

static void
print_overview(enum language language)
{
    puts(language == EN
             ? "shiji: monthly reports, as web pages and Markdown, from the "
               "ledgers of a district\n"
             : "shiji（实绩）：由台账生成干部素质提升年成果月报网站\n");
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  shiji %-8s %s\n", commands[i].name,
               commands[i].meaning[language]);
    puts(language == EN ? "\nExit status:" : "\n退出状态：");
    for (int i = 0; i < STATUS_COUNT; i++)
        printf("  %d  %s\n", i, statuses[i][language]);
    puts(language == EN
             ? "\nOptions of a command: shiji help COMMAND    "
               "Version: shiji --version"
             : "\n各命令的选项：shiji help 命令    版本：shiji --version");
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
    if (option->absent != NULL)
        printf(language == EN ? " (default: %s)" : "（默认 %s）",
               option->absent);
    putchar('\n');
}

static void
print_manual(enum language language)
{
    puts(".TH SHIJI 1 \"\" \"shiji " SHIJI_VERSION "\"\n.SH NAME");
    puts(language == EN
             ? "shiji \\- monthly reports from the ledgers of a district"
             : "shiji \\- 由台账生成成果月报网站");
    puts(".SH SYNOPSIS\n.B shiji\n.I COMMAND\n[OPTION]... [OPERAND]...");
    for (int command = 0; command < COMMAND_COUNT; command++) {
        printf(".SH shiji %s %s\n", commands[command].name,
               commands[command].operands);
        print_roff(commands[command].meaning[language]);
        putchar('\n');
        for (int i = 0; i < OPTION_COUNT; i++)
            if (options_known[i].commands != ~0u &&
                (options_known[i].commands >> command & 1))
                print_manual_option(&options_known[i], language);
    }
    puts(language == EN ? ".SH OPTIONS OF EVERY COMMAND"
                        : ".SH 各命令通用的选项");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands == ~0u)
            print_manual_option(&options_known[i], language);
    puts(".SH EXIT STATUS");
    for (int i = 0; i < STATUS_COUNT; i++) {
        printf(".TP\n%d\n", i);
        print_roff(statuses[i][language]);
        putchar('\n');
    }
    puts(".SH ENVIRONMENT\n.BR SOURCE_DATE_EPOCH ,\n.BR NO_COLOR ,\n"
         ".BR LANG");
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
