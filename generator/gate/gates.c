#include "gate/gates.h"

#include <string.h>

#include "base/arena.h"
#include "base/workers.h"
#include "file/fault.h"
#include "file/folder.h"
#include "file/manifest.h"
#include "file/tree.h"
#include "gate/figure_check.h"
#include "gate/inspect.h"
#include "gate/leak.h"
#include "gate/link_check.h"
#include "gate/number_check.h"
#include "gate/page_facts.h"

/* Files are looked at by all processors, each into a sighting of its own, and
   what was seen is put together in the files' order. */
struct watch {
    const struct gates *gates;
    struct arena *arena; /* as long as the gates run */
    struct faults faults;
    struct figure_check *month; /* figures of the month being published */
    struct figure_check
        *newest; /* of the newest month, which the index shows */
    struct links *links;
    struct number_check *numbers;
    struct leak *leak;
    struct look {
        struct arena *arena;
        struct page_facts seen;
        int failure;
    } looks[WORKERS_SLOTS];
};

/* The figures a file may show: its month's, or the newest month's beside the
   months. */
static struct figure_check *
counts_for(const struct watch *watch, const char *path)
{
    const char *month = watch->gates->month;

    return month && manifest_part(path, month) != NULL ? watch->month
                                                       : watch->newest;
}

static void
look_at_file(void *data, size_t number, size_t slot)
{
    struct watch *watch = data;
    struct look *look = &watch->looks[slot];
    const char *path = watch->gates->added->lines[number].path;
    const struct inspection examination = {watch->gates->staging, watch->leak};

    if (look->arena == NULL)
        look->arena = arena_new();
    arena_reset(look->arena);
    page_facts_begin(&look->seen, look->arena, path, counts_for(watch, path));
    look->failure = inspect(&examination, &look->seen);
}

/* False if the system did not give the file. */
static bool
take_look(void *data, size_t number, size_t slot)
{
    struct watch *watch = data;
    const struct look *look = &watch->looks[slot];
    struct figure_check *counts = counts_for(watch, look->seen.path);

    (void)number;
    if (look->failure != 0)
        return failure_report(watch->gates->staging, RULE_FILE_UNREADABLE,
                              look->seen.path, look->failure);
    for (const struct page_facts_fault *fault = look->seen.faults; fault;
         fault = fault->next)
        fault_report(&watch->faults, fault->rule, look->seen.path, "%.*s",
                     TEXT_ARG(fault->detail));
    link_check_merge(watch->links, &look->seen);
    number_check_merge(watch->numbers, &look->seen);
    if (counts != NULL)
        figure_check_merge(counts, &look->seen);
    return true;
}

/* Every file is read back; false if the system does not give one. */
static bool
look_at_files(struct watch *watch)
{
    const struct workers_job work = {look_at_file, take_look, watch, 0};
    bool good = workers_run(&work, watch->gates->added->count);

    for (size_t i = 0; i < WORKERS_SLOTS; i++)
        arena_free(watch->looks[i].arena);
    return good;
}

/* The figures of a month, or NULL when it has no summary. */
static struct figure_check *
read_summary(struct watch *watch, const char *month)
{
    const char *path =
        text_format(watch->arena, "%s/data/summary.json", month).bytes;
    struct text summary;

    if (folder_kind(watch->gates->staging, path) != FILES_FILE ||
        !folder_read(watch->gates->staging, path, watch->arena, &summary))
        return NULL;
    return figure_check_new(watch->arena, path, summary, &watch->faults);
}

/* The newest month there is in the staging folder. */
static const char *
newest_month(struct watch *watch)
{
    const char *newest = watch->gates->month ? watch->gates->month : "0000-00";
    struct tree tree;

    if (!tree_list_flat(watch->gates->staging, watch->arena, &tree))
        return newest;
    for (size_t i = 0; i < tree.count; i++) {
        const char *path = tree.entries[i].path;
        const char *manifest =
            text_format(watch->arena, "%s/" MANIFEST_NAME, path).bytes;

        if (tree.entries[i].kind == FILES_FOLDER &&
            strlen(path) == strlen(newest) && strcmp(path, newest) > 0 &&
            folder_kind(watch->gates->staging, manifest) == FILES_FILE)
            newest = path;
    }
    return newest;
}

static void
open_gates(struct watch *watch)
{
    const struct gates *gates = watch->gates;
    const char *newest = newest_month(watch);

    if (gates->month != NULL)
        watch->month = read_summary(watch, gates->month);
    if (watch->month == NULL && gates->month != NULL)
        fault_report(&watch->faults, RULE_GATE_FIGURE, gates->month,
                     "no data/summary.json");
    watch->newest = gates->month && strcmp(newest, gates->month) == 0
                        ? watch->month
                        : read_summary(watch, newest);
    watch->links = link_check_new(gates->staging, gates->added, &watch->faults);
    watch->numbers =
        number_check_new(watch->arena, gates->staging, &watch->faults);
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
    link_check_finish(watch.links);
    number_check_finish(watch.numbers);
    if (watch.month != NULL)
        figure_check_finish(watch.month);
    if (watch.newest != watch.month)
        figure_check_free(watch.newest);
    figure_check_free(watch.month);
    link_check_free(watch.links);
    number_check_free(watch.numbers);
    leak_free(watch.leak);
    arena_free(watch.arena);
    return good && watch.faults.count == 0;
}
