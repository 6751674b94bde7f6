/*
 * Other units' indicators in words.
 */
#include "view/indicator_words.h"

#include <ctype.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "ledger/campaign.h"
#include "view/record_words.h"
#include "year/claims.h"

enum { MILLION = 1000000, DECIMALS_MOST = 6 };

struct text
indicator_number(const struct number *number, struct arena *arena)
{
    int64_t rest = number->millionths % MILLION;
    int decimals = rest == 0 ? 0 : DECIMALS_MOST;

    for (; decimals > 0 && rest % 10 == 0; rest /= 10)
        decimals--;
    return decimal_text(arena, number->millionths, MILLION, decimals);
}

/* Whether a number behind it would run into its end, as in AQI62. */
static bool
ends_in_ascii(struct text name)
{
    return name.length > 0 &&
           isalnum((unsigned char)name.bytes[name.length - 1]);
}

static bool
is_number_alone(struct text cell)
{
    size_t digits = 0;

    while (digits < cell.length && isdigit((unsigned char)cell.bytes[digits]))
        digits++;
    return digits > 0 && digits == cell.length;
}

/* The rank, and the month if it is not that of the report; may be nothing. */
static struct text
note_words(const struct report *report, const struct indicator *it,
           struct text rank, struct arena *arena)
{
    struct text month;

    if (is_number_alone(rank))
        rank = SAY(arena, report->language, WORDING_SAID_INDICATOR_RANK, rank);
    if (it->month.number == report->year->month.number)
        return rank;
    month = month_words(arena, report->language, it->month);
    return rank.length == 0
               ? month
               : SAY(arena, report->language, WORDING_HEAD_AFTER, rank, month);
}

/* "引进民宿品牌12个", with a rank "招商到位率86%（全省第2）". */
static struct text
indicator_words(const struct report *report, const struct row *row,
                struct arena *arena)
{
    const struct indicator *it = (const struct indicator *)row;
    const struct text *cells =
        record_words_cells(report, LEDGER_indicators, row, arena);
    struct text name = record_words_cell(LEDGER_indicators, cells, "name");
    struct text unit = record_words_cell(LEDGER_indicators, cells, "unit");
    struct text rank = record_words_cell(LEDGER_indicators, cells, "rank");
    struct text value = indicator_number(&it->value, arena);
    struct text note;

    if (it->bound.value == BOUND_MORE)
        value = record_words_say(report, WORDING_INDICATOR_MORE, value, arena);
    if (it->bound.value == BOUND_ABOUT)
        value = record_words_say(report, WORDING_INDICATOR_ABOUT, value, arena);
    value = SAY(arena, report->language,
                ends_in_ascii(name) ? WORDING_SAID_INDICATOR_NUMBERED
                                    : WORDING_SAID_INDICATOR,
                name, value, unit);
    note = note_words(report, it, rank, arena);
    return note.length == 0 ? value
                            : SAY(arena, report->language,
                                  WORDING_SAID_INDICATOR_NOTE, value, note);
}

struct text
indicators_words(const struct report *report, struct arena *arena)
{
    struct buffer words = {.arena = arena};
    size_t count = 0;

    for (size_t i = 0; i < report->year->indicator_count; i++) {
        const struct row *row = report->year->indicators[i].row;
        struct month month = ((const struct indicator *)row)->month;
        struct claim claim;

        if (month.number < report->year->start.number ||
            claim_made(report->year, row, arena, &claim))
            continue;
        if (count++ > 0)
            buffer_put(&words, say(report->language, WORDING_LIST_COMMA));
        buffer_put(&words, indicator_words(report, row, arena));
    }
    return buffer_text(&words);
}
