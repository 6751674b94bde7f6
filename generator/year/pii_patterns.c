#include "year/pii_patterns.h"

#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "year/redact.h"

static const char compound_surnames[] =
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 司空 "
    "端木 百里 东郭 南宫 独孤 长孙 宇文 轩辕 公冶 澹台 淳于 单于 太史 "
    "申屠 仲孙 钟离 鲜于 闾丘 亓官 濮阳 呼延 赫连 万俟 闻人 西门 宗政 "
    "颛孙 公羊 公西 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 段干 第五 梁丘 "
    "左丘 东门 南门 子车 巫马 微生 歐陽 司馬 諸葛 東方 尉遲 鍾離";

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
        if (text_starts(rest, *marks))
            return strlen(*marks);
    return 0;
}

static const char *const ends_of_ids[] = {"X", "x", "\uff38", "\uff58", NULL};

/* What may part the groups of one number. */
static const char *const parts[] = {
    "-", " ", ".", "\u00a0", "\u2013", "\u2014", "\u3000", "\uff0d", NULL};

/* Between the code of an area and a number. */
static const char *const hyphens[] = {"-", "\u2013", "\u2014", "\uff0d", NULL};

enum { MOBILE_DIGITS = 11, ID_DIGITS = 18, CARD_LEAST = 16, READ_MOST = 20 };

/* Digits that may be one number, parted or not. */
struct reading {
    char digits[READ_MOST]; /* the last of an identity number may be X */
    size_t ends[READ_MOST]; /* bytes from the beginning up to here */
    size_t count;
    uint32_t parted; /* bit i: a mark stands before digit i */
};

static void
read_digits(struct text text, size_t offset, struct reading *reading)
{
    size_t at = offset, length;

    *reading = (struct reading){.count = 0};
    while (reading->count < READ_MOST) {
        char digit = digit_at(text, at, &length);

        if (length == 0 && reading->count == ID_DIGITS - 1) {
            digit = 'X';
            length = mark_at(text, at, ends_of_ids);
        }
        if (length == 0 && reading->count > 0) {
            at += mark_at(text, at, parts);
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
ends_at(const struct reading *reading, size_t count, uint32_t allowed)
{
    uint32_t inside = (UINT32_C(1) << count) - 1;

    return count <= reading->count &&
           (reading->parted & inside & ~allowed) == 0 &&
           (count == reading->count || (reading->parted >> count & 1));
}

/* A number in groups, as 138-1234-5678 or 6222 0212 3456 7890 123; how many
   digits it has.  Dates and lists of figures have groups too: an identity or
   card number must be a right one. */
static enum pii_kind
parted_kind(const struct reading *reading, size_t *count)
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
    size_t area, rest, mark;
    size_t digits = run_at(text, offset, &area);

    if (digits != 3 && digits != 4)
        return false;
    mark = mark_at(text, offset + area, hyphens);
    digits = run_at(text, offset + area + mark, &rest);
    *length = area + mark + rest;
    return mark > 0 && (digits == 7 || digits == 8);
}

static bool
is_dot(int32_t code_point)
{
    return code_point == 0xB7 || code_point == 0x2022 || code_point == 0x2027 ||
           code_point == 0x30FB;
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
    if (second < name.length && first == 3 && second == 6 &&
        text_find(text_of(compound_surnames), start) <
            sizeof(compound_surnames) - 1)
        return second;
    return first;
}

/* Whether a number that is parted, or has something before it, may begin with
   so many digits together: a year or a day may not, and they are many. */
static bool
may_go_on(struct text text, size_t offset, size_t digits, size_t end)
{
    char first = digit_at(text, offset, &(size_t){0});

    if (end >= text.length ||
        strchr("-. \xC2\xE2\xE3\xEF", text.bytes[end]) == NULL)
        return false;
    switch (digits) {
    case 1:
    case 7:
        return first == '0';
    case 2:
    case 5:
        return first == '8';
    case 4:
    case 8:
        return first == '0' || (first >= '3' && first <= '6');
    default:
        return digits != 9 && digits != 13;
    }
}

size_t
pii_next(struct text text, size_t offset)
{
    while (offset < text.length &&
           (text.bytes[offset] < '0' || text.bytes[offset] > '9') &&
           text.bytes[offset] != '\xEF')
        offset++;
    return offset;
}

enum pii_kind
pii_at(struct text text, size_t offset, size_t *length)
{
    struct reading reading;
    size_t count, start, digits = run_at(text, offset, length);
    enum pii_kind kind;

    if (digits == 0) {
        *length = 1;
        return PII_NONE;
    }
    if (digits >= CARD_LEAST) {
        if (digits == ID_DIGITS - 1)
            *length += mark_at(text, offset + *length, ends_of_ids);
        return PII_NUMBER;
    }
    if (digits >= MOBILE_DIGITS ||
        may_go_on(text, offset, digits, offset + *length)) {
        read_digits(text, offset, &reading);
        if (is_mobile(reading.digits, digits, &start))
            return PII_MOBILE;
        kind = parted_kind(&reading, &count);
        if (kind != PII_NONE) {
            *length = reading.ends[count - 1];
            return kind;
        }
    }
    if (!is_landline(text, offset, &start))
        return PII_NONE;
    *length = start;
    return PII_LANDLINE;
}

/* The digits but the four in the middle. */
static size_t
mobile_mask(struct text number, char *bytes)
{
    struct reading reading;
    size_t start;

    read_digits(number, 0, &reading);
    start = reading.count - MOBILE_DIGITS;
    memcpy(bytes, reading.digits, reading.count);
    memset(bytes + start + 3, '*', 4);
    return reading.count;
}

size_t
pii_mask(enum pii_kind kind, struct text number, char *bytes)
{
    size_t area;

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
    run_at(number, 0, &area);
    area += mark_at(number, area, hyphens);
    memcpy(bytes, number.bytes, area);
    number = text_from(number, area);
    memset(bytes + area, '*', text_count(number));
    return area + text_count(number);
}

size_t
name_mask(struct text name, char *bytes)
{
    size_t offset = surname_length(name), written = offset;

    if (offset > 0)
        memcpy(bytes, name.bytes, offset);
    while (offset < name.length) {
        size_t before = offset;

        if (!is_dot(text_next(name, &offset))) {
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
