/*
 * A cell: where it stands, and what is said of it.
 */
#include "ledger/cells.h"

#include <string.h>

#include "intake/records.h"
#include "ledger/book.h"

/* The column's place in its ledger. */
size_t
cell_column(const struct cell *cell)
{
    return (size_t)(cell->column - ledgers[cell->export->ledger]->columns);
}

bool
cell_is_key(const struct cell *cell, const char *key)
{
    return key != NULL && key[0] == cell->column->key[0] &&
           strcmp(cell->column->key, key) == 0;
}

struct text
cell_title(const struct cell *cell)
{
    const struct input_file *export = cell->export;
    const struct ledger_type *type = ledgers[export->ledger];

    if (cell->column >= type->columns &&
        cell->column<type->columns + type->column_count &&export->title_of !=
                     NULL &&export->title_of[cell_column(cell)].length> 0)
        return export->title_of[cell_column(cell)];
    return text_of(cell->column->title);
}

bool
cell_report(const struct cell *cell, enum rule rule, struct text detail1,
            struct text detail2)
{
    const struct input_file *export = cell->export;
    const struct record *record = cell->record;
    struct finding finding = {
        .place = {export->source.path, record->line, cell->field, record->row},
        .title = cell_title(cell),
        .value = cell->text,
        .detail = {detail1, detail2}};

    if (cell->field > 0 && record->lines > 1)
        finding.place.line = record_field_line(
            export->source.content, export->delimiter, record, cell->field);
    return diag_report(cell->book->diag, rule, &finding);
}

/* The wording or advice of a message in both languages; what it would quote of
   the input stands beside it. */
static struct text
in_both(struct arena *arena, const struct message *message,
        struct text (*words)(struct arena *, const struct message *,
                             enum language))
{
    return text_format(arena, "\x1e%.*s\x1f%.*s\x1d",
                       TEXT_ARG(words(arena, message, ZH)),
                       TEXT_ARG(words(arena, message, EN)));
}

bool
cell_refuse(const struct cell *cell, enum rule rule, struct text detail1,
            struct text detail2)
{
    struct message message = {.rule = rule,
                              .finding.detail = {detail1, detail2}};

    if (cell->column->required)
        return cell_report(cell, rule, detail1, detail2);
    return cell_report(cell, RULE_CELL_UNREAD,
                       in_both(cell->scratch, &message, message_public_wording),
                       in_both(cell->scratch, &message, message_public_advice));
}

uint64_t
id_hash(struct text id)
{
    return text_hash(id, 0);
}
