#include "gate/search.h"

#include "base/arena.h"
#include "base/workers.h"
#include "file/fault.h"
#include "gate/inspect.h"
#include "gate/leak.h"
#include "gate/page_facts.h"

/* Files are looked at by all processors. */
struct searching {
    const struct folder *folder;
    const char *const *paths;
    const struct leak *leak;
    bool *found;
    struct {
        struct arena *arena;
        int failure;
    } slots[WORKERS_SLOTS];
};

static void
search_file(void *data, size_t number, size_t slot)
{
    struct searching *it = data;
    const struct inspection inspection = {it->folder, it->leak};
    struct page_facts seen;

    if (it->slots[slot].arena == NULL)
        it->slots[slot].arena = arena_new();
    arena_reset(it->slots[slot].arena);
    page_facts_begin(&seen, it->slots[slot].arena, it->paths[number], NULL);
    it->slots[slot].failure = inspect(&inspection, &seen);
    for (const struct page_facts_fault *fault = seen.faults; fault;
         fault = fault->next)
        if (fault->rule == RULE_GATE_LEAK)
            it->found[number] = true;
}

static bool
take_file(void *data, size_t number, size_t slot)
{
    const struct searching *it = data;

    return it->slots[slot].failure == 0 ||
           failure_report(it->folder, RULE_FILE_UNREADABLE, it->paths[number],
                          it->slots[slot].failure);
}

bool
search_files(const struct folder *folder, const char *const *paths,
             size_t count, const struct leak_search *search, bool *found)
{
    struct arena *arena = arena_new();
    struct leak *leak = leak_new(arena, search);
    struct searching it = {
        .folder = folder, .paths = paths, .leak = leak, .found = found};
    const struct workers_job work = {search_file, take_file, &it, 0};
    bool good = workers_run(&work, count);

    for (size_t i = 0; i < WORKERS_SLOTS; i++)
        arena_free(it.slots[i].arena);
    leak_free(leak);
    arena_free(arena);
    return good;
}
