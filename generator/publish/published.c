#include "publish/published.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/digest.h"
#include "file/tree.h"

enum { SHA256_LETTERS = 64, NAMED_CHANGES = 3 };

struct published
published_none(struct arena *arena)
{
    struct published published = {.arena = arena};

    published.folder.fd = -1;
    published.history.arena = arena;
    published.manifest.arena = published.root.arena = arena;
    return published;
}

static bool
is_month(const char *name)
{
    static const char form[] = "0000-00";

    for (size_t i = 0; i < sizeof(form); i++)
        if (form[i] == '0' ? name[i] < '0' || name[i] > '9'
                           : name[i] != form[i])
            return false;
    return true;
}

static bool
is_damaged(const struct published *published, const char *file, size_t line)
{
    struct text detail = text_format(published->arena, "%s:%zu", file, line);

    return diag_report(
        published->folder.diag, RULE_ARCHIVE_INVALID,
        &(struct finding){.place = {.path = published->folder.path},
                          .detail = {detail}});
}

static bool
find_months(struct published *published)
{
    struct tree tree;

    if (!tree_list_flat(&published->folder, published->arena, &tree))
        return false;
    published->months =
        arena_take(published->arena, (tree.count + 1) * sizeof(char *));
    for (size_t i = 0; i < tree.count; i++) {
        const char *name = tree.entries[i].path;
        struct text manifest =
            text_format(published->arena, "%s/" MANIFEST_NAME, name);

        if (tree.entries[i].kind == FILES_FOLDER && is_month(name) &&
            folder_kind(&published->folder, manifest.bytes) == FILES_FILE)
            published->months[published->month_count++] = name;
    }
    return true;
}

static bool
read_history(struct published *published)
{
    struct text text = TEXT("");
    size_t line;

    if (folder_kind(&published->folder, HISTORY_NAME) == FILES_FILE &&
        !folder_read(&published->folder, HISTORY_NAME, published->arena, &text))
        return false;
    line = history_parse(text, &published->history);
    return line == 0 || is_damaged(published, HISTORY_NAME, line);
}

/* The month's manifest as it was published, or an empty text if it has been
   lost or changed. */
static bool
read_manifest(struct published *published, const struct history_line *version,
              struct text *text)
{
    const char *file = text_format(published->arena, "%.*s/" MANIFEST_NAME,
                                   TEXT_ARG(version->month))
                           .bytes;

    *text = (struct text){"", 0};
    if (folder_kind(&published->folder, file) == FILES_FILE &&
        !folder_read(&published->folder, file, published->arena, text))
        return false;
    if (!text_equal(digest_sha256(published->arena, *text), version->digest))
        text->length = 0;
    return true;
}

/* What cannot be read as a list is as good as lost. */
static bool
read_root(struct published *published)
{
    struct text text = TEXT("");

    if (folder_kind(&published->folder, MANIFEST_NAME) == FILES_FILE &&
        !folder_read(&published->folder, MANIFEST_NAME, published->arena,
                     &text))
        return false;
    if (manifest_parse(text, SHA256_LETTERS, &published->root) != 0)
        published->root.count = 0;
    return true;
}

static bool
read_month(struct published *published)
{
    const struct history_line *newest =
        history_of(&published->history, text_of(published->month));
    struct text text;

    if (newest == NULL)
        return true;
    published->last_version = (int)newest->version;
    if (newest->is_withdrawn)
        return true;
    published->version = published->last_version;
    return read_manifest(published, newest, &text) &&
           (manifest_parse(text, SHA256_LETTERS, &published->manifest) == 0 ||
            is_damaged(published, MANIFEST_NAME, 0));
}

bool
published_open(struct published *published, const struct folder *output,
               const char *edition, const char *month)
{
    published->month = month;
    if (folder_kind(output, edition) == FILES_NOTHING)
        return true;
    return folder_open_in(output, edition, &published->folder) &&
           find_months(published) && read_history(published) &&
           read_root(published) && read_month(published);
}

bool
published_look_after(struct published *published)
{
    const struct history *history = &published->history;

    for (size_t i = 0; i < history->count; i++) {
        const struct history_line *line = &history->lines[i];
        struct text text;

        if (text_is(line->month, published->month) ||
            history_standing(history, line->month) != line)
            continue;
        if (!read_manifest(published, line, &text))
            return false;
        if (text.length == 0)
            diag_report(
                published->folder.diag, RULE_MONTH_LOST,
                &(struct finding){.place = {.path = published->folder.path},
                                  .detail = {line->month}});
    }
    return true;
}

bool
published_read(const struct published *published, struct arena *arena,
               const char *path, struct text *content)
{
    return published->folder.fd >= 0 &&
           folder_kind(&published->folder, path) == FILES_FILE &&
           folder_read(&published->folder, path, arena, content);
}

/* Whether a file of the month has the bytes that were published: a manifest may
   be right and its file not. */
static bool
is_as_listed(const struct published *published,
             const struct manifest_line *line)
{
    struct arena *arena = arena_new();
    const char *path =
        text_format(arena, "%s/%s", published->month, line->path).bytes;
    struct text found;
    bool same =
        folder_kind(&published->folder, path) == FILES_FILE &&
        folder_digest(&published->folder, path, DIGEST_SHA256, arena, &found) &&
        text_equal(found, line->digest);

    arena_free(arena);
    return same;
}

size_t
published_changes(const struct published *published, struct manifest now,
                  const struct manifest *kept, struct text *names)
{
    const struct manifest *old = &published->manifest;
    size_t changes = 0, i = 0, j = 0;

    *names = TEXT("");
    while (i < now.count || j < old->count) {
        const char *a = i < now.count ? now.lines[i].path : NULL;
        const char *b = j < old->count ? old->lines[j].path : NULL;
        int order = a == NULL ? 1 : b == NULL ? -1 : strcmp(a, b);

        if ((order != 0 || manifest_find(kept, a) == NULL) &&
            changes++ < NAMED_CHANGES)
            *names = text_format(published->arena, "%.*s%s%s", TEXT_ARG(*names),
                                 changes > 1 ? ", " : "", order > 0 ? b : a);
        i += order <= 0;
        j += order >= 0;
    }
    if (changes > NAMED_CHANGES)
        *names = text_format(published->arena, "%.*s … (%zu)", TEXT_ARG(*names),
                             changes);
    return changes;
}

bool
published_is_whole(const struct published *published)
{
    const struct manifest *manifest = &published->manifest;
    const char *damaged = manifest->count == 0 ? MANIFEST_NAME : NULL;

    for (size_t i = 0; i < manifest->count && damaged == NULL; i++)
        if (!is_as_listed(published, &manifest->lines[i]))
            damaged = manifest->lines[i].path;
    return damaged == NULL ||
           diag_report(published->folder.diag, RULE_ARCHIVE_INVALID,
                       &(struct finding){
                           .place = {.path = published->folder.path},
                           .detail = {text_format(published->arena, "%s/%s",
                                                  published->month, damaged)}});
}
