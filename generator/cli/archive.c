/*
 * A published month with all it was made from: ledgers, settings, templates,
 * the sites, and a note of how it was made.  With which earlier months it was
 * compared stands in its own summary.
 */
#include <stdio.h>
#include <string.h>

#include "archive/bag.h"
#include "base/arena.h"
#include "base/json.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/provenance.h"
#include "cli/rebuild.h"
#include "cli/template_place.h"
#include "file/folder.h"
#include "intake/file_name.h"
#include "publish/published.h"
#include "render/built_in.h"

enum { SOURCES_MOST = 4 };

struct packing {
    struct bag_source sources[SOURCES_MOST];
    size_t source_count;
    struct bag_text *texts;
    size_t text_count;
};

static void
pack(struct packing *packing, const char *from, const char *to,
     const char *month)
{
    packing->sources[packing->source_count++] =
        (struct bag_source){from, to, month, file_name_utf8};
}

static void
pack_templates(struct job *job, struct packing *packing)
{
    const char *templates = command_templates(job);

    if (!is_built_in(templates)) {
        pack(packing, templates, "templates", NULL);
        return;
    }
    for (size_t i = 0; i < built_in_count; i++)
        packing->texts[packing->text_count++] = (struct bag_text){
            command_path(job, "templates", built_in_files[i].path),
            built_in_files[i].content};
}

/* Adds the edition if the month was published in it. */
static bool
pack_edition(struct job *job, struct packing *packing, const char *edition,
             struct provenance *provenance)
{
    const char *month = job->options.values[OPTION_ARCHIVED_MONTH];
    const char *site =
        command_path(job, job->options.values[OPTION_OUTPUT], edition);
    const char *folder = command_path(job, site, month);

    if (!is_folder(folder))
        return !is_absent() && command_missing(job, folder);
    pack(packing, site, edition, month);
    provenance_add(job, provenance, edition, folder);
    return true;
}

/* A bag pairs a month with what it was made from, and with nothing else: it is
   not given its name before that has been tried. */
static bool
is_proved(void *context, const char *bag)
{
    struct job *job = context;
    const char *differs;
    enum rebuilt remade = rebuild_bag(job, bag, &differs);

    if (remade == REBUILT_OTHERWISE)
        command_report(job, RULE_ARCHIVE_UNPAIRED,
                       job->options.values[OPTION_ARCHIVED_MONTH], differs);
    return remade == REBUILT_SAME;
}

static void
write_bag(struct job *job, struct packing *packing,
          const struct provenance *provenance)
{
    const char *output = job->options.values[OPTION_OUTPUT];
    const char *folder = job->options.values[OPTION_DESTINATION];
    const char *month = job->options.values[OPTION_ARCHIVED_MONTH];
    struct bag_label labels[] = {
        {"Bag-Software-Agent", TEXT("shiji " SHIJI_VERSION)},
        {"External-Identifier", text_of(month)},
    };
    struct bag_request request = {
        .folder = folder ? folder : command_path(job, output, "archive"),
        .name = provenance_name(job, provenance, month),
        .date = provenance->cutoff.bytes,
        .sources = packing->sources,
        .source_count = packing->source_count,
        .texts = packing->texts,
        .text_count = packing->text_count,
        .labels = labels,
        .label_count = sizeof(labels) / sizeof(labels[0]),
        .is_proved = is_proved,
        .context = job,
    };

    if (bag_write(&request, job->diag))
        printf("%s/%s\n", request.folder, request.name);
}

/* Packs the month, with the output folder held against builds. */
static void
archive_month(struct job *job)
{
    const char *month = job->options.values[OPTION_ARCHIVED_MONTH];
    const char *input = job->options.values[OPTION_INPUT];
    const char *output = job->options.values[OPTION_OUTPUT];
    struct packing packing = {
        .texts = arena_take(job->arena,
                            (built_in_count + 1) * sizeof(struct bag_text))};
    struct provenance provenance = {.json = NULL};
    bool has_site, has_internal;

    provenance_open(&provenance, month);
    pack(&packing, input, "input", NULL);
    pack_templates(job, &packing);
    has_site = pack_edition(job, &packing, "site", &provenance);
    has_internal = pack_edition(job, &packing, "internal", &provenance);
    if (!has_site && !has_internal)
        command_report(
            job, RULE_INPUT_MISSING,
            text_format(job->arena, "%s/site/%s", output, month).bytes, "");
    else if (diag_count(job->diag, SYSTEM) == 0 &&
             provenance_add_inputs(job, &provenance, input)) {
        packing.texts[packing.text_count++] = (struct bag_text){
            "provenance.json", json_text(job->arena, provenance.json, false)};
        write_bag(job, &packing, &provenance);
    }
    json_free(provenance.json);
}

/* The newest month that either edition has published, unless one is named. */
static bool
choose_month(struct job *job, const struct folder *output)
{
    static const char *const editions[] = {"site", "internal"};
    const char **month = &job->options.values[OPTION_ARCHIVED_MONTH];
    const char *newest = NULL;

    for (size_t i = 0; *month == NULL && i < 2; i++) {
        struct published published = published_none(job->arena);

        if (published_open(&published, output, editions[i], "") &&
            published.month_count > 0 &&
            (newest == NULL ||
             strcmp(published.months[published.month_count - 1], newest) > 0))
            newest = published.months[published.month_count - 1];
        folder_close(&published.folder);
    }
    if (*month == NULL)
        *month = newest;
    return *month != NULL ||
           command_report(job, RULE_SITE_MISSING,
                          job->options.values[OPTION_OUTPUT], "");
}

void
archive_run(struct job *job)
{
    const char *input = job->options.values[OPTION_INPUT];
    const char *output = job->options.values[OPTION_OUTPUT];
    struct folder folder;

    if (!is_folder(input)) {
        command_missing(job, input);
        return;
    }
    if (!is_folder(output)) {
        command_missing(job, output);
        return;
    }
    if (folder_open(&folder, output, job->diag) &&
        folder_lock(&folder, FOLDER_READING) && choose_month(job, &folder))
        archive_month(job);
    folder_close(&folder);
}
