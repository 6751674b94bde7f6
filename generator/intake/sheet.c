#include "intake/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/pile.h"
#include "base/plain_row.h"
#include "base/row_feed.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "intake/cell_number.h"
#include "intake/quoted.h"
#include "intake/records.h"
#include "intake/shared_strings.h"
#include "intake/source.h"
#include "intake/workbook_part.h"

enum { ROWS_MOST = 1048576, COLUMNS_MOST = 16384, LETTERS = 26 };
enum { DAYS_KNOWN = 512, DAY_LENGTH = sizeof("2025-10-31") - 1 };

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

/* A day by its number, and as it is shown. */
struct known_day {
    size_t serial;
    char shown[DAY_LENGTH];
};

struct sheet_reading {
    struct workbook *book;
    struct source *sheet;
    struct pile text;               /* of the sheet */
    struct pile value;              /* of the cell */
    uint32_t row, column;           /* being read, from 1 */
    uint32_t text_row, text_column; /* where the text ends */
    size_t most;                    /* bytes of text */
    size_t hidden_rows;
    enum cell_type type;
    struct number_format format;
    bool is_hidden;  /* the row */
    bool is_formula; /* the cell has one */
    bool has_value;  /* also an empty one */
    bool is_inline;  /* within its <is> */
    bool is_value;   /* text now is the cell's */
    bool is_phonetic;
    bool is_data;                      /* between sheetData and its end */
    struct known_day days[DAYS_KNOWN]; /* by the last of their bits */
    struct plain_row plain;
    struct row_feed feed;
};

static struct finding
finding_of(const struct sheet_reading *reading)
{
    return (struct finding){.place = {reading->sheet->path, reading->row,
                                      reading->column, reading->row}};
}

static bool
refuse(struct sheet_reading *reading, const char *detail)
{
    struct finding finding = finding_of(reading);

    finding.detail[0] = text_of(detail);
    workbook_stop(reading->book, RULE_WORKBOOK_DAMAGED, &finding);
    return false;
}

/* "E15" → column and row; false if it is no cell. */
static bool
read_reference(struct text reference, uint32_t *column, uint32_t *row)
{
    enum { LONGEST = sizeof("XFD1048576") - 1 };
    const char *at = reference.bytes, *end = at + reference.length;
    uint64_t letters = 0, digits = 0;

    if (reference.length > LONGEST)
        return false;
    for (; at < end && *at >= 'A' && *at <= 'Z'; at++)
        letters = letters * LETTERS + (uint64_t)(*at - 'A') + 1;
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        digits = digits * 10 + (uint64_t)(*at - '0');
    if (at < end || letters > COLUMNS_MOST || digits > ROWS_MOST)
        return false;
    *column = (uint32_t)letters;
    *row = (uint32_t)digits;
    return letters > 0 && digits > 0;
}

/* Rows and cells that do not say where they are follow the one before. */
static bool
start_row(struct sheet_reading *reading, struct plain_marks marks)
{
    size_t row = reading->row + 1;

    if ((marks.r.bytes != NULL && !workbook_number(marks.r, ROWS_MOST, &row)) ||
        row <= reading->row || row > ROWS_MOST)
        return refuse(reading, BOTH("此行之后的行号不对",
                                    "the number of the row behind is wrong"));
    reading->row = (uint32_t)row;
    reading->column = 0;
    reading->is_hidden =
        text_is(marks.hidden, "1") || text_is(marks.hidden, "true");
    return true;
}

static enum cell_type
type_of(struct text type)
{
    if (type.length > 1)
        return text_equal(type, TEXT("inlineStr")) ? CELL_INLINE
               : text_equal(type, TEXT("str"))     ? CELL_TEXT
                                                   : CELL_NUMBER;
    switch (type.length > 0 ? type.bytes[0] : 'n') {
    case 's':
        return CELL_SHARED;
    case 'b':
        return CELL_BOOLEAN;
    case 'e':
        return CELL_ERROR;
    case 'd':
        return CELL_DATE;
    default:
        return CELL_NUMBER;
    }
}

/* Without a style it is the first. */
static struct number_format
format_of(const struct workbook *book, struct text style)
{
    size_t index;

    if (!workbook_number(style, SIZE_MAX / 16, &index))
        index = 0;
    return index < book->format_count ? book->formats[index]
                                      : (struct number_format){NUMBER_PLAIN, 0};
}

/* In that column of the row, or in one that is yet to be found out: 0. */
static bool
start_cell(struct sheet_reading *reading, const struct plain_marks *marks,
           uint32_t column)
{
    uint32_t row = reading->row;

    if (column == 0 && marks->r.bytes == NULL)
        column = reading->column + 1;
    else if (column == 0 && !read_reference(marks->r, &column, &row))
        column = 0;
    if (column <= reading->column || column > COLUMNS_MOST ||
        row != reading->row || row == 0)
        return refuse(reading, BOTH("此格之后的单元格次序不对",
                                    "the cell behind is out of its place"));
    reading->column = column;
    reading->type = type_of(marks->t);
    if (reading->type == CELL_NUMBER)
        reading->format = format_of(reading->book, marks->s);
    reading->is_formula = reading->has_value = reading->is_value = false;
    reading->is_inline = reading->is_phonetic = false;
    reading->value.length = 0;
    return true;
}

/* Goes on to the cell in the text of the sheet, and gives room for so many
   bytes there; NULL, with a message, if it has become too long. */
static char *
reach_cell(struct sheet_reading *reading, size_t most)
{
    struct pile *text = &reading->text;
    size_t lines = reading->row - reading->text_row;
    char *out;

    if (text->length + reading->column > reading->most) {
        struct finding finding = finding_of(reading);

        workbook_stop(reading->book, RULE_WORKBOOK_TOO_LARGE, &finding);
        return NULL;
    }
    out = pile_room(text, lines + reading->column + most);
    if (lines > 0) {
        lines -= reading->text_row == 0;
        memset(out, '\n', lines);
        out += lines;
        reading->hidden_rows += reading->is_hidden;
        reading->text_row = reading->row;
        reading->text_column = 1;
    }
    for (; reading->text_column < reading->column; reading->text_column++)
        *out++ = ',';
    text->length = (size_t)(out - text->bytes);
    return out;
}

/* Puts what needs no quotes. */
static void
put_bytes(struct sheet_reading *reading, const char *bytes, size_t length)
{
    char *out = reach_cell(reading, length);

    if (out == NULL)
        return;
    memcpy(out, bytes, length);
    reading->text.length += length;
}

static void
put_error(struct sheet_reading *reading, struct text value, const char *why,
          const char *shown)
{
    struct finding finding = finding_of(reading);

    finding.value = value;
    finding.detail[0] = text_of(why);
    diag_report(reading->book->diag, RULE_CELL_UNREADABLE, &finding);
    put_bytes(reading, shown, strlen(shown));
}

/* A number of five digits that is shown as a day: most dates of a sheet are
   days that have been met before.  False if it is anything else. */
static bool
put_day(struct sheet_reading *reading, struct text value)
{
    enum { DIGITS = 5, LAST = 99999 };
    char shown[CELL_NUMBER_ROOM];
    enum number_fault fault;
    struct known_day *day;
    size_t serial;

    if (reading->format.kind != NUMBER_DATE || value.length != DIGITS ||
        value.bytes[0] == '0' || !workbook_number(value, LAST, &serial))
        return false;
    day = &reading->days[serial % DAYS_KNOWN];
    if (day->serial != serial) {
        if (cell_number_write(value, reading->format, reading->book->since_1904,
                              shown, &fault) != DAY_LENGTH)
            return false;
        day->serial = serial;
        memcpy(day->shown, shown, DAY_LENGTH);
    }
    put_bytes(reading, day->shown, DAY_LENGTH);
    return true;
}

static void
put_number(struct sheet_reading *reading, struct text value)
{
    char number[CELL_NUMBER_ROOM];
    enum number_fault fault;
    struct finding finding;
    size_t length = cell_number_write(
        value, reading->format, reading->book->since_1904, number, &fault);

    if (fault == NUMBER_NONE) {
        put_error(reading, value, BOTH("不是数字", "not a number"), "#VALUE!");
        return;
    }
    if (fault == NUMBER_NO_DATE) {
        put_error(reading, value, BOTH("超出日期的范围", "beyond the calendar"),
                  "#####");
        return;
    }
    if (fault == NUMBER_TOO_PRECISE) {
        finding = finding_of(reading);
        finding.value = (struct text){number, length};
        diag_report(reading->book->diag, RULE_NUMBER_ROUNDED, &finding);
    }
    put_bytes(reading, number, length);
}

static void
put_shared(struct sheet_reading *reading, struct text number)
{
    struct text cell;

    if (reading->book->strings.count == 0)
        refuse(reading, BOTH("没有共享字符串", "there are no shared strings"));
    else if (!shared_string(reading->book, number, &cell))
        put_error(reading, number,
                  BOTH("共享字符串中没有这个序号",
                       "no shared string has this number"),
                  "#REF!");
    else if (cell.length > 0)
        put_bytes(reading, cell.bytes, cell.length);
}

/* "2025-10-31T00:00:00" is a day; else a blank stands before the time. */
static struct text
plain_date(char *bytes, size_t length)
{
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
put_text(struct sheet_reading *reading, char *bytes, size_t length)
{
    struct text text = {bytes, length};

    if (reading->type == CELL_TEXT || reading->type == CELL_INLINE)
        text.length = workbook_unescape(bytes, length);
    else if (reading->type == CELL_BOOLEAN)
        text = text_of(text_is(text, "0") || text_is(text, "false") ? "FALSE"
                                                                    : "TRUE");
    else if (reading->type == CELL_DATE)
        text = plain_date(bytes, length);
    if (text.length > 0 && reach_cell(reading, text.length))
        quoted_put_cell(&reading->text, text);
}

static void
put_no_result(struct sheet_reading *reading)
{
    put_error(reading, TEXT(""),
              BOTH("公式没有保存计算结果", "the formula has no result"),
              "#VALUE!");
}

/* What stands in a cell; only a text may begin or end with blanks.  The bytes
   may be changed. */
static void
put_value(struct sheet_reading *reading, char *bytes, size_t length)
{
    if (reading->type != CELL_TEXT && reading->type != CELL_INLINE) {
        for (; length > 0 && xml_is_blank(bytes[length - 1]); length--)
            ;
        for (; length > 0 && xml_is_blank(*bytes); length--)
            bytes++;
    }
    if (length == 0) { /* as who does not calculate leaves a formula */
        if (reading->is_formula && reading->type == CELL_NUMBER)
            put_no_result(reading);
        return;
    }
    if (reading->type == CELL_SHARED)
        put_shared(reading, (struct text){bytes, length});
    else if (reading->type != CELL_NUMBER)
        put_text(reading, bytes, length);
    else if (!put_day(reading, (struct text){bytes, length}))
        put_number(reading, (struct text){bytes, length});
}

static void
end_cell(struct sheet_reading *reading)
{
    if (!reading->has_value && reading->is_formula)
        put_no_result(reading);
    else
        put_value(reading, reading->value.bytes, reading->value.length);
    reading->value.length = 0;
}

static struct text
mark_of(const char **attributes, const char *name)
{
    const char *value = xml_attribute(attributes, name);

    return value != NULL ? text_of(value) : (struct text){0};
}

static struct plain_marks
marks_of(const char **attributes)
{
    return (struct plain_marks){.r = mark_of(attributes, "r"),
                                .s = mark_of(attributes, "s"),
                                .t = mark_of(attributes, "t"),
                                .hidden = mark_of(attributes, "hidden")};
}

static void
start_written_cell(struct sheet_reading *reading, const char **attributes)
{
    struct plain_marks marks = marks_of(attributes);

    start_cell(reading, &marks, 0);
}

static void
start_value(struct sheet_reading *reading, bool is_inline)
{
    if (reading->value.length > 0)
        refuse(reading, BOTH("此格有两个值", "the cell has two values"));
    reading->has_value = true;
    reading->is_inline = is_inline;
    reading->is_value = !is_inline;
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
        start_written_cell(reading, attributes);
    else if (strcmp(name, "v") == 0 || strcmp(name, "is") == 0)
        start_value(reading, *name == 'i');
    else if (strcmp(name, "t") == 0)
        reading->is_value = reading->is_inline && !reading->is_phonetic;
    else if (strcmp(name, "f") == 0)
        reading->is_formula = true;
    else if (strcmp(name, "row") == 0)
        start_row(reading, marks_of(attributes));
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
    else if (strcmp(name, "is") == 0)
        reading->is_inline = false;
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
        pile_put(&reading->value, bytes, length);
}

static bool
put_plain_cell(struct sheet_reading *reading, const struct plain_cell *cell)
{
    if (!start_cell(reading, &cell->marks, cell->column))
        return false;
    reading->is_formula = cell->is_formula;
    if (cell->value.length > 0 && cell->is_bare &&
        (reading->type == CELL_TEXT || reading->type == CELL_INLINE))
        put_bytes(reading, cell->value.bytes, cell->value.length);
    else if (cell->value.bytes != NULL)
        put_value(reading, (char *)(uintptr_t)cell->value.bytes,
                  cell->value.length);
    else if (cell->is_formula)
        put_no_result(reading);
    return xml_is_sound(reading->book->xml);
}

static size_t
read_row(void *data, char *bytes, size_t length)
{
    struct sheet_reading *reading = data;
    const struct plain_row *row = &reading->plain;
    size_t used = plain_row_read(&reading->plain, bytes, length);
    bool good = used > 0 && start_row(reading, row->marks);

    for (size_t i = 0; good && i < row->count; i++)
        good = put_plain_cell(reading, &row->cells[i]);
    return used;
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

    pile_reserve(&reading.text, workbook_room(book, part));
    book->feed = &reading.feed;
    good = workbook_part(
        book, part,
        &(struct xml_handlers){
            .start = start, .end = end, .text = text, .data = &reading});
    book->feed = NULL;
    row_feed_close(&reading.feed);
    free(reading.value.bytes);
    plain_row_close(&reading.plain);
    if (!good || reading.text.length == 0) {
        free(reading.text.bytes);
        return good;
    }
    pile_put_byte(&reading.text, '\n');
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
    struct pile text = {0};
    struct record record;
    size_t rows, widest = widest_row(sheet, &rows);
    struct records *records;

    if (widest * rows > EMPTY_CELLS_MOST + sheet->size)
        return;
    records = records_of(sheet, ',');
    while (records_next(records, &record)) {
        pile_put(&text, record.text.bytes, record.text.length);
        for (size_t i = record.count; i < widest && record.count > 0; i++)
            pile_put_byte(&text, ',');
        pile_put_byte(&text, '\n');
    }
    records_close(records);
    source_replace(sheet, text.bytes, text.length);
    sheet->content = (struct text){text.bytes, text.length};
}
