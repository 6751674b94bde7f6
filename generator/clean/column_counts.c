#include "clean/column_counts.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "clean/repair.h"
#include "intake/records.h"

enum {
    MOST_ABOVE = 20,
    HEADS = 64,      /* first records of which more is kept than a count */
    FEWEST_CELLS = 3 /* of a table that a title can be told from */
};

struct header_found {
    size_t count;  /* of cells */
    size_t titles; /* up to the last one filled */
    size_t filled; /* of a damaged record SIZE_MAX */
    size_t parts;  /* of a record of one cell, split by another delimiter */
};

struct count {
    struct header_found heads[HEADS];
    size_t records;
    size_t *counted; /* records by their number of cells */
    size_t room;
};

static void
count_cells(struct count *count, size_t cells)
{
    if (cells >= count->room) {
        size_t room = 2 * cells + 64;

        count->counted =
            must_grow(count->counted, room * sizeof(*count->counted));
        memset(count->counted + count->room, 0,
               (room - count->room) * sizeof(*count->counted));
        count->room = room;
    }
    count->counted[cells]++;
}

static size_t
last_filled(const struct record *record)
{
    size_t cells = record->count;

    while (cells > 0 && record->cells[cells - 1].length == 0)
        cells--;
    return cells;
}

/* The most parts, none empty, in which another delimiter splits the text; what
   says "填报人：" is no header. */
static size_t
count_parts(struct text text)
{
    size_t most = 1;

    if (text_find(text, TEXT("：")) < text.length ||
        text_find(text, TEXT(":")) < text.length)
        return 1;
    for (const char *other = HEADER_DELIMITERS; *other != '\0'; other++) {
        size_t parts = 1, start = 0;
        bool has_empty = false;

        for (size_t i = 0; i <= text.length; i++) {
            if (i < text.length && text.bytes[i] != *other)
                continue;
            has_empty |= i == start;
            parts += i < text.length;
            start = i + 1;
        }
        if (!has_empty && parts > most)
            most = parts;
    }
    return most;
}

static struct header_found
head_of(const struct record *record)
{
    struct header_found head = {record->count, last_filled(record), 0, 0};

    if (record->damage != UNDAMAGED)
        return (struct header_found){.filled = SIZE_MAX};
    for (size_t i = 0; i < head.titles; i++)
        head.filled += record->cells[i].length > 0;
    if (head.count == 1)
        head.parts = count_parts(record->cells[0]);
    return head;
}

static void
count_records(struct count *count, struct records *records, size_t most)
{
    struct record record;

    while (count->records < most && records_next(records, &record)) {
        if (record.damage == UNDAMAGED && record.count == 0)
            continue;
        if (count->records < HEADS)
            count->heads[count->records] = head_of(&record);
        if (record.damage == UNDAMAGED)
            count_cells(count, record.count);
        count->records++;
    }
}

static void
find_usual(const struct count *count, struct column_counts *found)
{
    found->even = 0;
    found->usual = 0;
    for (size_t cells = 1; cells < count->room; cells++)
        if (count->counted[cells] > 0 && count->counted[cells] >= found->even) {
            found->usual = cells;
            found->even = count->counted[cells];
        }
}

/* A title fills one cell; who reports and when, a few.  One cell of as many
   parts as there are columns is a header. */
static bool
is_sparse(const struct header_found *head, size_t usual)
{
    if (head->parts == usual)
        return false;
    return head->filled <= 1 ||
           (head->filled != SIZE_MAX && 4 * head->filled <= usual);
}

/* Lines of text may be more than the rows of the table below them: then all
   rows have one number of cells, and no line above has so many. */
static size_t
count_above_small(const struct count *count)
{
    size_t i = 0, cells, with_cells = 0;

    while (i < MOST_ABOVE && i < count->records && count->heads[i].filled <= 1)
        i++;
    if (i == MOST_ABOVE || i + 1 >= count->records)
        return 0;
    cells = count->heads[i].count;
    for (size_t above = 0; above < i; above++)
        with_cells += count->heads[above].count == cells;
    if (cells < FEWEST_CELLS || with_cells > 0 ||
        count->heads[i].filled == SIZE_MAX ||
        count->counted[cells] != count->records - i)
        return 0;
    return i > 0 && count->heads[i - 1].parts == cells ? i - 1 : i;
}

/* A header fills more than half of the columns.  Of several records the last
   is the full one, unless it has gaps that those below it fill. */
static size_t
count_above(const struct count *count, const struct column_counts *all,
            uint32_t header_records)
{
    size_t i = 0, full;

    if (all->usual < FEWEST_CELLS || !column_counts_are_agreed(all))
        return count_above_small(count);
    while (i < MOST_ABOVE && i < count->records &&
           is_sparse(&count->heads[i], all->usual))
        i++;
    if (i == MOST_ABOVE || i == count->records)
        return 0;
    full = count->heads[i].filled;
    if (count->heads[i].parts == all->usual)
        full = all->usual;
    if (header_records == 1)
        return 2 * full > all->usual ? i : 0;
    if (full < all->usual)
        return i;
    return i > header_records - 1 ? i - (header_records - 1) : 0;
}

/* Takes what is no row out of the count again. */
static void
take_heads(struct count *count, size_t heads, struct column_counts *found)
{
    if (heads > HEADS)
        heads = HEADS;
    for (size_t i = 0; i < heads && i < count->records; i++) {
        const struct header_found *head = &count->heads[i];

        found->records--;
        if (head->filled != SIZE_MAX)
            count->counted[head->count]--;
        if (i < found->above)
            continue;
        if (head->count > found->header_cells)
            found->header_cells = head->count;
        if (head->titles > found->titles) {
            found->titles = head->titles;
            found->gaps =
                head->filled < head->titles ? head->titles - head->filled : 0;
        }
    }
}

struct column_counts
column_counts_of(struct text content, char delimiter, uint32_t header_records,
                 size_t most)
{
    struct count count = {.records = 0};
    struct column_counts found = {0};
    struct records *records = records_open(content, delimiter);

    count_records(&count, records, most);
    records_close(records);
    found.records = count.records;
    find_usual(&count, &found);
    if (header_records > 0) {
        found.above = count_above(&count, &found, header_records);
        take_heads(&count, found.above + header_records, &found);
        find_usual(&count, &found);
    }
    free(count.counted);
    return found;
}

bool
column_counts_are_agreed(const struct column_counts *found)
{
    return found->even > 1 && found->even * 2 > found->records;
}

bool
column_counts_are_perfect(const struct column_counts *found,
                          uint32_t header_records)
{
    return found->usual > 1 && found->even == found->records &&
           (header_records == 0 || found->header_cells == found->usual);
}
