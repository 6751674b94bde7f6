#include "intake/shared_strings.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/xml.h"
#include "intake/quoted.h"
#include "intake/workbook_part.h"

struct strings_reading {
    struct shared_strings *strings;
    size_t room;
    struct quoted all, one;
    bool is_text;
    bool is_phonetic;
};

static void
start(void *data, const char *name, const char **attributes)
{
    struct strings_reading *reading = data;

    (void)attributes;
    if (strcmp(name, "t") == 0)
        reading->is_text = !reading->is_phonetic;
    else if (strcmp(name, "si") == 0)
        reading->one.length = 0;
    else if (strcmp(name, "rPh") == 0)
        reading->is_phonetic = true;
}

static void
end(void *data, const char *name)
{
    struct strings_reading *reading = data;
    struct shared_strings *strings = reading->strings;

    if (strcmp(name, "t") == 0) {
        reading->is_text = false;
    } else if (strcmp(name, "rPh") == 0) {
        reading->is_phonetic = false;
    } else if (strcmp(name, "si") == 0) {
        size_t length =
            workbook_unescape(reading->one.bytes, reading->one.length);

        quoted_put_cell(&reading->all,
                        (struct text){reading->one.bytes, length});
        *ARRAY_ADD(NULL, strings->ends, strings->count, reading->room) =
            reading->all.length;
    }
}

static void
text(void *data, const char *bytes, size_t length)
{
    struct strings_reading *reading = data;

    if (reading->is_text)
        quoted_put(&reading->one, bytes, length);
}

bool
shared_strings_read(struct workbook *book, const char *part)
{
    struct strings_reading reading = {.strings = &book->strings};
    bool good = workbook_part(
        book, part,
        &(struct xml_handlers){
            .start = start, .end = end, .text = text, .data = &reading});

    book->strings.bytes = reading.all.bytes;
    free(reading.one.bytes);
    return good;
}

void
shared_strings_free(struct workbook *book)
{
    free(book->strings.bytes);
    free(book->strings.ends);
    book->strings = (struct shared_strings){0};
}

bool
shared_string(const struct workbook *book, const char *number,
              struct text *cell)
{
    const struct shared_strings *strings = &book->strings;
    char *end;
    unsigned long index = strtoul(number, &end, 10);
    size_t from;

    if (end == number || *end != '\0' || number[0] == '-' ||
        index >= strings->count)
        return false;
    from = index > 0 ? strings->ends[index - 1] : 0;
    *cell = (struct text){strings->bytes + from, strings->ends[index] - from};
    return true;
}
