/*
 * Whatever an official saves as one of the lists, it is read or refused with a
 * message; what is read lies within the bounds the lists promise.
 *
 * The first byte chooses the list; the rest is its file.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "intake/codes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const lists[] = {
    "settings.csv",          "targets.csv",        "codes/units.csv",
    "codes/categories.csv",  "codes/statuses.csv", "codes/aliases.csv",
    "codes/replacements.csv"};

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static void
write_list(const char *path, const uint8_t *data, size_t size)
{
    FILE *file = fopen(path, "wb");

    demand(file != NULL);
    demand(fwrite(data, 1, size, file) == size);
    demand(fclose(file) == 0);
}

static void
check_weights(const struct codes *codes)
{
    int32_t sum = 0;

    for (size_t i = 0; i < codes->dimension_count; i++)
        sum += codes->dimensions[i].weight;
    demand(codes->dimension_count == 0 || sum == 10000);
}

static void
read_lists(const char *folder)
{
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    struct codes codes;

    if (codes_read(arena, folder, diag, &codes)) {
        check_weights(&codes);
        for (size_t i = 0; i < codes.unit_count; i++)
            demand(codes.units[i].name.length > 0);
        for (size_t i = 0; i < codes.category_count; i++)
            demand(codes.categories[i].name.length > 0);
    } else {
        demand(diag_exit_status(diag) > 0);
    }
    diag_free(diag);
    arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char folder[] = "/tmp/shiji-fuzz-XXXXXX", codes[64], path[64];

    if (size < 1)
        return 0;
    demand(mkdtemp(folder) != NULL);
    snprintf(codes, sizeof(codes), "%s/codes", folder);
    demand(mkdir(codes, 0700) == 0);
    snprintf(path, sizeof(path), "%s/%s", folder,
             lists[data[0] % (sizeof(lists) / sizeof(lists[0]))]);
    write_list(path, data + 1, size - 1);
    read_lists(folder);
    unlink(path);
    rmdir(codes);
    rmdir(folder);
    return 0;
}
