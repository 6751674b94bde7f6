/*
 * Translation keeps a byte a byte wherever it can.  The stated quote and "
 * change places, a delimiter of several bytes becomes one, and what an escape
 * protects is hidden behind byte 0xFF, which no UTF-8 holds, with its high bit
 * set.  All of it is undone when cells are written.
 */
#include "clean/dialect.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "clean/column_counts.h"
#include "intake/records.h"

enum {
    SAMPLE_BYTES = 256 * 1024,
    SAMPLE_RECORDS = 500,
    HIDDEN = 0xFF,
    HIGH_BIT = 0x80,
    UNIT_SEPARATOR = 0x1F, /* stands for a delimiter of several bytes */
    EVEN_HEADER = 1000     /* what it is worth against even rows */
};

static bool
is_plain(const struct dialect *dialect)
{
    return dialect->delimiter.length == 1 && dialect->quote == '"' &&
           dialect->escape == 0;
}

char
dialect_delimiter(const struct dialect *dialect)
{
    return dialect->delimiter.length == 1 ? dialect->delimiter.bytes[0]
                                          : UNIT_SEPARATOR;
}

static char *
hide(char *out, char byte)
{
    *out++ = (char)HIDDEN;
    *out++ = (char)(byte | HIGH_BIT);
    return out;
}

static char
change_places(const struct dialect *dialect, char byte)
{
    if (byte == '"')
        return dialect->quote;
    return byte == dialect->quote ? '"' : byte;
}

static bool
is_delimiter_at(const struct dialect *dialect, struct text content, size_t at)
{
    const struct text *delimiter = &dialect->delimiter;

    return content.length - at >= delimiter->length &&
           memcmp(content.bytes + at, delimiter->bytes, delimiter->length) == 0;
}

static bool
is_protected(const struct dialect *dialect, struct text content, size_t at)
{
    return at < content.length &&
           (strchr("\r\n", content.bytes[at]) != NULL ||
            content.bytes[at] == dialect->quote ||
            content.bytes[at] == dialect->escape ||
            is_delimiter_at(dialect, content, at)) &&
           content.bytes[at] != '\0' &&
           (unsigned char)content.bytes[at] < HIGH_BIT;
}

char *
dialect_translate(const struct dialect *dialect, struct text content,
                  struct text *translated)
{
    size_t long_delimiter =
        dialect->delimiter.length > 1 ? dialect->delimiter.length : 0;
    char *bytes, *out;

    *translated = content;
    if (is_plain(dialect))
        return NULL;
    bytes = out = arena_must(malloc(2 * content.length + 1));
    for (size_t i = 0; i < content.length; i++) {
        char byte = content.bytes[i];

        if (dialect->escape != 0 && byte == dialect->escape &&
            is_protected(dialect, content, i + 1)) {
            out = hide(out, content.bytes[++i]);
        } else if (long_delimiter > 0 && is_delimiter_at(dialect, content, i)) {
            *out++ = UNIT_SEPARATOR;
            i += long_delimiter - 1;
        } else if (long_delimiter > 0 && byte == UNIT_SEPARATOR) {
            out = hide(out, byte);
        } else {
            *out++ = change_places(dialect, byte);
        }
    }
    *translated = (struct text){bytes, (size_t)(out - bytes)};
    return bytes;
}

struct text
dialect_reveal(const struct dialect *dialect, struct arena *arena,
               struct text text)
{
    char *bytes, *out;

    if (is_plain(dialect))
        return text;
    bytes = out =
        arena_take(arena, text.length * dialect->delimiter.length + 1);
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];

        if (byte == HIDDEN && i + 1 < text.length) {
            *out++ = (char)((unsigned char)text.bytes[++i] & (HIGH_BIT - 1));
        } else if (byte == UNIT_SEPARATOR && dialect->delimiter.length > 1) {
            memcpy(out, dialect->delimiter.bytes, dialect->delimiter.length);
            out += dialect->delimiter.length;
        } else {
            *out++ = change_places(dialect, text.bytes[i]);
        }
    }
    return (struct text){bytes, (size_t)(out - bytes)};
}

uint32_t
dialect_hidden_lines(struct text text)
{
    uint32_t lines = 0;

    for (size_t i = 0; i + 1 < text.length; i++) {
        unsigned char byte = (unsigned char)text.bytes[i + 1];

        if ((unsigned char)text.bytes[i] != HIDDEN)
            continue;
        lines += byte == ('\r' | HIGH_BIT) || byte == ('\n' | HIGH_BIT);
        i++;
    }
    return lines;
}

/* One way to read the sample, and what comes of it. */
struct reading {
    struct dialect dialect;
    struct column_counts found;
};

struct finder {
    struct text sample;
    uint32_t header_records;
};

static void
measure(const struct finder *finder, struct reading *reading)
{
    struct text translated;
    char *memory =
        dialect_translate(&reading->dialect, finder->sample, &translated);

    reading->found =
        column_counts_of(translated, dialect_delimiter(&reading->dialect),
                         finder->header_records, SAMPLE_RECORDS);
    free(memory);
}

/* In thousandths: how even the rows are, and whether the header agrees. */
static size_t
score_of(const struct column_counts *found)
{
    size_t score;

    if (found->records == 0) /* a header only */
        return found->header_cells > 1 ? found->header_cells : 0;
    if (found->usual < 2)
        return 0;
    score = found->even * 1000 / found->records;
    return score + (found->header_cells == found->usual ? EVEN_HEADER : 0);
}

/* The reading with the best delimiter, behind which a blank may belong to
   it. */
static struct reading
best_reading(const struct finder *finder, struct dialect dialect,
             bool with_blank)
{
    static const char candidates[][3] = {", ", "; ", "\t ", "| "};
    struct reading best = {.dialect = dialect};

    if (dialect.delimiter.length > 0) {
        measure(finder, &best);
        return best;
    }
    best.dialect.delimiter = (struct text){candidates[0], with_blank ? 2 : 1};
    for (size_t i = 0; i < sizeof(candidates) / sizeof(*candidates); i++) {
        struct reading next = {.dialect = dialect};
        size_t score, best_score = score_of(&best.found);

        next.dialect.delimiter =
            (struct text){candidates[i], with_blank ? 2 : 1};
        measure(finder, &next);
        score = score_of(&next.found);
        if (score > best_score || (score == best_score && score > 0 &&
                                   next.found.usual > best.found.usual))
            best = next;
    }
    return best;
}

static bool
is_better(const struct finder *finder, const struct reading *next,
          const struct reading *best)
{
    if (next->found.records < 2 ||
        !column_counts_are_perfect(&next->found, finder->header_records))
        return false;
    return !column_counts_are_agreed(&best->found) ||
           next->found.usual >= best->found.usual;
}

/* How many cells seem to begin with a quote, and to end with it. */
struct quoting {
    size_t opening, closing;
};

static bool
is_beyond_cell(struct text sample, size_t at)
{
    return at >= sample.length ||
           memchr(",;\t|\r\n", sample.bytes[at], 6) != NULL;
}

static struct quoting
quoting_by(struct text sample, char quote)
{
    struct quoting found = {0};

    for (size_t i = 0; i < sample.length; i++) {
        if (sample.bytes[i] != quote)
            continue;
        found.opening += i == 0 || is_beyond_cell(sample, i - 1);
        found.closing += is_beyond_cell(sample, i + 1);
    }
    return found;
}

/* What else could be behind uneven rows, the likeliest first. */
static bool
find_even(const struct finder *finder, struct dialect stated,
          bool may_be_single, struct reading *best)
{
    for (unsigned tried = 1; tried < (may_be_single ? 8 : 4); tried++) {
        bool with_blank = (tried & 1) != 0;
        struct dialect dialect = stated;
        struct reading next;

        if ((with_blank && stated.delimiter.length > 0) ||
            ((tried & 2) && stated.escape != 0) ||
            ((tried & 4) && stated.quote != 0))
            continue;
        if (tried & 2)
            dialect.escape = '\\';
        dialect.quote = tried & 4 ? '\'' : stated.quote ? stated.quote : '"';
        next = best_reading(finder, dialect, with_blank);
        if (is_better(finder, &next, best)) {
            *best = next;
            return true;
        }
    }
    return false;
}

/* An apostrophe is a quote only where " is none.  If it holds cells in every
   row, it is one in rows, too, that are uneven because it stands in words as
   well. */
static void
try_others(const struct finder *finder, struct dialect stated,
           struct reading *best)
{
    struct quoting single = quoting_by(finder->sample, '\'');
    bool may_be_single =
        single.opening > 1 && quoting_by(finder->sample, '"').opening == 0;

    if (find_even(finder, stated, may_be_single, best))
        return;
    if (may_be_single && stated.quote == 0 &&
        single.opening == single.closing &&
        single.opening >= best->found.records) {
        stated.quote = '\'';
        *best = best_reading(finder, stated, false);
    }
}

/* Of a long content the first whole lines. */
static struct text
sample_of(struct text content)
{
    struct text sample = text_slice(content, 0, SAMPLE_BYTES);
    size_t end = sample.length;

    if (sample.length == content.length)
        return sample;
    while (end > 0 && strchr("\r\n", sample.bytes[end - 1]) == NULL)
        end--;
    return end > 0 ? text_slice(sample, 0, end) : sample;
}

struct dialect
dialect_find(struct dialect stated, struct text content,
             uint32_t header_records)
{
    struct finder finder = {sample_of(content), header_records};
    struct dialect usual;
    struct reading best;

    if (stated.delimiter.length == 0 && records_stated(content) != 0)
        stated.delimiter = text_slice(content, strlen("sep="), 1);
    usual = stated;
    if (usual.quote == 0)
        usual.quote = '"';
    if (stated.escape == usual.quote) /* doubling, in other words */
        usual.escape = 0;
    best = best_reading(&finder, usual, false);
    if (!column_counts_are_perfect(&best.found, header_records))
        try_others(&finder, stated, &best);
    return best.dialect;
}
