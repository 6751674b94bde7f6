/*
 * Reads everything, writes nothing but the notes asked for: what is wrong, and
 * how it adds up.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/notes.h"
#include "cli/read_input.h"
#include "view/account.h"

void
check_run(struct job *job)
{
    bool wants_json = strcmp(job->options.values[OPTION_FORMAT], "json") == 0;
    const char *notes = job->options.values[OPTION_NOTES];
    struct reading reading;

    if (wants_json || notes != NULL) /* whoever reads that wants them all */
        diag_keep_all(job->diag);
    read_input_open(job, &reading);
    if (reading.is_accounted && notes != NULL &&
        notes_write(job, reading.book, notes))
        job->accounting = text_join(job->arena, job->accounting,
                                    SAY(job->arena, job->options.spoken,
                                        WORDING_ACCOUNT_NOTES, text_of(notes)));
    if (reading.is_accounted && wants_json) {
        struct json_t *account =
            account_json(reading.book, job->diag, job->options.language, NULL);
        struct text text = json_text(job->arena, account, false);

        fwrite(text.bytes, 1, text.length, stdout);
        json_free(account);
    }
    read_input_close(&reading);
}
