#include "load/header.h"
#include "load/name_fields.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/characters.h"
#include "ledger/names_mentioned.h"
#include "load/header_search.h"
#include "load/row_kind.h"

enum { TITLES_QUOTED = 20 };

/* A file's header while it is being taken apart. */
struct taking {
    struct book *book;
    struct input_file *export;
    const struct header_found *head;
};

static struct place
title_place(const struct taking *taking, size_t field)
{
    const struct head_row *row = &taking->head->rows[taking->head->last];

    return (struct place){taking->export->source.path, row->line,
                          (uint32_t)field, row->row};
}

static bool
report_title(const struct taking *taking, enum rule rule, size_t field)
{
    return diag_report(
        taking->book->diag, rule,
        &(struct finding){.place = title_place(taking, field),
                          .title = taking->head->titles[field - 1]});
}

/* Two columns that stand for the same. */
static bool
report_repeated(const struct taking *taking, const char *key, size_t earlier,
                size_t field)
{
    struct text both = text_format(taking->book->arena, "%.*s、%.*s",
                                   TEXT_ARG(taking->head->titles[earlier - 1]),
                                   TEXT_ARG(taking->head->titles[field - 1]));

    return diag_report(
        taking->book->diag, RULE_COLUMN_REPEATED,
        &(struct finding){.place = title_place(taking, field),
                          .title = taking->head->titles[field - 1],
                          .detail = {text_of(key), both}});
}

static void
note_unread(const struct taking *taking, size_t field)
{
    const struct title *title = taking->head->meanings[field - 1];
    bool is_personal =
        title != NULL ? title->is_personal
                      : title_sounds_personal(taking->head->titles[field - 1]);

    if (is_personal)
        report_title(taking, RULE_COLUMN_PERSONAL, field);
    else if (taking->head->titles[field - 1].length > 0 &&
             (title == NULL || !title->is_ordinary))
        report_title(taking, RULE_COLUMN_UNKNOWN, field);
}

/* Gives one field its meaning; false if another has it already. */
static bool
take_field(const struct taking *taking, size_t field)
{
    struct input_file *export = taking->export;
    const struct title *title = taking->head->meanings[field - 1];
    const struct ledger_type *type = ledgers[export->ledger];
    struct text written = taking->head->titles[field - 1];
    uint32_t *place;

    if (title == NULL || title->is_personal) {
        note_unread(taking, field);
        return true;
    }
    if (title->column[export->ledger] != 0) {
        size_t column = title->column[export->ledger] - 1u;

        place = &export->field_of[column];
        if (*place != 0)
            return report_repeated(taking, type->columns[column].key, *place,
                                   field);
        export->title_of[column] = text_copy(taking->book->arena, written);
    } else if (title->dimension != 0 && export->ledger == LEDGER_evaluations) {
        place = &export->dimension_field[title->dimension - 1];
        if (*place != 0)
            return report_repeated(taking, "dimension", *place, field);
    } else if (title->tick[export->ledger] != 0 &&
               header_search_ticks(taking->head) > 0) {
        export->ticks[export->tick_count++] =
            (struct tick){(uint32_t)field, title->tick[export->ledger]};
        return true;
    } else {
        note_unread(taking, field);
        return true;
    }
    *place = (uint32_t)field;
    return true;
}

static struct text
titles_found(const struct taking *taking)
{
    struct text found = text_of("");
    size_t quoted = 0;

    for (size_t i = 0; i < taking->head->count; i++) {
        struct text title = taking->head->titles[i];

        if (title.length == 0)
            continue;
        if (++quoted > TITLES_QUOTED)
            return text_join(taking->book->arena, found, text_of("…"));
        found = text_format(taking->book->arena, "%.*s%s%.*s", TEXT_ARG(found),
                            quoted > 1 ? "、" : "", TEXT_ARG(title));
    }
    return found;
}

static bool
has_required(const struct taking *taking)
{
    const struct ledger_type *type = ledgers[taking->export->ledger];
    bool has = true;

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];

        if (!column->required || taking->export->field_of[i] != 0 ||
            header_search_stands_in(taking->head, i))
            continue;
        has = diag_report(
            taking->book->diag, RULE_COLUMN_MISSING,
            &(struct finding){
                .place = title_place(taking, 0),
                .title = text_of(column->title),
                .value = titles_found(taking),
                .detail = {text_of(column->key),
                           titles_accepted(taking->book->arena, column)}});
    }
    return has;
}

/* Tells the rows that cannot be read, for one may have been the header; false
   if there is none. */
static bool
report_damaged(const struct taking *taking, const struct header_found *head)
{
    bool is_damaged = false;

    for (size_t i = 0; i < head->row_count; i++) {
        const struct head_row *row = &head->rows[i];

        if (row->damage == UNDAMAGED)
            continue;
        is_damaged = true;
        diag_report(taking->book->diag,
                    row->damage == DAMAGE_UNCLOSED ? RULE_QUOTE_UNCLOSED
                                                   : RULE_QUOTE_STRAY,
                    &(struct finding){.place = {taking->export->source.path,
                                                row->line, 0, row->row}});
    }
    return is_damaged;
}

/* The titles of the best row that is no header, for the message.  Where the
   encoding was only supposed, that is more likely what is wrong. */
static bool
report_missing(struct taking *taking, struct header_found *head)
{
    const struct source *source = &taking->export->source;
    struct text found;
    bool is_damaged = report_damaged(taking, head);
    size_t best = 0;

    for (size_t i = 1; i < head->row_count; i++)
        if (head->rows[i].known > head->rows[best].known ||
            (head->rows[i].known == head->rows[best].known &&
             head->rows[i].filled > head->rows[best].filled))
            best = i;
    if (head->row_count > 0) {
        head->titles = head->rows[best].cells;
        head->count = head->rows[best].count;
    }
    taking->head = head;
    if (source->needs_header)
        return diag_report(taking->book->diag, RULE_ENCODING_UNLIKELY,
                           &(struct finding){.place = {.path = source->path},
                                             .detail = {text_of(encoding_name(
                                                 source->encoding))}});
    found = titles_found(taking);
    return diag_report(
        taking->book->diag,
        found.length > 0 || is_damaged ? RULE_HEADER_MISSING : RULE_FILE_EMPTY,
        &(struct finding){.place = {.path = source->path}, .detail = {found}});
}

/* Tries each delimiter, or the one stated by a first line "sep=;". */
static void
find_head(const struct head_search *search, struct header_found *head)
{
    static const char *const all[] = {",", ";", "\t", "|", "，"};
    char stated[2] = {records_stated(search->source->content), '\0'};

    head->ledger = -1;
    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        struct header_found found;

        if (stated[0] != '\0' && strcmp(stated, all[i]) != 0)
            continue;
        if (head->ledger >= 0 && head->is_complete && i >= 3)
            break;
        header_search_find(search, all[i], &found);
        if (head->delimiter == NULL || header_search_is_better(&found, head))
            *head = found;
    }
}

static void
keep_notes(const struct taking *taking)
{
    const struct preamble *preamble = &taking->head->preamble;
    struct input_file *export = taking->export;
    bool is_until = date_is_given(preamble->as_of);
    struct month stated, wanted = taking->book->month;

    export->unit = text_copy(taking->book->arena, preamble->unit);
    export->as_of = is_until ? preamble->as_of : preamble->made_on;
    if (export->source.folder.number != 0)
        wanted = export->source.folder;
    if (!date_is_given(export->as_of) || wanted.number == 0)
        return;
    /* A return for October may be filled in early in November. */
    stated = month_of(export->as_of);
    if (stated.number == wanted.number ||
        (!is_until && stated.number == wanted.number + 1))
        return;
    diag_report(taking->book->diag, RULE_AS_OF_DIFFERS,
                &(struct finding){
                    .place = {.path = export->source.path},
                    .detail = {date_text(taking->book->arena, export->as_of),
                               month_text(taking->book->arena, wanted)}});
}

/* What the rows of the export need to know of the header. */
static void
keep_header(const struct taking *taking)
{
    const struct header_found *head = taking->head;
    struct input_file *export = taking->export;
    struct arena *arena = taking->book->arena;

    export->delimiter = head->delimiter[0];
    export->header_line = head->rows[head->last].line;
    export->cells = head->count;
    for (size_t i = 0; i < head->first; i++)
        row_kind_add(export, head->rows[i].line,
                     head->rows[i].filled > 0 ||
                             head->rows[i].damage != UNDAMAGED
                         ? SKIP_TITLE
                         : SKIP_BLANK);
    for (size_t i = head->first; i <= head->last; i++) {
        const struct head_row *row = &head->rows[i];
        struct heading *heading = &export->headings[export->heading_count++];

        heading->cells = arena_take(arena, row->count * sizeof(struct text));
        heading->count = row->count;
        for (size_t c = 0; c < row->count; c++)
            heading->cells[c] = text_copy(arena, row->cells[c]);
        while (heading->first + 1 < row->count &&
               row->cells[heading->first].length == 0)
            heading->first++;
    }
}

static bool
take_header(struct taking *taking)
{
    struct input_file *export = taking->export;
    struct arena *arena = taking->book->arena;
    const struct header_found *head = taking->head;
    const struct ledger_type *type = ledgers[head->ledger];
    bool is_sound = true;

    export->ledger = head->ledger;
    export->field_of =
        arena_take(arena, type->column_count * sizeof(*export->field_of));
    export->title_of =
        arena_take(arena, type->column_count * sizeof(*export->title_of));
    export->dimension_field =
        arena_take(arena, (taking->book->codes->dimension_count + 1) *
                              sizeof(*export->dimension_field));
    export->ticks = arena_take(arena, (header_search_ticks(head) + 1) *
                                          sizeof(*export->ticks));
    for (size_t field = 1; field <= head->count; field++)
        is_sound = take_field(taking, field) && is_sound;
    is_sound = has_required(taking) && is_sound;
    if (is_sound)
        keep_header(taking);
    else
        export->ledger = -1;
    return is_sound;
}

bool
header_read(struct book *book, struct input_file *export,
            const struct titles *titles, struct mark *rows)
{
    struct arena *arena = arena_new();
    struct taking taking = {book, export, NULL};
    struct header_found head = {0};
    struct head_search search = {arena, titles, &export->source,
                                 month_year(book->year_start)};
    bool is_taken = false;

    export->ledger = -1;
    find_head(&search, &head);
    taking.head = &head;
    export->meant = head.ledger;
    name_fields_find(book->arena, &head, &export->mentions);
    if (head.ledger < 0) {
        report_missing(&taking, &head);
    } else if (strchr(",;\t", head.delimiter[0]) == NULL) {
        diag_report(book->diag, RULE_DELIMITER_REFUSED,
                    &(struct finding){.place = title_place(&taking, 0),
                                      .detail = {text_of(head.delimiter)}});
    } else {
        is_taken = take_header(&taking);
        *rows = head.rows[head.last].after;
    }
    if (is_taken)
        keep_notes(&taking);
    arena_free(arena);
    return is_taken;
}
