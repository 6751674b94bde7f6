#include "ledger/names_mentioned.h"

#include <string.h>

#include "base/arena.h"
#include "intake/lines.h"
#include "intake/records.h"
#include "intake/source.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"

/* clang-format off */
static const char labels[] =
    "填表人 填报人 制表人 统计人 审核人 复核人 经办人 负责人 联系人 统计员 "
    "分管领导";
/* clang-format on */

enum { FEWEST_HANZI = 2, MOST_HANZI = 4, MOST_DOTTED = 15 };

struct telling {
    const struct book *book;
    const struct input_file *export;
    const struct names_mentioned_sink *taker;
    const struct names_mentioned
        *mentions; /* those of the header passed last */
    struct arena *scratch;
    size_t skipped; /* of the export's skipped rows, those passed */
    struct place place;
};

static void
tell(const struct telling *telling, enum mention kind, struct text text)
{
    if (text.length > 0)
        telling->taker->take(telling->taker->data, kind, text, telling->place);
}

static bool
is_alphanumeric(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
}

/* How long a name of hanzi the text begins with, dots and all; 0 if what it
   begins with is none, longer than names are, or a code like 干部07, whose
   hanzi are a word and no name. */
static size_t
name_length(struct text text)
{
    size_t offset = 0, end = 0;
    int hanzi = 0, dots = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; end = offset) {
        if (character_is_hanzi(c))
            hanzi++;
        else if (c == 0xB7 && hanzi > 0)
            dots++;
        else if (is_alphanumeric(c))
            return 0;
        else
            break;
    }
    return hanzi >= FEWEST_HANZI &&
                   hanzi <= (dots > 0 ? MOST_DOTTED : MOST_HANZI)
               ? end
               : 0;
}

/* What stands behind 填表人： in the same cell, or alone in the next. */
static void
tell_label(const struct telling *telling, const struct record *record,
           size_t cell, struct text label)
{
    struct text text = record->cells[cell];
    size_t at = text_find(text, label), length;

    if (at == text.length)
        return;
    text = text_trimmed(text_from(text, at + label.length));
    if (text_starts(text, "：") || text_starts(text, ":"))
        text = text_trimmed(text_from(text, text.bytes[0] == ':' ? 1 : 3));
    else if (text.length > 0)
        return;
    if (text.length == 0 && cell + 1 < record->count)
        text = text_trimmed(record->cells[cell + 1]);
    length = name_length(text);
    tell(telling, MENTION_NAME, text_slice(text, 0, length));
}

static void
tell_note(const struct telling *telling, const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        const char *rest = labels;

        for (struct text label; word_next(&rest, &label);)
            tell_label(telling, record, i, label);
    }
}

static void
tell_row(struct telling *telling, const struct record *record)
{
    const struct names_mentioned *mentions = telling->mentions;

    for (size_t i = 0; i < record->count && i < mentions->count; i++) {
        telling->place.field = (uint32_t)i + 1;
        if (mentions->kinds[i] != MENTION_NOBODY)
            tell(telling, mentions->kinds[i], record->cells[i]);
    }
    telling->place.field = 0;
}

/* A record as its line says it, when no quotes can be made out. */
static void
split_damaged(const struct telling *telling, struct record *record)
{
    const struct names_mentioned *mentions = telling->mentions;
    struct text line = record->cells[0];

    if (record->damage == UNDAMAGED)
        return;
    record->cells =
        arena_take(telling->scratch, mentions->count * sizeof(struct text));
    record->count = 0;
    while (record->count < mentions->count && line.length > 0) {
        struct text delimiter = {&mentions->delimiter, 1};
        size_t end = text_find(line, delimiter);

        record->cells[record->count++] = text_slice(line, 0, end);
        line = text_from(line, end + 1);
    }
}

/* Whether the record is listed as no row; the list is in their order. */
static bool
is_skipped(struct telling *telling, const struct record *record)
{
    const struct input_file *export = telling->export;

    while (telling->skipped < export->skipped_count &&
           export->skipped[telling->skipped].to < record->line)
        telling->skipped++;
    return telling->skipped < export->skipped_count &&
           export->skipped[telling->skipped].line <= record->line;
}

static void
tell_export(struct telling *telling)
{
    const struct source *source = &telling->export->source;
    struct records *records;
    struct record record;
    size_t behind = 0;

    telling->mentions = &telling->export->mentions;
    records = records_of(source, telling->mentions->delimiter);
    telling->skipped = 0;
    while (records_next(records, &record)) {
        if (telling->mentions->next != NULL &&
            record.line >= telling->mentions->next->header_line)
            telling->mentions = telling->mentions->next;
        split_damaged(telling, &record);
        telling->place.line = record.line;
        telling->place.row = record.row;
        if (is_skipped(telling, &record) ||
            record.line <= telling->mentions->header_line)
            tell_note(telling, &record);
        else
            tell_row(telling, &record);
        arena_reset(telling->scratch);
        if (record.offset - behind > SOURCE_WINDOW) {
            source_let_go(source, behind, record.offset);
            behind = record.offset;
        }
    }
    source_let_go(source, behind, source->size);
    records_close(records);
}

/* In pieces that end with a line. */
static void
tell_content(const struct telling *telling)
{
    const struct source *source = &telling->export->source;
    struct text content = source->content;

    for (size_t at = 0, end; at < content.length; at = end) {
        end = content.length - at > SOURCE_WINDOW
                  ? lines_after(content, at + SOURCE_WINDOW)
                  : content.length;
        tell(telling, MENTION_CONTENT,
             source_text(telling->scratch, source, at, end - at));
        arena_reset(telling->scratch);
        source_let_go(source, at, end);
    }
}

void
names_mentioned_tell(const struct book *book,
                     const struct names_mentioned_sink *taker)
{
    struct telling telling = {
        .book = book, .taker = taker, .scratch = arena_new()};

    for (size_t i = 0; i < book->file_count; i++) {
        telling.export = &book->files[i];
        if (telling.export->source.content.length == 0)
            continue;
        telling.place = (struct place){.path = telling.export->source.path};
        tell_content(&telling);
        if (telling.export->mentions.kinds != NULL)
            tell_export(&telling);
    }
    arena_free(telling.scratch);
}
