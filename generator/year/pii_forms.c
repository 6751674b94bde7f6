#include "year/pii_forms.h"

#include <ctype.h>
#include <string.h>

#include "ledger/person_names.h"

static const char provinces[] =
    "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/* The letter or digit at the offset, half or full width; *end is behind it. */
static char
sign_at(struct text text, size_t offset, size_t *end)
{
    int32_t c;

    *end = offset;
    c = text_next(text, end);
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFF01 - '!';
    return c > 0 && c < 0x80 && isalnum(c) ? (char)toupper(c) : '\0';
}

/* A dot or a blank parts the office's letter from what follows. */
static size_t
behind_mark(struct text text, size_t offset)
{
    size_t end = offset;
    int32_t c = text_next(text, &end);

    return c == ' ' || c == '.' || c == '-' || character_is_name_dot(c)
               ? end
               : offset;
}

size_t
pii_plate_around(struct text text, size_t from, size_t at, size_t *start)
{
    enum { PROVINCE = 3, FEWEST = 5, MOST = 6, FEWEST_DIGITS = 3 };
    size_t end, next, signs = 0, digits = 0;

    if (at < from + PROVINCE ||
        !isalpha((unsigned char)sign_at(text, at, &next)) ||
        text_find(text_of(provinces),
                  text_slice(text, at - PROVINCE, PROVINCE)) ==
            strlen(provinces))
        return 0;
    *start = at - PROVINCE;
    end = behind_mark(text, next);
    for (char sign; (sign = sign_at(text, end, &next)) != '\0'; end = next) {
        signs++;
        digits += isdigit((unsigned char)sign) != 0;
    }
    return signs >= FEWEST && signs <= MOST && digits >= FEWEST_DIGITS
               ? end - *start
               : 0;
}

static bool
is_of_mail(char c)
{
    return isalnum((unsigned char)c) || (c != '\0' && strchr("._%+-", c));
}

size_t
pii_mail_around(struct text text, size_t from, size_t at, size_t *start)
{
    size_t end = at + 1, dot = 0;

    *start = at;
    while (*start > from && is_of_mail(text.bytes[*start - 1]))
        --*start;
    for (; end < text.length && is_of_mail(text.bytes[end]); end++)
        if (text.bytes[end] == '.')
            dot = end;
    while (end > at && text.bytes[end - 1] == '.')
        end--;
    return *start < at && dot > at + 1 && end > dot + 2 ? end - *start : 0;
}

size_t
pii_plate_mask(struct text plate, char *bytes)
{
    size_t end = 0;

    text_next(plate, &end);
    text_next(plate, &end);
    memcpy(bytes, plate.bytes, end);
    memset(bytes + end, '*', 4);
    return end + 4;
}

size_t
pii_mail_mask(char *bytes)
{
    memset(bytes, '*', 4);
    return 4;
}
