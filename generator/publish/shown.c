#include "publish/shown.h"

#include <string.h>

#include "publish/counts.h"
#include "publish/html.h"

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
close_tag(struct shown *shown, const struct html_tag *tag)
{
    if (shown->figure.length > 0 && tag->depth == shown->figure_depth) {
        struct text value = {shown->value, shown->value_length};

        counts_shown(shown->counts, shown->file, shown->figure, trim(value));
        shown->figure.length = 0;
    }
    if (shown->list.length == 0)
        return;
    if (tag->depth == shown->list_depth + 1)
        shown->in_body = false;
    if (tag->depth == shown->list_depth) {
        counts_listed(shown->counts, COUNTS_HTML, shown->file, shown->list,
                      shown->rows);
        shown->list.length = 0;
    }
}

void
shown_tag(struct shown *shown, const struct html_tag *tag)
{
    struct text id;

    if (tag->closes) {
        close_tag(shown, tag);
        return;
    }
    if (tag->is_empty)
        return;
    if (html_attribute(tag, TEXT("data-figure"), &id)) {
        shown->figure = id;
        shown->figure_depth = tag->depth;
        shown->value_length = 0;
    }
    if (html_attribute(tag, TEXT("data-list"), &id)) {
        shown->list = id;
        shown->list_depth = tag->depth;
        shown->in_body = false;
        shown->rows = 0;
    } else if (shown->list.length > 0 && text_is(tag->name, "tbody")) {
        shown->in_body = true;
    } else if (shown->in_body && text_is(tag->name, "tr") &&
               tag->depth == shown->list_depth + 2) {
        shown->rows++;
    }
}

void
shown_text(struct shown *shown, struct text text)
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
shown_markdown(struct counts *counts, const char *file, struct text text)
{
    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct text line = text_slice(text, 0, end);
        struct text figure = mark_in(line, "<!-- figure: ");
        struct text list = mark_in(line, "<!-- list: ");

        text = text_from(text, end + 1);
        if (figure.length > 0)
            counts_shown(counts, file, figure, second_cell(line));
        if (list.length > 0)
            counts_listed(counts, COUNTS_MARKDOWN, file, list,
                          table_rows(text));
    }
}

/* The record that begins the text, line breaks inside quotes included; its
   last cell is *last, without quotes around it. */
static struct text
read_record(struct text text, struct text *last)
{
    bool in_quotes = false;
    size_t at = 0, cell = 0;
    struct text record;

    for (; at < text.length && (in_quotes || text.bytes[at] != '\n'); at++) {
        if (text.bytes[at] == '"')
            in_quotes = !in_quotes;
        else if (text.bytes[at] == ',' && !in_quotes)
            cell = at + 1;
    }
    record = text_slice(text, 0, at);
    *last = trim(text_from(record, cell));
    if (last->length >= 2 && last->bytes[0] == '"')
        *last = text_slice(*last, 1, last->length - 2);
    return record;
}

/* How often each id of a CSV file was met: there are a few, in every row. */
struct tally {
    struct text ids[64];
    size_t rows[64];
    size_t count;
};

static void
count_id(struct counts *counts, const char *file, struct tally *tally,
         struct text id)
{
    size_t i = 0;

    while (i < tally->count && !text_equal(tally->ids[i], id))
        i++;
    if (i == sizeof(tally->ids) / sizeof(tally->ids[0])) {
        counts_listed(counts, COUNTS_CSV, file, id, 1);
        return;
    }
    tally->ids[i] = id;
    tally->rows[i]++;
    tally->count += i == tally->count;
}

void
shown_csv(struct counts *counts, const char *file, struct text text)
{
    struct tally tally = {.count = 0};
    struct text ids;
    struct text record = read_record(text, &ids);

    if (text_starts(ids, "\xEF\xBB\xBF"))
        ids = text_from(ids, 3);
    if (!text_is(ids, "计入指标") && !text_is(ids, "figures"))
        return;
    counts_has_csv(counts, file);
    while ((text = text_from(text, record.length + 1)).length > 0) {
        record = read_record(text, &ids);
        while ((ids = trim(ids)).length > 0) {
            size_t end = text_find(ids, TEXT(" "));

            count_id(counts, file, &tally, text_slice(ids, 0, end));
            ids = text_from(ids, end);
        }
    }
    for (size_t i = 0; i < tally.count; i++)
        counts_listed(counts, COUNTS_CSV, file, tally.ids[i], tally.rows[i]);
}
