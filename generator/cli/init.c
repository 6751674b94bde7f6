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
#include "cli/commands.h"
#include "cli/job.h"
#include "intake/codes.h"
#include "ledger/ledgers.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static bool
fails(struct job *job, const char *path)
{
    struct finding finding = {
        .place.path = path,
        .detail = {text_of(strerror(errno))},
    };

    return diag_report(job->diag, RULE_FILE_UNWRITABLE, &finding);
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
        job_note(job, job_say(job, "已有，保留：%s", "exists, kept: %s"), path);
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
        if (mkdir(copy, 0777) != 0 && !is_folder(copy))
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
        {"targets.csv", "figure,target,month"},
        {"codes/units.csv", "name,order,aliases"},
        {"codes/categories.csv", "name,aliases"},
        {"codes/statuses.csv", "ledger,word,status"},
        {"codes/aliases.csv", "ledger,key,title"},
        {"codes/replacements.csv", "wrong,right"},
    };

    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
        if (!write_new(job, job_path(job, folder, lists[i].name),
                       text_format(job->arena, BYTE_ORDER_MARK "%s\r\n",
                                   lists[i].titles)))
            return false;
    return true;
}

static struct text
readme(struct job *job)
{
    bool is_english = job->options.language == EN;
    struct text lines = text_of(
        is_english
            ? "# Ledgers\n\nPaste the rows of each ledger under its titles, "
              "or replace the file by an export. Remove the ledgers that are "
              "not kept. What is received each month may lie in a folder of "
              "its own, such as 2025-10.\n\n"
              "Check them with `shiji check -i FOLDER`, publish with "
              "`shiji build -i FOLDER`.\n\n| file | ledger |\n|---|---|\n"
            : "# 台账\n\n请把各台账的记录粘贴在标题行之下，或用导出的文件替换；"
              "没有的台账请删去。每月收到的台账可放在各自的月份文件夹中，"
              "如 2025-10。\n\n"
              "检查用 `shiji check -i 文件夹`，发布用 `shiji build -i 文件夹`。"
              "\n\n| 文件 | 台账 |\n|---|---|\n");

    for (size_t i = 0; i < LEDGER_COUNT; i++)
        lines =
            text_format(job->arena, "%.*s| %s.csv | %s |\n", TEXT_ARG(lines),
                        ledgers[i]->name,
                        is_english ? ledgers[i]->english : ledgers[i]->title);
    lines =
        text_join(job->arena, lines,
                  text_of(is_english ? "\n| setting | meaning |\n|---|---|\n"
                                     : "\n| 设置项 | 含义 |\n|---|---|\n"));
    for (size_t i = 0; i < SETTING_COUNT; i++)
        lines = text_format(job->arena, "%.*s| %s | %s |\n", TEXT_ARG(lines),
                            settings[i].key,
                            settings[i].meaning[job->options.language]);
    return lines;
}

void
init_run(struct job *job)
{
    const char *folder = job->options.operands[0];

    if (!make_folder(job, job_path(job, folder, "codes")))
        return;
    for (size_t i = 0; i < LEDGER_COUNT; i++) {
        struct text name = text_format(job->arena, "%s.csv", ledgers[i]->name);

        if (!write_new(job, job_path(job, folder, name.bytes),
                       ledger_titles(job->arena, ledgers[i])))
            return;
    }
    if (write_new(job, job_path(job, folder, "settings.csv"),
                  settings_lines(job->arena)) &&
        write_codes(job, folder) &&
        write_new(job, job_path(job, folder, "README.md"), readme(job)))
        printf("%s\n", folder);
}
