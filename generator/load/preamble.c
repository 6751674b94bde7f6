#include "load/preamble.h"

#include <string.h>

#include "base/arena.h"
#include "ledger/cells.h"

static const char unit_labels[] = "填报单位 上报单位 报送单位 填表单位";
static const char until_labels[] = "截至日期 截至时间 数据截至 截至 截止日期 "
                                   "截止时间 截止";
static const char made_labels[] = "填报时间 填报日期 上报时间 报送时间 "
                                  "填表时间 填表日期 制表时间 制表日期";

/* The text behind one of the labels at the start; false if none is there.
   What is left begins behind a colon, or is empty. */
static bool
strip_label(struct text text, const char *labels, bool colon_needed,
            struct text *value)
{
    for (struct text label; word_next(&labels, &label);) {
        struct text rest;

        if (label.length > text.length ||
            memcmp(text.bytes, label.bytes, label.length) != 0)
            continue;
        rest = text_from(text, label.length);
        if (text_starts(rest, ":")) /* folding made ： plain */
            *value = text_from(rest, 1);
        else if (rest.length == 0 || !colon_needed)
            *value = rest;
        else
            continue;
        return true;
    }
    return false;
}

/* The start of the text that may be part of a date. */
static struct text
date_part(struct text text)
{
    static const char hanzi[] = "年月日号〇零一二三四五六七八九十";
    size_t offset = 0, next = 0;

    for (int32_t c; (c = text_next(text, &next)) >= 0; offset = next) {
        struct text one = text_slice(text, offset, next - offset);
        bool belongs =
            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/' ||
            (c >= 0x80 && text_find(text_of(hanzi), one) < sizeof(hanzi) - 1);

        if (!belongs)
            break;
    }
    return text_slice(text, 0, offset);
}

/* The last day meant by "2025年10月底", "2025-10-31", "10月底". */
static struct date
last_day_of(struct arena *arena, struct text text, int campaign_year)
{
    struct text part = date_part(text);
    struct date date = {0};

    if (part.length == 0)
        return date;
    date_read(part, campaign_year, arena, &date);
    if (!date_is_given(date) && campaign_year > 0) {
        struct text whole =
            text_format(arena, "%d年%.*s", campaign_year, TEXT_ARG(part));

        date_read(whole, campaign_year, arena, &date);
    }
    if (date_is_given(date) && !date_has_day(date))
        date = month_last_day(month_of(date));
    return date;
}

static bool
is_label(struct text text)
{
    struct text value;

    return strip_label(text, unit_labels, true, &value) ||
           strip_label(text, until_labels, true, &value) ||
           strip_label(text, made_labels, true, &value);
}

/* The folded cell behind the i-th that is not blank, unless a label. */
static struct text
cell_behind(struct arena *arena, const struct text *cells, size_t count,
            size_t i)
{
    while (++i < count) {
        struct text key = folded(arena, cells[i]);

        if (key.length > 0)
            return is_label(key) ? text_of("") : key;
    }
    return text_of("");
}

static void
add_as_of(struct preamble *preamble, struct arena *arena, struct text value,
          int campaign_year)
{
    struct date date = last_day_of(arena, value, campaign_year);

    if (date_is_given(date))
        preamble->as_of = date;
}

/* 截至 may also stand inside a title. */
static void
add_from_title(struct preamble *preamble, struct arena *arena, struct text key,
               int campaign_year)
{
    static const char *const words[] = {"截至", "截止"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        size_t at = text_find(key, text_of(words[i]));

        if (at < key.length)
            add_as_of(preamble, arena, text_from(key, at + strlen(words[i])),
                      campaign_year);
    }
}

void
preamble_add(struct preamble *preamble, struct arena *arena,
             const struct text *cells, size_t count, int campaign_year)
{
    for (size_t i = 0; i < count; i++) {
        struct text key = folded(arena, cells[i]), value;

        if (key.length == 0)
            continue;
        if (strip_label(key, unit_labels, true, &value)) {
            if (value.length == 0)
                value = cell_behind(arena, cells, count, i);
            if (value.length > 0)
                preamble->unit = text_copy(arena, value);
        } else if (strip_label(key, made_labels, true, &value)) {
            if (value.length == 0)
                value = cell_behind(arena, cells, count, i);
            preamble->made_on = last_day_of(arena, value, campaign_year);
        } else if (strip_label(key, until_labels, false, &value)) {
            if (value.length == 0)
                value = cell_behind(arena, cells, count, i);
            add_as_of(preamble, arena, value, campaign_year);
        } else {
            add_from_title(preamble, arena, key, campaign_year);
        }
    }
}
