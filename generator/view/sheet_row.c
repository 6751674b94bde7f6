/*
 * There may be millions of rows and a dozen cells in each, so these are not
 * made of a template: room for the whole row is taken at once.
 */
#include "view/sheet_row.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "view/data.h"
#include "view/report.h"
#include "view/sheet_frame.h"
#include "year/core.h"
#include "year/redact.h"

enum {
    FRAME = 128,        /* bytes around a cell's text, at most */
    LONGEST_ESCAPE = 6, /* &quot; for one byte */
    CELL_MOST = 32767,  /* characters, as programs count them */
    DIGITS_MOST = 15,   /* of a number that stays what it is */
    DAY_LENGTH = 10,    /* 2025-10-31 */
    FIRST_DAY = 25569   /* 1970-01-01 as sheets count days */
};

/* Where the row is being written. */
struct writing {
    char *end;
    char number[24]; /* of the row */
    size_t number_length;
    size_t column; /* of the last cell, from 1; also where it is empty */
};

static void
write(struct writing *writing, const char *bytes, size_t length)
{
    memcpy(writing->end, bytes, length);
    writing->end += length;
}

#define WRITE(writing, literal) write((writing), (literal), sizeof(literal) - 1)

static const char *
escape_of(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '\r':
        return "&#13;";
    default:
        /* A control character has no writing at all. */
        return (unsigned char)c < ' ' && c != '\t' && c != '\n' ? "" : NULL;
    }
}

/* _x000D_ is how programs write what XML cannot say; where that is what is
   meant to stand there, the first _ is written so itself. */
static bool
is_like_escape(const char *at, const char *end)
{
    return end - at >= 7 && at[0] == '_' && at[1] == 'x' && at[6] == '_' &&
           strspn(at + 2, "0123456789ABCDEFabcdef") >= 4;
}

static void
write_text(struct writing *writing, struct text text)
{
    const char *from = text.bytes, *end = text.bytes + text.length;

    for (const char *at = from; at < end; at++) {
        const char *escape = escape_of(*at);

        if (*at == '_' && is_like_escape(at, end))
            escape = "_x005F_";
        if (escape == NULL)
            continue;
        write(writing, from, (size_t)(at - from));
        write(writing, escape, strlen(escape));
        from = at + 1;
    }
    write(writing, from, (size_t)(end - from));
}

/* <c r="B12" */
static void
open_cell(struct writing *writing)
{
    enum { LETTERS = 26 };
    size_t column = writing->column - 1;

    WRITE(writing, "<c r=\"");
    if (column >= LETTERS)
        *writing->end++ = (char)('A' + column / LETTERS - 1);
    *writing->end++ = (char)('A' + column % LETTERS);
    write(writing, writing->number, writing->number_length);
}

/* Cells have no blanks around them, so none is said to be kept. */
static void
put_text(struct writing *writing, struct text text, enum kind kind,
         enum sheet_style style)
{
    open_cell(writing);
    WRITE(writing, "\" s=\"");
    *writing->end++ = (char)('0' + style);
    WRITE(writing, "\" t=\"inlineStr\"><is><t>");
    if (download_is_formula(text, kind))
        WRITE(writing, "'");
    write_text(writing, text);
    WRITE(writing, "</t></is></c>");
}

static void
put_number(struct writing *writing, struct text number, enum sheet_style style)
{
    open_cell(writing);
    WRITE(writing, "\" s=\"");
    *writing->end++ = (char)('0' + style);
    WRITE(writing, "\"><v>");
    write(writing, number.bytes, number.length);
    WRITE(writing, "</v></c>");
}

/* Digits that a sheet keeps as they are: no more than it holds, no zeros that
   say nothing. */
static bool
is_plain_number(struct text text)
{
    size_t from = text.length > 0 && text.bytes[0] == '-', point = text.length;

    for (size_t i = from; i < text.length; i++)
        if (text.bytes[i] == '.' && point == text.length)
            point = i;
        else if (text.bytes[i] < '0' || text.bytes[i] > '9')
            return false;
    if (point == from || text.length - from > DIGITS_MOST)
        return false;
    if (text.bytes[from] == '0' && point > from + 1)
        return false;
    return point == text.length ||
           (point + 1 < text.length && text.bytes[text.length - 1] != '0');
}

static int
digits(const char *bytes, size_t count)
{
    int number = 0;

    for (size_t i = 0; i < count; i++)
        number = number * 10 + (bytes[i] - '0');
    return number;
}

/* Of "2025-10-31"; 0 for a day that sheets do not have, and for a month. */
static int32_t
day_of(struct text text)
{
    struct date date;

    if (text.length != DAY_LENGTH ||
        !date_make(digits(text.bytes, 4), digits(text.bytes + 5, 2),
                   digits(text.bytes + 8, 2), &date) ||
        date.year <= 1900)
        return 0;
    return date_days(date) + FIRST_DAY;
}

static void
put_cell(struct writing *writing, struct text text, enum kind kind,
         enum sheet_style style)
{
    int32_t day = kind == KIND_DATE ? day_of(text) : 0;
    char number[16];

    writing->column++;
    if (text.length == 0)
        return;
    if (day > 0)
        put_number(
            writing,
            (struct text){number, (size_t)snprintf(number, sizeof(number),
                                                   "%" PRId32, day)},
            style);
    else if ((kind == KIND_NUMBER || kind == KIND_MONEY) &&
             is_plain_number(text))
        put_number(writing, text, style);
    else
        put_text(writing, text, kind, style);
}

/* A cell that a program would not open is cut, with room for what is put before
   it; characters beyond the first plane count as two. */
static struct text
bearable(struct arena *arena, struct text cell)
{
    size_t units = 0, kept = 0, offset = 0;

    if (cell.length < CELL_MOST)
        return cell;
    for (int32_t c; (c = text_next(cell, &offset)) >= 0;) {
        units += c > 0xFFFF ? 2 : 1;
        if (units < CELL_MOST - 1)
            kept = offset;
    }
    return units < CELL_MOST
               ? cell
               : text_format(arena, "%.*s…", (int)kept, cell.bytes);
}

void
sheet_row_put(const struct report *report, const struct sheet_row *row,
              struct buffer *rows)
{
    const struct ledger_type *type = ledgers[row->ledger];
    struct writing writing = {.column = 0};
    size_t room =
        3 * FRAME + LONGEST_ESCAPE * (row->status.length + row->figures.length);
    char *start;

    for (size_t i = 0; i < type->column_count; i++)
        room += FRAME + LONGEST_ESCAPE * row->cells[i].length;
    writing.end = start = buffer_room(rows, room);
    writing.number_length = (size_t)snprintf(
        writing.number, sizeof(writing.number), "%zu", row->number);
    WRITE(&writing, "<row r=\"");
    write(&writing, writing.number, writing.number_length);
    WRITE(&writing, "\">");
    for (size_t i = 0; i < type->column_count; i++)
        if (redact_shows_column(report->privacy, (int)row->ledger, i))
            put_cell(&writing, bearable(rows->arena, row->cells[i]),
                     type->columns[i].kind, sheet_style_of(&type->columns[i]));
    if (ledger_is_core(row->ledger))
        put_cell(&writing, row->status, KIND_TEXT, SHEET_CODE);
    put_cell(&writing, row->figures, KIND_TEXT, SHEET_CODE);
    WRITE(&writing, "</row>\n");
    buffer_used(rows, (size_t)(writing.end - start));
}
