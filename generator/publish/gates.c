#include "publish/gates.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "publish/counts.h"
#include "publish/fault.h"
#include "publish/files.h"
#include "publish/html.h"
#include "publish/leak.h"
#include "publish/links.h"
#include "publish/manifest.h"
#include "publish/shown.h"
#include "publish/tree.h"

/* All gates at work on one file after the other. */
struct watch {
    const struct gates *gates;
    struct arena *arena; /* as long as the gates run */
    struct faults faults;
    struct counts *month;  /* figures of the month being published */
    struct counts *newest; /* of the newest month, which the index shows */
    struct links *links;
    struct leak *leak;
    struct shown shown; /* the page being read */
};

static void
watch_tag(void *data, const struct html_tag *tag)
{
    struct watch *watch = data;

    links_tag(watch->links, tag);
    if (watch->shown.counts != NULL)
        shown_tag(&watch->shown, tag);
}

static void
watch_text(void *data, struct text text)
{
    struct watch *watch = data;

    if (watch->shown.counts != NULL)
        shown_text(&watch->shown, text);
}

/* The figures a file may show: its month's, or the newest month's beside the
   months. */
static struct counts *
counts_for(const struct watch *watch, const char *path)
{
    size_t length = strlen(watch->gates->month);

    if (strncmp(path, watch->gates->month, length) == 0 && path[length] == '/')
        return watch->month;
    return watch->newest;
}

static void
read_page(struct watch *watch, const char *path, struct text page, bool is_xml)
{
    const struct html_reader reader = {watch_tag, watch_text, watch};
    const struct html_reader nobody = {NULL, NULL, NULL};
    struct html_fault fault;
    bool good;

    links_page(watch->links, path);
    watch->shown =
        (struct shown){.counts = counts_for(watch, path), .file = path};
    good = is_xml ? html_read_xml(page, &nobody, &fault)
                  : html_read(page, &reader, &fault);
    if (!good)
        fault_report(&watch->faults, RULE_GATE_HTML, path, "%zu: %s",
                     fault.line, fault.what);
}

static void
read_markdown(struct watch *watch, const char *path, struct text text)
{
    struct counts *counts = counts_for(watch, path);

    links_page(watch->links, path);
    links_markdown(watch->links, text);
    if (counts != NULL)
        shown_markdown(counts, path, text);
}

static void
read_json(struct watch *watch, const char *path, struct text text)
{
    struct json_t *json = json_parse(text);

    if (json == NULL)
        fault_report(&watch->faults, RULE_GATE_HTML, path, "JSON");
    json_free(json);
}

static void
search_leak(struct watch *watch, const char *path, struct text content)
{
    struct leak_find find;
    struct text parts[] = {text_of(path), content};

    for (size_t i = 0; watch->leak && i < 2; i++)
        if (leak_find(watch->leak, parts[i], &find)) {
            fault_report(&watch->faults, RULE_GATE_LEAK, path, "%s: %.*s",
                         find.writing, TEXT_ARG(find.value));
            return;
        }
}

static void
read_file(struct watch *watch, const char *path, struct text content)
{
    struct text name = text_of(path);
    struct counts *counts = counts_for(watch, path);

    if (text_ends(name, ".html"))
        read_page(watch, path, content, false);
    else if (text_ends(name, ".xml"))
        read_page(watch, path, content, true);
    else if (text_ends(name, ".md"))
        read_markdown(watch, path, content);
    else if (text_ends(name, ".json"))
        read_json(watch, path, content);
    else if (text_ends(name, ".csv") && counts != NULL)
        shown_csv(counts, path, content);
    search_leak(watch, path, content);
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

/* Reads every file back; false if the system does not give it. */
static bool
read_files(struct watch *watch)
{
    struct arena *arena = arena_new();
    const struct manifest *added = watch->gates->added;
    bool good = true;

    for (size_t i = 0; good && i < added->count; i++) {
        const char *path = added->lines[i].path;
        struct text content;

        arena_reset(arena);
        good = files_read(watch->gates->staging, path, arena, &content);
        if (good)
            read_file(watch, path, content);
    }
    arena_free(arena);
    return good;
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
    good = read_files(&watch);
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
