#include "cli/notes.h"

#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/own_folders.h"
#include "base/path.h"
#include "cli/command.h"
#include "cli/template_place.h"
#include "cli/usage.h"
#include "file/folder.h"
#include "ledger/book.h"
#include "page/note.h"
#include "render/template.h"

/* The path below the input folder, which never leads out of the folder of the
   notes. */
static const char *
name_of(const struct job *job, const char *path)
{
    const char *input = job->options.values[OPTION_INPUT];
    size_t length = strlen(input);

    if (job->options.operand_count == 0 && strncmp(path, input, length) == 0)
        path += length;
    return path_plain(job->arena, path);
}

/* A name that leaves a file system no room for an ending is cut and numbered,
   for others may begin alike. */
static const char *
with_room(struct arena *arena, const char *name, size_t number)
{
    enum { ROOM = 230 };
    const char *last = path_name(name);

    if (strlen(last) <= NAME_MAX - strlen(".html"))
        return name;
    return text_format(arena, "%.*s%.*s~%zu", (int)(last - name), name,
                       TEXT_ARG(text_excerpt(arena, text_of(last), ROOM)),
                       number)
        .bytes;
}

static bool
write_note(struct job *job, const struct note *note, const char *name,
           const struct folder *folder)
{
    static const char *const extensions[] = {"html", "txt"};
    struct arena *arena = arena_new();
    const struct view *view = note_view(arena, note, job->options.language);
    bool good = true;

    for (size_t i = 0; good && i < 2; i++) {
        struct template_names names = {command_templates(job), "layouts/note",
                                       extensions[i]};
        struct template_made made;

        good =
            template_expand(arena, &names, view, job->diag, &made) &&
            folder_write(folder,
                         text_format(arena, "%s.%s", name, extensions[i]).bytes,
                         made.text);
    }
    arena_free(arena);
    return good;
}

/* The file a source is, or the workbook it is a sheet of. */
static const char *
file_path(struct job *job, const char *path)
{
    const char *sheet = path_sheet(path);

    return sheet == NULL ? path
                         : arena_copy(job->arena, path, (size_t)(sheet - path));
}

/* Whether the file lies in the folder, or further down; folders that the user
   did not name are not looked at. */
static bool
is_below(const struct job *job, const char *path, const struct stat *folder)
{
    char *above = arena_copy(job->arena, path, strlen(path));
    size_t top = strlen(job->options.values[OPTION_INPUT]);
    bool is_named = job->options.operand_count > 0;
    char *slash;

    while ((slash = strrchr(above, '/')) != NULL) {
        struct stat seen;

        *slash = '\0';
        if (stat(slash > above ? above : "/", &seen) == 0 &&
            seen.st_dev == folder->st_dev && seen.st_ino == folder->st_ino)
            return true;
        if (is_named || (size_t)(slash - above) <= top)
            break;
    }
    return false;
}

/* A folder with notes is not read again, so none with ledgers may become
   one. */
static bool
may_hold_notes(struct job *job, const struct book *book, const char *folder)
{
    struct stat seen;

    for (size_t i = 0; stat(folder, &seen) == 0 && i < book->file_count; i++) {
        const char *path = book->files[i].source.path;

        if (strchr(path, '/') == NULL)
            path = text_format(job->arena, "./%s", path).bytes;
        if (is_below(job, path, &seen))
            return usage_value(job->diag, job->options.spoken, "--notes",
                               folder, command_say(job, WORDING_WANTED_APART));
    }
    return true;
}

bool
notes_write(struct job *job, const struct book *book, const char *folder)
{
    struct folder notes;
    struct note note = {.book = book, .path = ""};
    bool good = may_hold_notes(job, book, folder) &&
                folder_make(&notes, folder, job->diag);

    if (!good)
        return false;
    note.messages = diag_messages(job->diag, &note.message_count);
    good = folder_write(&notes, MARK_OF_NOTES, TEXT(""));
    for (size_t i = 0; good && i < book->file_count; i++) {
        const char *path = file_path(job, book->files[i].source.path);

        if (strcmp(path, note.path) == 0)
            continue;
        note.path = path;
        note.shown = name_of(job, path);
        good = write_note(job, &note, with_room(job->arena, note.shown, i + 1),
                          &notes);
    }
    folder_close(&notes);
    return good;
}
