#include "cli/start_page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/ledger_folder.h"
#include "render/built_in.h"
#include "render/template.h"
#include "view/view.h"

enum { SHOWN_OF_A_RULE = 20 };

static void
fill_found(struct job *job, const struct start_page *page, struct view *view)
{
    struct ledger_folder found;

    ledger_folder_find(job, page->input, &found);
    view_text(view, "FOUND",
              SAY(job->arena, view->language, WORDING_FOUND_FILES,
                  ledger_folder_words(page->input, view->language),
                  text_of(command_count(job, found.files))));
}

/* As the command line prints them, a line each. */
static void
fill_messages(struct job *job, struct view *view)
{
    char *lines = NULL;
    size_t size = 0;
    FILE *stream = arena_must(open_memstream(&lines, &size));

    diag_print(job->diag, stream, view->language, SHOWN_OF_A_RULE);
    fclose(stream);
    arena_must(lines);
    view_flag(view, "HAS_NONE", size == 0);
    view_list(view, "MESSAGE");
    for (struct text rest = {lines, size}; rest.length > 0;) {
        size_t length = text_find(rest, TEXT("\n"));
        struct text line = text_slice(rest, 0, length);

        view_text(view_item(view, "MESSAGE"), "TEXT",
                  text_copy(job->arena, line));
        rest = text_from(rest, length < rest.length ? length + 1 : length);
    }
    free(lines);
}

static void
fill_outcome(const struct start_page *page, struct view *view)
{
    view_list(view, "OUTCOME");
    view_list(view, "SITE");
    if (page->outcome != NULL)
        view_text(view_item(view, "OUTCOME"), "TEXT", text_of(page->outcome));
    if (page->site != NULL)
        view_text(view_item(view, "SITE"), "HREF", text_of(page->site));
}

struct text
start_page_make(struct job *job, const struct start_page *page)
{
    const struct template_names names = {BUILT_IN, "layouts/start", "html"};
    struct view *view = view_new(job->arena, job->options.language);
    struct template_made made;

    view_text(view, "LANG",
              text_of(job->options.language == EN ? "en" : "zh-CN"));
    view_text(view, "TOKEN", text_of(page->token));
    view_text(view, "ACCOUNT", job->accounting);
    view_flag(view, "NEEDS_REASON",
              diag_count_rule(job->diag, RULE_MONTH_CHANGED) > 0);
    fill_found(job, page, view);
    fill_outcome(page, view);
    fill_messages(job, view);
    return template_expand(job->arena, &names, view, job->diag, &made)
               ? made.text
               : TEXT("");
}
