/*
 * Help and the manual page, made from options.def.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
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
    puts(language == EN ? "\nA month's work:" : "\n一个月的用法：");
    for (int i = 0; i < GUIDE_STEPS; i++)
        printf(language == EN ? "  %d. %s: %s\n" : "  %d. %s：%s\n", i + 1,
               guide_steps[i].term[language], guide_steps[i].text[language]);
    puts(language == EN ? "\nFiles:" : "\n文件：");
    for (int i = 0; i < GUIDE_FILES; i++)
        printf("  %-20s %s\n", guide_files[i].term[language],
               guide_files[i].text[language]);
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
print_manual_lines(const struct guide_line *lines, int count,
                   enum language language)
{
    for (int i = 0; i < count; i++) {
        printf(".TP\n.B \"");
        print_roff(lines[i].term[language]);
        printf("\"\n");
        print_roff(lines[i].text[language]);
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
    puts(language == EN ? ".SS Options of every command"
                        : ".SS 各命令通用的选项");
    for (int i = 0; i < OPTION_COUNT; i++)
        if (options_known[i].commands == EVERYWHERE)
            print_manual_option(&options_known[i], language);
}

/* The section headings, in the order of a manual page. */
enum section { NAME, SYNOPSIS, COMMANDS, MONTH, FILES, STATUS, VARIABLES };

static const char *const sections[][LANGUAGE_COUNT] = {
    [NAME] = {"名称", "NAME"},
    [SYNOPSIS] = {"用法", "SYNOPSIS"},
    [COMMANDS] = {"命令", "COMMANDS"},
    [MONTH] = {"一个月的用法", "EXAMPLES: A MONTH'S WORK"},
    [FILES] = {"文件", "FILES"},
    [STATUS] = {"退出状态", "EXIT STATUS"},
    [VARIABLES] = {"环境变量", "ENVIRONMENT"},
};

static void
print_section(enum section section, enum language language)
{
    printf(".SH %s\n", sections[section][language]);
}

static void
print_manual(enum language language)
{
    puts(".TH SHIJI 1 \"\" \"shiji " SHIJI_VERSION "\"");
    print_section(NAME, language);
    puts(language == EN
             ? "shiji \\- monthly reports from the ledgers of a district"
             : "shiji \\- 由台账生成成果月报网站");
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
        print_roff(statuses[i][language]);
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
