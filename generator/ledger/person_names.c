/*
 * A cell is cut into tokens of one kind of character; each run of hanzi is
 * read by itself, and what could not be read waits until it is known whether
 * the same part of the cell names somebody.
 */
#include "ledger/person_names.h"

#include <string.h>

#include "base/arena.h"
#include "base/pii.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/clean_cell.h"
#include "ledger/person_words.h"

enum { FEWEST_HANZI = 2, MOST_HANZI = 4, LONGEST_WORD = 16, LONGEST_RUN = 60 };

enum token_kind { TOKEN_HANZI, TOKEN_DOTTED, TOKEN_LATIN, TOKEN_NUMBER };

struct token {
    struct text text;
    enum token_kind kind;
    bool is_glued;   /* to the one before */
    bool is_spaced;  /* only blanks between it and the one before */
    bool is_wrapped; /* only those and line breaks */
    bool is_label;   /* a colon follows */
    bool is_bracketed;
    size_t part; /* of the cell, between separators */
};

/* A run of hanzi, and where each of them begins. */
struct run {
    struct text text;
    size_t at[LONGEST_RUN + 1];
    size_t count;
};

struct reading {
    const struct person_words *words;
    struct arena *arena;
    struct token *tokens;
    size_t token_count;
    struct person_part *parts;
    size_t count;
    size_t waiting_from; /* of this part of the cell */
    struct text *waiting;
    size_t waiting_count;
    bool has_particulars;
    bool names_somebody; /* this part of the cell does */
};

bool
character_is_name_dot(int32_t c)
{
    return pii_is_dot(c);
}

static bool
is_in(const char *list, struct text text)
{
    return text_find(text_of(list), text) < strlen(list);
}

static bool
is_alphanumeric(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || (c >= 0xC0 && c <= 0x24F) ||
           (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

static bool
is_digit(int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* Between letters of one word: zhang.san@example.org, O'Neil. */
static bool
joins_letters(int32_t c)
{
    return c == '.' || c == '@' || c == '-' || c == '_' || c == '\'' ||
           c == 0x2019;
}

static bool
parts_persons(int32_t c)
{
    return character_is_separator(c) || c == '|' || c == '&' || c == '+' ||
           c == '\\' || c == 0xFF5C || c == 0xFF06 || c == 0xFF0B ||
           c == 0xFF0F || c == 0xFF3C;
}

static int32_t
ahead(struct text text, size_t offset)
{
    return text_next(text, &offset);
}

/* Reads the token that begins with this character. */
static void
read_token(struct text cell, size_t *offset, struct token *token)
{
    size_t start = *offset, end;
    int32_t c = text_next(cell, offset);
    bool is_hanzi = character_is_hanzi(c);

    token->kind = is_hanzi ? TOKEN_HANZI : TOKEN_NUMBER;
    for (end = *offset;; end = *offset) {
        if (!is_hanzi && is_alphanumeric(c) && !is_digit(c))
            token->kind = TOKEN_LATIN;
        c = text_next(cell, offset);
        if (is_hanzi ? character_is_hanzi(c) : is_alphanumeric(c))
            continue;
        if (is_hanzi && character_is_name_dot(c) &&
            character_is_hanzi(ahead(cell, *offset))) {
            token->kind = TOKEN_DOTTED;
            continue;
        }
        if (!is_hanzi && joins_letters(c) &&
            is_alphanumeric(ahead(cell, *offset)) &&
            (token->kind == TOKEN_LATIN || c == '@'))
            continue;
        /* The words of an English name. */
        if (token->kind == TOKEN_LATIN && (c == ' ' || c == 0xA0) &&
            is_alphanumeric(ahead(cell, *offset)) &&
            !is_digit(ahead(cell, *offset)))
            continue;
        break;
    }
    *offset = end;
    token->text = text_slice(cell, start, end - start);
}

/* <b> and </b> part nothing, <br> and others do; whether one was there. */
static bool
skip_tag(struct text cell, size_t *offset, struct token *next)
{
    enum { LONGEST_TAG = 80 };
    struct text rest = text_slice(cell, *offset, LONGEST_TAG);
    size_t end = text_find(rest, TEXT(">"));

    if (end == rest.length || end < 2 || rest.bytes[0] != '<' ||
        !(is_alphanumeric((unsigned char)rest.bytes[1]) ||
          rest.bytes[1] == '/'))
        return false;
    *offset += end + 1;
    next->is_glued = false;
    if (text_starts(rest, "<br") || text_starts(rest, "<p") ||
        text_starts(rest, "</p"))
        next->part++;
    return true;
}

/* Steps over what is no token; false at the end. */
static bool
skip_marks(struct text cell, size_t *offset, struct token *next,
           struct token *last)
{
    next->is_glued = true;
    next->is_spaced = true;
    next->is_wrapped = true;
    for (size_t start = *offset;; start = *offset) {
        int32_t c;

        if (skip_tag(cell, offset, next))
            continue;
        c = text_next(cell, offset);
        if (c < 0)
            return false;
        if (character_is_hanzi(c) || is_alphanumeric(c)) {
            *offset = start;
            return true;
        }
        next->is_glued = false;
        if (parts_persons(c))
            next->part++;
        if (c == ':' || c == 0xFF1A)
            last->is_label = true;
        if (strchr("([{<", c < 0x80 ? c : 1) != NULL || c == 0xFF08 ||
            c == 0x3010 || c == 0x3014)
            next->is_bracketed = true;
        if (strchr(")]}>", c < 0x80 ? c : 1) != NULL || c == 0xFF09 ||
            c == 0x3011 || c == 0x3015)
            next->is_bracketed = false;
        next->is_wrapped &= character_is_space(c);
        next->is_spaced &= character_is_space(c) && c != '\n' && c != '\r';
    }
}

/* A角 before 苗禾田 is no part of the name: its hanzi go with its letter. */
static void
take_rank(struct reading *reading)
{
    struct token *last = &reading->tokens[reading->token_count - 1];
    size_t first = 0;

    text_next(last->text, &first);
    if (reading->token_count < 2 || !last->is_glued ||
        last->kind != TOKEN_HANZI || last[-1].kind == TOKEN_HANZI ||
        last[-1].text.length > 2 ||
        !is_in("角岗组班号队类线", text_slice(last->text, 0, first)))
        return;
    last->text = text_from(last->text, first);
    last->is_glued = last[-1].is_glued;
    if (last->text.length > 0)
        last[-1] = *last;
    reading->token_count -= last->text.length > 0 ? 1 : 2;
}

static void
read_tokens(struct reading *reading, struct text cell)
{
    struct token next = {.part = 0}, none;
    size_t offset = 0;

    reading->tokens =
        arena_take(reading->arena, (cell.length + 1) * sizeof(struct token));
    while (skip_marks(cell, &offset, &next,
                      reading->token_count > 0
                          ? &reading->tokens[reading->token_count - 1]
                          : &none)) {
        read_token(cell, &offset, &next);
        reading->tokens[reading->token_count++] = next;
        take_rank(reading);
    }
}

static bool
run_of(struct text text, struct run *run)
{
    size_t offset = 0;

    run->text = text;
    for (run->count = 0; offset < text.length; run->count++) {
        if (run->count == LONGEST_RUN)
            return false;
        run->at[run->count] = offset;
        text_next(text, &offset);
    }
    run->at[run->count] = text.length;
    return true;
}

/* The hanzi from one to before another. */
static struct text
hanzi(const struct run *run, size_t from, size_t to)
{
    return text_slice(run->text, run->at[from], run->at[to] - run->at[from]);
}

static unsigned
known(const struct reading *reading, const struct run *run, size_t from,
      size_t to)
{
    return person_words_find(reading->words, hanzi(run, from, to));
}

/* 司法局, 卫生院, 管委会: no name of three ends so. */
static bool
is_short_unit(struct text text)
{
    static const char ends[] =
        "局 办 区 县 厅 股 处 院 所 站 队 馆 厂 署 部 组 委会";
    const char *rest = ends;

    for (struct text end; text_count(text) == 3 && word_next(&rest, &end);)
        if (memcmp(text.bytes + text.length - end.length, end.bytes,
                   end.length) == 0)
            return true;
    return false;
}

static bool
has_surname(const struct reading *reading, const struct run *run, size_t from,
            size_t to)
{
    size_t count = to > from ? to - from : 0;
    size_t surname = surname_count(reading->words, hanzi(run, from, to));

    return count >= FEWEST_HANZI && count <= MOST_HANZI && surname > 0 &&
           surname < count && !is_short_unit(hanzi(run, from, to)) &&
           (known(reading, run, from, to) & WORD_NO_NAME) == 0;
}

static void
add(struct reading *reading, struct text text, bool is_name, bool is_doubtful)
{
    reading->parts[reading->count++] =
        (struct person_part){text, is_name, is_doubtful};
    reading->names_somebody |= is_name;
}

static void
add_name(struct reading *reading, struct text name, bool is_doubtful)
{
    unsigned what = person_words_find(reading->words, name);

    add(reading, name, true, is_doubtful || (what & WORD_COMMON) != 0);
}

static void
add_word(struct reading *reading, struct text word)
{
    unsigned what = person_words_find(reading->words, word);

    add(reading, word, false,
        what == 0 ||
            (what & (WORD_POST | WORD_UNIT | WORD_LISTED | WORD_MONTH)) != 0);
}

static void
wait(struct reading *reading, struct text text)
{
    reading->waiting[reading->waiting_count++] = text;
}

/* Takes away what stands behind a name; whether there was something.  党委
   goes with the post behind it: 苗禾田党委书记, but 和平社区. */
static bool
strip_behind(const struct reading *reading, const struct run *run, size_t from,
             size_t *to)
{
    unsigned words = WORD_POST | WORD_COURTESY | WORD_UNIT |
                     (*to < run->count ? WORD_MANNER : 0);

    for (size_t n = *to - from < LONGEST_WORD ? *to - from : LONGEST_WORD;
         n >= FEWEST_HANZI; n--) {
        size_t left = *to - from - n;
        unsigned what = known(reading, run, *to - n, *to);

        if (left > 0 && text_is(hanzi(run, *to - n - 1, *to - n), "副"))
            left--;
        if (left == 1 || (what & words) == 0)
            continue;
        *to = from + left;
        return true;
    }
    return false;
}

/* 副 and the like belong to the post behind them. */
static bool
strips_alone(const struct reading *reading, const struct run *run, size_t from,
             size_t to)
{
    for (size_t n = FEWEST_HANZI; from + 1 + n <= to && n < LONGEST_WORD; n++)
        if (known(reading, run, from + 1, from + 1 + n) & WORD_POST)
            return (known(reading, run, from, from + 1) & WORD_MANNER) != 0;
    return false;
}

static bool
strip_before(const struct reading *reading, const struct run *run, size_t *from,
             size_t to)
{
    for (size_t n = to - *from < LONGEST_WORD ? to - *from : LONGEST_WORD;
         n >= FEWEST_HANZI; n--) {
        size_t left = to - *from - n;
        unsigned what = known(reading, run, *from, *from + n);

        if (left == 1 || (what & (WORD_POST | WORD_UNIT | WORD_MANNER |
                                  WORD_ROLE | WORD_COURTESY)) == 0)
            continue;
        *from += n;
        return true;
    }
    if (!strips_alone(reading, run, *from, to))
        return false;
    ++*from;
    return true;
}

/* What is left of a run without the words around a name. */
static bool
strip(const struct reading *reading, const struct run *run, size_t *from,
      size_t *to)
{
    bool is_stripped = false;

    while (*to > *from && !has_surname(reading, run, *from, *to) &&
           (strip_before(reading, run, from, *to) ||
            strip_behind(reading, run, *from, to)))
        is_stripped = true;
    while (*to - *from > MOST_HANZI - 1 &&
           strip_behind(reading, run, *from, to))
        is_stripped = true;
    return is_stripped;
}

/* Whether a word that is nobody's name begins there, or ends there. */
static bool
begins_with_a_word(const struct reading *reading, const struct run *run,
                   size_t from, size_t to)
{
    for (size_t n = FEWEST_HANZI; n <= MOST_HANZI && from + n <= to; n++)
        if (known(reading, run, from, from + n) & WORD_NO_NAME)
            return true;
    return false;
}

static bool
ends_with_a_word(const struct reading *reading, const struct run *run,
                 size_t from, size_t to)
{
    for (size_t n = FEWEST_HANZI; n <= MOST_HANZI && from + n <= to; n++)
        if (known(reading, run, to - n, to) & WORD_NO_NAME)
            return true;
    return false;
}

/* 樊椿青户, 小樊椿青: three of the four may be the name. */
static bool
names_in_four(struct reading *reading, const struct run *run, size_t from)
{
    size_t to = from + MOST_HANZI, before = reading->count;

    if (has_surname(reading, run, from, to - 1))
        add_name(reading, hanzi(run, from, to - 1), true);
    if (has_surname(reading, run, from + 1, to))
        add_name(reading, hanzi(run, from + 1, to), true);
    if (reading->count > before)
        add_name(reading, hanzi(run, from, to), true);
    return reading->count > before;
}

/* 招商科苗禾田: three hanzi rather than two, two rather than four. */
static const size_t likely[] = {3, 2, 4};

static bool
name_behind_unit(struct reading *reading, const struct run *run, size_t from,
                 size_t to)
{
    for (size_t i = 0; i < 3; i++) {
        size_t start = to - likely[i];

        if (to < from + likely[i] + FEWEST_HANZI ||
            !has_surname(reading, run, start, to) ||
            !(ends_like_a_unit(hanzi(run, from, start)) ||
              ends_with_a_word(reading, run, from, start)))
            continue;
        if (likely[i] < MOST_HANZI || !names_in_four(reading, run, start))
            add_name(reading, hanzi(run, start, to), false);
        return true;
    }
    return false;
}

/* 苗禾田区商务局 before a post. */
static bool
name_before_unit(struct reading *reading, const struct run *run, size_t from,
                 size_t to)
{
    static const char levels[] = "区县市镇乡街村省州";

    if (!ends_like_a_unit(hanzi(run, from, to)))
        return false;
    for (size_t i = 0; i < 3; i++) {
        size_t end = from + likely[i];

        if (end + FEWEST_HANZI > to || !has_surname(reading, run, from, end) ||
            text_find(text_of(levels), hanzi(run, end, end + 1)) ==
                strlen(levels))
            continue;
        add_name(reading, hanzi(run, from, end), true);
        return true;
    }
    return false;
}

/* Where nothing tells where a name ends: every run that may be one and begins
   or ends where the text does. */
static bool
names_at_ends(struct reading *reading, const struct run *run, size_t from,
              size_t to)
{
    size_t before = reading->count;
    bool begins = !begins_with_a_word(reading, run, from, to);
    bool ends = !ends_with_a_word(reading, run, from, to);

    for (size_t n = FEWEST_HANZI; n <= MOST_HANZI; n++) {
        if (begins && has_surname(reading, run, from, from + n))
            add_name(reading, hanzi(run, from, from + n), true);
        if (ends && to - n > from && has_surname(reading, run, to - n, to))
            add_name(reading, hanzi(run, to - n, to), true);
    }
    if (reading->count > before && to - from > MOST_HANZI)
        add_name(reading, hanzi(run, from, to), true);
    return reading->count > before;
}

/* 樊梅灰樊梅黑樊梅粉 */
static bool
names_of_three(struct reading *reading, const struct run *run, size_t from,
               size_t to)
{
    enum { THREE = 3 };

    if ((to - from) % THREE != 0 || to - from == THREE)
        return false;
    for (size_t i = from; i < to; i += THREE)
        if (!has_surname(reading, run, i, i + THREE))
            return false;
    for (size_t i = from; i < to; i += THREE)
        add_name(reading, hanzi(run, i, i + THREE), true);
    return true;
}

/* 安全生产专班, 城乡环境卫生: made of words, and of what offices end with. */
static bool
is_made_of_words(const struct reading *reading, const struct run *run)
{
    static const char ends[] = "组办科队局室处站所院会员方户";
    enum { WORDS = WORD_TRADE | WORD_COMMON | WORD_LISTED | WORD_NOBODY };
    size_t words[LONGEST_RUN + 1] = {1};

    for (size_t to = FEWEST_HANZI; to <= run->count; to++) {
        unsigned what = 0;

        for (size_t n = FEWEST_HANZI; n <= MOST_HANZI && n <= to; n++)
            if (words[to - n] > 0 &&
                ((what = known(reading, run, to - n, to)) & WORDS))
                words[to] = words[to - n] + 1;
    }
    if (words[run->count] > 2)
        return true;
    return run->count > FEWEST_HANZI && words[run->count - 1] > 1 &&
           is_in(ends, hanzi(run, run->count - 1, run->count));
}

static void read_run(struct reading *reading, struct text text);

/* Whether a part of a run is a name or a known word by itself. */
static bool
stands_for_one(const struct reading *reading, const struct run *run,
               size_t from, size_t to)
{
    if (to < from + FEWEST_HANZI)
        return false;
    strip(reading, run, &from, &to);
    return to == from || has_surname(reading, run, from, to) ||
           (known(reading, run, from, to) & WORD_NO_NAME) != 0;
}

/* 苗禾田和齐沐 */
static bool
read_joined(struct reading *reading, const struct run *run)
{
    static const char joints[] = "和与及同跟暨";

    for (size_t i = FEWEST_HANZI; i + FEWEST_HANZI < run->count; i++) {
        size_t end = i;

        if (text_find(text_of(joints), hanzi(run, i, i + 1)) == strlen(joints))
            continue;
        if (end > FEWEST_HANZI && text_is(hanzi(run, end - 1, end), "以"))
            end--;
        if (!stands_for_one(reading, run, 0, end) ||
            !stands_for_one(reading, run, i + 1, run->count))
            continue;
        read_run(reading, hanzi(run, 0, end));
        read_run(reading, hanzi(run, i + 1, run->count));
        return true;
    }
    return false;
}

/* 欧阳 or 王李: so a name of four hanzi begins. */
static bool
has_two_surnames(const struct reading *reading, const struct run *run,
                 size_t from)
{
    return surname_count(reading->words, hanzi(run, from, from + 2)) +
               surname_count(reading->words, hanzi(run, from + 1, from + 3)) >
           1;
}

/* 万店镇 before 党委副书记: nobody has an organ behind his name. */
static bool
is_place_with_organ(const struct run *run, size_t from, size_t to)
{
    static const char organs[] = "党委 党总支 党支部 支部 支书 人大 政协 纪委 "
                                 "政府 人民政府 村委 居委 团委 妇联 武装部";
    struct text behind = text_from(run->text, run->at[to]);
    const char *rest = organs;

    if (from + 1 >= to || !is_in("镇 乡 村 街", hanzi(run, to - 1, to)))
        return false;
    for (struct text organ; word_next(&rest, &organ);)
        if (behind.length >= organ.length &&
            memcmp(behind.bytes, organ.bytes, organ.length) == 0)
            return true;
    return false;
}

/* 魏紫陶然 may be two. */
static bool
are_two_names(const struct reading *reading, const struct run *run, size_t from,
              size_t to)
{
    size_t middle = from + FEWEST_HANZI;

    return to == middle + FEWEST_HANZI && has_surname(reading, run, from, to) &&
           !has_two_surnames(reading, run, from) &&
           has_surname(reading, run, middle, to) &&
           known(reading, run, from, middle) == 0 &&
           known(reading, run, middle, to) == 0 &&
           !ends_like_a_unit(hanzi(run, from, to));
}

/* Of 代钮承庆 and 由钮承庆代 the name as well; the first may be a surname. */
static void
add_behind_head(struct reading *reading, const struct run *run, size_t from,
                size_t to)
{
    static const char heads[] = "代原现由兼替拟请经另";

    if (from + FEWEST_HANZI >= to || !is_in(heads, hanzi(run, from, from + 1)))
        return;
    from++;
    if (from + FEWEST_HANZI < to && is_in("代签替", hanzi(run, to - 1, to)))
        to--;
    if (has_surname(reading, run, from, to))
        add_name(reading, hanzi(run, from, to), false);
}

/* What is left when the words around are gone, or the whole run. */
static void
read_rest(struct reading *reading, const struct run *run)
{
    size_t from = 0, to = run->count;
    bool is_stripped = strip(reading, run, &from, &to);
    size_t left = to - from;

    if (left == 0 || (known(reading, run, from, to) & WORD_NO_NAME) ||
        is_place_with_organ(run, from, to)) {
        add_word(reading, run->text);
        return;
    }
    if (are_two_names(reading, run, from, to) &&
        names_at_ends(reading, run, from, to))
        return;
    if (has_surname(reading, run, from, to) &&
        (left < MOST_HANZI || has_two_surnames(reading, run, from)) &&
        !(left == MOST_HANZI && ends_like_a_unit(hanzi(run, from, to)))) {
        add_name(reading, hanzi(run, from, to), false);
        if (left == MOST_HANZI)
            add_behind_head(reading, run, from, to);
        return;
    }
    if (left == MOST_HANZI && is_in("组户家", hanzi(run, to - 1, to)) &&
        names_in_four(reading, run, from))
        return;
    if (name_behind_unit(reading, run, from, to) ||
        (is_stripped && name_before_unit(reading, run, from, to)))
        return;
    if (left > FEWEST_HANZI && ends_like_a_unit(hanzi(run, from, to)))
        add_word(reading, run->text);
    else if (left == MOST_HANZI  ? !names_in_four(reading, run, from)
             : left < MOST_HANZI ? true
                                 : !names_of_three(reading, run, from, to) &&
                                       !names_at_ends(reading, run, from, to))
        wait(reading, run->text);
}

/* 褚二等3人 is 褚二, and others. */
static struct text
without_others(const struct run *run)
{
    for (size_t i = FEWEST_HANZI; i < run->count; i++)
        if (text_is(hanzi(run, i, i + 1), "等"))
            return hanzi(run, 0, i);
    return run->text;
}

static void
read_run(struct reading *reading, struct text text)
{
    struct run run;

    if (!run_of(text, &run)) {
        wait(reading, text);
        return;
    }
    text = without_others(&run);
    run_of(text, &run);
    if (person_words_find(reading->words, text) & WORD_NO_NAME)
        add_word(reading, text);
    else if (run.count < MOST_HANZI && is_short_unit(text))
        add_word(reading, text);
    else if (run.count > FEWEST_HANZI && is_made_of_words(reading, &run))
        add_word(reading, text);
    else if (run.count < MOST_HANZI && has_surname(reading, &run, 0, run.count))
        add_name(reading, text, false);
    else if (!read_joined(reading, &run))
        read_rest(reading, &run);
}

/* 副局长艾尔肯·吐逊同志: the words before the first dot and behind the last. */
static void
read_dotted(struct reading *reading, struct text text)
{
    size_t first = 0, last = 0, offset = 0, start = 0, from = 0, to;
    struct run run;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset)
        if (character_is_name_dot(c)) {
            first = first > 0 ? first : start;
            last = offset;
        }
    if (!run_of(text_slice(text, 0, first), &run)) {
        wait(reading, text);
        return;
    }
    to = run.count;
    while (to - from > FEWEST_HANZI && strip_before(reading, &run, &from, to))
        ;
    for (size_t i = to; to - from > MOST_HANZI && i > from + 1; i--)
        if (to - i >= FEWEST_HANZI && ends_like_a_unit(hanzi(&run, from, i))) {
            from = i;
            break;
        }
    start = run.at[from];
    if (run_of(text_from(text, last), &run)) {
        to = run.count;
        while (to > FEWEST_HANZI && strip_behind(reading, &run, 0, &to))
            ;
        text.length = last + run.at[to];
    }
    add_name(reading, text_from(text, start), false);
}

/* 女, and the 月生 of 1990年3月生. */
static bool
is_particular(const struct reading *reading, size_t i)
{
    const struct token *token = &reading->tokens[i];
    size_t first = 0;

    if (token->kind != TOKEN_HANZI)
        return false;
    if (person_words_find(reading->words, token->text) & WORD_PARTICULAR)
        return true;
    text_next(token->text, &first);
    return token->is_glued && i > 0 &&
           reading->tokens[i - 1].kind == TOKEN_NUMBER &&
           is_in("年月日岁", text_slice(token->text, 0, first));
}

/* A label is left out, unless it is somebody: 张三：13800000000. */
static bool
is_mere_label(const struct reading *reading, const struct token *token)
{
    struct run run;

    return token->is_label && token->kind == TOKEN_HANZI &&
           (!run_of(token->text, &run) ||
            !has_surname(reading, &run, 0, run.count) ||
            ends_like_a_unit(token->text) ||
            !stands_for_one(reading, &run, 0, run.count));
}

static void
read_hanzi(struct reading *reading, const struct token *token)
{
    struct run run;

    if (is_mere_label(reading, token))
        return;
    if (token->is_bracketed || reading->has_particulars) {
        if (!run_of(token->text, &run) || ends_like_a_unit(token->text))
            return;
        if (has_surname(reading, &run, 0, run.count))
            add_name(reading, token->text, false);
        add_behind_head(reading, &run, 0, run.count);
        return;
    }
    read_run(reading, token->text);
}

/* Hanzi, letters and digits without anything between: how many tokens. */
static size_t
glued_from(const struct reading *reading, size_t i)
{
    size_t end = i + 1;

    while (end < reading->token_count && reading->tokens[end].is_glued)
        end++;
    return end - i;
}

static struct text
text_of_tokens(const struct token *first, size_t count)
{
    const struct token *last = first + count - 1;

    return (struct text){first->text.bytes,
                         (size_t)(last->text.bytes - first->text.bytes) +
                             last->text.length};
}

/* 干部07 is a name as a whole when no part of it is one. */
static void
read_glued(struct reading *reading, size_t first, size_t count)
{
    size_t before = reading->count, waiting = reading->waiting_count;
    bool has_hanzi = false;

    for (size_t i = first; i < first + count; i++) {
        const struct token *token = &reading->tokens[i];

        if (is_particular(reading, i))
            reading->has_particulars = has_hanzi = true;
        else if (token->kind == TOKEN_DOTTED)
            read_dotted(reading, token->text);
        else if (token->kind == TOKEN_HANZI && token->text.length > 3)
            read_hanzi(reading, token);
        has_hanzi |= token->kind == TOKEN_HANZI;
    }
    for (size_t i = before; i < reading->count; i++)
        if (reading->parts[i].is_name)
            return;
    if (reading->tokens[first].kind == TOKEN_NUMBER || count < 2 ||
        reading->has_particulars ||
        (person_words_find(reading->words, reading->tokens[first].text) &
         WORD_ROLE))
        return;
    reading->count = before;
    reading->waiting_count = waiting;
    add_name(reading, text_of_tokens(&reading->tokens[first], count), false);
}

/* A single hanzi that may begin or go on with a name. */
static bool
is_single(const struct reading *reading, size_t i)
{
    return i < reading->token_count && reading->tokens[i].kind == TOKEN_HANZI &&
           text_count(reading->tokens[i].text) == 1 &&
           !is_in("男女兼等", reading->tokens[i].text);
}

/* How many tokens are one name spread out: 张 三, 康 映 雪, 邹 砚田, 岑静 姝,
   欧阳 砚.  One hanzi alone is nobody, even on a line of its own. */
static size_t
spread_from(const struct reading *reading, size_t i)
{
    size_t singles = 0, surname, count, next;
    const struct token *token = &reading->tokens[i];

    if (is_in("一二三四五六七八九十", token->text))
        return 1;
    while (is_single(reading, i + singles) &&
           (singles == 0 || reading->tokens[i + singles].is_spaced))
        singles++;
    if (singles > 1)
        return singles % 2 == 0 ? 2 : 3;
    if (i + 1 >= reading->token_count || token->kind != TOKEN_HANZI ||
        !token[1].is_wrapped || token[1].kind != TOKEN_HANZI)
        return 1;
    surname = surname_count(reading->words, token->text);
    count = text_count(token->text);
    next = text_count(token[1].text);
    if (surname == 1 && count == 1 && next <= 2)
        return 2;
    if (surname > 0 && count == 2 && next <= surname &&
        (surname == 2 ? token[1].is_spaced : is_single(reading, i + 1)) &&
        !(person_words_find(reading->words, token[1].text) & WORD_NO_NAME))
        return 2;
    return 1;
}

static void
read_spread(struct reading *reading, size_t first, size_t count)
{
    struct text name = text_of("");

    for (size_t i = first; i < first + count; i++)
        name = text_join(reading->arena, name, reading->tokens[i].text);
    read_run(reading, name);
}

static void
end_part(struct reading *reading, size_t from)
{
    size_t kept = from;

    for (size_t i = from; i < reading->count; i++)
        if (reading->parts[i].is_name || !reading->names_somebody)
            reading->parts[kept++] = reading->parts[i];
    reading->count = kept;
    if (reading->names_somebody)
        reading->waiting_count = reading->waiting_from;
    reading->waiting_from = reading->waiting_count;
    reading->names_somebody = false;
}

/* The tokens from one on, as far as they belong together; how many. */
static size_t
read_some(struct reading *reading, size_t i)
{
    size_t count = spread_from(reading, i);
    const struct token *token = &reading->tokens[i];

    if (count > 1) {
        read_spread(reading, i, count);
        return count;
    }
    count = glued_from(reading, i);
    if (count > 1 || token->kind == TOKEN_DOTTED || is_particular(reading, i) ||
        (token->kind == TOKEN_HANZI && text_count(token->text) > 1))
        read_glued(reading, i, count);
    else if (token->kind == TOKEN_LATIN && token->text.length > 1 &&
             !(person_words_find(reading->words, token->text) & WORD_NO_NAME))
        add_name(reading, token->text, false);
    else if (token->kind == TOKEN_HANZI && reading->token_count == 1)
        add_name(reading, token->text, false);
    return count;
}

static void
read_parts(struct reading *reading)
{
    size_t from = 0;

    for (size_t i = 0, part = 0; i < reading->token_count;) {
        if (reading->tokens[i].part != part) {
            end_part(reading, from);
            from = reading->count;
            part = reading->tokens[i].part;
        }
        i += read_some(reading, i);
    }
    end_part(reading, from);
}

/* Beside a name a post is in its place. */
static void
pardon_posts(struct reading *reading)
{
    bool has_name = false;

    for (size_t i = 0; i < reading->count; i++)
        has_name |= reading->parts[i].is_name;
    for (size_t i = 0; has_name && i < reading->count; i++) {
        struct person_part *part = &reading->parts[i];
        unsigned what = person_words_find(reading->words, part->text);

        if (!part->is_name && (what & WORD_UNIT) == 0)
            part->is_doubtful = false;
    }
}

size_t
person_parts(const struct person_words *words, struct arena *arena,
             struct text cell, struct person_part **parts)
{
    struct reading reading = {.words = words, .arena = arena};
    size_t most = cell.length * 2 + 8;

    cell = text_trimmed(text_scrubbed(arena, cell));
    reading.parts = arena_take(arena, most * sizeof(*reading.parts));
    reading.waiting = arena_take(arena, most * sizeof(*reading.waiting));
    *parts = reading.parts;
    read_tokens(&reading, cell);
    read_parts(&reading);
    if (reading.count == 0 && reading.waiting_count > 0)
        add_name(&reading, cell, true);
    else
        for (size_t i = 0; i < reading.waiting_count; i++)
            add_name(&reading, reading.waiting[i], true);
    pardon_posts(&reading);
    return reading.count;
}
