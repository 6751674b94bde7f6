#include "gate/office_file.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/pile.h"
#include "base/plain_row.h"
#include "base/row_feed.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "gate/figure_marks.h"
#include "gate/page_facts.h"

enum { HEARD_AT_ONCE = 64 * 1024, LONG_NUMBER = 7, LETTERS_MOST = 4 };

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
    struct plain_row plain;
    struct row_feed feed;
    struct xml *xml;
};

bool
office_file_is(struct text name)
{
    return text_ends(name, ".xlsx") || text_ends(name, ".docx");
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
may_be_personal(struct text value)
{
    size_t digits = 0;

    for (size_t i = 0; i < value.length; i++) {
        char c = value.bytes[i];

        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if ((unsigned char)c >= 0x80 || digits == LONG_NUMBER)
            return true;
    }
    return false;
}

/* At "P12" it stands in column P. */
static void
start_cell(struct reading *reading, struct text place)
{
    size_t letters = 0;

    reading->cell = reading->texts.length;
    for (; letters < place.length && letters + 1 < LETTERS_MOST &&
           place.bytes[letters] >= 'A' && place.bytes[letters] <= 'Z';
         letters++)
        reading->column[letters] = place.bytes[letters];
    reading->column[letters] = '\0';
}

static void
put_value(struct reading *reading, struct text value)
{
    pile_put(&reading->values, value.bytes, value.length);
    pile_put_byte(&reading->values, '\n');
}

static struct text
mark_of(const char **attributes, const char *name)
{
    const char *value = xml_attribute(attributes, name);

    return text_of(value != NULL ? value : "");
}

static void
start(void *data, const char *name, const char **attributes)
{
    struct reading *reading = data;

    reading->feed.is_between =
        strcmp(name, "sheetData") == 0 && !reading->is_in_properties;
    if (strcmp(name, "rPr") == 0)
        reading->is_in_properties = true;
    if (strcmp(name, "c") == 0)
        start_cell(reading, mark_of(attributes, "r"));
    for (; *attributes != NULL; attributes += 2)
        if (may_be_personal(text_of(attributes[1])))
            put_value(reading, text_of(attributes[1]));
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

    reading->feed.is_between = false;
    if (strcmp(name, "rPr") == 0) {
        reading->is_in_properties = false;
    } else if (strcmp(name, "row") == 0) {
        end_row(reading);
        reading->feed.is_between = !reading->is_in_properties;
    } else if (!is_run && !reading->is_in_properties) {
        pile_put_byte(&reading->texts, '\n');
    }
    if (strcmp(name, "sheetData") == 0)
        reading->feed.is_over = true;
}

static void
text(void *data, const char *bytes, size_t length)
{
    pile_put(&((struct reading *)data)->texts, bytes, length);
}

static void
comment(void *data, const char *words)
{
    put_value(data, text_of(words));
}

/* Plain attributes are ASCII. */
static bool
has_long_number(struct text value)
{
    return value.length >= LONG_NUMBER && may_be_personal(value);
}

/* Whether nothing in the attributes is to be told. */
static bool
says_nothing(const struct plain_marks *marks)
{
    return !marks->has_others && !has_long_number(marks->r) &&
           !has_long_number(marks->s) && !has_long_number(marks->t) &&
           !has_long_number(marks->hidden);
}

/* What the reader of XML would tell of the row, if it is as plain as those
   that are written here. */
static size_t
read_row(void *data, char *bytes, size_t length)
{
    struct reading *reading = data;
    const struct plain_row *row = &reading->plain;
    size_t used = plain_row_read(&reading->plain, bytes, length);
    bool is_plain = used > 0 && says_nothing(&row->marks);

    for (size_t i = 0; is_plain && i < row->count; i++)
        is_plain =
            says_nothing(&row->cells[i].marks) && !row->cells[i].is_formula;
    if (!is_plain)
        return 0;
    for (size_t i = 0; i < row->count; i++) {
        struct text value = row->cells[i].value;

        start_cell(reading, row->cells[i].marks.r);
        pile_put(&reading->texts, value.bytes, value.length);
        if (value.bytes != NULL)
            pile_put_byte(&reading->texts, '\n'); /* of <is> or <v> */
        pile_put_byte(&reading->texts, '\n');
    }
    end_row(reading);
    return used;
}

static bool
take(void *data, char *bytes, size_t length)
{
    struct reading *reading = data;

    return row_feed_take(&reading->feed, reading->xml, bytes, length);
}

static void
read_part(struct page_facts *seen, struct zip_reader *zip, const char *name,
          const struct office_listener *listener)
{
    struct reading reading = {.listener = listener,
                              .rows = {.seen = seen},
                              .feed = {.around = "<sheetData",
                                       .start = "<row",
                                       .end = "</row>",
                                       .read = read_row,
                                       .data = &reading}};
    bool good;

    reading.xml =
        xml_open(&(struct xml_handlers){start, end, text, &reading, comment});
    good = zip_reader_part(zip, name, &(struct zip_taker){take, &reading}) ==
               ZIP_SOUND &&
           row_feed_end(&reading.feed, reading.xml) && xml_end(reading.xml);
    xml_close(reading.xml);
    if (!good)
        page_facts_wrong(seen, RULE_GATE_HTML, "%s: XML", name);
    tell(&reading);
    figure_marks_csv_end(&reading.rows, PAGE_FACTS_SHEET);
    plain_row_close(&reading.plain);
    row_feed_close(&reading.feed);
    free(reading.texts.bytes);
    free(reading.values.bytes);
}

void
office_file_read(struct page_facts *seen, const struct zip_source *archive,
                 const struct office_listener *listener)
{
    enum zip_fault fault;
    /* We have packed it ourselves: it may be as large as it is. */
    struct zip_reader *zip = zip_reader_open(archive, SIZE_MAX, &fault);

    if (zip == NULL) {
        page_facts_wrong(seen, RULE_GATE_HTML, "ZIP");
        return;
    }
    for (size_t i = 0; i < zip_reader_count(zip); i++)
        read_part(seen, zip, zip_reader_name(zip, i), listener);
    zip_reader_close(zip);
}
