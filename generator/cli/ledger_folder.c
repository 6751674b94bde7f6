#include "cli/ledger_folder.h"

#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "cli/command.h"
#include "intake/codes.h"
#include "intake/source.h"

/* Where we are counts as well, if it looks like a folder that init made: it
   may be somebody's home. */
static const struct {
    const char *path, *sign;
} usual[] = {
    {"input", "input"},
    {"台账", "台账"},
    {".", "settings.csv"},
};

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
        if (is_there(usual[i].sign) && is_folder(usual[i].path) &&
            look_at(job, usual[i].path, found))
            return true;
    return false;
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
                     text_of(found.path),
                     text_of(command_count(job, found.files)))),
        TEXT_ARG(found.newest.number == 0
                     ? say(language, WORDING_FOUND_END)
                     : SAY(job->arena, language, WORDING_FOUND_MONTH,
                           month_words(job->arena, language, found.newest))));
    printf("%.*s\n", TEXT_ARG(SAY(job->arena, language, WORDING_FOUND_NEXT,
                                  text_of(named))));
    return true;
}
