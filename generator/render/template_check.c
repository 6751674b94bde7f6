#include "render/template_check.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/text.h"
#include "base/utf8.h"
#include "file/folder.h"
#include "file/tree.h"
#include "render/built_in.h"

enum { LONGEST_PATH = 256 };

enum state { UNSEEN, BEING_SEEN, SEEN };

struct checked {
    const char *path; /* "parts/bars.html" */
    struct text content;
    enum state state;
};

struct checking {
    struct arena *arena;
    const char *templates;
    struct diag *diag;
    struct checked *files;
    size_t count;
    bool is_good;
};

static void
refuse(struct checking *checking, const char *path, const char *why)
{
    const char *whole =
        text_format(checking->arena, "%s/%s", checking->templates, path).bytes;

    checking->is_good = diag_report(
        checking->diag, RULE_TEMPLATE_INVALID,
        &(struct finding){
            .place = {.path = whole},
            .detail = {text_format(checking->arena, "%s: %s", path, why)}});
}

static bool
is_template(const char *path)
{
    static const char *const folders[] = {"layouts/", "pages/", "parts/",
                                          "brief/", "tables/"};
    struct text text = text_of(path);
    bool is_in_one = false;

    for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
        is_in_one = is_in_one || text_starts(text, folders[i]);
    return is_in_one && (text_ends(text, ".html") || text_ends(text, ".md") ||
                         text_ends(text, ".xml"));
}

/* Takes the next {{tag}} off the content, without its braces; false when there
   is none. */
static bool
next_tag(struct text *content, struct text *tag)
{
    size_t start = text_find(*content, TEXT("{{"));
    size_t length;

    if (start == content->length)
        return false;
    *content = text_from(*content, start + 2);
    length = text_find(*content, TEXT("}}"));
    *tag = text_slice(*content, 0, length);
    *content = text_from(*content, length);
    return true;
}

/* What follows a colon in a tag says how it is escaped: that is for Markdown
   alone, where nothing is escaped by itself. */
static void
check_tags(struct checking *checking, const struct checked *file)
{
    bool is_markdown = text_ends(text_of(file->path), ".md");
    struct text content = file->content, tag;

    while (next_tag(&content, &tag)) {
        size_t colon = text_find(tag, TEXT(":"));
        struct text modifier = text_from(tag, colon);

        if (text_starts(tag, "!") || text_starts(tag, "%AUTOESCAPE context="))
            continue;
        if (text_starts(tag, "=") || text_starts(tag, "%"))
            refuse(checking, file->path,
                   BOTH("不能用 {{=…}} 和 {{%…}}", "no {{=…}} or {{%…}}"));
        else if (modifier.length > 0 &&
                 !(is_markdown && text_is(modifier, ":x-md")))
            refuse(checking, file->path,
                   BOTH("不能改变转义方式", "escaping is not to be changed"));
    }
}

static void
read_template(struct checking *checking, const struct folder *folder,
              const struct tree_entry *entry)
{
    struct checked *file = &checking->files[checking->count];
    size_t valid;

    *file = (struct checked){.path = entry->path};
    if (entry->kind != FILES_FILE) {
        refuse(checking, entry->path, BOTH("不是普通文件", "no plain file"));
        return;
    }
    if (!folder_read_linked(folder, entry->path, checking->arena,
                            &file->content)) {
        checking->is_good = false;
        return;
    }
    if (!utf8_is_valid(file->content, &valid))
        refuse(checking, entry->path, BOTH("不是 UTF-8", "not UTF-8"));
    checking->count++;
}

static struct checked *
find(const struct checking *checking, const char *path)
{
    for (size_t i = 0; i < checking->count; i++)
        if (strcmp(checking->files[i].path, path) == 0)
            return &checking->files[i];
    return NULL;
}

static void visit(struct checking *checking, struct checked *file);

static void
visit_included(struct checking *checking, const struct checked *file,
               struct checked *included)
{
    if (included == NULL)
        return;
    if (included->state == BEING_SEEN)
        refuse(checking, file->path, BOTH("套用了自己", "includes itself"));
    else
        visit(checking, included);
}

/* {{>BODY}} is any page, {{>BARS}} parts/bars in the same format. */
static void
visit_part(struct checking *checking, const struct checked *file,
           struct text name)
{
    const char *end = strrchr(file->path, '.');
    char path[LONGEST_PATH];
    int length;

    if (text_is(name, "BODY")) {
        for (size_t i = 0; i < checking->count; i++)
            if (text_starts(text_of(checking->files[i].path), "pages/") &&
                text_ends(text_of(checking->files[i].path), end))
                visit_included(checking, file, &checking->files[i]);
        return;
    }
    length = snprintf(path, sizeof(path), "parts/%.*s%s", TEXT_ARG(name), end);
    for (int i = 0; i < length && i < LONGEST_PATH - 1; i++)
        path[i] = (char)tolower((unsigned char)path[i]);
    visit_included(checking, file, find(checking, path));
}

static void
visit(struct checking *checking, struct checked *file)
{
    struct text content = file->content, tag;

    if (file->state != UNSEEN)
        return;
    file->state = BEING_SEEN;
    while (next_tag(&content, &tag))
        if (text_starts(tag, ">"))
            visit_part(checking, file,
                       text_slice(tag, 1, text_find(tag, TEXT(":")) - 1));
    file->state = SEEN;
}

bool
template_check(struct arena *arena, const char *templates, struct diag *diag)
{
    struct checking checking = {
        .arena = arena, .templates = templates, .diag = diag, .is_good = true};
    struct diag *unread;
    struct folder folder;
    struct tree tree;

    if (is_built_in(templates))
        return true;
    unread = diag_new();
    if (folder_open_linked(&folder, templates, unread) &&
        tree_list_sent(&folder, arena, &tree)) {
        checking.files =
            arena_take(arena, (tree.count + 1) * sizeof(*checking.files));
        folder.diag = diag;
        for (size_t i = 0; i < tree.count; i++)
            if (is_template(tree.entries[i].path))
                read_template(&checking, &folder, &tree.entries[i]);
    }
    for (size_t i = 0; i < checking.count; i++)
        check_tags(&checking, &checking.files[i]);
    for (size_t i = 0; i < checking.count; i++)
        visit(&checking, &checking.files[i]);
    folder_close(&folder);
    diag_free(unread);
    return checking.is_good;
}
