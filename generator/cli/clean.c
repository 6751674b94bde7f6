/*
 * One delimited file of any kind → clean CSV, on standard output or in a
 * file that is all there or not there at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "intake/decode.h"
#include "intake/dialect.h"
#include "intake/source.h"

/* The one character an option gives; false, with a message, if it is not one
   byte that can serve. */
static bool
read_character(struct job *job, enum option option, char *character)
{
    const char *value = job->options.values[option];

    *character = '\0';
    if (value == NULL)
        return true;
    if (strcmp(value, "\\t") == 0)
        value = "\t";
    if (value[1] == '\0' && strchr("\r\n", value[0]) == NULL &&
        (unsigned char)value[0] < 0x80) {
        *character = value[0];
        return true;
    }
    return job_report(
        job, RULE_OPTION_VALUE,
        text_format(job->arena, "--%s", options_known[option].name).bytes,
        value);
}

static bool
read_request(struct job *job, struct clean_request *request,
             enum encoding *stated)
{
    const char *header = job->options.values[OPTION_HEADER];
    const char *encoding = job->options.values[OPTION_ENCODING];

    request->header_lines = (uint32_t)strtoul(header, NULL, 10);
    *stated = encoding ? encoding_of_name(encoding) : ENCODING_UNKNOWN;
    if (encoding != NULL && *stated == ENCODING_UNKNOWN)
        return job_report(job, RULE_OPTION_VALUE, "--encoding", encoding);
    return read_character(job, OPTION_DELIMITER, &request->delimiter) &&
           read_character(job, OPTION_QUOTE, &request->quote) &&
           read_character(job, OPTION_ESCAPE, &request->escape);
}

static void
fails(struct job *job, const char *path)
{
    struct finding finding = {
        .place.path = path,
        .detail = {text_of(strerror(errno))},
    };

    diag_report(job->diag, RULE_FILE_UNWRITABLE, &finding);
}

/* Written beside the place it is meant for, then renamed; so the file named
   may also be the one read. */
static void
clean_to_file(struct job *job, const struct clean_request *request,
              const struct source *source, const char *path)
{
    const char *name =
        text_format(job->arena, "%s.%ld", path, (long)getpid()).bytes;
    int descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    bool good;

    if (file == NULL) {
        fails(job, path);
        return;
    }
    good = dialect_clean(request, source, file, job->diag);
    if (good && (fflush(file) != 0 || fsync(descriptor) != 0)) {
        fails(job, path);
        good = false;
    }
    if (fclose(file) != 0 && good) {
        fails(job, path);
        good = false;
    }
    if (good && rename(name, path) != 0) {
        fails(job, path);
        good = false;
    }
    if (!good)
        unlink(name);
}

void
clean_run(struct job *job)
{
    const char *const *operand = job->options.operands;
    const char *result = job->options.values[OPTION_RESULT];
    struct clean_request request = {0};
    struct source_list list;
    enum encoding stated;

    if (!read_request(job, &request, &stated))
        return;
    if (!is_there(operand[0])) {
        job_report(job, RULE_INPUT_MISSING, operand[0], "");
        return;
    }
    list = sources_named(job->arena, (char *const *)operand, 1);
    if (source_read(&list.items[0], job->diag) &&
        decode(&list.items[0], stated, job->diag)) {
        if (result != NULL)
            clean_to_file(job, &request, &list.items[0], result);
        else
            dialect_clean(&request, &list.items[0], stdout, job->diag);
    }
    source_close(&list.items[0]);
}
