/*
 * A filter over the first two bytes of all names, and another over their first
 * two characters, tell of almost every place in a text that no name can begin
 * there.
 */
#include "year/redact.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "year/pii_patterns.h"
#include "year/pii_values.h"

enum { FILTER_BITS = 1 << 16 };

struct redact {
    const struct book *book;
    enum edition edition;
    struct pii_values secrets;       /* empty in the internal edition */
    uint8_t begins[FILTER_BITS / 8]; /* by two bytes */
    uint8_t filter[FILTER_BITS / 8]; /* by the hash of two characters */
};

static int
by_bytes(const void *a, const void *b)
{
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

/* The bytes of the two characters at the offset. */
static struct text
pair_at(struct text text, size_t offset)
{
    size_t end = offset;

    text_next(text, &end);
    text_next(text, &end);
    return text_slice(text, offset, end - offset);
}

/* 干部07 does not stand in 干部071, nor Li in List. */
static bool
stands_alone(struct text text, size_t offset, struct text name)
{
    size_t end = offset + name.length;

    return !(offset > 0 &&
             pii_runs_on(text.bytes[offset - 1], text.bytes[offset])) &&
           !(end < text.length &&
             pii_runs_on(text.bytes[end - 1], text.bytes[end]));
}

/* Behind the last name that is not after the text at the offset. */
static size_t
names_up_to(const struct redact *privacy, struct text rest)
{
    size_t low = 0, high = privacy->secrets.name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(privacy->secrets.names[middle], rest) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many bytes the two begin with alike. */
static size_t
alike(struct text a, struct text b)
{
    size_t length = 0;

    while (length < a.length && length < b.length &&
           a.bytes[length] == b.bytes[length])
        length++;
    return length;
}

/* The longest name that begins at the offset.  Of a sorted list the last name
   that is not after a text is its longest prefix there, or tells how much of
   the text any shorter one may have. */
static size_t
name_at(const struct redact *privacy, struct text text, size_t offset)
{
    struct text rest = text_from(text, offset), pair = pair_at(text, offset);
    uint64_t bit = text_hash(pair, 0) % FILTER_BITS;
    size_t place;

    if (!(privacy->filter[bit / 8] >> bit % 8 & 1))
        return 0;
    while (rest.length >= pair.length &&
           (place = names_up_to(privacy, rest)) > 0) {
        struct text name = privacy->secrets.names[place - 1];
        size_t length = alike(name, rest);

        if (length == name.length && stands_alone(text, offset, name))
            return length;
        rest.length = length < name.length ? length : length - 1;
    }
    return 0;
}

/* The kind of number at the offset that must not be seen.  An id of a record
   may be long: it is masked only if it is somebody's number all the same. */
static enum pii_kind
number_at(const struct redact *privacy, struct text text, size_t offset,
          bool is_id, size_t *length)
{
    enum pii_kind kind = pii_at(text, offset, length);
    struct text number = text_slice(text, offset, *length);

    if (kind != PII_NONE && is_id &&
        bsearch(&number, privacy->secrets.all, privacy->secrets.count,
                sizeof(number), by_bytes) == NULL)
        return PII_NONE;
    return kind;
}

static size_t
two_bytes(const char *bytes)
{
    return (size_t)((unsigned char)bytes[0] << 8 | (unsigned char)bytes[1]);
}

/* Where a name or a number may begin, from the offset on: a name has two
   bytes at least. */
static size_t
next_suspect(const struct redact *privacy, struct text text, size_t offset)
{
    for (; offset + 1 < text.length; offset++) {
        size_t bit = two_bytes(text.bytes + offset);

        if ((text.bytes[offset] >= '0' && text.bytes[offset] <= '9') ||
            privacy->begins[bit / 8] >> bit % 8 & 1)
            return offset;
    }
    return text.length;
}

/* What is copied of a text, with masks in it; nothing masked is longer than
   what it stands for, so the copy fits. */
struct masking {
    struct text text;
    char *bytes; /* NULL while nothing is masked */
    size_t written;
    size_t copied; /* of the text */
};

/* Copies what stands before the offset, and steps over what is masked. */
static char *
make_way(struct masking *masking, size_t offset, size_t length,
         struct arena *arena)
{
    size_t plain = offset - masking->copied;

    if (masking->bytes == NULL)
        masking->bytes = arena_take(arena, masking->text.length + 1);
    memcpy(masking->bytes + masking->written,
           masking->text.bytes + masking->copied, plain);
    masking->written += plain;
    masking->copied = offset + length;
    return masking->bytes + masking->written;
}

/* The text itself when there is nothing to mask. */
static struct text
masked(const struct redact *privacy, struct text text, bool is_id,
       struct arena *arena)
{
    struct masking masking = {.text = text};
    size_t length, at = 0;

    while ((at = next_suspect(privacy, text, at)) < text.length) {
        enum pii_kind kind;

        length = name_at(privacy, text, at);
        if (length > 0)
            masking.written += name_mask(text_slice(text, at, length),
                                         make_way(&masking, at, length, arena));
        else if ((kind = number_at(privacy, text, at, is_id, &length)) !=
                 PII_NONE)
            masking.written += pii_mask(kind, text_slice(text, at, length),
                                        make_way(&masking, at, length, arena));
        at += length;
    }
    if (masking.bytes == NULL)
        return text;
    make_way(&masking, text.length, 0, arena);
    return (struct text){masking.bytes, masking.written};
}

static struct text
masked_names(struct text cell, struct arena *arena)
{
    struct text *items, all = TEXT("");
    size_t count = list_split(arena, cell, &items);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            all = text_join(arena, all, TEXT("、"));
        all = text_join(arena, all, redact_name(arena, items[i]));
    }
    return all;
}

static struct text
projected(const struct redact *privacy, const struct column *column,
          struct text cell, struct arena *arena)
{
    switch (column->kind) {
    case KIND_PERSONS:
        return masked_names(cell, arena);
    case KIND_ID:
        return masked(privacy, cell, true, arena);
    case KIND_TEXT:
    case KIND_UNITS:
    case KIND_UNIT:
    case KIND_CATEGORY:
        return masked(privacy, cell, false, arena);
    default:
        return cell;
    }
}

static void
set_filters(struct redact *privacy)
{
    size_t wide = two_bytes("\uff10"); /* a digit of full width */

    privacy->begins[wide / 8] |= (uint8_t)(1 << wide % 8);
    for (size_t i = 0; i < privacy->secrets.name_count; i++) {
        struct text name = privacy->secrets.names[i];
        uint64_t bit = text_hash(pair_at(name, 0), 0) % FILTER_BITS;
        size_t two = two_bytes(name.bytes);

        privacy->filter[bit / 8] |= (uint8_t)(1 << bit % 8);
        privacy->begins[two / 8] |= (uint8_t)(1 << two % 8);
    }
}

struct redact *
redact_new(struct arena *arena, const struct book *book, enum edition edition)
{
    struct redact *privacy = ARENA_NEW(arena, struct redact);

    privacy->book = book;
    privacy->edition = edition;
    if (edition == EDITION_INTERNAL)
        return privacy;
    pii_values_gather(arena, book, &privacy->secrets);
    set_filters(privacy);
    return privacy;
}

void
redact_texts(const struct redact *privacy, int ledger, const struct row *row,
             struct arena *arena, struct text *cells)
{
    const struct ledger_type *type = privacy->book->ledgers[ledger].type;
    struct text *texts =
        arena_take(arena, (type->column_count + 1) * sizeof(*texts));

    row_texts(privacy->book, ledger, row, arena, texts);
    for (size_t i = 0; i < type->column_count; i++) {
        cells[i] = TEXT("");
        if (!redact_shows_column(privacy, ledger, i))
            continue;
        cells[i] = row_shown(privacy->book, row, i, texts, arena);
        if (privacy->edition == EDITION_PUBLIC)
            cells[i] = projected(privacy, &type->columns[i], cells[i], arena);
        else if (row_is_unread(privacy->book, row, i))
            cells[i] = texts[i];
    }
}

bool
redact_shows_ledger(const struct redact *privacy, int ledger)
{
    return privacy->edition == EDITION_INTERNAL ||
           !ledgers[ledger]->is_internal;
}

bool
redact_shows_column(const struct redact *privacy, int ledger, size_t column)
{
    return redact_shows_ledger(privacy, ledger) &&
           column < ledgers[ledger]->column_count &&
           (privacy->edition == EDITION_INTERNAL ||
            !ledgers[ledger]->columns[column].withheld);
}

struct text
redact_text(const struct redact *privacy, struct text text, struct arena *arena)
{
    return privacy->edition == EDITION_PUBLIC
               ? masked(privacy, text, false, arena)
               : text;
}

const struct text *
redact_values(const struct redact *privacy, size_t *count)
{
    *count = privacy->secrets.count;
    return privacy->secrets.all;
}

const struct text *
redact_amounts(const struct redact *privacy, size_t *count)
{
    *count = privacy->secrets.amount_count;
    return privacy->secrets.amounts;
}

const struct codes *
redact_codes(const struct redact *privacy, const struct codes *codes,
             struct arena *arena)
{
    struct codes *shown = ARENA_NEW(arena, struct codes);

    *shown = *codes;
    for (int i = 0; i < SETTING_COUNT; i++)
        if (i != SETTING_BASE_URL)
            shown->values[i] = redact_text(privacy, codes->values[i], arena);
    return shown;
}
