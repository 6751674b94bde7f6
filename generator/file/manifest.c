#include "file/manifest.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"

void
manifest_add(struct manifest *manifest, const char *path, struct text digest)
{
    *ARRAY_ADD(manifest->arena, manifest->lines, manifest->count,
               manifest->room) = (struct manifest_line){path, digest, 0};
}

static int
compare_lines(const void *a, const void *b)
{
    return strcmp(((const struct manifest_line *)a)->path,
                  ((const struct manifest_line *)b)->path);
}

/* Of equal paths the one read first stands first. */
static int
compare_places(const void *a, const void *b)
{
    const struct manifest_line *x = a, *y = b;
    int order = compare_lines(a, b);

    return order != 0 ? order
                      : (x->number > y->number) - (x->number < y->number);
}

const struct manifest_line *
manifest_twice(const struct manifest *manifest)
{
    for (size_t i = 1; i < manifest->count; i++)
        if (strcmp(manifest->lines[i - 1].path, manifest->lines[i].path) == 0)
            return &manifest->lines[i];
    return NULL;
}

bool
manifest_sort(struct manifest *manifest)
{
    if (manifest->count > 0)
        qsort(manifest->lines, manifest->count, sizeof(*manifest->lines),
              compare_places);
    return manifest_twice(manifest) == NULL;
}

const struct manifest_line *
manifest_find(const struct manifest *manifest, const char *path)
{
    struct manifest_line wanted = {.path = path};

    if (manifest->count == 0)
        return NULL;
    return bsearch(&wanted, manifest->lines, manifest->count, sizeof(wanted),
                   compare_lines);
}

const char *
manifest_part(const char *path, const char *folder)
{
    size_t length = strlen(folder);

    if (strncmp(path, folder, length) != 0 || path[length] != '/')
        return NULL;
    return path + length + 1;
}

struct manifest
manifest_within(const struct manifest *manifest, const char *folder)
{
    struct manifest files = {.arena = manifest->arena};

    for (size_t i = 0; i < manifest->count; i++) {
        const struct manifest_line *line = &manifest->lines[i];
        const char *name = manifest_part(line->path, folder);

        if (name != NULL)
            manifest_add(&files, name, line->digest);
    }
    manifest_sort(&files);
    return files;
}

struct text
manifest_text(const struct manifest *manifest)
{
    struct buffer buffer = {.arena = manifest->arena};

    for (size_t i = 0; i < manifest->count; i++) {
        buffer_put(&buffer, manifest->lines[i].digest);
        buffer_put(&buffer, TEXT("  "));
        buffer_put(&buffer, text_of(manifest->lines[i].path));
        buffer_put(&buffer, TEXT("\n"));
    }
    return buffer_text(&buffer);
}

bool
manifest_path_is_safe(const char *path)
{
    const char *part = path;

    for (const char *c = path;; c++) {
        if (*c != '/' && *c != '\0')
            continue;
        if (c == part || (c - part == 1 && part[0] == '.') ||
            (c - part == 2 && part[0] == '.' && part[1] == '.'))
            return false;
        if (*c == '\0')
            return true;
        part = c + 1;
    }
}

static bool
is_hexadecimal(struct text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (memchr("0123456789abcdefABCDEF", text.bytes[i], 22) == NULL)
            return false;
    return true;
}

/* Letters of a digest in small, from the arena. */
static struct text
lowered(struct arena *arena, struct text digest)
{
    char *small = arena_copy(arena, digest.bytes, digest.length);

    for (size_t i = 0; i < digest.length; i++)
        if (small[i] >= 'A' && small[i] <= 'F')
            small[i] = (char)(small[i] - 'A' + 'a');
    return (struct text){small, digest.length};
}

/* One line without its end: digest, blanks or tabs, path. */
static bool
parse_line(struct text line, size_t letters, struct manifest *manifest)
{
    struct text digest = text_slice(line, 0, letters);
    size_t at = letters;
    const char *path;

    while (at < line.length &&
           (line.bytes[at] == ' ' || line.bytes[at] == '\t'))
        at++;
    if (line.length <= at || at == letters || !is_hexadecimal(digest) ||
        memchr(line.bytes, '\0', line.length) != NULL)
        return false;
    path = arena_copy(manifest->arena, line.bytes + at, line.length - at);
    manifest_add(manifest, path, lowered(manifest->arena, digest));
    return manifest_path_is_safe(path);
}

size_t
manifest_parse(struct text text, size_t digest_letters,
               struct manifest *manifest)
{
    size_t number = 0;

    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text line = text_slice(text, 0, end);

        number++;
        if (line.length > 0 && line.bytes[line.length - 1] == '\r')
            line.length--;
        if (end == text.length || !parse_line(line, digest_letters, manifest))
            return number;
        manifest->lines[manifest->count - 1].number = number;
        text = text_from(text, end + 1);
    }
    return manifest_sort(manifest) ? 0 : manifest_twice(manifest)->number;
}
