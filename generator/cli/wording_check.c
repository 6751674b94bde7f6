#include "cli/wording_check.h"

#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/template_place.h"
#include "file/tree.h"
#include "intake/codes.h"
#include "intake/lines.h"
#include "intake/replacement.h"
#include "intake/table.h"
#include "render/built_in.h"

static void
proof_line(struct job *job, const struct codes *codes, struct place place,
           struct text line)
{
    for (size_t i = 0; i < codes->replacement_count; i++) {
        const struct replacement_entry *entry = &codes->replacements[i];
        size_t at = 0;

        if (replacement_find(entry, line, &at))
            diag_report(
                job->diag, RULE_TEXT_WORDING,
                &(struct finding){.place = place,
                                  .value = table_trim(line),
                                  .detail = {entry->wrong, entry->right}});
    }
}

void
wording_check_text(struct job *job, const struct codes *codes, const char *path,
                   struct text text)
{
    struct place place = {.path = path, .line = 1};

    for (size_t at = 0; codes->replacement_count > 0 && at < text.length;
         place.line++) {
        struct text line = lines_rest(text, at);

        proof_line(job, codes, place, line);
        at = lines_after(text, at);
    }
}

/* Styles and scripts hold no text of ours. */
static bool
is_text(const char *path)
{
    return strchr(path, '/') != NULL &&
           strncmp(path, "assets/", strlen("assets/")) != 0;
}

static void
proof_built_in(struct job *job, const struct codes *codes)
{
    for (size_t i = 0; i < built_in_count; i++)
        if (is_text(built_in_files[i].path))
            wording_check_text(
                job, codes,
                command_path(job, "templates", built_in_files[i].path),
                built_in_files[i].content);
}

/* Templates that were not named are named after their folder alone: where the
   program lies must not show in what is published. */
void
wording_check_templates(struct job *job, const struct codes *codes)
{
    const char *named = job->options.values[OPTION_TEMPLATES];
    const char *path = command_templates(job);
    struct folder folder;
    struct tree tree;

    if (is_built_in(path))
        proof_built_in(job, codes);
    if (codes->replacement_count == 0 || !is_folder(path) ||
        !folder_open_linked(&folder, path, job->diag))
        return;
    if (tree_list_sent(&folder, job->arena, &tree))
        for (size_t i = 0; i < tree.count; i++) {
            const char *name = tree.entries[i].path;
            struct text content;

            if (tree.entries[i].kind == FILES_FILE && is_text(name) &&
                folder_read_linked(&folder, name, job->arena, &content))
                wording_check_text(
                    job, codes,
                    command_path(job, named ? named : "templates", name),
                    content);
        }
    folder_close(&folder);
}
