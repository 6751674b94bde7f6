#include "cli/template_place.h"

#include <unistd.h>

#include "cli/command.h"
#include "render/built_in.h"

#ifndef SHIJI_DATADIR
#define SHIJI_DATADIR "/usr/local/share/shiji"
#endif

#ifdef SHIJI_CARRIED
enum { IS_CARRIED = 1 };
#else
enum { IS_CARRIED = 0 };
#endif

/* Seen from the program's folder: in its sources, and where it is installed,
   wherever that tree has been moved. */
static const char *const beside[] = {"../templates",
                                     "../share/shiji/templates"};

/* What cannot be looked at is chosen all the same: the message about it says
   more than a site of other templates. */
static bool
is_chosen(const char *path)
{
    return is_folder(path) || !is_absent();
}

static const char *
find(struct job *job)
{
    char self[4096];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    while (length > 0 && self[length - 1] != '/')
        length--;
    for (size_t i = 0; length > 0 && i < sizeof(beside) / sizeof(*beside);
         i++) {
        const char *path =
            text_format(job->arena, "%.*s%s", (int)length, self, beside[i])
                .bytes;

        if (is_chosen(path))
            return path;
    }
    return is_chosen(SHIJI_DATADIR "/templates") ? SHIJI_DATADIR "/templates"
                                                 : BUILT_IN;
}

const char *
command_templates(struct job *job)
{
    const char *named = job->options.values[OPTION_TEMPLATES];

    if (named != NULL)
        return named;
    return IS_CARRIED ? BUILT_IN : find(job);
}
