/*
 * Whatever is cleaned, the result is sound: no record of it is damaged, all
 * are of one width, and every record read is accounted for.
 *
 * The first byte chooses what is stated; the rest is the content.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/utf8.h"
#include "clean/rewrite.h"
#include "intake/records.h"
#include "intake/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static struct rewrite_request
chosen(uint8_t choice)
{
    static const char *const delimiters[] = {"", ",", ", ", "::"};
    static const char quotes[] = {0, '\''}, escapes[] = {0, '\\'};

    return (struct rewrite_request){
        .stated = {text_of(delimiters[choice & 3]), quotes[choice >> 2 & 1],
                   escapes[choice >> 3 & 1]},
        .header_records = choice >> 4 & 3,
    };
}

static void
check_result(struct text result, size_t written, uint32_t header_records)
{
    struct records *records = records_open(result, ',');
    struct record record;
    size_t rows = 0, cells = 0;

    while (records_next(records, &record)) {
        demand(record.damage == UNDAMAGED && record.count > 0);
        demand(rows == 0 || record.count == cells);
        cells = record.count;
        rows++;
    }
    demand(rows == written || (header_records > 1 && rows < written));
    records_close(records);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct source source = {.path = "fuzz.csv"};
    struct rewrite_request request;
    struct rewritten done;
    struct diag *diag;
    FILE *stream;
    char *bytes = NULL;
    size_t length = 0, bad;

    if (size < 1)
        return 0;
    source.content = (struct text){(const char *)data + 1, size - 1};
    if (!utf8_is_valid(source.content, &bad) ||
        memchr(source.content.bytes, '\0', source.content.length) != NULL)
        return 0;
    request = chosen(data[0]);
    diag = diag_new();
    stream = open_memstream(&bytes, &length);
    demand(stream != NULL);
    demand(rewrite(&request, &source, stream, diag, &done));
    fclose(stream);
    demand(done.read == done.written + done.aside + done.left_out);
    demand((done.aside > 0) == (diag_exit_status(diag) == 1));
    check_result((struct text){bytes, length}, done.written,
                 request.header_records);
    free(bytes);
    diag_free(diag);
    return 0;
}
