#include "view/figure.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/view.h"
#include "year/redact.h"

enum {
    WHOLE = 10000,      /* hundredths of a percent */
    LARGE_WAN = 100000, /* 万元 from which on people speak of 亿元 */
    WAN = 10000,
    MILLION = 1000000,
};

bool
figure_is_shown(const struct report *report, enum figure_id figure)
{
    if (!report->year->figures[figure].is_present)
        return false;
    return report->edition == EDITION_INTERNAL ||
           figures[figure].ledger != LEDGER_evaluations;
}

bool
figure_has_list(const struct report *report, enum figure_id figure)
{
    return figure_is_shown(report, figure) &&
           redact_shows_ledger(report->privacy, (int)figures[figure].ledger);
}

struct text
figure_label(const struct report *report, enum figure_id figure)
{
    return text_of(figures[figure].label[report->language]);
}

struct text
label_within(const struct report *report, struct text label,
             struct arena *arena)
{
    char first;

    if (report->language == ZH || label.length == 0)
        return label;
    first = (char)text_lower((unsigned char)label.bytes[0]);
    return text_join(arena, (struct text){&first, 1},
                     text_slice(label, 1, label.length));
}

struct text
ledger_word(const struct report *report, enum ledger_id ledger)
{
    struct text title = ledger_title(ledgers[ledger], report->language);
    struct text suffix = TEXT("台账");

    if (text_ends(title, suffix.bytes))
        title.length -= suffix.length;
    return title;
}

struct text
figure_name(const struct report *report, enum figure_id figure,
            struct arena *arena)
{
    struct text ledger = ledger_word(report, figures[figure].ledger);
    struct text label = figure_label(report, figure);

    if (text_ends(ledger, "项目") && text_ends(label, "项目"))
        ledger = text_of("");
    return SAY(arena, report->language, WORDING_FIGURE_NAME, ledger,
               label_within(report, label, arena));
}

struct text
figure_unit(const struct report *report, enum figure_id figure)
{
    return text_of(figures[figure].unit[report->language]);
}

struct text
figure_unit_behind(const struct report *report, enum figure_id figure)
{
    struct text unit = figure_unit(report, figure);

    return report->language == ZH || text_is(unit, "%") ? unit : text_of("");
}

bool
figure_said(const struct report *report, enum figure_id figure,
            struct text *value, struct text *unit, struct arena *arena)
{
    const struct figure *it = &report->year->figures[figure];
    bool is_large = it->numerator > (int64_t)LARGE_WAN * MILLION;
    bool is_english = report->language == EN;

    *value = figure_text(arena, report->year, figure);
    *unit = text_of("");
    if (it->denominator != MILLION)
        return true;
    /* 亿元 where it is large; English has no word for 万元. */
    if (is_large || is_english)
        *value = decimal_text(arena, it->numerator,
                              (int64_t)MILLION * (is_english ? 100 : WAN),
                              is_large ? 1 : 2);
    *unit =
        SAY(arena, report->language, WORDING_UNIT_BEHIND,
            is_large || is_english ? say(report->language, WORDING_UNIT_LARGE)
                                   : figure_unit(report, figure));
    return !is_large && !is_english;
}

void
link_fill(struct view *view, struct text stem)
{
    view_format(view, "FILE", "%.*s.html", TEXT_ARG(stem));
    view_format(view, "MARKDOWN_FILE", "%.*s.md", TEXT_ARG(stem));
}

/* Whether it says another number than its list has records. */
static bool
is_sum(const struct report *report, enum figure_id figure)
{
    const struct figure *counted = &report->year->figures[figure];

    return figures[figure].kind == FIGURE_IS_SUM &&
           counted->numerator != (int64_t)counted->count;
}

void
link_figure(const struct report *report, enum figure_id figure,
            struct view *view)
{
    enum figure_id shown_by = report->year->figures[figure].shown_by;

    view_list(view, "LINK");
    view_flag(view, "IS_LOOSE",
              !figure_has_list(report, figure) || is_sum(report, figure));
    if (figure_has_list(report, figure))
        link_fill(view_item(view, "LINK"), text_of(figures[shown_by].page));
}

void
fill_width(struct view *view, const char *name, struct fraction share)
{
    int64_t part = round_half_up(share.numerator, share.denominator, 4);

    if (part > WHOLE)
        part = WHOLE;
    view_format(view, name, "%d.%02d", (int)(part / 100), (int)(part % 100));
}
