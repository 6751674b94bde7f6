#include "gate/figure_marks.h"

#include <string.h>

#include "base/arena.h"
#include "gate/figure_check.h"
#include "gate/html.h"
#include "gate/page_facts.h"

#define HASH_FUNCTION(key, length, value) \
    ((value) = (unsigned)text_hash((struct text){(key), (length)}, 0))
#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static struct text
trim(struct text text)
{
    while (text.length > 0 && is_blank(text.bytes[0]))
        text = text_from(text, 1);
    while (text.length > 0 && is_blank(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

static void
close_tag(struct figure_marks *shown, const struct html_tag *tag)
{
    struct text value = {shown->value, shown->value_length};

    if (shown->figure.length == 0 || tag->depth != shown->figure_depth)
        return;
    figure_check_shown(shown->seen, shown->figure, trim(value));
    shown->figure.length = 0;
}

void
figure_marks_tag(struct figure_marks *shown, const struct html_tag *tag)
{
    struct text id;

    if (tag->closes) {
        close_tag(shown, tag);
        return;
    }
    if (tag->is_empty)
        return;
    if (html_attribute(tag, HTML_DATA_FIGURE, &id)) {
        shown->figure = id;
        shown->figure_depth = tag->depth;
        shown->value_length = 0;
    }
}

void
figure_marks_text(struct figure_marks *shown, struct text text)
{
    size_t room = sizeof(shown->value) - shown->value_length;

    if (shown->figure.length == 0)
        return;
    if (text.length > room)
        text.length = room;
    memcpy(shown->value + shown->value_length, text.bytes, text.length);
    shown->value_length += text.length;
}

/* The id in "<!-- figure: ID -->" that ends, or is, the line. */
static struct text
mark_in(struct text line, const char *mark)
{
    size_t at = text_find(line, text_of(mark));
    struct text id;

    if (at == line.length)
        return text_from(line, at);
    id = text_from(line, at + strlen(mark));
    return trim(text_slice(id, 0, text_find(id, TEXT("-->"))));
}

/* The second cell of a table row, without emphasis. */
static struct text
second_cell(struct text line)
{
    struct text rest = line;

    for (int bars = 0; bars < 2; bars++) {
        size_t at = text_find(rest, TEXT("|"));

        while (at > 0 && at < rest.length && rest.bytes[at - 1] == '\\')
            at += 1 + text_find(text_from(rest, at + 1), TEXT("|"));
        rest = text_from(rest, at + 1);
    }
    rest = trim(text_slice(rest, 0, text_find(rest, TEXT("|"))));
    while (rest.length > 0 && rest.bytes[0] == '*')
        rest = text_from(rest, 1);
    while (rest.length > 0 && rest.bytes[rest.length - 1] == '*')
        rest.length--;
    return rest;
}

/* The rows of the table that begins the text: lines with a bar behind the
   heading and the line under it. */
static size_t
table_rows(struct text text)
{
    size_t rows = 0;

    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text line = trim(text_slice(text, 0, end));

        if (line.length == 0 && rows > 0)
            break;
        if (line.length > 0 && line.bytes[0] != '|')
            break;
        rows += line.length > 0;
        text = text_from(text, end + 1);
    }
    return rows > 2 ? rows - 2 : 0;
}

void
figure_marks_markdown(struct page_facts *seen, struct text text)
{
    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text line = text_slice(text, 0, end);
        struct text mark = text_from(line, text_find(line, TEXT("<")));
        struct text figure, list;

        text = text_from(text, end + 1);
        if (mark.length == 0)
            continue;
        figure = mark_in(mark, "<!-- figure: ");
        list = mark_in(mark, "<!-- list: ");
        if (figure.length > 0)
            figure_check_shown(seen, figure, second_cell(line));
        if (list.length > 0)
            page_facts_listed(seen, PAGE_FACTS_MARKDOWN, list,
                              table_rows(text));
    }
}

/* The record that begins the text and its line break, line breaks inside quotes
   included; 0 if it does not end there. */
static size_t
record_length(struct text text)
{
    bool in_quotes = false;

    for (size_t at = 0; at < text.length; at++)
        if (text.bytes[at] == '"')
            in_quotes = !in_quotes;
        else if (text.bytes[at] == '\n' && !in_quotes)
            return at + 1;
    return 0;
}

/* The last cell of a record, without quotes around it. */
static struct text
last_cell(struct text record)
{
    bool in_quotes = false;
    size_t cell = 0;

    for (size_t at = 0; at < record.length; at++)
        if (record.bytes[at] == '"')
            in_quotes = !in_quotes;
        else if (record.bytes[at] == ',' && !in_quotes)
            cell = at + 1;
    record = trim(text_from(record, cell));
    if (record.length >= 2 && record.bytes[0] == '"')
        return text_slice(record, 1, record.length - 2);
    return record;
}

/* The two for a record without quotes, which is nearly every one: its line.
   The length is 0 if there are some. */
static size_t
plain_record(struct text text, struct text *last)
{
    const char *end = memchr(text.bytes, '\n', text.length);
    size_t length = end ? (size_t)(end - text.bytes) + 1 : 0;
    const char *comma;

    if (length == 0 || memchr(text.bytes, '"', length) != NULL)
        return 0;
    comma = memrchr(text.bytes, ',', length);
    *last = text_slice(text, 0, length);
    if (comma != NULL)
        *last = text_from(*last, (size_t)(comma + 1 - text.bytes));
    *last = trim(*last);
    return length;
}

/* The record that begins the text and its last cell; 0 if its end is not
   there. */
static size_t
read_record(struct text text, bool is_last, struct text *last)
{
    size_t length = plain_record(text, last);

    if (length > 0)
        return length;
    length = record_length(text);
    if (length == 0 && is_last)
        length = text.length;
    *last = last_cell(text_slice(text, 0, length));
    return length;
}

/* What stands in last cells, and in how many; there are a few, in every
   row. */
struct figure_marks_cell {
    struct text ids;
    size_t rows;
    UT_hash_handle hh;
};

static void
count_cell(struct figure_marks_csv *csv, struct text ids)
{
    struct figure_marks_cell *cell;

    HASH_FIND(hh, csv->cells, ids.bytes, ids.length, cell);
    if (cell == NULL) {
        cell = ARENA_NEW(csv->seen->arena, struct figure_marks_cell);
        cell->ids = text_copy(csv->seen->arena, ids);
        HASH_ADD_KEYPTR(hh, csv->cells, cell->ids.bytes, ids.length, cell);
    }
    cell->rows++;
}

static void
read_heading(struct figure_marks_csv *csv, struct text last)
{
    csv->is_begun = true;
    if (text_starts(last, "\xEF\xBB\xBF"))
        last = text_from(last, 3);
    csv->states_figures = text_is(last, "计入指标") || text_is(last, "figures");
    csv->seen->states_figures |= csv->states_figures;
}

void
figure_marks_row(struct figure_marks_csv *csv, struct text last)
{
    last = trim(last);
    if (!csv->is_begun)
        read_heading(csv, last);
    else if (csv->states_figures && last.length > 0)
        count_cell(csv, last);
}

size_t
figure_marks_csv(struct figure_marks_csv *csv, struct text text, bool is_last)
{
    size_t behind = 0, length;
    struct text last;

    while (behind < text.length &&
           (length = read_record(text_from(text, behind), is_last, &last)) >
               0) {
        figure_marks_row(csv, last);
        behind += length;
    }
    return behind;
}

void
figure_marks_csv_end(struct figure_marks_csv *csv, enum page_facts_form form)
{
    for (const struct figure_marks_cell *cell = csv->cells; cell;
         cell = cell->hh.next) {
        struct text ids = cell->ids;

        while ((ids = trim(ids)).length > 0) {
            size_t end = text_find(ids, TEXT(" "));

            page_facts_listed(csv->seen, form, text_slice(ids, 0, end),
                              cell->rows);
            ids = text_from(ids, end);
        }
    }
    HASH_CLEAR(hh, csv->cells);
}
