#include "page/note.h"

#include <inttypes.h>
#include <string.h>

#include "base/diag.h"
#include "base/path.h"
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

/* False if nothing of it was read. */
static bool
fill_counts(struct view *view, const struct note *note)
{
    struct arena *arena = view->arena;
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
    view_text(view, "READ_WORDS",
              rows.files == 0 ? say(view->language, WORDING_NOTE_UNREAD)
                              : SAY(arena, view->language, WORDING_NOTE_READ,
                                    text_format(arena, "%zu", rows.read),
                                    text_format(arena, "%zu", rows.accepted),
                                    text_format(arena, "%zu", rows.rejected),
                                    text_format(arena, "%zu", rows.duplicate)));
    return rows.files > 0;
}

/* The cell, else the row, else the whole. */
static struct text
place_words(struct arena *arena, struct place place, enum language language)
{
    const char *sheet = path_sheet(place.path);
    struct text within = place_within(arena, place, language);

    if (place.line == 0)
        return sheet == NULL ? say(language, WORDING_NOTE_WHOLE)
                             : SAY(arena, language, WORDING_NOTE_WHOLE_SHEET,
                                   text_of(sheet + 1));
    return sheet == NULL ? within
                         : SAY(arena, language, WORDING_NOTE_SHEET_CELL,
                               text_of(sheet + 1), within);
}

/* What only the office that keeps the lists can do is no advice to whoever
   filled the ledger in. */
static bool
is_for_the_sender(struct text clause)
{
    static const char *const ours[] = {"codes/",     "settings.csv",
                                       "--encoding", "shiji ",
                                       "请填报单位", "have it sent"};

    for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++)
        if (text_find(clause, text_of(ours[i])) < clause.length)
            return false;
    return true;
}

static struct text
advice_to_sender(struct arena *arena, struct text advice,
                 enum language language)
{
    struct text parting = language == EN ? TEXT("; ") : TEXT("；");
    struct text kept = TEXT("");

    while (advice.length > 0) {
        struct text clause = text_slice(advice, 0, text_find(advice, parting));

        if (is_for_the_sender(clause))
            kept = text_join_by(arena, kept, parting, clause);
        advice = text_from(advice, clause.length + parting.length);
    }
    return kept;
}

static void
fill_row(struct view *row, const struct message *message, int64_t number)
{
    const struct finding *finding = &message->finding;
    struct arena *arena = row->arena;
    struct text advice = advice_to_sender(
        arena, message_advice(arena, message, row->language), row->language);

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
    view_flag(row, "HAS_ADVICE", advice.length > 0);
    view_text(row, "ADVICE", message_tame(arena, advice));
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
    view_text(group, "NAME",
              SAY(view->arena, view->language, WORDING_NOTE_GROUP,
                  say(view->language, name),
                  text_format(view->arena, "%" PRId64, count)));
    return true;
}

struct view *
note_view(struct arena *arena, const struct note *note, enum language language)
{
    struct view *view = view_new(arena, language);
    bool is_read, is_faulty;

    view_text(view, "LANG", language == EN ? TEXT("en") : TEXT("zh-CN"));
    view_text(view, "PATH", message_tame(arena, text_of(note->shown)));
    is_read = fill_counts(view, note);
    view_list(view, "GROUP");
    is_faulty = fill_group(view, note, ERROR, WORDING_NOTE_ERRORS);
    is_faulty =
        fill_group(view, note, WARNING, WORDING_NOTE_WARNINGS) || is_faulty;
    fill_group(view, note, NOTE, WORDING_NOTE_NOTES);
    view_flag(view, "IS_FAULTY", is_faulty);
    view_flag(view, "HAS_ROWS", is_read);
    view_flag(view, "IS_SOUND", !is_faulty);
    return view;
}
