#include "intake/number_format.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"

/* What stands in a format code outside quotes and brackets. */
struct marks {
    bool has_day; /* y, d, e or a weekday */
    bool has_time;
    bool has_m; /* a month, or minutes */
    bool has_elapsed;
    bool has_percent;
    bool has_other;
    bool has_condition; /* [>0] */
};

static size_t
word_length(const char *code, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strncasecmp(code, *words, strlen(*words)) == 0)
            return strlen(*words);
    return 0;
}

/* The number as it is. */
static size_t
general_length(const char *code)
{
    static const char *const words[] = {"General", "G/通用格式", "Standard",
                                        NULL};

    return word_length(code, words);
}

static size_t
character_length(const char *bytes)
{
    size_t length = *bytes != '\0';

    while (((unsigned char)bytes[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* How many bytes stand for themselves or only say how it looks, "…", \c, !c,
   _c, *c, [Red], and what of them is shown. */
static size_t
passed_over(const char *code, struct text *shown)
{
    size_t length;

    *shown = (struct text){code + 1, 0};
    switch (*code) {
    case '"':
    case '[':
        length = strcspn(code + 1, *code == '"' ? "\"" : "]");
        if (*code == '"')
            shown->length = length;
        return length + (code[length + 1] != '\0' ? 2 : 1);
    case '\\':
    case '!':
        shown->length = character_length(code + 1);
        return 1 + shown->length;
    case '_':
    case '*':
        return 1 + character_length(code + 1);
    default:
        return 0;
    }
}

/* [>0] says when; [h] and [mm] go on counting beyond a day. */
static void
take_bracket(const char *code, struct marks *marks)
{
    size_t length = strspn(code + 1, "hHmMsS");

    marks->has_condition |= strchr("<>=", code[1]) && code[1] != '\0';
    marks->has_elapsed |= length > 0 && code[length + 1] == ']';
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
        marks->has_other = true;
    }
}

/* [=0]"无";yyyy-mm-dd: the section behind is that of most numbers. */
static bool
says_only_words(const struct marks *marks)
{
    return marks->has_condition && !marks->has_day && !marks->has_time &&
           !marks->has_m && !marks->has_elapsed && !marks->has_other;
}

/* Goes to the end of the section that decides, whose start it gives. */
static const char *
read_marks(const char *code, struct marks *marks)
{
    static const char *const halves[] = {"AM/PM", "A/P", NULL};
    const char *section = code;

    while (*code != '\0' && (*code != ';' || says_only_words(marks))) {
        struct text shown;
        size_t passed = passed_over(code, &shown);

        if (*code == '[')
            take_bracket(code, marks);
        if (passed == 0)
            passed = word_length(code, halves);
        if (passed == 0 && (passed = general_length(code)) > 0)
            marks->has_other = true;
        if (*code == ';')
            section = code + 1;
        else if (passed == 0)
            take_mark(code, marks);
        code += passed > 0 ? passed : 1;
    }
    return section;
}

enum { WORDS_MOST = 48, SHIFT_MOST = 15, WIDEST = 40 };

/* What a section shows around its digits, while it is gone through. */
struct shaping {
    struct words {
        char bytes[WORDS_MOST];
        size_t length;
        bool say_something; /* not only marks */
        bool are_unfit;     /* too long, or not to be put in a cell as is */
    } before, behind;
    size_t digits, zeros;
    size_t shift;  /* digits behind a point that is only a word, as in 0!.0 */
    size_t commas; /* behind the last digit: each leaves out three */
    bool has_point, has_word_point;
    bool is_split; /* among its digits stands more than these */
};

static void
add_words(struct words *words, struct text shown)
{
    for (size_t offset = 0; offset < shown.length;) {
        int32_t c = text_next(shown, &offset);

        words->say_something |= text_is_word(c) && c != '_';
        words->are_unfit |= c < ' ' || c == '"' || c == ',' || text_is_unfit(c);
    }
    words->are_unfit |= words->length + shown.length > WORDS_MOST;
    if (words->are_unfit)
        return;
    memcpy(words->bytes + words->length, shown.bytes, shown.length);
    words->length += shown.length;
}

static void
take_digit(struct shaping *shaping, char c)
{
    if (shaping->behind.length == 1 && shaping->behind.bytes[0] == '.' &&
        !shaping->has_point && !shaping->has_word_point) {
        shaping->has_word_point = true;
        shaping->behind.length = 0;
    }
    shaping->is_split |= shaping->behind.length > 0;
    shaping->digits++;
    shaping->zeros += c == '0';
    shaping->shift += shaping->has_word_point;
    if (!shaping->has_point)
        shaping->commas = 0;
}

static void
take_shape(struct shaping *shaping, const char *code)
{
    while (*code != '\0' && *code != ';') {
        size_t general = general_length(code);
        struct text shown;
        size_t passed = passed_over(code, &shown);

        if (general > 0 || (*code != '\0' && strchr("0#?@", *code)))
            take_digit(shaping, *code);
        else if (*code == '.')
            shaping->has_point = true;
        else if (*code == ',')
            shaping->commas += shaping->digits > 0;
        else if (passed == 0 && (*code & 0x80) == 0 &&
                 !strchr(" -+()/:$", *code))
            shaping->is_split = true;
        else
            add_words(shaping->digits > 0 ? &shaping->behind : &shaping->before,
                      passed > 0 ? shown
                                 : (struct text){code, character_length(code)});
        if (general == 0 && passed == 0)
            passed = character_length(code);
        code += general > 0 ? general : passed;
    }
    shaping->shift += 3 * shaping->commas;
    shaping->is_split |= shaping->digits == 0 || shaping->shift > SHIFT_MOST;
}

static struct text
keep_words(struct arena *arena, const struct words *words)
{
    return words->say_something && !words->are_unfit
               ? text_copy(arena, (struct text){words->bytes, words->length})
               : TEXT("");
}

static struct number_format
plain_format(struct arena *arena, const char *section)
{
    struct number_format format = {NUMBER_PLAIN, NULL};
    struct shaping shaping = {.digits = 0};
    struct number_shape *shape;

    take_shape(&shaping, section);
    if (shaping.is_split)
        return format;
    shape = ARENA_NEW(arena, struct number_shape);
    *shape =
        (struct number_shape){.shift = (int)shaping.shift,
                              .before = keep_words(arena, &shaping.before),
                              .behind = keep_words(arena, &shaping.behind)};
    if (shaping.zeros >= 2 && shaping.zeros <= WIDEST && !shaping.has_point &&
        shaping.zeros == shaping.digits && shape->shift == 0) {
        format.kind = NUMBER_PADDED;
        shape->width = (int)shaping.zeros;
    }
    if (shape->width > 0 || shape->shift > 0 || shape->before.length > 0 ||
        shape->behind.length > 0)
        format.shape = shape;
    return format;
}

struct number_format
number_format_of_code(struct arena *arena, const char *code)
{
    struct marks marks = {0};
    const char *section = read_marks(code, &marks);
    enum number_kind kind = marks.has_elapsed ? NUMBER_ELAPSED
                            : marks.has_day || (marks.has_m && !marks.has_time)
                                ? NUMBER_DATE
                            : marks.has_time    ? NUMBER_TIME
                            : marks.has_percent ? NUMBER_PERCENT
                                                : NUMBER_PLAIN;

    return kind == NUMBER_PLAIN ? plain_format(arena, section)
                                : (struct number_format){kind, NULL};
}

struct number_format
number_format_of_id(unsigned long id)
{
    static const struct {
        uint8_t first, last;
        enum number_kind kind;
    } known[] = {
        {9, 10, NUMBER_PERCENT},  {14, 17, NUMBER_DATE},
        {18, 21, NUMBER_TIME},    {22, 22, NUMBER_DATE},
        {27, 31, NUMBER_DATE},    {32, 35, NUMBER_TIME},
        {36, 36, NUMBER_DATE},    {45, 45, NUMBER_TIME},
        {46, 46, NUMBER_ELAPSED}, {47, 47, NUMBER_TIME},
        {50, 54, NUMBER_DATE},    {55, 56, NUMBER_TIME},
        {57, 58, NUMBER_DATE},    {71, 74, NUMBER_DATE},
        {75, 76, NUMBER_TIME},    {77, 77, NUMBER_DATE},
        {78, 80, NUMBER_TIME},    {81, 81, NUMBER_DATE},
    };

    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
        if (id >= known[i].first && id <= known[i].last)
            return (struct number_format){known[i].kind, NULL};
    return (struct number_format){NUMBER_PLAIN, NULL};
}
