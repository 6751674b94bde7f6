#include "cli/ledger_folder.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "cli/command.h"
#include "intake/codes.h"
#include "intake/month_name.h"
#include "intake/source.h"
#include "intake/table.h"

/* Where we are counts as well, if it looks like a folder of ledgers: it may be
   somebody's home, which nobody should look all through. */
static const char *const usual[] = {"input", "台账", "."};

static bool
holds_month_folder(struct job *job)
{
    DIR *stream = opendir(".");
    const struct dirent *entry;
    bool holds = false;

    while (stream != NULL && !holds && (entry = readdir(stream)) != NULL)
        holds = month_name_read(job->arena, text_of(entry->d_name)).kind ==
                    MONTH_NAME_WHOLE &&
                is_folder(entry->d_name);
    if (stream != NULL)
        closedir(stream);
    return holds;
}

static bool
may_be_ledgers(struct job *job, const char *path)
{
    return is_folder(path) &&
           (strcmp(path, ".") != 0 || table_find(job->arena, "settings.csv") ||
            holds_month_folder(job));
}

static bool
look_at(struct job *job, const char *path, struct ledger_folder *found)
{
    struct diag *unread = diag_new();
    struct source_list list;
    bool good = sources_find(job->arena, path,
                             codes_year_start(job->arena, path), unread, &list);

    *found = (struct ledger_folder){.path = path};
    for (size_t i = 0; good && i < list.count; i++) {
        struct month folder = list.items[i].folder;

        found->files++;
        if (folder.number > found->newest.number)
            found->newest = folder;
    }
    diag_free(unread);
    return found->files > 0;
}

bool
ledger_folder_find(struct job *job, const char *path,
                   struct ledger_folder *found)
{
    if (path != NULL) {
        look_at(job, path, found);
        return is_folder(path);
    }
    for (size_t i = 0; i < sizeof(usual) / sizeof(usual[0]); i++)
        if (may_be_ledgers(job, usual[i]) && look_at(job, usual[i], found))
            return true;
    return false;
}

/* What called it here calls it again. */
static struct text
program_words(const struct job *job)
{
    const char *called = job->options.called;

    return strchr(called, ' ') ? text_format(job->arena, "\"%s\"", called)
                               : text_of(called);
}

struct text
ledger_folder_words(const char *path, enum language language)
{
    return strcmp(path, ".") == 0 ? say(language, WORDING_FOUND_HERE)
                                  : text_of(path);
}

bool
ledger_folder_say(struct job *job)
{
    enum language language = job->options.language;
    struct ledger_folder found;
    const char *named = "";

    if (!ledger_folder_find(job, NULL, &found))
        return false;
    if (strcmp(found.path, job->options.values[OPTION_INPUT]) != 0)
        named = text_format(job->arena, " -i %s", found.path).bytes;
    printf(
        "%.*s%.*s\n",
        TEXT_ARG(SAY(job->arena, language, WORDING_FOUND_FILES,
                     ledger_folder_words(found.path, language),
                     text_of(command_count(job, found.files)))),
        TEXT_ARG(found.newest.number == 0
                     ? say(language, WORDING_FOUND_END)
                     : SAY(job->arena, language, WORDING_FOUND_MONTH,
                           month_words(job->arena, language, found.newest))));
    printf("%.*s\n", TEXT_ARG(SAY(job->arena, language, WORDING_FOUND_NEXT,
                                  text_of(named), program_words(job))));
    return true;
}
