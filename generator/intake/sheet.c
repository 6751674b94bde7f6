#include "intake/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "intake/cell_number.h"
#include "intake/plain_row.h"
#include "intake/quoted.h"
#include "intake/records.h"
#include "intake/row_feed.h"
#include "intake/shared_strings.h"
#include "intake/source.h"
#include "intake/workbook_part.h"

enum { ROWS_MOST = 1048576, COLUMNS_MOST = 16384, LETTERS = 26 };

/* Bytes of text that even a small workbook may come to: its last row may be
   the last there is. */
enum { LEAST_LIMIT = 4 * ROWS_MOST };

enum cell_type {
    CELL_NUMBER,
    CELL_SHARED,
    CELL_TEXT,
    CELL_INLINE,
    CELL_BOOLEAN,
    CELL_ERROR,
    CELL_DATE
};

struct sheet_reading {
    struct workbook *book;
    struct source *sheet;
    struct quoted text;             /* of the sheet */
    struct quoted value;            /* of the cell */
    uint32_t row, column;           /* being read, from 1 */
    uint32_t text_row, text_column; /* where the text ends */
    size_t most;                    /* bytes of text */
    size_t hidden_rows;
    enum cell_type type;
    struct number_format format;
    bool is_hidden;  /* the row */
    bool is_formula; /* the cell has one */
    bool has_value;  /* also an empty one */
    bool is_value;   /* text now is the cell's */
    bool is_phonetic;
    bool is_data; /* between sheetData and its end */
    struct row_feed feed;
};

static struct finding
finding_of(const struct sheet_reading *reading)
{
    return (struct finding){.place = {reading->sheet->path, reading->row,
                                      reading->column, reading->row}};
}

static void
refuse(struct sheet_reading *reading, const char *detail)
{
    struct finding finding = finding_of(reading);

    finding.detail[0] = text_of(detail);
    workbook_stop(reading->book, RULE_WORKBOOK_DAMAGED, &finding);
}

/* "E15" → column and row; false if it is no cell. */
static bool
read_reference(const char *reference, uint32_t *column, uint32_t *row)
{
    const char *c = reference;

    *column = *row = 0;
    for (; *c >= 'A' && *c <= 'Z' && *column <= COLUMNS_MOST; c++)
        *column = *column * LETTERS + (uint32_t)(*c - 'A') + 1;
    for (; *c >= '0' && *c <= '9' && *row <= ROWS_MOST; c++)
        *row = *row * 10 + (uint32_t)(*c - '0');
    return *c == '\0' && *column > 0 && *column <= COLUMNS_MOST && *row > 0 &&
           *row <= ROWS_MOST;
}

/* Rows and cells that do not say where they are follow the one before. */
static void
start_row(struct sheet_reading *reading, const char **attributes)
{
    const char *number = xml_attribute(attributes, "r");
    uint32_t row = reading->row + 1;

    if (number != NULL) {
        char *end;
        unsigned long given = strtoul(number, &end, 10);

        row = *end == '\0' && given <= ROWS_MOST ? (uint32_t)given : 0;
    }
    if (row <= reading->row || row > ROWS_MOST) {
        refuse(reading, BOTH("此行之后的行号不对",
                             "the number of the row behind is wrong"));
        return;
    }
    reading->row = row;
    reading->column = 0;
    reading->is_hidden = workbook_is_set(attributes, "hidden");
}

static enum cell_type
type_of(const char *type)
{
    static const struct {
        const char *name;
        enum cell_type type;
    } types[] = {{"s", CELL_SHARED},  {"str", CELL_TEXT},
                 {"n", CELL_NUMBER},  {"inlineStr", CELL_INLINE},
                 {"b", CELL_BOOLEAN}, {"e", CELL_ERROR},
                 {"d", CELL_DATE}};

    for (size_t i = 0; type != NULL && i < sizeof(types) / sizeof(*types); i++)
        if (strcmp(type, types[i].name) == 0)
            return types[i].type;
    return CELL_NUMBER;
}

static struct number_format
format_of(const struct workbook *book, const char *style)
{
    unsigned long index = style != NULL ? strtoul(style, NULL, 10) : 0;

    return index < book->format_count ? book->formats[index]
                                      : (struct number_format){NUMBER_PLAIN, 0};
}

static void
start_cell(struct sheet_reading *reading, const char **attributes)
{
    const char *reference = NULL, *type = NULL, *style = NULL;
    uint32_t column = reading->column + 1, row = reading->row;

    for (; *attributes != NULL; attributes += 2)
        switch (attributes[0][1] == '\0' ? attributes[0][0] : '\0') {
        case 'r':
            reference = attributes[1];
            break;
        case 't':
            type = attributes[1];
            break;
        case 's':
            style = attributes[1];
            break;
        default:
            break;
        }
    if (reference != NULL && !read_reference(reference, &column, &row))
        column = 0;
    if (column <= reading->column || column > COLUMNS_MOST ||
        row != reading->row || row == 0) {
        refuse(reading, BOTH("此格之后的单元格次序不对",
                             "the cell behind is out of its place"));
        return;
    }
    reading->column = column;
    reading->type = type_of(type);
    reading->format = format_of(reading->book, style);
    reading->is_formula = reading->has_value = reading->is_value = false;
    reading->is_phonetic = false;
    reading->value.length = 0;
}

/* Goes on to the cell in the text of the sheet. */
static bool
reach_cell(struct sheet_reading *reading)
{
    struct quoted *text = &reading->text;
    struct finding finding = finding_of(reading);

    if (text->length + reading->column > reading->most) {
        workbook_stop(reading->book, RULE_WORKBOOK_TOO_LARGE, &finding);
        return false;
    }
    if (reading->is_hidden && reading->text_row < reading->row)
        reading->hidden_rows++;
    for (; reading->text_row < reading->row; reading->text_row++) {
        if (reading->text_row > 0)
            quoted_put_byte(text, '\n');
        reading->text_column = 1;
    }
    for (; reading->text_column < reading->column; reading->text_column++)
        quoted_put_byte(text, ',');
    return true;
}

static void
put_error(struct sheet_reading *reading, const char *why, const char *shown)
{
    struct finding finding = finding_of(reading);

    finding.value = (struct text){reading->value.bytes, reading->value.length};
    finding.detail[0] = text_of(why);
    diag_report(reading->book->diag, RULE_CELL_UNREADABLE, &finding);
    if (reach_cell(reading))
        quoted_put(&reading->text, shown, strlen(shown));
}

static void
put_number(struct sheet_reading *reading)
{
    char number[CELL_NUMBER_ROOM];
    enum number_fault fault;
    struct finding finding;
    size_t length;

    quoted_put_byte(&reading->value, '\0');
    reading->value.length--;
    length = cell_number_write(reading->value.bytes, reading->format,
                               reading->book->since_1904, number, &fault);
    if (fault == NUMBER_NONE) {
        put_error(reading, BOTH("不是数字", "not a number"), "#VALUE!");
        return;
    }
    if (fault == NUMBER_NO_DATE) {
        put_error(reading, BOTH("超出日期的范围", "beyond the calendar"),
                  "#####");
        return;
    }
    if (fault == NUMBER_TOO_PRECISE) {
        finding = finding_of(reading);
        finding.value = (struct text){number, length};
        diag_report(reading->book->diag, RULE_NUMBER_ROUNDED, &finding);
    }
    if (reach_cell(reading))
        quoted_put(&reading->text, number, length);
}

static void
put_shared(struct sheet_reading *reading)
{
    struct text cell;

    quoted_put_byte(&reading->value, '\0');
    reading->value.length--;
    if (!shared_string(reading->book, reading->value.bytes, &cell))
        put_error(reading,
                  BOTH("共享字符串中没有这个序号",
                       "no shared string has this number"),
                  "#REF!");
    else if (cell.length > 0 && reach_cell(reading))
        quoted_put(&reading->text, cell.bytes, cell.length);
}

/* "2025-10-31T00:00:00" is a day; else a blank stands before the time. */
static struct text
plain_date(char *bytes, size_t length)
{
    enum { DAY_LENGTH = 10 };
    struct text text = {bytes, length};
    struct text time = text_from(text, DAY_LENGTH);

    if (text_is(time, "T00:00:00") || text_is(time, "T00:00:00Z") ||
        text_is(time, "T00:00:00.000"))
        text.length = DAY_LENGTH;
    else if (time.length > 0 && time.bytes[0] == 'T')
        bytes[DAY_LENGTH] = ' ';
    return text;
}

static void
put_text(struct sheet_reading *reading)
{
    struct quoted *value = &reading->value;
    struct text text = {value->bytes, value->length};

    if (reading->type == CELL_TEXT || reading->type == CELL_INLINE)
        text.length = workbook_unescape(value->bytes, value->length);
    else if (reading->type == CELL_BOOLEAN)
        text = text_of(text_is(text, "0") ? "FALSE" : "TRUE");
    else if (reading->type == CELL_DATE)
        text = plain_date(value->bytes, value->length);
    if (text.length > 0 && reach_cell(reading))
        quoted_put_cell(&reading->text, text);
}

static void
end_cell(struct sheet_reading *reading)
{
    if (!reading->has_value && reading->is_formula)
        put_error(reading,
                  BOTH("公式没有保存计算结果", "the formula has no result"),
                  "#VALUE!");
    else if (reading->value.length == 0)
        return;
    else if (reading->type == CELL_SHARED)
        put_shared(reading);
    else if (reading->type == CELL_NUMBER)
        put_number(reading);
    else
        put_text(reading);
}

static void
start(void *data, const char *name, const char **attributes)
{
    struct sheet_reading *reading = data;

    reading->feed.is_between = false;
    if (!reading->is_data)
        reading->is_data = reading->feed.is_between =
            strcmp(name, "sheetData") == 0;
    else if (strcmp(name, "c") == 0)
        start_cell(reading, attributes);
    else if (strcmp(name, "v") == 0)
        reading->is_value = reading->has_value = true;
    else if (strcmp(name, "t") == 0)
        reading->is_value = reading->has_value = !reading->is_phonetic;
    else if (strcmp(name, "f") == 0)
        reading->is_formula = true;
    else if (strcmp(name, "row") == 0)
        start_row(reading, attributes);
    else if (strcmp(name, "rPh") == 0)
        reading->is_phonetic = true;
}

static void
end(void *data, const char *name)
{
    struct sheet_reading *reading = data;

    if (!reading->is_data)
        return;
    if (strcmp(name, "c") == 0)
        end_cell(reading);
    else if (strcmp(name, "v") == 0 || strcmp(name, "t") == 0)
        reading->is_value = false;
    else if (strcmp(name, "rPh") == 0)
        reading->is_phonetic = false;
    else if (strcmp(name, "row") == 0)
        reading->feed.is_between = true;
    else if (strcmp(name, "sheetData") == 0) {
        reading->is_data = reading->feed.is_between = false;
        reading->feed.is_over = true;
    }
}

static void
text(void *data, const char *bytes, size_t length)
{
    struct sheet_reading *reading = data;

    if (reading->is_value)
        quoted_put(&reading->value, bytes, length);
}

static bool
take_row(void *data, const char **attributes)
{
    struct sheet_reading *reading = data;

    start_row(reading, attributes);
    return xml_is_sound(reading->book->xml);
}

static bool
take_cell(void *data, const char **attributes, struct text value)
{
    struct sheet_reading *reading = data;

    start_cell(reading, attributes);
    if (value.bytes != NULL && xml_is_sound(reading->book->xml)) {
        reading->has_value = true;
        quoted_put(&reading->value, value.bytes, value.length);
    }
    if (xml_is_sound(reading->book->xml))
        end_cell(reading);
    return xml_is_sound(reading->book->xml);
}

static bool
read_row(void *data, char *bytes, size_t length)
{
    const struct plain_row_reader reader = {take_row, take_cell, data};

    return plain_row_read(bytes, length, &reader);
}

static void
note_hidden(const struct sheet_reading *reading)
{
    if (reading->hidden_rows > 0)
        diag_report(reading->book->diag, RULE_ROWS_HIDDEN,
                    &(struct finding){
                        .place = {.path = reading->sheet->path},
                        .detail = {text_format(reading->book->arena, "%zu",
                                               reading->hidden_rows)}});
}

/* Shared strings make a small file large as packing does, so the same limit
   holds. */
static size_t
most_text(const struct workbook *book)
{
    size_t most = zip_most_unpacked(book->file->size);

    if (most < LEAST_LIMIT)
        most = LEAST_LIMIT;
    return most > book->written ? most - book->written : 0;
}

bool
sheet_read(struct workbook *book, const char *part, struct source *sheet)
{
    struct sheet_reading reading = {.book = book,
                                    .sheet = sheet,
                                    .most = most_text(book),
                                    .feed = {.around = "<sheetData",
                                             .start = "<row",
                                             .end = "</row>",
                                             .read = read_row,
                                             .data = &reading}};
    bool good;

    book->feed = &reading.feed;
    good = workbook_part(
        book, part,
        &(struct xml_handlers){
            .start = start, .end = end, .text = text, .data = &reading});
    book->feed = NULL;
    free(reading.feed.left.bytes);
    free(reading.value.bytes);
    if (!good || reading.text.length == 0) {
        free(reading.text.bytes);
        return good;
    }
    quoted_put_byte(&reading.text, '\n');
    book->written += reading.text.length;
    sheet->bytes = must_grow(reading.text.bytes, reading.text.length);
    sheet->size = reading.text.length;
    sheet->content = (struct text){sheet->bytes, sheet->size};
    sheet->is_sheet = true;
    sheet->encoding = ENCODING_UTF_8;
    note_hidden(&reading);
    return true;
}

static size_t
widest_row(const struct source *sheet, size_t *rows)
{
    struct records *records = records_of(sheet, ',');
    struct record record;
    size_t widest = 0;

    for (*rows = 0; records_next(records, &record); ++*rows)
        if (record.count > widest)
            widest = record.count;
    records_close(records);
    return widest;
}

void
sheet_make_even(struct source *sheet)
{
    enum { EMPTY_CELLS_MOST = 64 * 1024 * 1024 };
    struct quoted text = {0};
    struct record record;
    size_t rows, widest = widest_row(sheet, &rows);
    struct records *records;

    if (widest * rows > EMPTY_CELLS_MOST + sheet->size)
        return;
    records = records_of(sheet, ',');
    while (records_next(records, &record)) {
        quoted_put(&text, record.text.bytes, record.text.length);
        for (size_t i = record.count; i < widest && record.count > 0; i++)
            quoted_put_byte(&text, ',');
        quoted_put_byte(&text, '\n');
    }
    records_close(records);
    source_replace(sheet, text.bytes, text.length);
    sheet->content = (struct text){text.bytes, text.length};
}
