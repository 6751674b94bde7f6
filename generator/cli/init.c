/*
 * A folder to start with: every ledger with its titles and no rows, the
 * lists an office may edit, and a README.  Files that exist stay as they are.
 *
 * Ledgers are written as spreadsheet programs of an office like them: UTF-8
 * with byte order mark, CRLF.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/errno_words.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/help_texts.h"
#include "intake/codes.h"
#include "ledger/ledgers.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static bool
fails(struct job *job, const char *path)
{
    return errno_report(job->diag, RULE_FILE_UNWRITABLE, path, errno);
}

static bool
write_whole(int file, struct text content)
{
    while (content.length > 0) {
        ssize_t written = write(file, content.bytes, content.length);

        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0)
            content = text_from(content, (size_t)written);
    }
    return true;
}

static bool
write_new(struct job *job, const char *path, struct text content)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool good;

    if (file < 0 && errno == EEXIST) {
        command_note(job, "%.*s",
                     TEXT_ARG(SAY(job->arena, job->options.spoken,
                                  WORDING_INIT_KEPT, text_of(path))));
        return true;
    }
    if (file < 0)
        return fails(job, path);
    good = write_whole(file, content);
    /* Close even after a failed write; a full disk may not show before. */
    good = close(file) == 0 && good;
    if (good)
        return true;
    fails(job, path);
    unlink(path); /* half a file would be kept as the user's next time */
    return false;
}

/* Also the folders above it. */
static bool
make_folder(struct job *job, const char *path)
{
    char *copy = arena_copy(job->arena, path, strlen(path));

    for (char *slash = strchr(copy + 1, '/');; slash = strchr(slash + 1, '/')) {
        if (slash != NULL)
            *slash = '\0';
        if (mkdir(copy, 0777) != 0 && (errno != EEXIST || !is_folder(copy)))
            return fails(job, path);
        if (slash == NULL)
            return true;
        *slash = '/';
    }
}

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
        if (!write_new(job, command_path(job, folder, lists[i].name),
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

    if (!make_folder(job, command_path(job, folder, "codes")))
        return;
    for (size_t i = 0; i < LEDGER_COUNT; i++) {
        struct text name = text_format(job->arena, "%s.csv", ledgers[i]->name);

        if (!write_new(job, command_path(job, folder, name.bytes),
                       ledger_titles(job->arena, ledgers[i])))
            return;
    }
    if (write_new(job, command_path(job, folder, "settings.csv"),
                  settings_lines(job->arena)) &&
        write_codes(job, folder) &&
        write_new(job, command_path(job, folder, "README.md"),
                  whole_readme(job)))
        printf("%s\n", folder);
}
