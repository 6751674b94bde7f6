#include "base/encoding.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

static const char *const encoding_names[ENCODING_COUNT] = {
    [ENCODING_UNKNOWN] = "",          [ENCODING_ASCII] = "ascii",
    [ENCODING_UTF_8] = "utf-8",       [ENCODING_UTF_8_BOM] = "utf-8-bom",
    [ENCODING_UTF_16LE] = "utf-16le", [ENCODING_UTF_16BE] = "utf-16be",
    [ENCODING_GB18030] = "gb18030",
};

/* Other names, as programs and people write them; compared without case,
   '-', '_' and blanks. */
static const struct {
    const char *name;
    enum encoding encoding;
} other_names[] = {
    {"usascii", ENCODING_ASCII},      {"utf8bom", ENCODING_UTF_8_BOM},
    {"utf8sig", ENCODING_UTF_8_BOM},  {"utf16", ENCODING_UTF_16LE},
    {"unicode", ENCODING_UTF_16LE},   {"ucs2", ENCODING_UTF_16LE},
    {"gbk", ENCODING_GB18030},        {"gb2312", ENCODING_GB18030},
    {"gb", ENCODING_GB18030},         {"cp936", ENCODING_GB18030},
    {"ms936", ENCODING_GB18030},      {"936", ENCODING_GB18030},
    {"windows936", ENCODING_GB18030}, {"euccn", ENCODING_GB18030},
    {"ansi", ENCODING_GB18030},
};

const char *
encoding_name(enum encoding encoding)
{
    return encoding_names[encoding];
}

static bool
is_same_name(const char *a, const char *b)
{
    static const char passed_over[] = "-_ ";

    for (;; a++, b++) {
        a += strspn(a, passed_over);
        b += strspn(b, passed_over);
        if (strncasecmp(a, b, 1) != 0)
            return false;
        if (*a == '\0')
            return true;
    }
}

enum encoding
encoding_of_name(const char *name)
{
    for (int i = ENCODING_UNKNOWN + 1; i < ENCODING_COUNT; i++)
        if (is_same_name(name, encoding_names[i]))
            return (enum encoding)i;
    for (size_t i = 0; i < sizeof(other_names) / sizeof(*other_names); i++)
        if (is_same_name(name, other_names[i].name))
            return other_names[i].encoding;
    return ENCODING_UNKNOWN;
}
