/*
 * The yardstick: libcsv over a file in 64 KiB blocks, callbacks that only
 * count.
 */
#include <csv.h>
#include <stdio.h>

static void
cell(void *bytes, size_t length, void *data)
{
    (void)bytes;
    (void)length;
    ++*(size_t *)data;
}

static void
record(int end, void *data)
{
    (void)end;
    (void)data;
}

int
main(int argc, char **argv)
{
    static char block[64 * 1024];
    struct csv_parser parser;
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    size_t cells = 0, read;

    if (file == NULL || csv_init(&parser, 0) != 0)
        return 2;
    while ((read = fread(block, 1, sizeof(block), file)) > 0)
        if (csv_parse(&parser, block, read, cell, record, &cells) != read)
            return 1;
    csv_fini(&parser, cell, record, &cells);
    csv_free(&parser);
    fclose(file);
    printf("%zu\n", cells);
    return 0;
}
