#include "load/title_report.h"

#include "base/arena.h"
#include "ledger/book.h"
#include "load/header_search.h"

/* The ledger that most titles of a row are of. */
static int
likeliest_ledger(const struct header_found *head)
{
    size_t most = 0;
    int likeliest = -1;

    for (int l = 0; l < LEDGER_COUNT; l++) {
        size_t count = 0;

        for (size_t i = 0; i < head->count; i++)
            count +=
                head->meanings[i] != NULL && head->meanings[i]->column[l] != 0;
        if (count > most) {
            most = count;
            likeliest = l;
        }
    }
    return likeliest;
}

static struct titled
titled(struct book *book, const struct header_found *head,
       const struct header_field *fields, size_t i)
{
    const struct column *columns = ledgers[head->ledger]->columns;
    struct titled titled = {.title = text_copy(book->arena, head->titles[i]),
                            .role = fields[i].role};
    int proposal = header_fields_proposal(head, fields, i);
    int status =
        column_index(ledgers[head->ledger], ledgers[head->ledger]->status_key);

    if (fields[i].role == FIELD_COLUMN)
        titled.column = &columns[fields[i].column];
    else if (fields[i].role == FIELD_TICK && status >= 0)
        titled.column = &columns[status];
    if (proposal >= 0) {
        titled.proposal = &columns[proposal];
        titled.line = title_alias_line(book->arena, head->ledger,
                                       titled.proposal, head->keys[i]);
    }
    return titled;
}

static void
fill_report(struct book *book, const struct head_search *search,
            struct header_found *head, struct title_report *report)
{
    const struct header_field *fields;

    report->ledger = head->ledger;
    if (head->ledger < 0) {
        header_search_likeliest(head);
        head->ledger = likeliest_ledger(head);
    }
    report->likeliest = head->ledger;
    if (head->ledger < 0)
        head->ledger = LEDGER_problems; /* as good as any to know persons by */
    fields = header_fields(book, search, head);
    report->titles =
        arena_take(book->arena, (head->count + 1) * sizeof(*report->titles));
    for (size_t i = 0; i < head->count; i++)
        if (fields[i].role != FIELD_UNTITLED)
            report->titles[report->count++] = titled(book, head, fields, i);
}

void
title_report(struct book *book, const struct input_file *export,
             const struct titles *titles, struct title_report *report)
{
    struct head_search search = {.titles = titles, .source = &export->source};
    struct header_found head = {0};

    *report = (struct title_report){.ledger = -1, .likeliest = -1};
    search.arena = arena_new();
    header_search(&search, &head);
    if (head.row_count > 0)
        fill_report(book, &search, &head, report);
    arena_free(search.arena);
}
