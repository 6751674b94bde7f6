/*
 * A bag or an output folder against its own manifests; and a bag against
 * what the program makes of its ledgers today.
 */
#include <stdio.h>

#include "archive/verify.h"
#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/rebuild.h"

static void
verify_by_rebuilding(struct job *job, const char *bag)
{
    const char *differs;

    if (rebuild_bag(job, bag, &differs) == REBUILT_OTHERWISE)
        command_report(job, RULE_ARCHIVE_INVALID,
                       text_format(job->arena, "%s/data/%s %s", bag, differs,
                                   command_say(job, WORDING_BUILT_DIFFERS))
                           .bytes,
                       "");
}

void
verify_run(struct job *job)
{
    const char *path = job->options.operands[0];
    bool is_bag;

    if (!is_folder(path)) {
        if (is_absent())
            command_report(job, RULE_PATH_MISSING, path, "");
        else
            command_missing(job, path);
        return;
    }
    is_bag = verify_is_bag(path);
    if (!is_bag)
        verify_site(path, job->arena, job->diag);
    else if (verify_bag(path, job->diag) && job->options.given[OPTION_REBUILD])
        verify_by_rebuilding(job, path);
    if (!is_bag && job->options.given[OPTION_REBUILD])
        command_report(job, RULE_OPTION_VALUE, "--rebuild", path);
    if (diag_exit_status(job->diag) == 0)
        printf("%s: %s\n", path, command_say(job, WORDING_VERIFIED));
}
