/*
 * A clerk's desk: a folder with the files a test lays on it, read and counted
 * as the program does, up to a report.
 */
#ifndef SUPPORT_DESK_H
#define SUPPORT_DESK_H

#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/codes.h"
#include "intake/source.h"
#include "ledger/book.h"
#include "view/report.h"
#include "year/redact.h"
#include "year/year.h"

/* One file; its name may hold one folder. */
struct desk_file {
    const char *name;
    const char *content;
};

struct desk {
    char folder[64];
    const struct desk_file *files;
    size_t count;
    struct arena *arena;
    struct diag *diag;
    struct codes codes;
    struct source_list sources;
    struct book *book;
    struct report report;
};

static void
desk_lay(struct desk *desk)
{
    char path[256];

    strcpy(desk->folder, "/tmp/shiji-desk-XXXXXX");
    assert_non_null(mkdtemp(desk->folder));
    for (size_t i = 0; i < desk->count; i++) {
        const char *slash = strchr(desk->files[i].name, '/');
        FILE *file;

        if (slash) {
            snprintf(path, sizeof(path), "%s/%.*s", desk->folder,
                     (int)(slash - desk->files[i].name), desk->files[i].name);
            mkdir(path, 0700);
        }
        snprintf(path, sizeof(path), "%s/%s", desk->folder,
                 desk->files[i].name);
        file = fopen(path, "wb");
        assert_non_null(file);
        fputs(desk->files[i].content, file);
        fclose(file);
    }
}

static void
desk_clear(const struct desk *desk)
{
    char path[256];

    for (size_t i = desk->count; i-- > 0;) {
        char *slash;

        snprintf(path, sizeof(path), "%s/%s", desk->folder,
                 desk->files[i].name);
        remove(path);
        slash = strrchr(path, '/');
        *slash = '\0';
        if (strlen(path) > strlen(desk->folder))
            rmdir(path);
    }
    rmdir(desk->folder);
}

/* Reads the files as of the month and reports in the edition. */
static void
desk_open(struct desk *desk, const struct desk_file *files, size_t count,
          struct month month, enum edition edition)
{
    desk->files = files;
    desk->count = count;
    desk_lay(desk);
    desk->arena = arena_new();
    desk->diag = diag_new();
    assert_true(
        codes_read(desk->arena, desk->folder, desk->diag, &desk->codes));
    assert_true(sources_find(desk->arena, desk->folder, (struct month){0},
                             desk->diag, &desk->sources));
    desk->book = book_new(desk->arena, &desk->codes, desk->diag);
    desk->book->month = month;
    assert_true(book_read(desk->book, &desk->sources));
    desk->report = (struct report){
        .arena = desk->arena,
        .book = desk->book,
        .year = year_new(desk->arena, desk->book, month),
        .privacy = redact_new(desk->arena, desk->book, edition),
        .edition = edition,
        .language = ZH,
        .diag = desk->diag,
        .input = text_of(desk->folder),
        .generated = text_of("2025-10-31"),
        .version = text_of("test"),
        .issue = 1,
    };
}

static void
desk_close(struct desk *desk)
{
    desk_clear(desk);
    book_free(desk->book);
    diag_free(desk->diag);
    arena_free(desk->arena);
}

#endif
