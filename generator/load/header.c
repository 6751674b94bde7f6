#include "load/header.h"
#include "load/name_fields.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/book.h"
#include "ledger/names_mentioned.h"
#include "load/header_fields.h"
#include "load/header_search.h"
#include "load/row_kind.h"

enum { TITLES_QUOTED = 20 };

/* A file's header while it is being taken apart. */
struct taking {
    struct book *book;
    struct input_file *export;
    const struct titles *titles;
    const struct header_found *head;
    const struct header_field *fields; /* by field, the first at 0 */
};

static struct place
title_place(const struct taking *taking, size_t field)
{
    const struct head_row *row = &taking->head->rows[taking->head->last];

    return (struct place){taking->export->source.path, row->line,
                          (uint32_t)field, row->row};
}

/* About the title of a field; names the column of a key, if one is meant. */
static bool
report_title(const struct taking *taking, enum rule rule, size_t field,
             const struct column *column)
{
    struct arena *arena = taking->book->arena;
    struct text name = text_of(""), line = text_of("");

    if (column != NULL) {
        name = text_format(arena, BOTH("%s", "%s"), column->title,
                           column->english);
        line = title_alias_line(arena, taking->export->ledger, column,
                                taking->head->keys[field - 1]);
    }
    return diag_report(
        taking->book->diag, rule,
        &(struct finding){.place = title_place(taking, field),
                          .title = taking->head->titles[field - 1],
                          .detail = {name, line}});
}

/* Gives one field its meaning; false if the file cannot be read so. */
static bool
take_field(const struct taking *taking, size_t number)
{
    struct input_file *export = taking->export;
    const struct header_field *field = &taking->fields[number - 1];
    const struct column *column =
        &ledgers[export->ledger]->columns[field->column];

    switch (field->role) {
    case FIELD_COLUMN:
        export->field_of[field->column] = (uint32_t)number;
        export->title_of[field->column] = export->titles[number - 1];
        return true;
    case FIELD_TICK:
        export->ticks[export->tick_count++] =
            (struct tick){(uint32_t)number, field->tick};
        return true;
    case FIELD_DIMENSION:
        export->dimension_field[field->column] = (uint32_t)number;
        return true;
    case FIELD_FURTHER:
        export->further[export->further_count++] = (uint32_t)number;
        return true;
    case FIELD_UNTITLED:
        export->untitled[export->untitled_count++] = (uint32_t)number;
        return true;
    case FIELD_PERSONAL:
        report_title(taking, RULE_COLUMN_PERSONAL, number, NULL);
        return true;
    case FIELD_SECOND:
        report_title(taking, RULE_COLUMN_SECOND, number, column);
        return true;
    case FIELD_UNKNOWN:
        report_title(taking, RULE_COLUMN_UNKNOWN, number, NULL);
        return true;
    case FIELD_CONTRARY:
        return report_title(taking, RULE_COLUMN_REPEATED, number, NULL);
    case FIELD_SAME:
    case FIELD_SILENT:
        break;
    }
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

/* What may be written in its stead, and which lines would teach a title that
   stands there; they are only told. */
static struct text
remedies(const struct taking *taking, size_t column)
{
    struct arena *arena = taking->book->arena;
    int ledger = taking->export->ledger;
    const struct column *type = &ledgers[ledger]->columns[column];
    struct text others =
        titles_accepted(taking->titles, arena, ledger, column, TITLES_STEMS);
    struct text all =
        text_format(arena, "%s%s%.*s、%s", type->title,
                    others.length > 0 ? "、" : "", TEXT_ARG(others), type->key);
    bool is_first = true;

    for (size_t i = 0; i < taking->head->count; i++) {
        struct text key = taking->head->keys[i];

        if (taking->fields[i].role != FIELD_UNKNOWN ||
            !title_is_akin(key, ledger, column))
            continue;
        if (is_first)
            all = text_join(arena, all,
                            TEXT(BOTH("；文件中若有一列即是，请在 "
                                      "codes/aliases.csv（首行 "
                                      "ledger,key,title）中加一行：",
                                      "; if one of the file's columns is it, "
                                      "add a line to codes/aliases.csv (below "
                                      "ledger,key,title): ")));
        all = text_format(arena, "%.*s%s%.*s", TEXT_ARG(all),
                          is_first ? "" : BOTH(" 或 ", " or "),
                          TEXT_ARG(title_alias_line(arena, ledger, type, key)));
        is_first = false;
    }
    return all;
}

static bool
has_required(const struct taking *taking)
{
    const struct ledger_type *type = ledgers[taking->export->ledger];
    struct arena *arena = taking->book->arena;
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
                .detail = {text_format(arena, BOTH("%s", "%s"), column->title,
                                       column->english),
                           titles_found(taking), remedies(taking, i)}});
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

    header_search_likeliest(head);
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

static void
keep_notes(const struct taking *taking)
{
    const struct preamble *preamble = &taking->head->preamble;
    struct input_file *export = taking->export;
    bool is_until = date_is_given(preamble->as_of);
    struct month stated, wanted = taking->book->month;

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
    export->header_row = head->rows[head->last].row;
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

/* What the header says of a whole export is empty at first. */
static void
make_room(const struct taking *taking)
{
    struct input_file *export = taking->export;
    struct arena *arena = taking->book->arena;
    size_t columns = ledgers[export->ledger]->column_count;
    size_t dimensions = taking->book->codes->dimension_count;
    size_t fields = taking->head->count;

    export->field_of = arena_take(arena, columns * sizeof(*export->field_of));
    export->title_of = arena_take(arena, columns * sizeof(*export->title_of));
    export->dimension_field =
        arena_take(arena, (dimensions + 1) * sizeof(*export->dimension_field));
    export->ticks = arena_take(arena, fields * sizeof(*export->ticks));
    export->further = arena_take(arena, fields * sizeof(*export->further));
    export->untitled = arena_take(arena, fields * sizeof(*export->untitled));
    export->titles = arena_take(arena, fields * sizeof(*export->titles));
    for (size_t i = 0; i < fields; i++)
        export->titles[i] = text_copy(arena, taking->head->titles[i]);
}

/* The field, from 1, of the only empty title where each row that was looked at
   has one cell less than the header; else 0. */
static size_t
find_gap(const struct header_found *head)
{
    size_t gap = 0, rows = 0;

    for (size_t i = 0; i < head->count; i++) {
        if (head->titles[i].length > 0)
            continue;
        if (gap > 0 || i + 1 == head->count)
            return 0;
        gap = i + 1;
    }
    for (size_t i = head->last + 1; i < head->row_count; i++) {
        const struct head_row *row = &head->rows[i];

        if (row->filled < 2)
            continue;
        if (row->count + 1 != head->count)
            return 0;
        rows++;
    }
    return rows > 1 ? gap : 0;
}

/* With a delimiter too many the titles behind it stand above other cells. */
static void
report_gap(const struct taking *taking)
{
    size_t gap = find_gap(taking->head), cells = taking->head->count;
    struct arena *arena = taking->book->arena;

    if (gap > 0)
        diag_report(taking->book->diag, RULE_HEADER_CELLS,
                    &(struct finding){
                        .place = title_place(taking, gap),
                        .detail = {text_format(arena, "%zu", cells),
                                   text_format(arena, "%zu", cells - 1)}});
}

static bool
take_header(struct taking *taking, const struct head_search *search)
{
    struct input_file *export = taking->export;
    const struct header_found *head = taking->head;
    bool is_sound = true;

    export->ledger = head->ledger;
    make_room(taking);
    taking->fields = header_fields(taking->book, search, head);
    for (size_t field = 1; field <= head->count; field++)
        is_sound = take_field(taking, field) && is_sound;
    is_sound = has_required(taking) && is_sound;
    report_gap(taking);
    name_fields_further(&export->mentions, export->further,
                        export->further_count);
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
    struct taking taking = {book, export, titles, NULL, NULL};
    struct header_found head = {0};
    struct head_search search = {arena, titles, &export->source,
                                 month_year(book->year_start)};
    bool is_taken = false;

    export->ledger = -1;
    header_search(&search, &head);
    taking.head = &head;
    export->meant = head.ledger;
    export->unit = text_copy(book->arena, head.preamble.unit);
    name_fields_find(book->arena, &head, &export->mentions);
    if (head.ledger < 0) {
        report_missing(&taking, &head);
    } else if (strchr(",;\t", head.delimiter[0]) == NULL) {
        diag_report(book->diag, RULE_DELIMITER_REFUSED,
                    &(struct finding){.place = title_place(&taking, 0),
                                      .detail = {text_of(head.delimiter)}});
    } else {
        is_taken = take_header(&taking, &search);
        *rows = head.rows[head.last].after;
    }
    if (is_taken)
        keep_notes(&taking);
    arena_free(arena);
    return is_taken;
}
