/*
 * A file is opened without blocking and read only when it is a regular one: a
 * named pipe in the input folder must not hold the program up.
 */
#include "intake/source.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/huge.h"
#include "base/path.h"
#include "intake/gb18030.h"

static bool
report_unreadable(struct diag *diag, const char *path)
{
    return errno_report(diag, RULE_FILE_UNREADABLE, path, errno);
}

/* A file that shrinks while it is read ends where it ends; what is appended
   meanwhile belongs to the next reading. */
static bool
read_all(int file, size_t size, struct source *source)
{
    char *bytes = huge_take(size);
    size_t have = 0;

    while (have < size) {
        ssize_t got = read(file, bytes + have, size - have);

        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int fault = errno;

            free(bytes);
            errno = fault;
            return false;
        }
        have += (size_t)got;
    }
    source->bytes = bytes;
    source->size = have;
    return true;
}

enum { FILES_MOST = 256 }; /* left open: others have to be opened, too */

/* Reading into fresh memory costs more than all that is done with it. */
static bool
map_all(int file, const struct stat *status, struct source *source)
{
    void *bytes =
        mmap(NULL, (size_t)status->st_size, PROT_READ, MAP_PRIVATE, file, 0);

    if (bytes == MAP_FAILED)
        return false;
    source->file = file < FILES_MOST ? fcntl(file, F_DUPFD_CLOEXEC, 3) : -1;
    source->bytes = bytes;
    source->size = (size_t)status->st_size;
    source->is_mapped = true;
    source->read_at = status->st_mtime;
    return true;
}

static bool
report_file(struct diag *diag, enum rule rule, const char *path)
{
    return diag_report(diag, rule, &(struct finding){.place = {.path = path}});
}

static bool
read_open(int file, struct source *source, struct diag *diag)
{
    struct stat status;

    if (fstat(file, &status) != 0)
        return report_unreadable(diag, source->path);
    if (!S_ISREG(status.st_mode))
        return report_file(diag, RULE_FILE_IRREGULAR, source->path);
    if (status.st_size > (off_t)UINT32_MAX)
        return report_file(diag, RULE_FILE_TOO_LARGE, source->path);
    return (status.st_size >= SOURCE_WINDOW &&
            map_all(file, &status, source)) ||
           read_all(file, (size_t)status.st_size, source) ||
           report_unreadable(diag, source->path);
}

static bool
begins_with(const struct source *source, const char *start)
{
    size_t length = strlen(start);

    return source->size >= length && memcmp(source->bytes, start, length) == 0;
}

/* An .xlsx with a password is put into the same kind of container as an .xls:
   what tells them apart is a name in its directory. */
static bool
report_old_workbook(const struct source *source, struct diag *diag)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    bool is_encrypted =
        memmem(source->bytes, source->size, name, sizeof(name) - 1) != NULL;

    return report_file(
        diag, is_encrypted ? RULE_WORKBOOK_ENCRYPTED : RULE_FILE_WORKBOOK_OLD,
        source->path);
}

/* Called a workbook, and no text in any encoding: half sent, or of a kind of
   its own. */
static bool
is_no_text(const struct source *source)
{
    enum { LOOKED_AT = 4096 };
    struct text start = {source->bytes, source->size};

    start = text_slice(start, 0, LOOKED_AT);
    return path_ends(text_of(source->path), path_workbooks) &&
           text_find(start, TEXT("\0\0\0\0")) < start.length;
}

/* A workbook is known by its first bytes, whatever it is called. */
static bool
judge_workbook(struct source *source, struct diag *diag)
{
    if (begins_with(source, "\xD0\xCF\x11\xE0"))
        return report_old_workbook(source, diag);
    source->is_workbook =
        begins_with(source, "PK\3\4") || begins_with(source, "PK\5\6");
    if (source->is_workbook ? source->may_be_workbook : !is_no_text(source))
        return true;
    return report_file(diag, RULE_FILE_WORKBOOK, source->path);
}

/* What a file that is no text begins with, and what it is. */
static const struct {
    const char *start;
    enum rule rule;
} strangers[] = {
    {"<html", RULE_FILE_WEB_TABLE},
    {"<!doctype", RULE_FILE_WEB_TABLE},
    {"<table", RULE_FILE_WEB_TABLE},
    {"<meta", RULE_FILE_WEB_TABLE},
    {"<?xml", RULE_FILE_WEB_TABLE},
    {"<workbook", RULE_FILE_WEB_TABLE},
};

/* RULE_COUNT when it may be a text. */
static enum rule
stranger_of(const struct source *source)
{
    struct text bytes = {source->bytes, source->size};

    if (text_starts(bytes, "\xEF\xBB\xBF"))
        bytes = text_from(bytes, 3);
    while (bytes.length > 0 && strchr(" \t\r\n", bytes.bytes[0]) != NULL &&
           bytes.bytes[0] != '\0')
        bytes = text_from(bytes, 1);
    for (size_t i = 0; i < sizeof(strangers) / sizeof(*strangers); i++)
        if (bytes.length >= strlen(strangers[i].start) &&
            strncasecmp(bytes.bytes, strangers[i].start,
                        strlen(strangers[i].start)) == 0)
            return strangers[i].rule;
    return RULE_COUNT;
}

static const char *
opened(const struct source *source)
{
    return source->opened != NULL ? source->opened : source->path;
}

bool
source_read(struct source *source, struct diag *diag)
{
    enum rule stranger;
    int file;
    bool good;

    do
        file =
            open(opened(source), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (file < 0 && errno == EINTR);
    if (file < 0 && errno == ENXIO) /* a socket */
        return report_file(diag, RULE_FILE_IRREGULAR, source->path);
    if (file < 0)
        return report_unreadable(diag, source->path);
    good = read_open(file, source, diag);
    close(file);
    if (good && source->size == 0)
        good = report_file(diag, RULE_FILE_EMPTY, source->path);
    else if (good && (stranger = stranger_of(source)) != RULE_COUNT)
        good = report_file(diag, stranger, source->path);
    else if (good)
        good = judge_workbook(source, diag);
    if (!good)
        source_close(source);
    return good;
}

void
source_let_go(const struct source *source, size_t from, size_t end)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);

    from = (from + page - 1) / page * page;
    if (source->is_mapped && end > from) /* only a wish */
        madvise(source->bytes + from, end / page * page - from, MADV_DONTNEED);
}

struct text
source_part(const struct source *source, struct arena *arena, size_t offset,
            size_t size)
{
    struct text part = text_slice(source->content, offset, size);
    char *copy;

    if (!source->is_mapped || source->file < 0)
        return text_from(source->content, offset);
    copy = arena_take(arena, part.length + 1);
    if (pread(source->file, copy, part.length, part.bytes - source->bytes) !=
        (ssize_t)part.length)
        return text_from(source->content, offset);
    return (struct text){copy, part.length};
}

struct text
source_text(struct arena *arena, const struct source *source, size_t offset,
            size_t count)
{
    struct text part = text_slice(source->content, offset, count);
    char *bytes;

    if (!source->is_coded)
        return part;
    bytes = arena_take(arena, GB18030_ROOM(part.length));
    return (struct text){bytes, gb18030_write(part, bytes)};
}

size_t
source_length(const struct source *source, struct text part)
{
    return source->is_coded ? gb18030_length(part) : part.length;
}

const char *
source_mark(const struct source *source)
{
    return source->is_coded ? GB18030_MARK : "\xEF\xBB\xBF";
}

bool
source_is_unchanged(const struct source *source, struct diag *diag)
{
    struct stat status;

    if (!source->is_mapped)
        return true;
    errno = EBUSY;
    return (stat(opened(source), &status) == 0 &&
            (size_t)status.st_size == source->size &&
            status.st_mtime == source->read_at) ||
           report_unreadable(diag, source->path);
}

static void
give_back(struct source *source)
{
    if (source->is_mapped)
        munmap(source->bytes, source->size);
    else
        free(source->bytes);
    if (source->is_mapped && source->file >= 0)
        close(source->file);
    source->is_mapped = false;
}

void
source_replace(struct source *source, char *bytes, size_t size)
{
    give_back(source);
    source->bytes = bytes;
    source->size = size;
}

void
source_close(struct source *source)
{
    give_back(source);
    source->is_coded = false;
    source->bytes = NULL;
    source->size = 0;
    source->content = (struct text){0};
}
