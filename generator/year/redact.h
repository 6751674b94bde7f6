/*
 * The projection of a book to an edition.
 *
 * The public edition is made from texts that have gone through here: personal
 * columns are masked, names, phones, ID and bank numbers found in free text
 * are masked too, internal ledgers give no row at all.  Pages never see the
 * book's own texts.
 */
#ifndef YEAR_REDACT_H
#define YEAR_REDACT_H

#include <stdint.h>

#include "base/edition.h"
#include "ledger/book.h"

struct redact;

/* Gathers every person's name in the book (roster and person columns); the
   book is borrowed. */
struct redact *redact_new(struct arena *arena, const struct book *book,
                          enum edition edition);

/* row_shown for every column, projected to the edition.  A column that the
   edition does not have gives an empty text. */
void redact_texts(const struct redact *privacy, int ledger,
                  const struct row *row, struct arena *arena,
                  struct text *cells);

/* The same of the columns whose bits are set; the others are empty. */
struct redact_cells {
    int ledger;
    const struct row *row;
    uint64_t columns;
};

void redact_some(const struct redact *privacy, const struct redact_cells *which,
                 struct arena *arena, struct text *cells);

/* The same of a column of texts alone, which costs less than all. */
struct text redact_column(const struct redact *privacy, int ledger,
                          const struct row *row, size_t column,
                          struct arena *arena);

/* Whether the edition shows the ledger's rows, and the column. */
bool redact_shows_ledger(const struct redact *privacy, int ledger);
bool redact_shows_column(const struct redact *privacy, int ledger,
                         size_t column);

bool redact_is_public(const struct redact *privacy);

/* Whether the edition may show what stood in the column and what stands there
   now: two masks tell nothing. */
bool redact_shows_edits(const struct redact *privacy, int ledger,
                        size_t column);

/* Free text from elsewhere (file names, messages, the lead paragraph). */
struct text redact_text(const struct redact *privacy, struct text text,
                        struct arena *arena);

/* 张三 → 张*, 欧阳修 → 欧阳*, 阿卜杜·热合曼 → 阿**·***; by code points. */
struct text redact_name(struct arena *arena, struct text name);

/* What the leak gate searches for in the finished bytes: every personal value
   found in the book, each once, sorted. */
const struct text *redact_values(const struct redact *privacy, size_t *count);

/* What the leak gate would take for numbers of persons, and are amounts;
   sorted. */
const struct text *redact_amounts(const struct redact *privacy, size_t *count);

/* The lists officials edit, for the pages of the edition: settings are free
   texts. */
const struct codes *redact_codes(const struct redact *privacy,
                                 const struct codes *codes,
                                 struct arena *arena);

#endif
