#include "cli/provenance.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/json.h"
#include "cli/command.h"
#include "file/file.h"
#include "file/folder.h"
#include "file/tree.h"
#include "intake/file_name.h"

bool
file_text(struct job *job, const char *path, struct text *content)
{
    errno = file_whole(path, job->arena, content);
    return errno == 0 || (!is_absent() && command_missing(job, path));
}

void
provenance_open(struct provenance *provenance, const char *month)
{
    provenance->json = json_object_new();
    provenance->editions = json_object_new();
    json_put_text(provenance->json, "format", TEXT("shiji-provenance/1"));
    json_put_text(provenance->json, "program", TEXT("shiji " SHIJI_VERSION));
    json_put_text(provenance->json, "month", text_of(month));
    json_put(provenance->json, "editions", provenance->editions);
}

bool
provenance_add_inputs(struct job *job, struct provenance *provenance,
                      const char *input)
{
    struct json_t *digests = json_object_new();
    struct folder folder;
    struct tree tree;
    bool good = folder_open_linked(&folder, input, job->diag) &&
                tree_list_sent(&folder, job->arena, &tree);

    for (size_t i = 0; good && i < tree.count; i++) {
        struct arena *scratch = arena_new();
        const char *name = file_name_utf8(scratch, tree.entries[i].path);
        struct text content;

        if (name == NULL)
            good = folder_fail(&folder, tree.entries[i].path, EILSEQ);
        else
            good = folder_read_linked(&folder, tree.entries[i].path, scratch,
                                      &content);
        if (good)
            json_put_text(digests, name, digest_sha256(scratch, content));
        arena_free(scratch);
    }
    folder_close(&folder);
    json_put_text(provenance->json, "cutoff", provenance->cutoff);
    json_put(provenance->json, "inputs_sha256", digests);
    return good;
}

/* What a data file of the month says, or NULL; to be freed. */
static struct json_t *
data_file(struct job *job, const char *folder, const char *name)
{
    const char *path =
        text_format(job->arena, "%s/data/%s", folder, name).bytes;
    struct text text;

    return file_text(job, path, &text) ? json_parse(text) : NULL;
}

/* The options it was built with, and the day it says it was made on. */
static void
add_options(struct job *job, struct json_t *added, const char *folder)
{
    struct json_t *package = data_file(job, folder, "datapackage.json");
    struct json_t *options = package ? json_get(package, "options") : NULL;
    struct text encoding;

    if (options != NULL) {
        encoding = json_get_text(options, "encoding");
        json_put_text(added, "language", json_get_text(options, "language"));
        if (encoding.length > 0)
            json_put_text(added, "encoding", encoding);
        json_put_text(added, "generated",
                      text_slice(json_get_text(package, "created"), 0,
                                 strlen("2025-10-31")));
    }
    json_free(package);
}

void
provenance_add(struct job *job, struct provenance *provenance,
               const char *edition, const char *folder)
{
    struct arena *arena = job->arena;
    struct json_t *added = json_object_new();
    struct json_t *summary = data_file(job, folder, "summary.json");
    struct text text;
    bool is_internal = strcmp(edition, "internal") == 0;

    if (summary != NULL) {
        int64_t version = json_get_count(summary, "version");

        provenance->versions[is_internal] = version;
        provenance->cutoff = text_copy(arena, json_get_text(summary, "cutoff"));
        json_put_count(added, "version", version);
        json_put_text(added, "cutoff", provenance->cutoff);
    }
    json_free(summary);
    add_options(job, added, folder);
    if (file_text(job, command_path(job, folder, "MANIFEST.sha256"), &text))
        json_put_text(added, "manifest_sha256", digest_sha256(arena, text));
    json_put(provenance->editions, edition, added);
}

const char *
provenance_name(const struct job *job, const struct provenance *provenance,
                const char *month)
{
    struct text name = text_format(job->arena, "shiji-%s", month);

    for (int i = 0; i < 2; i++)
        if (provenance->versions[i] > 0)
            name = text_format(job->arena, "%s%s-v%d", name.bytes,
                               i == 0 ? "" : "-internal",
                               (int)provenance->versions[i]);
    return name.bytes;
}
