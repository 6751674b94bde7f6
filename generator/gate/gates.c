#include "gate/gates.h"

#include <string.h>

#include "base/arena.h"
#include "base/workers.h"
#include "gate/figure_check.h"
#include "gate/inspect.h"
#include "file/failure.h"
#include "file/fault.h"
#include "file/folder.h"
#include "gate/leak.h"
#include "gate/link_check.h"
#include "file/manifest.h"
#include "gate/page_facts.h"
#include "file/tree.h"

/* Files are looked at by all processors, each into a sighting of its own, and
   what was seen is put together in the files' order. */
struct watch {
    const struct gates *gates;
    struct arena *arena; /* as long as the gates run */
    struct faults faults;
    struct counts *month;  /* figures of the month being published */
    struct counts *newest; /* of the newest month, which the index shows */
    struct links *links;
    struct leak *leak;
    struct look {
        struct arena *arena;
        struct sighting seen;
        int failure;
    } looks[CREW_SLOTS];
};

/* The figures a file may show: its month's, or the newest month's beside the
   months. */
static struct counts *
counts_for(const struct watch *watch, const char *path)
{
    return manifest_part(path, watch->gates->month) != NULL ? watch->month
                                                            : watch->newest;
}

static void
look_at_file(void *data, size_t number, size_t slot)
{
    struct watch *watch = data;
    struct look *look = &watch->looks[slot];
    const char *path = watch->gates->added->lines[number].path;
    const struct examination examination = {watch->gates->staging, watch->leak};

    if (look->arena == NULL)
        look->arena = arena_new();
    arena_reset(look->arena);
    sighting_begin(&look->seen, look->arena, path, counts_for(watch, path));
    look->failure = examine(&examination, &look->seen);
}

/* False if the system did not give the file. */
static bool
take_look(void *data, size_t number, size_t slot)
{
    struct watch *watch = data;
    const struct look *look = &watch->looks[slot];
    struct counts *counts = counts_for(watch, look->seen.path);

    (void)number;
    if (look->failure != 0)
        return failure_report(watch->gates->staging, RULE_FILE_UNREADABLE,
                              look->seen.path, look->failure);
    for (const struct sighting_fault *fault = look->seen.faults; fault;
         fault = fault->next)
        fault_report(&watch->faults, fault->rule, look->seen.path, "%.*s",
                     TEXT_ARG(fault->detail));
    links_merge(watch->links, &look->seen);
    if (counts != NULL)
        counts_merge(counts, &look->seen);
    return true;
}

/* Every file is read back; false if the system does not give one. */
static bool
look_at_files(struct watch *watch)
{
    const struct crew_work work = {look_at_file, take_look, watch, 0};
    bool good = crew_run(&work, watch->gates->added->count);

    for (size_t i = 0; i < CREW_SLOTS; i++)
        arena_free(watch->looks[i].arena);
    return good;
}

/* The figures of a month, or NULL when it has no summary. */
static struct counts *
read_summary(struct watch *watch, const char *month)
{
    const char *path =
        text_format(watch->arena, "%s/data/summary.json", month).bytes;
    struct text summary;

    if (files_kind(watch->gates->staging, path) != FILES_FILE ||
        !files_read(watch->gates->staging, path, watch->arena, &summary))
        return NULL;
    return counts_new(watch->arena, path, summary, &watch->faults);
}

/* The newest month there is in the staging folder. */
static const char *
newest_month(struct watch *watch)
{
    const char *newest = watch->gates->month;
    struct tree tree;

    if (!tree_list_flat(watch->gates->staging, watch->arena, &tree))
        return newest;
    for (size_t i = 0; i < tree.count; i++) {
        const char *path = tree.entries[i].path;
        const char *manifest =
            text_format(watch->arena, "%s/" MANIFEST_NAME, path).bytes;

        if (tree.entries[i].kind == FILES_FOLDER &&
            strlen(path) == strlen(newest) && strcmp(path, newest) > 0 &&
            files_kind(watch->gates->staging, manifest) == FILES_FILE)
            newest = path;
    }
    return newest;
}

static void
open_gates(struct watch *watch)
{
    const struct gates *gates = watch->gates;
    const char *newest = newest_month(watch);

    watch->month = read_summary(watch, gates->month);
    if (watch->month == NULL)
        fault_report(&watch->faults, RULE_GATE_FIGURE, gates->month,
                     "no data/summary.json");
    watch->newest = strcmp(newest, gates->month) == 0
                        ? watch->month
                        : read_summary(watch, newest);
    watch->links = links_new(gates->staging, gates->added, &watch->faults);
    if (gates->search != NULL)
        watch->leak = leak_new(watch->arena, gates->search);
}

bool
gates_pass(const struct gates *gates)
{
    struct watch watch = {
        .gates = gates,
        .arena = arena_new(),
        .faults = {gates->staging->path, gates->staging->diag, 0},
    };
    bool good;

    open_gates(&watch);
    good = look_at_files(&watch);
    links_finish(watch.links);
    if (watch.month != NULL)
        counts_finish(watch.month);
    if (watch.newest != watch.month)
        counts_free(watch.newest);
    counts_free(watch.month);
    links_free(watch.links);
    leak_free(watch.leak);
    arena_free(watch.arena);
    return good && watch.faults.count == 0;
}
