#include "year/pii_patterns.h"

#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "ledger/person_names.h"
#include "ledger/person_words.h"
#include "year/redact.h"

/* The digit at the offset, half or full width; *length in bytes, 0 if there is
   none. */
static char
digit_at(struct text text, size_t offset, size_t *length)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes + offset;

    *length = 0;
    if (offset < text.length && bytes[0] >= '0' && bytes[0] <= '9') {
        *length = 1;
        return (char)bytes[0];
    }
    if (offset + 3 > text.length || bytes[0] != 0xEF || bytes[1] != 0xBC ||
        bytes[2] < 0x90 || bytes[2] > 0x99)
        return 0;
    *length = 3;
    return (char)('0' + (bytes[2] - 0x90));
}

/* Bytes of a mark of the list at the offset; 0 if there is none. */
static size_t
mark_at(struct text text, size_t offset, const char *const *marks)
{
    struct text rest = text_slice(text, offset, 3);

    for (; *marks != NULL; marks++)
        if (rest.length > 0 && rest.bytes[0] == **marks &&
            text_starts(rest, *marks))
            return strlen(*marks);
    return 0;
}

static const char *const ends_of_ids[] = {"X", "x", "\uff38", "\uff58", NULL};

/* What may part the groups of one number. */
static const char *const parts[] = {
    "-",      " ", ".",      "\u00a0", "\u2013", "\u2014", "\u3000",
    "\uff0d", ")", "\uff09", "/",      "_",      "\u00b7", NULL};

static const char *const blanks[] = {" ", "\u00a0", "\u3000", NULL};
static const char *const opening[] = {"(", "\uff08", NULL};

static const char *const dashes[] = {"-", "\u2013", "\u2014", "\uff0d", NULL};

/* Between the code of an area and a number. */
static const char *const hyphens[] = {"-",      "\u2013", "\u2014", "\uff0d",
                                      " ",      "\u00a0", "\u3000", ")",
                                      "\uff09", NULL};

enum {
    MOBILE_DIGITS = 11,
    OLD_ID_DIGITS = 15,
    ID_DIGITS = 18,
    CARD_LEAST = 16
};

void
pii_digits_read(struct text text, size_t offset, struct pii_digits *reading)
{
    size_t at = offset + mark_at(text, offset, opening), length;

    *reading = (struct pii_digits){.count = 0};
    while (reading->count < PII_DIGITS_MOST) {
        char digit = digit_at(text, at, &length);

        if (length == 0 && reading->count == ID_DIGITS - 1) {
            digit = 'X';
            length = mark_at(text, at, ends_of_ids);
        }
        if (length == 0 && reading->count > 0) {
            at += mark_at(text, at, parts);
            at += mark_at(text, at, blanks);
            digit = digit_at(text, at, &length);
            reading->parted |= length > 0 ? UINT32_C(1) << reading->count : 0;
        }
        if (length == 0)
            return;
        at += length;
        reading->digits[reading->count] = digit;
        reading->ends[reading->count++] = at - offset;
    }
}

/* How many digits stand there without a mark between them, and in how many
   bytes. */
static size_t
run_at(struct text text, size_t offset, size_t *length)
{
    size_t digits = 0, one;

    *length = 0;
    while (digit_at(text, offset + *length, &one), one > 0) {
        *length += one;
        digits++;
    }
    return digits;
}

/* Where the eleven digits of a mobile number begin in so many. */
static bool
is_mobile(const char *digits, size_t count, size_t *start)
{
    static const char *const before[] = {"", "0", "86", "0086"};

    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++) {
        *start = strlen(before[i]);
        if (count == *start + MOBILE_DIGITS &&
            memcmp(digits, before[i], *start) == 0)
            return digits[*start] == '1' && digits[*start + 1] >= '3';
    }
    return false;
}

/* Whether the first so many digits are one number by themselves, parted only
   where the bits of allowed say. */
static bool
ends_at(const struct pii_digits *reading, size_t count, uint32_t allowed)
{
    uint32_t inside = (UINT32_C(1) << count) - 1;

    return count <= reading->count &&
           (reading->parted & inside & ~allowed) == 0 &&
           (count == reading->count || (reading->parted >> count & 1));
}

/* Groups of a mobile number that blanks part somewhere else: 13900 001234.  A
   year or a day does not begin them, and no digit stands alone. */
static bool
is_loose_mobile(struct text text, size_t offset,
                const struct pii_digits *reading)
{
    size_t groups = 1, first = 0;

    if (reading->count < MOBILE_DIGITS ||
        !is_mobile(reading->digits, MOBILE_DIGITS, &first) ||
        !ends_at(reading, MOBILE_DIGITS, UINT32_MAX))
        return false;
    for (size_t i = 1, last = 0; i <= MOBILE_DIGITS; i++) {
        if (i < MOBILE_DIGITS && !(reading->parted >> i & 1))
            continue;
        if (i - last < 2 || (last == 0 && i < 3) ||
            (last == 0 && i == 4 && memcmp(reading->digits, "19", 2) == 0))
            return false;
        if (i < MOBILE_DIGITS &&
            mark_at(text, offset + reading->ends[i - 1], blanks) == 0)
            return false;
        groups += i < MOBILE_DIGITS;
        last = i;
    }
    return groups <= 4;
}

/* An identity number of the older kind: 6 digits of a place, a day, 3 more. */
static bool
is_old_id(const char *digits, size_t count)
{
    int month, day;

    if (count != OLD_ID_DIGITS || digits[0] < '1' || digits[0] > '8')
        return false;
    month = (digits[8] - '0') * 10 + (digits[9] - '0');
    day = (digits[10] - '0') * 10 + (digits[11] - '0');
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* A number in groups, as 138-1234-5678 or 6222 0212 3456 7890 123; how many
   digits it has.  Dates and lists of figures have groups too: an identity or
   card number must be a right one. */
static enum pii_kind
parted_kind(const struct pii_digits *reading, size_t *count)
{
    static const uint32_t in_ids =
        1 << 3 | 1 << 6 | 1 << 10 | 1 << 12 | 1 << 14;
    static const uint32_t in_cards = 1 << 4 | 1 << 8 | 1 << 12 | 1 << 16;
    size_t start;

    for (*count = MOBILE_DIGITS; *count <= MOBILE_DIGITS + 4; ++*count)
        if (*count <= reading->count &&
            is_mobile(reading->digits, *count, &start) &&
            ends_at(reading, *count, (UINT32_C(1) | 1 << 3 | 1 << 7) << start))
            return PII_MOBILE;
    for (*count = CARD_LEAST; *count <= reading->count; ++*count) {
        const struct text digits = {reading->digits, *count};

        if ((ends_at(reading, *count, in_ids) && pii_is_id(digits)) ||
            (ends_at(reading, *count, in_cards) && pii_is_card(digits)))
            return PII_NUMBER;
    }
    return PII_NONE;
}

/* 0722-3312345; in so many bytes. */
static bool
is_landline(struct text text, size_t offset, size_t *length)
{
    size_t area, rest, mark, open = mark_at(text, offset, opening);
    size_t digits = run_at(text, offset + open, &area);

    if ((digits != 3 && digits != 4) ||
        digit_at(text, offset + open, &(size_t){0}) != '0')
        return false;
    area += open;
    mark = mark_at(text, offset + area, hyphens);
    mark += mark_at(text, offset + area + mark, hyphens);
    digits = run_at(text, offset + area + mark, &rest);
    *length = area + mark + rest;
    return mark > 0 && (digits == 7 || digits == 8);
}

/* How many bytes of the name may be seen. */
static size_t
surname_length(struct text name)
{
    size_t first = 0, second;
    struct text start;

    text_next(name, &first);
    second = first;
    text_next(name, &second);
    if (first >= name.length)
        return 0;
    start = text_slice(name, 0, second);
    return second < name.length && is_compound_surname(start) ? second : first;
}

/* Whether a number that is parted, or has something before it, may begin with
   so many digits together: a year or a day may not, and they are many. */
static bool
may_go_on(struct text text, size_t offset, size_t digits, size_t end)
{
    char first = digit_at(text, offset, &(size_t){0});

    if (end >= text.length ||
        strchr("-. )/_\xC2\xE2\xE3\xEF", text.bytes[end]) == NULL)
        return false;
    switch (digits) {
    case 1:
    case 7:
        return first == '0' || (digits == 7 && first == '1');
    case 2:
        return first == '8';
    case 5:
        return first == '8' || first == '1';
    case 4:
    case 8:
        return first != '2';
    default:
        return true;
    }
}

size_t
pii_next(struct text text, size_t offset)
{
    while (offset < text.length &&
           (text.bytes[offset] < '0' || text.bytes[offset] > '9') &&
           text.bytes[offset] != '\xEF' && text.bytes[offset] != '(')
        offset++;
    return offset;
}

/* The kind of the number that begins with so many digits together. */
static enum pii_kind
kind_of_digits(struct text text, size_t offset, size_t digits, size_t *length)
{
    struct pii_digits reading;
    enum pii_kind kind;
    size_t count, start;

    if (digits < MOBILE_DIGITS &&
        !may_go_on(text, offset + mark_at(text, offset, opening), digits,
                   offset + *length))
        return PII_NONE;
    pii_digits_read(text, offset, &reading);
    if (is_mobile(reading.digits, digits, &start))
        return PII_MOBILE;
    if (is_old_id(reading.digits, digits))
        return PII_NUMBER;
    kind = parted_kind(&reading, &count);
    if (kind == PII_NONE && is_loose_mobile(text, offset, &reading)) {
        kind = PII_MOBILE;
        count = MOBILE_DIGITS;
    }
    if (kind != PII_NONE)
        *length = reading.ends[count - 1];
    return kind;
}

enum pii_kind
pii_at(struct text text, size_t offset, size_t *length)
{
    size_t open = mark_at(text, offset, opening), landline;
    size_t digits = run_at(text, offset + open, length);
    enum pii_kind kind = PII_NUMBER;

    *length += open;
    if (digits == 0 ||
        (open > 0 && mark_at(text, offset + *length, parts) == 0)) {
        *length = open > 0 ? open : 1;
        return PII_NONE;
    }
    if (digits >= CARD_LEAST) {
        if (digits == ID_DIGITS - 1)
            *length += mark_at(text, offset + *length, ends_of_ids);
    } else {
        kind = kind_of_digits(text, offset, digits, length);
    }
    if (kind == PII_NONE && is_landline(text, offset, &landline)) {
        *length = landline;
        kind = PII_LANDLINE;
    }
    if (kind != PII_NONE && pii_makes_amount(text_from(text, offset + *length)))
        return PII_NONE;
    if (kind == PII_NONE && open > 0)
        *length = open;
    return kind;
}

/* The digits but the four in the middle. */
static size_t
mobile_mask(struct text number, char *bytes)
{
    struct pii_digits reading;
    size_t start;

    pii_digits_read(number, 0, &reading);
    start = reading.count - MOBILE_DIGITS;
    memcpy(bytes, reading.digits, reading.count);
    memset(bytes + start + 3, '*', 4);
    return reading.count;
}

/* The code of the area, and - where a bracket or blank stands behind it. */
static size_t
landline_mask(struct text number, char *bytes)
{
    size_t area, mark, written;

    number = text_from(number, mark_at(number, 0, opening));
    run_at(number, 0, &area);
    mark = mark_at(number, area, hyphens);
    memcpy(bytes, number.bytes, area + mark);
    written = area + mark;
    if (mark_at(number, area, dashes) == 0) {
        bytes[area] = '-';
        written = area + 1;
    }
    number = text_from(number, area + mark);
    number = text_from(number, mark_at(number, 0, hyphens));
    memset(bytes + written, '*', text_count(number));
    return written + text_count(number);
}

/* A bracket that is closed behind the number: （13812345678）. */
static size_t
open_bracket(struct text number)
{
    return text_find(number, TEXT(")")) == number.length &&
                   text_find(number, TEXT("\uff09")) == number.length
               ? mark_at(number, 0, opening)
               : 0;
}

static size_t
number_mask(enum pii_kind kind, struct text number, char *bytes)
{
    switch (kind) {
    case PII_NONE:
        return 0;
    case PII_MOBILE:
        return mobile_mask(number, bytes);
    case PII_NUMBER:
        memcpy(bytes, "****", 4);
        return 4;
    case PII_LANDLINE:
        break;
    }
    return landline_mask(number, bytes);
}

size_t
pii_mask(enum pii_kind kind, struct text number, char *bytes)
{
    size_t bracket = open_bracket(number);

    memcpy(bytes, number.bytes, bracket);
    return bracket +
           number_mask(kind, text_from(number, bracket), bytes + bracket);
}

size_t
name_mask(struct text name, char *bytes)
{
    size_t offset = surname_length(name), written = offset;

    if (offset > 0)
        memcpy(bytes, name.bytes, offset);
    while (offset < name.length) {
        size_t before = offset;

        if (!character_is_name_dot(text_next(name, &offset))) {
            bytes[written++] = '*';
            continue;
        }
        memcpy(bytes + written, name.bytes + before, offset - before);
        written += offset - before;
    }
    return written;
}

struct text
redact_name(struct arena *arena, struct text name)
{
    char *bytes = arena_take(arena, name.length + 1);

    return (struct text){bytes, name_mask(name, bytes)};
}
