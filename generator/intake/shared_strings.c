#include "intake/shared_strings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/pile.h"
#include "base/plain_row.h"
#include "base/row_feed.h"
#include "base/xml.h"
#include "intake/quoted.h"
#include "intake/workbook_part.h"

struct strings_reading {
    struct shared_strings *strings;
    size_t room;
    struct pile all, one;
    struct plain_row plain;
    struct row_feed feed;
    bool is_text;
    bool is_phonetic;
};

static void
end_string(struct strings_reading *reading)
{
    struct shared_strings *strings = reading->strings;

    *ARRAY_ADD(NULL, strings->ends, strings->count, reading->room) =
        (uint32_t)reading->all.length;
}

/* Puts the text, which may be changed, behind those before it. */
static void
add_string(struct strings_reading *reading, char *bytes, size_t length)
{
    length = workbook_unescape(bytes, length);
    quoted_put_cell(&reading->all, (struct text){bytes, length});
    end_string(reading);
}

static size_t
read_string(void *data, char *bytes, size_t length)
{
    struct strings_reading *reading = data;
    struct text text;
    bool is_bare;
    size_t used =
        plain_string_read(&reading->plain, bytes, length, &text, &is_bare);

    if (used == 0)
        return 0;
    if (!is_bare) {
        add_string(reading, (char *)(uintptr_t)text.bytes, text.length);
        return used;
    }
    pile_put(&reading->all, text.bytes, text.length);
    end_string(reading);
    return used;
}

static void
start(void *data, const char *name, const char **attributes)
{
    struct strings_reading *reading = data;

    (void)attributes;
    reading->feed.is_between = strcmp(name, "sst") == 0;
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

    if (strcmp(name, "t") == 0) {
        reading->is_text = false;
    } else if (strcmp(name, "rPh") == 0) {
        reading->is_phonetic = false;
    } else if (strcmp(name, "si") == 0) {
        add_string(reading, reading->one.bytes, reading->one.length);
        reading->feed.is_between = true;
    } else if (strcmp(name, "sst") == 0) {
        reading->feed.is_over = true;
    }
}

static void
text(void *data, const char *bytes, size_t length)
{
    struct strings_reading *reading = data;

    if (reading->is_text)
        pile_put(&reading->one, bytes, length);
}

bool
shared_strings_read(struct workbook *book, const char *part)
{
    struct strings_reading reading = {.strings = &book->strings,
                                      .feed = {.around = "<sst",
                                               .start = "<si",
                                               .end = "</si>",
                                               .read = read_string,
                                               .data = &reading}};
    bool good;

    pile_reserve(&reading.all, workbook_room(book, part));
    book->feed = &reading.feed;
    good = workbook_part(
        book, part,
        &(struct xml_handlers){
            .start = start, .end = end, .text = text, .data = &reading});

    book->strings.bytes = reading.all.bytes;
    book->feed = NULL;
    plain_row_close(&reading.plain);
    row_feed_close(&reading.feed);
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
shared_string(const struct workbook *book, struct text number,
              struct text *cell)
{
    const struct shared_strings *strings = &book->strings;
    size_t index, from;

    if (!workbook_number(number, UINT32_MAX, &index) || index >= strings->count)
        return false;
    from = index > 0 ? strings->ends[index - 1] : 0;
    *cell = (struct text){strings->bytes + from, strings->ends[index] - from};
    return true;
}
