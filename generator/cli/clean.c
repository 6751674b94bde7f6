/*
 * One delimited file of any kind → clean CSV, on standard output or in a
 * file that is all there or not there at all.
 */
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/cleanup.h"
#include "base/errno_words.h"
#include "clean/rewrite.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "intake/decode.h"
#include "intake/sheet.h"
#include "intake/source.h"
#include "intake/workbook.h"

static bool
is_bad(struct job *job, enum option option, const char *wanted)
{
    return usage_value(
        job->diag, job->options.spoken,
        text_format(job->arena, "--%s", options_known[option].name).bytes,
        job->options.values[option], wanted);
}

/* The one character an option gives; false, with a message, if it is not one
   byte that can serve. */
static bool
read_character(struct job *job, enum option option, char *character)
{
    const char *value = job->options.values[option];

    *character = '\0';
    if (value == NULL)
        return true;
    if (value[1] != '\0' || strchr("\r\n", value[0]) ||
        (unsigned char)value[0] >= 0x80)
        return is_bad(job, option, command_say(job, WORDING_WANTED_ASCII));
    *character = value[0];
    return true;
}

/* One character of any kind, or several of punctuation, as in ", ". */
static bool
can_delimit(struct text value)
{
    if (strpbrk(value.bytes, "\r\n\"") != NULL)
        return false;
    if (text_count(value) == 1)
        return true;
    for (size_t i = 0; i < value.length; i++)
        if (!ispunct((unsigned char)value.bytes[i]) &&
            !isblank((unsigned char)value.bytes[i]))
            return false;
    return true;
}

static bool
read_delimiter(struct job *job, struct text *delimiter)
{
    const char *value = job->options.values[OPTION_DELIMITER];

    if (value == NULL)
        return true;
    *delimiter = text_of(strcmp(value, "\\t") == 0 ? "\t" : value);
    return can_delimit(*delimiter) ||
           is_bad(job, OPTION_DELIMITER,
                  command_say(job, WORDING_WANTED_CHARACTER));
}

/* One character cannot both part cells and hold them together. */
static bool
are_apart(const struct dialect *dialect)
{
    char quote = dialect->quote != 0 ? dialect->quote : '"';
    char delimiter =
        dialect->delimiter.length == 1 ? dialect->delimiter.bytes[0] : 0;

    return delimiter == 0 ||
           (delimiter != quote && delimiter != dialect->escape);
}

static bool
read_request(struct job *job, struct rewrite_request *request,
             enum encoding *stated)
{
    struct dialect *dialect = &request->stated;
    const char *header = job->options.values[OPTION_HEADER];
    const char *encoding = job->options.values[OPTION_ENCODING];

    request->header_records = (uint32_t)strtoul(header, NULL, 10);
    *stated = encoding ? encoding_of_name(encoding) : ENCODING_UNKNOWN;
    if (encoding != NULL && *stated == ENCODING_UNKNOWN)
        return is_bad(job, OPTION_ENCODING, ENCODING_NAMES);
    if (!read_delimiter(job, &dialect->delimiter) ||
        !read_character(job, OPTION_QUOTE, &dialect->quote) ||
        !read_character(job, OPTION_ESCAPE, &dialect->escape))
        return false;
    return are_apart(dialect) || is_bad(job, OPTION_DELIMITER,
                                        command_say(job, WORDING_WANTED_OTHER));
}

static struct text
character_text(struct arena *arena, char character)
{
    return text_copy(arena, (struct text){&character, 1});
}

/* Nothing is lost: what was read is accounted for, and how it was read is
   said. */
static void
account(struct job *job, const struct source *source,
        const struct rewritten *done)
{
    struct arena *arena = job->arena;
    enum language language = job->options.spoken;
    struct text said;
    const struct dialect *dialect = &done->dialect;
    struct text delimiter =
        text_is(dialect->delimiter, "\t") ? TEXT("\\t") : dialect->delimiter;

    job->accounting = SAY(arena, language, WORDING_CLEAN_ACCOUNT,
                          text_of(command_count(job, done->read)),
                          text_of(command_count(job, done->written)),
                          text_of(command_count(job, done->repaired)),
                          text_of(command_count(job, done->aside)));
    said = SAY(arena, language, WORDING_CLEAN_READ_AS,
               text_of(command_count(job, done->left_out)),
               text_of(encoding_name(source->encoding)), delimiter,
               character_text(arena, dialect->quote));
    job->accounting = text_join(arena, job->accounting, said);
    if (dialect->escape != 0)
        job->accounting =
            text_join(arena, job->accounting,
                      SAY(arena, language, WORDING_CLEAN_ESCAPE,
                          character_text(arena, dialect->escape)));
}

static bool
fails(struct job *job, const char *path)
{
    return errno_report(job->diag, RULE_FILE_UNWRITABLE, path, errno);
}

/* A job of clean: what is read, how, and what came of it. */
struct cleaning {
    struct job *job;
    struct rewrite_request request;
    struct rewritten done;
    struct source *source;
};

static bool
clean_to(struct cleaning *cleaning, FILE *stream)
{
    return rewrite(&cleaning->request, cleaning->source, stream,
                   cleaning->job->diag, &cleaning->done);
}

/* A device or a pipe is written into: it must not be replaced by a file. */
static bool
clean_to_device(struct cleaning *cleaning, const char *path)
{
    int descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    FILE *file = descriptor < 0 ? NULL : fdopen(descriptor, "w");
    bool good = file != NULL && clean_to(cleaning, file);

    if (!good)
        fails(cleaning->job, path);
    if (file != NULL && fclose(file) != 0 && good)
        good = fails(cleaning->job, path);
    return good;
}

/* All there, or gone; the permissions are those of the file replaced. */
static bool
fill(struct cleaning *cleaning, int descriptor, const char *path)
{
    struct stat old;
    FILE *file = fdopen(descriptor, "w");
    bool good = file != NULL && clean_to(cleaning, file);

    if (good && stat(path, &old) == 0)
        (void)!fchmod(descriptor, old.st_mode & 07777);
    good = good && fsync(descriptor) == 0;
    if (!good)
        fails(cleaning->job, path);
    if (file != NULL && fclose(file) != 0 && good)
        good = fails(cleaning->job, path);
    return good;
}

/* A new file that is removed however the program ends, unless it is renamed
   before. */
static int
open_part(const char *name, int *temporary)
{
    int descriptor;

    cleanup_hold();
    descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    *temporary = descriptor < 0 ? 0 : cleanup_begin(AT_FDCWD, name);
    cleanup_release();
    return descriptor;
}

/* Written beside the place it is meant for, then renamed; so the file named
   may also be the one read.  A link stays one: what it leads to is
   replaced. */
static bool
clean_to_file(struct cleaning *cleaning, const char *path)
{
    struct job *job = cleaning->job;
    char *target = realpath(path, NULL);
    const char *place =
        target ? arena_copy(job->arena, target, strlen(target)) : path;
    const char *name =
        text_format(job->arena, "%s.%ld", place, (long)getpid()).bytes;
    int descriptor, temporary;
    bool good;

    free(target);
    descriptor = open_part(name, &temporary);
    if (descriptor < 0)
        return fails(job, path);
    good = fill(cleaning, descriptor, place) &&
           (rename(name, place) == 0 || fails(job, path));
    if (!good)
        unlink(name);
    cleanup_end(temporary);
    return good;
}

static bool
write_result(struct cleaning *cleaning)
{
    const char *path = cleaning->job->options.values[OPTION_RESULT];
    struct stat status;

    if (path == NULL)
        return clean_to(cleaning, stdout);
    if (stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
        !S_ISDIR(status.st_mode))
        return clean_to_device(cleaning, path);
    return clean_to_file(cleaning, path);
}

static const char *
sheet_name(const struct cleaning *cleaning, const struct source *sheet)
{
    return sheet->path + strlen(cleaning->source->path) + 1;
}

static struct text
sheet_names(const struct cleaning *cleaning, const struct source_list *sheets)
{
    struct text names = text_of("");

    for (size_t i = 0; i < sheets->count; i++)
        names = text_format(cleaning->job->arena, "%.*s%s%s", TEXT_ARG(names),
                            i > 0 ? "|" : "",
                            sheet_name(cleaning, &sheets->items[i]));
    return names;
}

/* One sheet as CSV is no workbook: in its place all others would be lost. */
static bool
is_in_place(const struct cleaning *cleaning)
{
    const char *result = cleaning->job->options.values[OPTION_RESULT];
    struct stat from, to;

    return result != NULL && stat(cleaning->source->path, &from) == 0 &&
           stat(result, &to) == 0 && from.st_dev == to.st_dev &&
           from.st_ino == to.st_ino;
}

/* The sheet asked for, or the first, in place of the workbook. */
static bool
take_sheet(struct cleaning *cleaning)
{
    struct job *job = cleaning->job;
    const char *wanted = job->options.values[OPTION_SHEET];
    struct source_list sheets;
    struct source taken = {0};

    if (is_in_place(cleaning))
        return is_bad(job, OPTION_RESULT,
                      command_say(job, WORDING_WANTED_OTHER_FILE));
    if (!workbook_read(job->arena, cleaning->source, job->diag, &sheets))
        return false;
    for (size_t i = 0; i < sheets.count; i++) {
        struct source *sheet = &sheets.items[i];

        if (taken.bytes == NULL &&
            (wanted == NULL ||
             strcmp(wanted, sheet_name(cleaning, sheet)) == 0)) {
            taken = *sheet;
            continue;
        }
        if (wanted == NULL)
            diag_report(job->diag, RULE_SHEET_UNWRITTEN,
                        &(struct finding){.place = {.path = sheet->path}});
        source_close(sheet);
    }
    if (taken.bytes == NULL)
        return is_bad(job, OPTION_SHEET, sheet_names(cleaning, &sheets).bytes);
    source_close(cleaning->source);
    *cleaning->source = taken;
    sheet_make_even(cleaning->source);
    cleaning->request.stated =
        (struct dialect){.delimiter = TEXT(","), .quote = '"'};
    return true;
}

/* Read and decoded.  An empty file is reported, and clean as it is: what an
   earlier run wrote must not pass for its content. */
static bool
read_source(struct cleaning *cleaning, enum encoding stated)
{
    struct diag *diag = cleaning->job->diag;
    struct source *source = cleaning->source;

    if (source_read(source, diag) &&
        (source->is_workbook ? take_sheet(cleaning)
                             : decode(source, stated, diag)))
        return true;
    source_close(source);
    source->content = text_of("");
    if (source->encoding == ENCODING_UNKNOWN)
        source->encoding = ENCODING_ASCII;
    return diag_count_rule(diag, RULE_FILE_EMPTY) > 0;
}

void
clean_run(struct job *job)
{
    const char *const *operand = job->options.operands;
    struct cleaning cleaning = {.job = job};
    struct source_list list;
    enum encoding stated;

    if (!read_request(job, &cleaning.request, &stated))
        return;
    if (!command_has_file(job, operand[0]))
        return;
    list = sources_named(job->arena, (char *const *)operand, 1);
    cleaning.source = &list.items[0];
    cleaning.source->may_be_of_any = true;
    cleaning.source->may_be_workbook = true;
    if (read_source(&cleaning, stated) && write_result(&cleaning))
        account(job, cleaning.source, &cleaning.done);
    source_close(cleaning.source);
}
