/*
 * What all commands share: how they speak, and what they take from their
 * surroundings (the program's own place, the environment, the terminal).
 */
#include "cli/command.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/errno_words.h"
#include "base/json.h"
#include "view/report.h"
#include "year/year.h"

enum { SHOWN_PER_RULE = 20, SECONDS_A_DAY = 86400, SECONDS_AN_HOUR = 3600 };

const char *
command_say(const struct job *job, enum wording wording)
{
    return say_plain(job->options.spoken, wording);
}

bool
command_report(struct job *job, enum rule rule, const char *detail1,
               const char *detail2)
{
    struct finding finding = {.detail = {text_of(detail1), text_of(detail2)}};

    return diag_report(job->diag, rule, &finding);
}

void
command_note(const struct job *job, const char *format, ...)
{
    va_list arguments;

    if (job->options.given[OPTION_QUIET])
        return;
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
}

const char *
command_count(const struct job *job, size_t count)
{
    return text_format(job->arena, "%zu", count).bytes;
}

const char *
command_path(const struct job *job, const char *folder, const char *name)
{
    return text_format(job->arena, "%s/%s", folder, name).bytes;
}

void
command_print(struct job *job)
{
    const struct options *options = &job->options;
    const char *no_colour = getenv("NO_COLOR");
    struct diag_look look = {
        .language = options->spoken,
        .most_per_rule =
            options->given[OPTION_VERBOSE] ? SIZE_MAX : SHOWN_PER_RULE,
        .least = options->given[OPTION_QUIET] ? ERROR : NOTE,
        .is_coloured = isatty(STDERR_FILENO) &&
                       (no_colour == NULL || no_colour[0] == '\0'),
    };

    diag_print_as(job->diag, stderr, &look);
    if (job->accounting.length > 0)
        command_note(job, "%.*s", TEXT_ARG(job->accounting));
}

bool
is_folder(const char *path)
{
    struct stat status;

    if (stat(path, &status) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

bool
is_there(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0;
}

bool
is_absent(void)
{
    return errno == ENOENT || errno == ENOTDIR || errno == ELOOP ||
           errno == ENAMETOOLONG;
}

bool
command_missing(struct job *job, const char *path)
{
    if (is_absent())
        return command_report(job, RULE_INPUT_MISSING, path, "");
    return errno_report(job->diag, RULE_FILE_UNREADABLE, path, errno);
}

bool
command_has_file(struct job *job, const char *path)
{
    if (!is_there(path))
        return command_missing(job, path);
    return !is_folder(path) ||
           command_report(job, RULE_OPERAND_FOLDER, path, "");
}

bool
command_generated(struct job *job, struct date cutoff, struct text *generated)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    size_t digits = epoch ? strspn(epoch, "0123456789") : 0;
    struct date date = cutoff;

    if (job->rebuild != NULL && job->rebuild->generated.length > 0) {
        *generated = job->rebuild->generated;
        return true;
    }
    if (epoch != NULL && epoch[0] != '\0') {
        if (epoch[digits] != '\0' || digits > 11)
            return command_report(job, RULE_OPTION_VALUE, "SOURCE_DATE_EPOCH",
                                  epoch);
        date =
            date_of_days((int32_t)(strtoll(epoch, NULL, 10) / SECONDS_A_DAY));
    }
    *generated = date_text(job->arena, date);
    return true;
}

struct text
command_updated(struct job *job, const struct report *report)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds = (int64_t)date_days(report->year->cutoff) * SECONDS_A_DAY +
                      (report->issue - 1) * SECONDS_AN_HOUR;

    if (job->rebuild != NULL)
        return text_copy(job->arena,
                         json_get_text(job->rebuild->summary, "updated"));
    if (epoch != NULL && epoch[0] != '\0')
        seconds = strtoll(epoch, NULL, 10);
    return text_format(
        job->arena, "%.*sT%02d:%02d:%02dZ",
        TEXT_ARG(date_text(job->arena,
                           date_of_days((int32_t)(seconds / SECONDS_A_DAY)))),
        (int)(seconds % SECONDS_A_DAY / SECONDS_AN_HOUR),
        (int)(seconds % SECONDS_AN_HOUR / 60), (int)(seconds % 60));
}
