/*
 * A published month with all it was made from: ledgers, settings, templates,
 * the sites, the summaries of earlier months that its restatements are
 * measured against, and a note of how it was made.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/job.h"
#include "cli/provenance.h"
#include "cli/usage.h"
#include "ledger/ledgers.h"
#include "publish/bag.h"

enum { SOURCES_MOST = 4, MONTHS_A_YEAR = 12 };

struct packing {
    struct bag_source sources[SOURCES_MOST];
    size_t source_count;
    struct bag_text texts[2 * MONTHS_A_YEAR * (1 + LEDGER_COUNT) + 1];
    size_t text_count;
};

static void
pack(struct packing *packing, const char *from, const char *to,
     const char *month)
{
    packing->sources[packing->source_count++] =
        (struct bag_source){from, to, month};
}

static bool
pack_text(struct job *job, struct packing *packing, const char *from,
          const char *to)
{
    struct text content;

    if (!is_there(from) || !file_text(job->arena, from, &content))
        return false;
    packing->texts[packing->text_count++] = (struct bag_text){to, content};
    return true;
}

/* The earlier months of the campaign year as this edition published them:
   what they said, and which records they counted. */
static void
pack_published(struct job *job, struct packing *packing, const char *edition,
               const char *site)
{
    struct arena *arena = job->arena;
    struct month month;

    month_parse(text_of(job->options.values[OPTION_MONTH]), &month);
    for (int i = 1; i < MONTHS_A_YEAR; i++) {
        const char *name =
            month_text(arena, (struct month){month.number - i}).bytes;
        const char *from = text_format(arena, "%s/%s/data", site, name).bytes;
        const char *to =
            text_format(arena, "published/%s/%s", edition, name).bytes;

        if (!pack_text(job, packing, job_path(job, from, "summary.json"),
                       text_format(arena, "%s.json", to).bytes))
            continue;
        for (int ledger = 0; ledger < LEDGER_COUNT; ledger++) {
            const char *csv =
                text_format(arena, "%s.csv", ledgers[ledger]->name).bytes;

            pack_text(job, packing, job_path(job, from, csv),
                      job_path(job, to, csv));
        }
    }
}

/* Adds the edition if the month was published in it. */
static bool
pack_edition(struct job *job, struct packing *packing, const char *edition,
             struct provenance *provenance)
{
    const char *month = job->options.values[OPTION_MONTH];
    const char *site =
        job_path(job, job->options.values[OPTION_OUTPUT], edition);
    const char *folder = job_path(job, site, month);

    if (!is_folder(folder))
        return false;
    pack(packing, site, edition, month);
    pack_published(job, packing, edition, site);
    provenance_add(job, provenance, edition, folder);
    return true;
}

static void
write_bag(struct job *job, struct packing *packing,
          const struct provenance *provenance)
{
    const char *output = job->options.values[OPTION_OUTPUT];
    const char *folder = job->options.values[OPTION_DESTINATION];
    const char *month = job->options.values[OPTION_MONTH];
    struct bag_label labels[] = {
        {"Bag-Software-Agent", TEXT("shiji " SHIJI_VERSION)},
        {"External-Identifier", text_of(month)},
    };
    struct bag_request request = {
        .folder = folder ? folder : job_path(job, output, "archive"),
        .name = provenance_name(job, provenance, month),
        .date = provenance->cutoff.bytes,
        .sources = packing->sources,
        .source_count = packing->source_count,
        .texts = packing->texts,
        .text_count = packing->text_count,
        .labels = labels,
        .label_count = sizeof(labels) / sizeof(labels[0]),
    };

    if (bag_write(&request, job->diag))
        printf("%s/%s\n", request.folder, request.name);
}

void
archive_run(struct job *job)
{
    const char *month = job->options.values[OPTION_MONTH];
    const char *input = job->options.values[OPTION_INPUT];
    const char *output = job->options.values[OPTION_OUTPUT];
    struct packing packing = {.source_count = 0};
    struct provenance provenance = {.json = NULL};
    bool has_site, has_internal;

    if (month == NULL) {
        usage_no_value(job->diag, "-m", "YYYY-MM");
        return;
    }
    if (!is_folder(input)) {
        job_missing(job, input);
        return;
    }
    provenance_open(&provenance, month);
    pack(&packing, input, "input", NULL);
    pack(&packing, job_templates(job), "templates", NULL);
    has_site = pack_edition(job, &packing, "site", &provenance);
    has_internal = pack_edition(job, &packing, "internal", &provenance);
    if ((has_site || has_internal) &&
        provenance_add_inputs(job, &provenance, input)) {
        packing.texts[packing.text_count++] = (struct bag_text){
            "provenance.json", json_text(job->arena, provenance.json, false)};
        write_bag(job, &packing, &provenance);
    } else if (!has_site && !has_internal) {
        job_report(job, RULE_INPUT_MISSING,
                   text_format(job->arena, "%s/site/%s", output, month).bytes,
                   "");
    }
    json_free(provenance.json);
}
