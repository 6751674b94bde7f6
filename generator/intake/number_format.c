#include "intake/number_format.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

/* What stands in a format code outside quotes and brackets. */
struct marks {
    bool has_day; /* y, d, e or a weekday */
    bool has_time;
    bool has_m; /* a month, or minutes */
    bool has_elapsed;
    bool has_percent;
    bool has_other;
    bool has_condition; /* [>0] */
    size_t zeros;
};

/* How many bytes stand for themselves or only say how it looks: "…", \c, _c,
   *c, [Red], General. */
static size_t
passed_over(const char *code, struct marks *marks)
{
    static const char *const words[] = {"General", "G/通用格式", "Standard",
                                        "AM/PM", "A/P"};
    const char *end;

    if (*code == '"') {
        end = strchr(code + 1, '"');
        return end != NULL ? (size_t)(end - code) + 1 : strlen(code);
    }
    if (*code == '[') {
        end = strchr(code, ']');
        marks->has_condition |=
            code[1] == '<' || code[1] == '>' || code[1] == '=';
        marks->has_elapsed |= strchr("hms", code[1] | 0x20) != NULL &&
                              (code[2] == ']' || code[3] == ']') &&
                              code[1] != ']';
        return end != NULL ? (size_t)(end - code) + 1 : strlen(code);
    }
    if (*code == '\\' || *code == '_' || *code == '*')
        return code[1] != '\0' ? 2 : 1;
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (strncasecmp(code, words[i], strlen(words[i])) == 0) {
            marks->has_other = true;
            return strlen(words[i]);
        }
    return 0;
}

/* An e is the year of an era, but behind digits it is an exponent. */
static void
take_mark(const char *code, struct marks *marks)
{
    switch (*code | 0x20) {
    case 'y':
    case 'd':
    case 'a': /* aaaa: the day of the week */
        marks->has_day = true;
        break;
    case 'e':
        marks->has_day |= code[1] != '+' && code[1] != '-';
        marks->has_other = true;
        break;
    case 'm':
        marks->has_m = true;
        break;
    case 'h':
    case 's':
        marks->has_time = true;
        break;
    default:
        marks->has_percent |= *code == '%';
        marks->zeros += *code == '0';
        marks->has_other |= *code != '0';
    }
}

/* [=0]"无";yyyy-mm-dd: the section behind is that of most numbers. */
static bool
says_only_words(const struct marks *marks)
{
    return marks->has_condition && !marks->has_day && !marks->has_time &&
           !marks->has_m && !marks->has_elapsed && !marks->has_percent &&
           !marks->has_other && marks->zeros == 0;
}

struct number_format
number_format_of_code(const char *code)
{
    struct marks marks = {0};
    enum { WIDEST = 40 };

    while (*code != '\0' && (*code != ';' || says_only_words(&marks))) {
        size_t passed = passed_over(code, &marks);

        if (passed == 0 && *code != ';')
            take_mark(code, &marks);
        code += passed > 0 ? passed : 1;
    }
    if (marks.has_elapsed)
        return (struct number_format){NUMBER_PLAIN, 0};
    if (marks.has_day || (marks.has_m && !marks.has_time))
        return (struct number_format){NUMBER_DATE, 0};
    if (marks.has_time)
        return (struct number_format){NUMBER_TIME, 0};
    if (marks.has_percent)
        return (struct number_format){NUMBER_PERCENT, 0};
    if (marks.zeros >= 2 && marks.zeros <= WIDEST && !marks.has_other)
        return (struct number_format){NUMBER_PADDED, (uint8_t)marks.zeros};
    return (struct number_format){NUMBER_PLAIN, 0};
}

struct number_format
number_format_of_id(unsigned long id)
{
    static const struct {
        uint8_t first, last;
        enum number_kind kind;
    } known[] = {
        {9, 10, NUMBER_PERCENT}, {14, 17, NUMBER_DATE}, {18, 21, NUMBER_TIME},
        {22, 22, NUMBER_DATE},   {27, 31, NUMBER_DATE}, {32, 35, NUMBER_TIME},
        {36, 36, NUMBER_DATE},   {45, 45, NUMBER_TIME}, {47, 47, NUMBER_TIME},
        {50, 54, NUMBER_DATE},   {55, 56, NUMBER_TIME}, {57, 58, NUMBER_DATE},
        {71, 74, NUMBER_DATE},   {75, 76, NUMBER_TIME}, {77, 77, NUMBER_DATE},
        {78, 80, NUMBER_TIME},   {81, 81, NUMBER_DATE},
    };

    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
        if (id >= known[i].first && id <= known[i].last)
            return (struct number_format){known[i].kind, 0};
    return (struct number_format){NUMBER_PLAIN, 0};
}
