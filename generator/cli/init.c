/*
 * A folder to start with: every ledger with its titles and no rows, the
 * lists an office may edit, and a README.  Files that exist stay as they are.
 *
 * Ledgers are written as spreadsheet programs of an office like them: UTF-8
 * with byte order mark, CRLF; or as workbooks, if so asked.
 */
#include <stdio.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/empty_workbook.h"
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
    const char *extension = job->options.given[OPTION_XLSX] ? "xlsx" : "csv";

    lines = text_join(arena, lines, say(language, WORDING_INIT_OPENING));
    for (int i = 0; i < GUIDE_STEPS; i++)
        lines = text_format(arena, "%.*s%d. **%s** %s\n", TEXT_ARG(lines),
                            i + 1, say_plain(language, guide_steps[i].term),
                            say_plain(language, guide_steps[i].text));
    lines = text_join(arena, lines, say(language, WORDING_INIT_FILES));
    for (size_t i = 0; i < LEDGER_COUNT; i++)
        lines = text_format(arena, "%.*s| %s.%s | %s | %.*s |\n",
                            TEXT_ARG(lines), ledgers[i]->name, extension,
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

/* An empty sheet that lies there already is used instead: a workbook beside it
   would not be read. */
static bool
write_workbook(struct job *job, const char *folder,
               const struct ledger_type *type)
{
    const char *csv = command_path(
        job, folder, text_format(job->arena, "%s.csv", type->name).bytes);
    const char *path = command_path(
        job, folder, text_format(job->arena, "%s.xlsx", type->name).bytes);
    struct text content;

    if (is_there(csv)) {
        command_note(job, "%.*s",
                     TEXT_ARG(SAY(job->arena, job->options.spoken,
                                  WORDING_INIT_KEPT, text_of(csv))));
        return true;
    }
    return empty_workbook(job, type, &content) &&
           new_file_write(job, path, content);
}

static bool
write_ledger(struct job *job, const char *folder,
             const struct ledger_type *type)
{
    if (job->options.given[OPTION_XLSX])
        return write_workbook(job, folder, type);
    return new_file_write(
        job,
        command_path(job, folder,
                     text_format(job->arena, "%s.csv", type->name).bytes),
        ledger_titles(job->arena, type));
}

void
init_run(struct job *job)
{
    const char *folder = job->options.operands[0];

    if (!new_folder_make(job, command_path(job, folder, "codes")))
        return;
    for (size_t i = 0; i < LEDGER_COUNT; i++)
        if (!write_ledger(job, folder, ledgers[i]))
            return;
    if (new_file_write(job, command_path(job, folder, "settings.csv"),
                       settings_lines(job->arena)) &&
        write_codes(job, folder) &&
        new_file_write(job, command_path(job, folder, "README.md"),
                       whole_readme(job)))
        printf("%s\n", folder);
}
