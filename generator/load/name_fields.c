#include "load/name_fields.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"
#include "load/header_search.h"

/* A title of the ledger itself says what its column holds; one of another
   ledger says so where this one ignores it. */
static enum mention
kind_of_title(const struct title *title, struct text folded, int ledger)
{
    static const enum mention of_persons[] = {
        [TITLE_OF_NOBODY] = MENTION_NOBODY,
        [TITLE_OF_PERSON] = MENTION_NAME,
        [TITLE_OF_REACH] = MENTION_PERSONAL,
        [TITLE_OF_IDENTITY] = MENTION_IDENTITY,
    };
    bool is_own = title != NULL && ledger >= 0 && title->column[ledger] != 0;
    enum title_person person = title_person(folded);
    bool is_text = false;

    if (!is_own && person != TITLE_OF_NOBODY)
        return of_persons[person];
    if (!is_own && title != NULL && ledger >= 0 &&
        title->role[ledger] == TITLE_PERSONAL)
        return MENTION_NAME;
    for (int l = 0; title != NULL && l < LEDGER_COUNT; l++) {
        enum kind kind;

        if (title->column[l] == 0 || (is_own && l != ledger))
            continue;
        kind = ledgers[l]->columns[title->column[l] - 1].kind;
        if (kind == KIND_PERSONS)
            return MENTION_NAME;
        is_text = is_text || kind == KIND_TEXT;
    }
    return is_text ? MENTION_TEXT : MENTION_NOBODY;
}

/* Whether a row of a table nobody knows is its header. */
static bool
says_something(const struct head_row *row)
{
    enum { LONGEST_TITLE = 30 };

    if (row->known > 0)
        return true;
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].length <= LONGEST_TITLE &&
            title_person(row->keys[i]) != TITLE_OF_NOBODY)
            return true;
    return false;
}

void
name_fields_find(struct arena *arena, const struct header_found *head,
                 struct names_mentioned *mentions)
{
    struct head_row row = {.meanings = head->meanings,
                           .keys = head->keys,
                           .count = head->count,
                           .line = head->rows[head->last].line};
    size_t known = 0;

    if (head->ledger < 0) {
        while (known < head->row_count && !says_something(&head->rows[known]))
            known++;
        if (known == head->row_count)
            return;
        row = head->rows[known];
    }
    mentions->delimiter = head->delimiter[0];
    mentions->header_line = row.line;
    mentions->count = row.count;
    mentions->kinds = arena_take(arena, row.count + 1);
    for (size_t i = 0; i < row.count; i++)
        mentions->kinds[i] =
            (uint8_t)kind_of_title(row.meanings[i], row.keys[i], head->ledger);
}

void
name_fields_further(struct names_mentioned *mentions, const uint32_t *fields,
                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        mentions->kinds[fields[i] - 1] = MENTION_TEXT;
}

void
name_fields_go_on(struct arena *arena, const struct titles *titles, int ledger,
                  const struct record *header, struct names_mentioned *mentions)
{
    struct arena *scratch = arena_new();
    struct names_mentioned *next = ARENA_NEW(arena, struct names_mentioned);

    while (mentions->next != NULL)
        mentions = mentions->next;
    *next =
        (struct names_mentioned){.kinds = arena_take(arena, header->count + 1),
                                 .count = header->count,
                                 .header_line = header->line,
                                 .delimiter = mentions->delimiter};
    for (size_t i = 0; i < header->count; i++) {
        struct text key = folded_title(scratch, header->cells[i]);

        next->kinds[i] =
            (uint8_t)kind_of_title(titles_find(titles, key), key, ledger);
    }
    mentions->next = next;
    arena_free(scratch);
}
