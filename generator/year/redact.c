/*
 * A filter over the first two bytes of all values, and another over their first
 * two letters, tell of almost every place in a text that none can begin there.
 */
#include "year/redact.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "ledger/person_names.h"
#include "ledger/person_words.h"
#include "year/pii_forms.h"
#include "year/pii_letters.h"
#include "year/pii_patterns.h"
#include "year/pii_values.h"

enum { FILTER_BITS = 1 << 16 };

struct redact {
    const struct book *book;
    enum edition edition;
    const struct person_words *words;
    struct pii_values values; /* the internal edition hides identities only */
    size_t most_letters;      /* characters of the longest */
    uint8_t begins[FILTER_BITS / 8]; /* by two bytes */
    uint8_t filter[FILTER_BITS / 8]; /* by the hash of two characters */
};

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

/* Behind the last value that is not after the letters. */
static size_t
values_up_to(const struct redact *privacy, struct text letters)
{
    size_t low = 0, high = privacy->values.value_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (text_compare(privacy->values.values[middle].letters, letters) <= 0)
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

/* The longest value that begins at the offset, and its bytes there.  Of a
   sorted list the last value that is not after a text is its longest prefix
   there, or tells how much of the text any shorter one may have. */
static const struct pii_value *
value_at(const struct redact *privacy, struct text text, size_t offset,
         size_t *length)
{
    struct pii_letters letters;
    struct text rest;
    uint64_t bit;
    size_t place;

    pii_letters_read(text, offset, 2, &letters);
    bit = text_hash((struct text){letters.bytes, letters.length}, 0) %
          FILTER_BITS;
    if (!(privacy->filter[bit / 8] >> bit % 8 & 1))
        return NULL;
    pii_letters_read(text, offset, privacy->most_letters, &letters);
    rest = (struct text){letters.bytes, letters.length};
    while (rest.length > 1 && (place = values_up_to(privacy, rest)) > 0) {
        const struct pii_value *value = &privacy->values.values[place - 1];
        size_t same = alike(value->letters, rest);

        *length = letters.ends[same];
        if (same == value->letters.length && *length > 0 &&
            stands_alone(text, offset, text_slice(text, offset, *length)))
            return value;
        rest.length = same < value->letters.length ? same : same - 1;
    }
    return NULL;
}

/* Digits at the offset that are a number of a personal column, whatever parts
   them here: in so many bytes, or 0. */
static size_t
known_number_at(const struct redact *privacy, struct text text, size_t offset)
{
    enum { FEWEST = 6 };
    bool is_public = privacy->edition == EDITION_PUBLIC;
    const struct text *known =
        is_public ? privacy->values.numbers : privacy->values.identities;
    size_t known_count = is_public ? privacy->values.number_count
                                   : privacy->values.identity_count;
    struct pii_digits read;

    if (known_count == 0)
        return 0;
    pii_digits_read(text, offset, &read);
    for (size_t count = read.count; count >= FEWEST; count--)
        if ((count == read.count || (read.parted >> count & 1)) &&
            pii_values_has(known, known_count,
                           (struct text){read.digits, count}))
            return read.ends[count - 1];
    return 0;
}

/* Whether it is one that no edition shows. */
static bool
is_identity(struct text number)
{
    struct pii_digits read;

    pii_digits_read(number, 0, &read);
    return pii_is_id((struct text){read.digits, read.count});
}

/* The kind of number at the offset that must not be seen.  An id of a record
   may be long: it is masked only if it is somebody's number all the same. */
static enum pii_kind
number_at(const struct redact *privacy, struct text text, size_t offset,
          bool is_id, size_t *length)
{
    enum pii_kind kind = pii_at(text, offset, length);
    struct text number = text_slice(text, offset, *length);
    size_t known = known_number_at(privacy, text, offset);

    if (known > 0 && (kind == PII_NONE || known > *length)) {
        *length = known;
        return PII_NUMBER;
    }
    if (kind == PII_NONE)
        return PII_NONE;
    if (privacy->edition == EDITION_INTERNAL && known == 0 &&
        !is_identity(number))
        return PII_NONE;
    if (is_id &&
        !pii_values_has(privacy->values.all, privacy->values.count, number))
        return PII_NONE;
    return kind;
}

static size_t
two_bytes(const char *bytes)
{
    return (size_t)((unsigned char)bytes[0] << 8 | (unsigned char)bytes[1]);
}

/* Where a name or a number may begin, or a plate or an address go on, from the
   offset on: none has less than two bytes. */
static size_t
next_suspect(const struct redact *privacy, struct text text, size_t offset)
{
    for (; offset + 1 < text.length; offset++) {
        size_t bit = two_bytes(text.bytes + offset);

        if (privacy->begins[bit / 8] >> bit % 8 & 1)
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

/* What stands for a value; of a name without what parts it. */
static size_t
value_mask(const struct pii_value *value, struct text found, char *bytes)
{
    char plain[LETTERS_MOST];
    size_t length = found.length < 4 ? found.length : 4;

    if (value->is_name)
        return name_mask((struct text){plain, pii_letters_shown(found, plain)},
                         bytes);
    memset(bytes, '*', length);
    return length;
}

/* Masks a plate or an e-mail address that the offset stands in; how many bytes
   from the offset on are done with, 0 if there is none. */
static size_t
mask_form(const struct redact *privacy, struct masking *masking, size_t at,
          struct arena *arena)
{
    struct text text = masking->text;
    bool is_mail = text.bytes[at] == '@';
    size_t start, length;
    char *bytes;

    if (privacy->edition != EDITION_PUBLIC)
        return 0;
    length = is_mail ? pii_mail_around(text, masking->copied, at, &start)
                     : pii_plate_around(text, masking->copied, at, &start);
    if (length == 0)
        return 0;
    bytes = make_way(masking, start, length, arena);
    masking->written += is_mail ? pii_mail_mask(bytes)
                                : pii_plate_mask(text_from(text, start), bytes);
    return start + length - at;
}

/* The text itself when there is nothing to mask. */
static struct text
masked(const struct redact *privacy, struct text text, bool is_id,
       struct arena *arena)
{
    struct masking masking = {.text = text};
    size_t length, form, at = 0;

    while ((at = next_suspect(privacy, text, at)) < text.length) {
        const struct pii_value *value = value_at(privacy, text, at, &length);
        enum pii_kind kind;

        if (value != NULL)
            masking.written +=
                value_mask(value, text_slice(text, at, length),
                           make_way(&masking, at, length, arena));
        else if ((kind = number_at(privacy, text, at, is_id, &length)) !=
                 PII_NONE)
            masking.written += pii_mask(kind, text_slice(text, at, length),
                                        make_way(&masking, at, length, arena));
        else if ((form = mask_form(privacy, &masking, at, arena)) > 0)
            length = form;
        at += length;
    }
    if (masking.bytes == NULL)
        return text;
    make_way(&masking, text.length, 0, arena);
    return (struct text){masking.bytes, masking.written};
}

/* The names of a cell, masked; what else stands in it is left out. */
static struct text
masked_names(const struct redact *privacy, struct text cell,
             struct arena *arena)
{
    struct person_part *parts;
    struct text all = TEXT("");
    size_t count = person_parts(privacy->words, arena, cell, &parts);

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            all = text_join(arena, all, TEXT("、"));
        all = text_join(arena, all,
                        parts[i].is_name
                            ? redact_name(arena, parts[i].text)
                            : masked(privacy, parts[i].text, false, arena));
    }
    return all;
}

static struct text
projected(const struct redact *privacy, const struct column *column,
          struct text cell, struct arena *arena)
{
    switch (column->kind) {
    case KIND_PERSONS:
        return privacy->edition == EDITION_PUBLIC
                   ? masked_names(privacy, cell, arena)
                   : masked(privacy, cell, false, arena);
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

static struct text
first_pair(struct text letters)
{
    struct pii_letters pair;

    pii_letters_read(letters, 0, 2, &pair);
    return text_slice(letters, 0, pair.length);
}

static void
set_filters(struct redact *privacy)
{
    size_t wide = two_bytes("\uff10"); /* a digit of full width */

    privacy->begins[wide / 8] |= (uint8_t)(1 << wide % 8);
    for (const char *sign = "(@0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
         *sign != '\0'; sign++)
        memset(privacy->begins + (size_t)*sign * 32, 0xFF, 32);
    for (size_t i = 0; i < privacy->values.value_count; i++) {
        struct text letters = privacy->values.values[i].letters;
        uint64_t bit = text_hash(first_pair(letters), 0) % FILTER_BITS;
        size_t two = two_bytes(letters.bytes);

        if (text_count(letters) > privacy->most_letters)
            privacy->most_letters = text_count(letters);
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
    privacy->words = person_words_new(arena, book);
    pii_values_gather(arena, book, privacy->words, &privacy->values);
    if (edition == EDITION_INTERNAL)
        privacy->values.value_count = privacy->values.count = 0;
    set_filters(privacy);
    return privacy;
}

void
redact_texts(const struct redact *privacy, int ledger, const struct row *row,
             struct arena *arena, struct text *cells)
{
    redact_some(privacy, &(struct redact_cells){ledger, row, UINT64_MAX}, arena,
                cells);
}

void
redact_some(const struct redact *privacy, const struct redact_cells *which,
            struct arena *arena, struct text *cells)
{
    const struct row *row = which->row;
    const struct ledger_type *type = privacy->book->ledgers[which->ledger].type;
    struct text *texts =
        arena_take(arena, (type->column_count + 1) * sizeof(*texts));

    row_texts(privacy->book, which->ledger, row, arena, texts);
    for (size_t i = 0; i < type->column_count; i++) {
        cells[i] = TEXT("");
        if (!(which->columns >> i & 1) ||
            !redact_shows_column(privacy, which->ledger, i))
            continue;
        cells[i] = row_shown(privacy->book, row, i, texts, arena);
        cells[i] = projected(privacy, &type->columns[i], cells[i], arena);
        if (privacy->edition == EDITION_INTERNAL &&
            row_is_unread(privacy->book, row, i))
            cells[i] = masked(privacy, texts[i], false, arena);
    }
}

struct text
redact_column(const struct redact *privacy, int ledger, const struct row *row,
              size_t column, struct arena *arena)
{
    const struct column *type = &ledgers[ledger]->columns[column];

    if (!redact_shows_column(privacy, ledger, column))
        return TEXT("");
    return projected(privacy, type,
                     row_text(privacy->book, ledger, row, type->key, arena),
                     arena);
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

bool
redact_shows_edits(const struct redact *privacy, int ledger, size_t column)
{
    return redact_shows_column(privacy, ledger, column) &&
           (privacy->edition == EDITION_INTERNAL ||
            !ledgers[ledger]->columns[column].personal);
}

struct text
redact_text(const struct redact *privacy, struct text text, struct arena *arena)
{
    return masked(privacy, text_fit(arena, text), false, arena);
}

bool
redact_is_public(const struct redact *privacy)
{
    return privacy->edition == EDITION_PUBLIC;
}

const struct text *
redact_values(const struct redact *privacy, size_t *count)
{
    *count = privacy->values.count;
    return privacy->values.all;
}

const struct text *
redact_amounts(const struct redact *privacy, size_t *count)
{
    *count = privacy->values.amount_count;
    return privacy->values.amounts;
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
