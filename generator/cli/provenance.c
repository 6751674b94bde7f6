#include "cli/provenance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/json.h"
#include "cli/job.h"

bool
file_text(struct arena *arena, const char *path, struct text *content)
{
    FILE *file = fopen(path, "rbe");
    long size = -1;
    char *bytes;
    bool good = false;

    if (file == NULL)
        return false;
    if (fseek(file, 0, SEEK_END) == 0)
        size = ftell(file);
    if (size >= 0 && fseek(file, 0, SEEK_SET) == 0) {
        bytes = arena_take(arena, (size_t)size + 1);
        good = fread(bytes, 1, (size_t)size, file) == (size_t)size;
        *content = (struct text){bytes, (size_t)size};
    }
    fclose(file);
    return good;
}

void
provenance_open(struct provenance *provenance, const char *month)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");

    provenance->json = json_object_new();
    provenance->editions = json_object_new();
    json_put_text(provenance->json, "format", TEXT("shiji-provenance/1"));
    json_put_text(provenance->json, "program", TEXT("shiji " SHIJI_VERSION));
    json_put_text(provenance->json, "month", text_of(month));
    json_put_text(provenance->json, "source_date_epoch",
                  text_of(epoch ? epoch : ""));
    json_put(provenance->json, "editions", provenance->editions);
}

void
provenance_add(struct job *job, struct provenance *provenance,
               const char *edition, const char *folder)
{
    struct arena *arena = job->arena;
    struct json_t *added = json_object_new(), *summary;
    struct text text = {"", 0};
    bool is_internal = strcmp(edition, "internal") == 0;

    if (file_text(arena, job_path(job, folder, "data/summary.json"), &text) &&
        (summary = json_parse(text)) != NULL) {
        int64_t version = json_get_count(summary, "version");

        provenance->versions[is_internal] = version;
        provenance->cutoff = text_copy(arena, json_get_text(summary, "cutoff"));
        json_put_count(added, "version", version);
        json_put_text(added, "cutoff", provenance->cutoff);
        json_free(summary);
    }
    if (file_text(arena, job_path(job, folder, "index.html"), &text)) {
        size_t at = text_find(text, TEXT("<html lang=\"en"));

        json_put_text(added, "language",
                      text_of(at < text.length ? "en" : "zh"));
    }
    if (file_text(arena, job_path(job, folder, "MANIFEST.sha256"), &text))
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
