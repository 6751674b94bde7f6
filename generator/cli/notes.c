#include "cli/notes.h"

#include <string.h>

#include "base/arena.h"
#include "base/own_folders.h"
#include "base/path.h"
#include "cli/command.h"
#include "cli/template_place.h"
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

static bool
write_note(struct job *job, const struct note *note,
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
            folder_write(
                folder,
                text_format(arena, "%s.%s", note->shown, extensions[i]).bytes,
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

bool
notes_write(struct job *job, const struct book *book, const char *folder)
{
    struct folder notes;
    struct note note = {.book = book, .path = ""};
    bool good = folder_make(&notes, folder, job->diag);

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
        good = write_note(job, &note, &notes);
    }
    folder_close(&notes);
    return good;
}
