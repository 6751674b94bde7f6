#include "year/masks.h"

#include <string.h>

#include "base/arena.h"
#include "year/privacy.h"

static const char compound_surnames[] =
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 夏侯 司徒 司空 "
    "端木 百里 东郭 南宫 独孤 长孙 宇文 轩辕 公冶 澹台 淳于 单于 太史 "
    "申屠 仲孙 钟离 鲜于 闾丘 亓官 濮阳 呼延 赫连 万俟 闻人 西门 宗政 "
    "颛孙 公羊 公西 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 段干 第五 梁丘 "
    "左丘 东门 南门 子车 巫马 微生 歐陽 司馬 諸葛 東方 尉遲 鍾離";

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static size_t
digits_at(struct text text, size_t offset)
{
    size_t length = 0;

    while (offset + length < text.length &&
           is_digit(text.bytes[offset + length]))
        length++;
    return length;
}

/* Where the eleven digits of a mobile number begin in a run of them. */
static bool
mobile_in(struct text digits, size_t *start)
{
    const char *bytes = digits.bytes;

    *start = 0;
    if (digits.length == 12 && bytes[0] == '0')
        *start = 1;
    else if (digits.length == 13 && memcmp(bytes, "86", 2) == 0)
        *start = 2;
    else if (digits.length != 11)
        return false;
    return bytes[*start] == '1' && bytes[*start + 1] >= '3';
}

/* 138-1234-5678 and 138 1234 5678. */
static bool
is_spaced_mobile(struct text text, size_t offset)
{
    const char *bytes = text.bytes + offset;

    if (text.length - offset < 13 || digits_at(text, offset) != 3 ||
        digits_at(text, offset + 4) != 4 || digits_at(text, offset + 9) != 4)
        return false;
    return bytes[0] == '1' && bytes[1] >= '3' && bytes[3] == bytes[8] &&
           (bytes[3] == '-' || bytes[3] == ' ');
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

enum secret_kind
secret_at(struct text text, size_t offset, size_t *length)
{
    size_t digits = digits_at(text, offset), start;
    size_t end = offset + digits;

    *length = digits > 0 ? digits : 1;
    if (digits == 0)
        return SECRET_NONE;
    if (digits == 17 && end < text.length &&
        (text.bytes[end] == 'X' || text.bytes[end] == 'x')) {
        *length = digits + 1;
        return SECRET_NUMBER;
    }
    if (digits >= 16)
        return SECRET_NUMBER;
    if (mobile_in(text_slice(text, offset, digits), &start))
        return SECRET_MOBILE;
    if (is_spaced_mobile(text, offset)) {
        *length = 13;
        return SECRET_MOBILE;
    }
    if ((digits == 3 || digits == 4) && end < text.length &&
        text.bytes[end] == '-') {
        size_t rest = digits_at(text, end + 1);

        if (rest == 7 || rest == 8) {
            *length = digits + 1 + rest;
            return SECRET_LANDLINE;
        }
    }
    return SECRET_NONE;
}

size_t
secret_mask(enum secret_kind kind, struct text number, char *bytes)
{
    size_t length = number.length, start = 0;

    if (kind == SECRET_NUMBER) {
        memcpy(bytes, "****", 4);
        return 4;
    }
    if (length == 0)
        return 0;
    memcpy(bytes, number.bytes, length);
    if (kind == SECRET_LANDLINE) {
        start = text_find(number, TEXT("-")) + 1;
        memset(bytes + start, '*', length - start);
    } else if (kind == SECRET_MOBILE) {
        if (length != 13 || number.bytes[3] != number.bytes[8] ||
            is_digit(number.bytes[3]))
            mobile_in(number, &start);
        memset(bytes + start + 3, '*', length - start - 7);
    }
    return length;
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
mask_name(struct arena *arena, struct text name)
{
    char *bytes = arena_take(arena, name.length + 1);

    return (struct text){bytes, name_mask(name, bytes)};
}
