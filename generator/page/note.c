#include "page/note.h"

#include <string.h>

#include "base/diag.h"
#include "base/wording.h"
#include "ledger/book.h"
#include "view/view.h"

/* Of the file, or of a sheet of it. */
static bool
is_of(const struct note *note, const char *path)
{
    size_t length = strlen(note->path);

    return strncmp(path, note->path, length) == 0 &&
           (path[length] == '\0' || path + length == path_sheet(path));
}

static struct text
read_words(struct arena *arena, const struct note *note, enum language language)
{
    struct row_counts rows = {0};

    for (size_t i = 0; i < note->book->file_count; i++) {
        const struct input_file *file = &note->book->files[i];

        if (!is_of(note, file->source.path))
            continue;
        rows.files += file->ledger >= 0;
        rows.read += file->rows.read;
        rows.accepted += file->rows.accepted;
        rows.rejected += file->rows.rejected;
        rows.duplicate += file->rows.duplicate + file->rows.superseded;
    }
    if (rows.files == 0)
        return say(language, WORDING_NOTE_UNREAD);
    return SAY(arena, language, WORDING_NOTE_READ,
               text_format(arena, "%zu", rows.read),
               text_format(arena, "%zu", rows.accepted),
               text_format(arena, "%zu", rows.rejected),
               text_format(arena, "%zu", rows.duplicate));
}

static struct text
place_words(struct arena *arena, struct place place, enum language language)
{
    const char *sheet = path_sheet(place.path);
    struct text cell = place_cell(arena, place);

    if (place.line == 0 && sheet == NULL)
        return say(language, WORDING_NOTE_WHOLE);
    if (place.line == 0)
        return SAY(arena, language, WORDING_NOTE_WHOLE_SHEET,
                   text_of(sheet + 1));
    return sheet == NULL ? cell
                         : SAY(arena, language, WORDING_NOTE_SHEET_CELL,
                               text_of(sheet + 1), cell);
}

static void
fill_row(struct view *row, const struct message *message, int64_t number)
{
    const struct finding *finding = &message->finding;
    struct arena *arena = row->arena;

    view_count(row, "NUMBER", number);
    view_text(
        row, "PLACE",
        message_tame(arena, place_words(arena, finding->place, row->language)));
    view_flag(row, "HAS_TITLE", finding->title.length > 0);
    view_flag(row, "HAS_VALUE", finding->value.length > 0);
    view_text(row, "TITLE", message_tame(arena, finding->title));
    view_text(row, "VALUE", message_tame(arena, finding->value));
    view_text(
        row, "TEXT",
        message_tame(arena, message_wording(arena, message, row->language)));
    view_text(
        row, "ADVICE",
        message_tame(arena, message_advice(arena, message, row->language)));
}

/* The messages of one severity, if there are any. */
static bool
fill_group(struct view *view, const struct note *note, enum severity severity,
           enum wording name)
{
    struct view *group = NULL;
    int64_t count = 0;

    for (size_t i = 0; i < note->message_count; i++) {
        const struct message *message = &note->messages[i];

        if (rules[message->rule].severity != severity ||
            !is_of(note, message->finding.place.path))
            continue;
        if (group == NULL)
            group = view_item(view, "GROUP");
        fill_row(view_item(group, "ROW"), message, ++count);
    }
    if (group == NULL)
        return false;
    view_text(group, "NAME", say(view->language, name));
    view_count(group, "COUNT", count);
    return true;
}

struct view *
note_view(struct arena *arena, const struct note *note, enum language language)
{
    struct view *view = view_new(arena, language);
    bool is_faulty;

    view_text(view, "LANG", language == EN ? TEXT("en") : TEXT("zh-CN"));
    view_text(view, "PATH", message_tame(arena, text_of(note->shown)));
    view_text(view, "READ_WORDS", read_words(arena, note, language));
    view_list(view, "GROUP");
    is_faulty = fill_group(view, note, ERROR, WORDING_NOTE_ERRORS);
    is_faulty =
        fill_group(view, note, WARNING, WORDING_NOTE_WARNINGS) || is_faulty;
    fill_group(view, note, NOTE, WORDING_NOTE_NOTES);
    view_flag(view, "IS_FAULTY", is_faulty);
    view_flag(view, "IS_SOUND", !is_faulty);
    return view;
}
