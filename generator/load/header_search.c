#include "load/header_search.h"

#include <string.h>

#include "base/arena.h"
#include "base/path.h"
#include "intake/source.h"
#include "ledger/cells.h"
#include "ledger/characters.h"

/* No title is longer than the second. */
enum { MOST_LOOKED_AT = 64 * 1024, LONGEST_TITLE = 4096 };

static bool
is_hinted(const char *path, int ledger)
{
    struct text name = text_of(path_name(path));
    const char *rest = ledgers[ledger]->hints;

    for (struct text word; word_next(&rest, &word);)
        if (text_find(name, word) < name.length)
            return true;
    return false;
}

static bool
is_tick(const struct title *title)
{
    for (int i = 0; title != NULL && i < LEDGER_COUNT; i++)
        if (title->tick[i] != 0)
            return true;
    return false;
}

static void
keep_row(const struct head_search *search, const struct record *record,
         struct head_row *row)
{
    size_t count = record->damage == UNDAMAGED ? record->count : 0;

    row->cells = arena_take(search->arena, count * sizeof(*row->cells) + 1);
    row->keys = arena_take(search->arena, count * sizeof(*row->keys) + 1);
    row->meanings =
        arena_take(search->arena, count * sizeof(*row->meanings) + 1);
    row->count = count;
    row->line = record->line;
    row->row = record->row;
    row->damage = record->damage;
    for (size_t i = 0; i < count; i++) {
        struct text cell = text_trimmed(record->cells[i]);
        const struct title *title;

        row->cells[i] = text_copy(search->arena, cell);
        if (cell.length <= LONGEST_TITLE)
            row->keys[i] = folded_title(search->arena, row->cells[i]);
        row->meanings[i] = title = titles_find(search->titles, row->keys[i]);
        row->filled += cell.length > 0;
        row->known += title_is_column(title);
        row->ticks += !title_is_column(title) && is_tick(title);
    }
}

/* A full-width comma is no byte libcsv could split at: only to see whether it
   would have given a header, it becomes a control character. */
static struct text
split_byte_for(const struct head_search *search, const char *delimiter,
               char byte)
{
    struct text content =
        source_text(search->arena, search->source, 0, MOST_LOOKED_AT);
    size_t width = strlen(delimiter), length = 0;
    char *bytes = arena_take(search->arena, content.length + 1);

    for (size_t i = 0; i < content.length;)
        if (text_starts(text_from(content, i), delimiter)) {
            bytes[length++] = byte;
            i += width;
        } else {
            bytes[length++] = content.bytes[i++];
        }
    return (struct text){bytes, length};
}

static void
read_rows(const struct head_search *search, struct header_found *head)
{
    bool is_byte = strlen(head->delimiter) == 1;
    struct records *records =
        is_byte ? records_of(search->source, head->delimiter[0])
                : records_open(split_byte_for(search, head->delimiter, '\x1f'),
                               '\x1f');
    struct record record;

    while (head->row_count < HEAD_RECORDS && records_next(records, &record)) {
        struct head_row *row = &head->rows[head->row_count];

        keep_row(search, &record, row);
        row->after = records_mark(records);
        head->row_count += record.count > 0;
    }
    records_close(records);
}

/* The columns of the ledger that the titles give, as a bit set. */
static uint64_t
columns_of(const struct header_found *head)
{
    uint64_t columns = 0;

    for (size_t i = 0; i < head->count; i++) {
        const struct title *title = head->meanings[i];

        if (title != NULL && title->column[head->ledger] != 0)
            columns |= UINT64_C(1) << (title->column[head->ledger] - 1);
    }
    return columns;
}

size_t
header_search_ticks(const struct header_found *head)
{
    const struct ledger_type *type = ledgers[head->ledger];
    int status = column_index(type, type->status_key);
    size_t ticks = 0;

    if (status >= 0 && (columns_of(head) >> status & 1) != 0)
        return 0;
    for (size_t i = 0; i < head->count; i++) {
        const struct title *title = head->meanings[i];

        ticks += title != NULL && title->column[head->ledger] == 0 &&
                 title->tick[head->ledger] != 0;
    }
    return ticks >= 2 ? ticks : 0;
}

bool
header_search_stands_in(const struct header_found *head, size_t column)
{
    const struct ledger_type *type = ledgers[head->ledger];

    if (column_index(type, type->status_key) == (int)column)
        return header_search_ticks(head) > 0;
    return head->ledger == LEDGER_problems &&
           column_index(type, type->unit_key) == (int)column &&
           head->preamble.unit.length > 0;
}

static bool
is_of_one_ledger(const struct title *title)
{
    size_t count = 0;

    for (int i = 0; i < LEDGER_COUNT; i++)
        count += title->column[i] != 0;
    return count == 1;
}

/* How well the titles make a header of head->ledger. */
static void
score(struct header_found *head)
{
    const struct ledger_type *type = ledgers[head->ledger];
    uint64_t columns = columns_of(head);
    int name = type->name_key ? column_index(type, type->name_key) : -1;
    bool is_own = false;

    head->matched = header_search_ticks(head);
    head->is_complete = true;
    head->is_named = false;
    for (size_t i = 0; i < type->column_count; i++) {
        bool is_there = (columns >> i & 1) != 0;

        head->matched += is_there;
        if (type->columns[i].required && !is_there &&
            !header_search_stands_in(head, i))
            head->is_complete = false;
    }
    for (size_t i = 0; i < head->count; i++) {
        const struct title *title = head->meanings[i];

        if (title == NULL)
            continue;
        if (title->column[head->ledger] != 0 && is_of_one_ledger(title)) {
            is_own = true;
            head->is_named |= title->column[head->ledger] == name + 1;
        }
        if (head->ledger == LEDGER_evaluations)
            head->matched += title->dimension != 0;
    }
    if (head->matched < 2 ||
        (head->matched == 2 && !is_own && !head->is_complete))
        head->matched = 0;
}

/* Whether the titles are those of a, though only b has all it must have: a
   list of problems of projects is no list of projects. */
static bool
is_rather(const struct header_found *a, const struct header_found *b)
{
    return a->is_named && !b->is_named && a->matched > b->matched;
}

static bool
is_better(const struct header_found *a, const struct header_found *b)
{
    if (a->ledger < 0 || b->ledger < 0)
        return a->ledger >= 0;
    if (a->is_complete != b->is_complete)
        return a->is_complete ? !is_rather(b, a) : is_rather(a, b);
    if (!a->is_complete && a->is_named != b->is_named)
        return a->is_named;
    return a->matched > b->matched;
}

/* Tries the titles as a header of every ledger. */
static void
try_ledgers(const struct head_search *search, struct header_found *tried,
            struct header_found *best)
{
    for (int i = 0; i < LEDGER_COUNT; i++) {
        tried->ledger = i;
        score(tried);
        if (tried->matched == 0)
            continue;
        if (is_better(tried, best) ||
            (!is_better(best, tried) && best->first == tried->first &&
             best->last == tried->last && is_hinted(search->source->path, i) &&
             !is_hinted(search->source->path, best->ledger)))
            *best = *tried;
    }
}

/* Whether two rows are one header with merged cells: the lower one has two
   known titles or more (or the statuses of a matrix of ticks), mostly such,
   and is not the upper one again. */
static bool
is_pair(const struct head_row *upper, const struct head_row *lower)
{
    size_t same = 0, known = lower->known + lower->ticks;

    if (known < 2 || known * 2 < lower->filled || upper->known == 0)
        return false;
    for (size_t i = 0; i < lower->count && i < upper->count; i++)
        same += lower->cells[i].length > 0 &&
                text_equal(lower->cells[i], upper->cells[i]);
    return same * 2 < lower->filled;
}

static bool
is_known(const struct head_row *row, size_t field)
{
    return field < row->count && row->meanings[field] != NULL;
}

/* The lower title where it is known or alone, else the upper. */
static struct head_row
merged(struct arena *arena, const struct head_row *upper,
       const struct head_row *lower)
{
    struct head_row both = *lower;
    size_t count = upper->count > lower->count ? upper->count : lower->count;

    both.count = count;
    both.known = both.filled = 0;
    both.cells = arena_take(arena, count * sizeof(*both.cells) + 1);
    both.keys = arena_take(arena, count * sizeof(*both.keys) + 1);
    both.meanings = arena_take(arena, count * sizeof(*both.meanings) + 1);
    for (size_t i = 0; i < count; i++) {
        bool is_lower =
            is_known(lower, i) || (!is_known(upper, i) && i < lower->count &&
                                   lower->cells[i].length > 0);
        const struct head_row *row = is_lower ? lower : upper;

        if (i >= row->count)
            continue;
        both.cells[i] = row->cells[i];
        both.keys[i] = row->keys[i];
        both.meanings[i] = row->meanings[i];
        both.filled += row->cells[i].length > 0;
        both.known += title_is_column(row->meanings[i]);
    }
    return both;
}

static void
try_row(const struct head_search *search, const struct head_row *row,
        struct header_found *tried, struct header_found *best)
{
    tried->titles = row->cells;
    tried->keys = row->keys;
    tried->meanings = row->meanings;
    tried->count = row->count;
    try_ledgers(search, tried, best);
}

/* Whether the lower row may stand between an upper one and a third: it leaves
   most cells blank below what is titled, as a record would not. */
static bool
may_be_between(const struct head_row *upper, const struct head_row *lower)
{
    size_t below = 0;

    for (size_t i = 0; i < lower->count; i++)
        below += lower->cells[i].length > 0 && is_known(upper, i);
    return below * 2 < upper->known;
}

/* The row alone, and with those below as far as they are one header. */
static void
try_rows(const struct head_search *search, struct header_found *tried,
         struct header_found *best)
{
    struct head_row upper = tried->rows[tried->first];

    try_row(search, &upper, tried, best);
    while (tried->last + 1 < tried->row_count &&
           tried->last + 1 < tried->first + HEADER_ROWS) {
        const struct head_row *lower = &tried->rows[++tried->last];
        bool is_header = is_pair(&upper, lower);

        if (!is_header && !may_be_between(&upper, lower))
            return;
        upper = merged(search->arena, &upper, lower);
        if (is_header)
            try_row(search, &upper, tried, best);
    }
}

/* The best header when the content is split at the delimiter. */
static void
find_at(const struct head_search *search, const char *delimiter,
        struct header_found *head)
{
    struct header_found tried = {.delimiter = delimiter, .ledger = -1};

    read_rows(search, &tried);
    *head = tried;
    for (size_t i = 0; i < tried.row_count; i++) {
        const struct head_row *row = &tried.rows[i];

        tried.first = tried.last = i;
        try_rows(search, &tried, head);
        preamble_add(&tried.preamble, search->arena, row->cells, row->count,
                     search->campaign_year);
    }
}

/* Whether the delimiter may give a better header than what was found: than a
   complete one, only where it stands at all, and is no rare one. */
static bool
may_do_better(const struct head_search *search, const struct header_found *head,
              const char *delimiter)
{
    struct text content;

    if (head->ledger < 0 || !head->is_complete)
        return true;
    content = source_text(search->arena, search->source, 0, MOST_LOOKED_AT);
    return strchr(";\t", delimiter[0]) != NULL &&
           memchr(content.bytes, delimiter[0], content.length) != NULL;
}

/* Tries each delimiter, or the one stated by a first line "sep=;". */
void
header_search(const struct head_search *search, struct header_found *head)
{
    static const char *const all[] = {",", ";", "\t", "|", "，"};
    char stated[2] = {records_stated(search->source->content), '\0'};

    if (search->source->is_sheet)
        stated[0] = ',';
    head->ledger = -1;
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        struct header_found found;

        if (stated[0] != '\0' && strcmp(stated, all[i]) != 0)
            continue;
        if (!may_do_better(search, head, all[i]))
            continue;
        find_at(search, all[i], &found);
        if (head->delimiter == NULL || is_better(&found, head))
            *head = found;
    }
}

void
header_search_likeliest(struct header_found *head)
{
    size_t best = 0;

    for (size_t i = 1; i < head->row_count; i++)
        if (head->rows[i].known > head->rows[best].known ||
            (head->rows[i].known == head->rows[best].known &&
             head->rows[i].filled > head->rows[best].filled))
            best = i;
    if (head->row_count == 0)
        return;
    head->first = head->last = best;
    head->titles = head->rows[best].cells;
    head->keys = head->rows[best].keys;
    head->meanings = head->rows[best].meanings;
    head->count = head->rows[best].count;
}
