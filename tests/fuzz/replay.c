/*
 * Feeds the files named to a fuzz target, so that a corpus can be replayed
 * without libFuzzer.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int
replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    uint8_t *data = NULL;
    size_t size = 0, room = 0, got;

    if (file == NULL) {
        perror(path);
        return 1;
    }
    do {
        if (size == room) {
            room = 2 * room + 4096;
            data = realloc(data, room);
            if (data == NULL)
                abort();
        }
        got = fread(data + size, 1, room - size, file);
        size += got;
    } while (got > 0);
    fclose(file);
    LLVMFuzzerTestOneInput(data, size);
    free(data);
    return 0;
}

int
main(int count, char **paths)
{
    int failed = 0;

    for (int i = 1; i < count; i++)
        failed |= replay(paths[i]);
    return failed;
}
