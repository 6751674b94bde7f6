/*
 * One delimited file of any kind → clean CSV, on standard output or in a
 * file that is all there or not there at all.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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

/* One character cannot both part cells and hold them together. */
static bool
are_apart(struct job *job, const struct clean_request *request)
{
    char quote = request->quote != 0 ? request->quote : '"';
    char both[2] = {request->delimiter, '\0'};

    return request->delimiter == 0 ||
           (request->delimiter != quote &&
            request->delimiter != request->escape) ||
           job_report(job, RULE_OPTION_VALUE, "--delimiter", both);
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
           read_character(job, OPTION_ESCAPE, &request->escape) &&
           are_apart(job, request);
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

/* A device or a pipe is written into: it must not be replaced by a file. */
static void
clean_to_device(struct job *job, const struct clean_request *request,
                const struct source *source, const char *path)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");

    if (file == NULL) {
        fails(job, path);
        return;
    }
    if (!dialect_clean(request, source, file, job->diag))
        fails(job, path);
    fclose(file);
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
    good = dialect_clean(request, source, file, job->diag) &&
           fsync(descriptor) == 0;
    if (!good)
        fails(job, path);
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

static bool
is_plain_file(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* The file that a link stands for, so that the link stays. */
static const char *
real_path(struct job *job, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = path;

    if (real != NULL)
        copy = arena_copy(job->arena, real, strlen(real));
    free(real);
    return copy;
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
        if (result == NULL)
            dialect_clean(&request, &list.items[0], stdout, job->diag);
        else if (is_there(result) && !is_plain_file(result))
            clean_to_device(job, &request, &list.items[0], result);
        else
            clean_to_file(job, &request, &list.items[0],
                          real_path(job, result));
    }
    source_close(&list.items[0]);
}
