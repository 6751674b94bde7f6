#include "archive/checker.h"

#include "base/arena.h"
#include "base/diag.h"

static const struct checker_digest digests[] = {{"sha256", 64, DIGEST_SHA256},
                                                {"sha512", 128, DIGEST_SHA512}};

const struct checker_digest *
checker_digest_named(struct text name)
{
    for (size_t i = 0; i < sizeof(digests) / sizeof(digests[0]); i++)
        if (text_is(name, digests[i].name))
            return &digests[i];
    return NULL;
}

void
checker_wrong(struct checker *c, const char *file, const char *what)
{
    fault_report(&c->faults, RULE_ARCHIVE_INVALID, file, "%s", what);
}

void
checker_foreign(struct checker *c, const char *file)
{
    if (manifest_find(&c->foreign, file) != NULL)
        return;
    manifest_add(&c->foreign, file, TEXT(""));
    manifest_sort(&c->foreign);
    c->faults.count++;
    diag_report(c->faults.diag, RULE_FILE_FOREIGN,
                &(struct finding){.place = {.path = c->faults.path},
                                  .detail = {text_of(file)}});
}

bool
checker_open(struct checker *c, const char *path, struct diag *diag)
{
    *c = (struct checker){.arena = arena_new()};
    c->faults = (struct faults){path, diag, 0};
    c->foreign.arena = c->arena;
    return folder_open(&c->folder, path, diag) &&
           tree_list(&c->folder, c->arena, &c->tree);
}

bool
checker_close(struct checker *c, bool good)
{
    good = good && c->faults.count == 0;
    folder_close(&c->folder);
    arena_free(c->arena);
    return good;
}

bool
checker_has(const struct checker *c, const char *path)
{
    const struct tree_entry *entry = tree_find(&c->tree, path);

    return entry != NULL && entry->kind == FILES_FILE;
}

/* A file's bytes, or an empty text with a message if it is missing. */
struct text
checker_read(struct checker *c, const char *path)
{
    struct text content = {"", 0};

    if (!checker_has(c, path))
        checker_wrong(c, path, BOTH("缺少文件", "missing"));
    else if (!folder_read(&c->folder, path, c->arena, &content))
        c->faults.count++;
    return content;
}

/* The bytes need not be in memory all at once. */
void
checker_compare(struct checker *c, const char *path, struct text expected,
                const struct checker_digest *algorithm)
{
    struct arena *arena = arena_new();
    struct text found;

    if (!checker_has(c, path))
        checker_wrong(c, path, BOTH("缺少文件", "missing"));
    else if (!folder_digest(&c->folder, path, algorithm->kind, arena, &found))
        c->faults.count++;
    else if (!text_equal(found, expected))
        checker_wrong(c, path, BOTH("内容已改变", "changed"));
    arena_free(arena);
}
