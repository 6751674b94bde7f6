#include "gate/office_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "gate/figure_marks.h"
#include "gate/page_facts.h"

enum { HEARD_AT_ONCE = 64 * 1024, LONG_NUMBER = 7, LETTERS_MOST = 4 };

struct pile {
    char *bytes;
    size_t length, room;
};

/* A part while it is read. */
struct reading {
    const struct office_listener *listener;
    struct figure_marks_csv rows; /* of a sheet */
    struct pile texts;            /* not yet told */
    struct pile values;           /* of attributes, likewise */
    size_t cell;                  /* where in the texts the last cell begins */
    char column[LETTERS_MOST];    /* of that cell */
    char figures[LETTERS_MOST];   /* the column in which the head ends */
    bool is_in_properties;        /* of a run, which do not part its words */
};

bool
office_file_is(struct text name)
{
    return text_ends(name, ".xlsx") || text_ends(name, ".docx");
}

static void
put(struct pile *pile, const char *bytes, size_t length)
{
    if (pile->room - pile->length < length + 1) {
        pile->room = 2 * pile->room + length + 1;
        pile->bytes = must_grow(pile->bytes, pile->room);
    }
    memcpy(pile->bytes + pile->length, bytes, length);
    pile->length += length;
}

static void
tell(struct reading *reading)
{
    struct pile *piles[] = {&reading->texts, &reading->values};

    for (size_t i = 0; i < 2; i++) {
        if (piles[i]->length > 0)
            reading->listener->hear(
                reading->listener->data,
                (struct text){piles[i]->bytes, piles[i]->length});
        piles[i]->length = 0;
    }
    reading->cell = 0;
}

/* Names and numbers of persons; all else in attributes is how it looks. */
static bool
may_be_personal(const char *value)
{
    size_t digits = 0;

    for (; *value != '\0'; value++) {
        digits = *value >= '0' && *value <= '9' ? digits + 1 : 0;
        if ((unsigned char)*value >= 0x80 || digits == LONG_NUMBER)
            return true;
    }
    return false;
}

/* "P12" stands in column P. */
static void
start_cell(struct reading *reading, const char **attributes)
{
    const char *place = xml_attribute(attributes, "r");
    size_t letters = 0;

    reading->cell = reading->texts.length;
    for (; place != NULL && letters + 1 < LETTERS_MOST &&
           place[letters] >= 'A' && place[letters] <= 'Z';
         letters++)
        reading->column[letters] = place[letters];
    reading->column[letters] = '\0';
}

static void
start(void *data, const char *name, const char **attributes)
{
    struct reading *reading = data;

    if (strcmp(name, "rPr") == 0)
        reading->is_in_properties = true;
    if (strcmp(name, "c") == 0)
        start_cell(reading, attributes);
    for (; *attributes != NULL; attributes += 2)
        if (may_be_personal(attributes[1])) {
            put(&reading->values, attributes[1], strlen(attributes[1]));
            put(&reading->values, "\n", 1);
        }
}

/* The last column says which figures count the row; where nothing stands
   there the last cell is another one. */
static void
end_row(struct reading *reading)
{
    struct text last =
        text_from((struct text){reading->texts.bytes, reading->texts.length},
                  reading->cell);

    if (!reading->rows.is_begun)
        memcpy(reading->figures, reading->column, LETTERS_MOST);
    if (strcmp(reading->figures, reading->column) != 0)
        last.length = 0;
    figure_marks_row(&reading->rows, last);
    if (reading->texts.length > HEARD_AT_ONCE)
        tell(reading);
}

static void
end(void *data, const char *name)
{
    struct reading *reading = data;
    bool is_run = strcmp(name, "t") == 0 || strcmp(name, "r") == 0;

    if (strcmp(name, "rPr") == 0)
        reading->is_in_properties = false;
    else if (strcmp(name, "row") == 0)
        end_row(reading);
    else if (!is_run && !reading->is_in_properties)
        put(&reading->texts, "\n", 1);
}

static void
text(void *data, const char *bytes, size_t length)
{
    put(&((struct reading *)data)->texts, bytes, length);
}

static void
comment(void *data, const char *words)
{
    struct reading *reading = data;

    put(&reading->values, words, strlen(words));
    put(&reading->values, "\n", 1);
}

static bool
take(void *data, const char *bytes, size_t length)
{
    return xml_feed(data, bytes, length);
}

static void
read_part(struct page_facts *seen, struct zip_reader *zip, const char *name,
          const struct office_listener *listener)
{
    struct reading reading = {.listener = listener, .rows = {.seen = seen}};
    const struct xml_handlers handlers = {start, end, text, &reading, comment};
    struct xml *xml = xml_open(&handlers);
    bool good = zip_reader_part(zip, name, &(struct zip_taker){take, xml}) ==
                    ZIP_SOUND &&
                xml_end(xml);

    xml_close(xml);
    if (!good)
        page_facts_wrong(seen, RULE_GATE_HTML, "%s: XML", name);
    tell(&reading);
    figure_marks_csv_end(&reading.rows, PAGE_FACTS_SHEET);
    free(reading.texts.bytes);
    free(reading.values.bytes);
}

void
office_file_read(struct page_facts *seen, struct text bytes,
                 const struct office_listener *listener)
{
    enum zip_fault fault;
    /* We have packed it ourselves: it may be as large as it is. */
    struct zip_reader *zip = zip_reader_open(bytes, SIZE_MAX, &fault);

    if (zip == NULL) {
        page_facts_wrong(seen, RULE_GATE_HTML, "ZIP");
        return;
    }
    for (size_t i = 0; i < zip_reader_count(zip); i++)
        read_part(seen, zip, zip_reader_name(zip, i), listener);
    zip_reader_close(zip);
}
