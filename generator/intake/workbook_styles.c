#include "intake/workbook_styles.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/xml.h"
#include "intake/number_format.h"
#include "intake/workbook_part.h"

/* More than any office program opens. */
enum { DEFINED_MOST = 8192, FORMATS_MOST = 65536 };

/* A format that the workbook defines; that of a built-in number, too. */
struct defined_format {
    unsigned long id;
    struct number_format format;
};

struct styles_reading {
    struct workbook *book;
    size_t format_room;
    struct defined_format *defined;
    size_t defined_count, defined_room;
    bool is_defining; /* inside numFmts */
    bool is_of_cells; /* inside cellXfs */
};

static unsigned long
id_of(const char **attributes)
{
    const char *id = xml_attribute(attributes, "numFmtId");

    return id != NULL ? strtoul(id, NULL, 10) : 0;
}

static struct number_format
find_format(const struct styles_reading *reading, unsigned long id)
{
    for (size_t i = reading->defined_count; i > 0; i--)
        if (reading->defined[i - 1].id == id)
            return reading->defined[i - 1].format;
    return number_format_of_id(id);
}

static void
add_format(struct styles_reading *reading, unsigned long id)
{
    struct workbook *book = reading->book;

    *ARRAY_ADD(NULL, book->formats, book->format_count, reading->format_room) =
        find_format(reading, id);
}

static void
define_format(struct styles_reading *reading, unsigned long id,
              const char *code)
{
    *ARRAY_ADD(NULL, reading->defined, reading->defined_count,
               reading->defined_room) = (struct defined_format){
        id, number_format_of_code(reading->book->arena, code)};
}

static void
refuse_formats(struct workbook *book)
{
    workbook_refuse(book, RULE_WORKBOOK_DAMAGED,
                    TEXT(BOTH("单元格格式多得没有表格软件能打开",
                              "more formats of cells than any spreadsheet "
                              "program opens")));
    xml_stop(book->xml);
}

static void
start(void *data, const char *name, const char **attributes)
{
    struct styles_reading *reading = data;
    struct workbook *book = reading->book;
    const char *code;

    if (strcmp(name, "numFmts") == 0) {
        reading->is_defining = true;
    } else if (strcmp(name, "cellXfs") == 0) {
        reading->is_of_cells = true;
    } else if (reading->is_of_cells && strcmp(name, "xf") == 0) {
        add_format(reading, id_of(attributes));
    } else if (reading->is_defining && strcmp(name, "numFmt") == 0) {
        code = xml_attribute(attributes, "formatCode");
        if (code != NULL)
            define_format(reading, id_of(attributes), code);
    }
    if (book->format_count > FORMATS_MOST ||
        reading->defined_count > DEFINED_MOST)
        refuse_formats(book);
}

static void
end(void *data, const char *name)
{
    struct styles_reading *reading = data;

    if (strcmp(name, "numFmts") == 0)
        reading->is_defining = false;
    else if (strcmp(name, "cellXfs") == 0)
        reading->is_of_cells = false;
}

bool
workbook_styles_read(struct workbook *book, const char *part)
{
    struct styles_reading reading = {.book = book};
    bool good = workbook_part(
        book, part,
        &(struct xml_handlers){.start = start, .end = end, .data = &reading});

    free(reading.defined);
    return good;
}
