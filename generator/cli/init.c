/*
 * A folder to start with: every ledger with its titles and no rows, the
 * lists an office may edit, and a README.  Files that exist stay as they are.
 *
 * Ledgers are written as spreadsheet programs of an office like them: UTF-8
 * with byte order mark, CRLF.
 */
#include <stdio.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/help_texts.h"
#include "cli/new_file.h"
#include "intake/codes.h"
#include "ledger/ledgers.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static struct text
ledger_titles(struct arena *arena, const struct ledger_type *type)
{
    struct text line = TEXT(BYTE_ORDER_MARK);

    for (size_t i = 0; i < type->column_count; i++)
        line = text_format(arena, "%.*s%s%s", TEXT_ARG(line), i > 0 ? "," : "",
                           type->columns[i].title);
    return text_join(arena, line, TEXT("\r\n"));
}

static struct text
settings_lines(struct arena *arena)
{
    struct text lines = TEXT(BYTE_ORDER_MARK "key,value\r\n");

    for (size_t i = 0; i < SETTING_COUNT; i++)
        lines = text_format(arena, "%.*s%s,%s\r\n", TEXT_ARG(lines),
                            settings[i].key, settings[i].absent);
    return lines;
}

static bool
write_codes(struct job *job, const char *folder)
{
    static const struct {
        const char *name;
        const char *titles;
    } lists[] = {
        {"targets.csv", "figure,target,month,direction"},
        {"codes/units.csv", "name,order,aliases,reports,english"},
        {"codes/categories.csv", "name,aliases"},
        {"codes/statuses.csv", "ledger,key,word,value"},
        {"codes/aliases.csv", "ledger,key,title"},
        {"codes/replacements.csv", "wrong,right"},
    };

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        if (!new_file_write(job, command_path(job, folder, lists[i].name),
                            text_format(job->arena, BYTE_ORDER_MARK "%s\r\n",
                                        lists[i].titles)))
            return false;
    return true;
}

/* The columns without which a ledger is refused. */
static struct text
required_titles(struct arena *arena, const struct ledger_type *type)
{
    struct text titles = text_of("");

    for (size_t i = 0; i < type->column_count; i++)
        if (type->columns[i].required)
            titles = text_format(arena, "%.*s%s%s", TEXT_ARG(titles),
                                 titles.length > 0 ? "、" : "",
                                 type->columns[i].title);
    return titles;
}

static struct text
readme(struct job *job, struct text lines, enum language language)
{
    struct arena *arena = job->arena;

    lines = text_join(arena, lines, say(language, WORDING_INIT_OPENING));
    for (int i = 0; i < GUIDE_STEPS; i++)
        lines = text_format(arena, "%.*s%d. **%s** %s\n", TEXT_ARG(lines),
                            i + 1, say_plain(language, guide_steps[i].term),
                            say_plain(language, guide_steps[i].text));
    lines = text_join(arena, lines, say(language, WORDING_INIT_FILES));
    for (size_t i = 0; i < LEDGER_COUNT; i++)
        lines = text_format(arena, "%.*s| %s.csv | %s | %.*s |\n",
                            TEXT_ARG(lines), ledgers[i]->name,
                            language == EN ? ledgers[i]->english
                                           : ledgers[i]->title,
                            TEXT_ARG(required_titles(arena, ledgers[i])));
    lines = text_join(arena, lines, say(language, WORDING_INIT_SETTINGS));
    for (size_t i = 0; i < SETTING_COUNT; i++)
        lines = text_format(arena, "%.*s| %s | %s |\n", TEXT_ARG(lines),
                            settings[i].key, settings[i].meaning[language]);
    return text_join(arena, lines, say(language, WORDING_INIT_MORE));
}

/* In both languages, whoever asked: the folder is handed on. */
static struct text
whole_readme(struct job *job)
{
    return readme(job, readme(job, text_of(""), ZH), EN);
}

void
init_run(struct job *job)
{
    const char *folder = job->options.operands[0];

    if (!new_folder_make(job, command_path(job, folder, "codes")))
        return;
    for (size_t i = 0; i < LEDGER_COUNT; i++) {
        struct text name = text_format(job->arena, "%s.csv", ledgers[i]->name);

        if (!new_file_write(job, command_path(job, folder, name.bytes),
                            ledger_titles(job->arena, ledgers[i])))
            return;
    }
    if (new_file_write(job, command_path(job, folder, "settings.csv"),
                       settings_lines(job->arena)) &&
        write_codes(job, folder) &&
        new_file_write(job, command_path(job, folder, "README.md"),
                       whole_readme(job)))
        printf("%s\n", folder);
}
