#include "view/attention.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "ledger/problems.h"
#include "view/account.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/pace.h"
#include "view/pagination.h"
#include "view/returns.h"
#include "view/units.h"
#include "view/view.h"
#include "year/redact.h"

enum { UNITS_NAMED_MOST = 5 };

struct unit_late {
    struct text name;
    int64_t count;
    size_t place;
};

static struct view *
add_duty(const struct report *report, enum wording word, const char *tone,
         struct view *view)
{
    struct view *item = view_item(view, "DUTY");

    view_text(item, "WORD", say(report->language, word));
    view_text(item, "TONE", text_of(tone));
    view_flag(item, "IS_OVERDUE", word == WORDING_DUTY_OVERDUE);
    view_flag(
        item, "IS_NOTICE",
        word == WORDING_DUTY_NO_DEADLINE || word == WORDING_DUTY_MISSING ||
            word == WORDING_DUTY_SET_ASIDE || word == WORDING_DUTY_UNREAD);
    view_list(item, "LINK");
    return item;
}

/* The most first; among equals in the order of units. */
static int
compare_late(const void *a, const void *b)
{
    const struct unit_late *one = a;
    const struct unit_late *other = b;

    if (one->count != other->count)
        return one->count < other->count ? 1 : -1;
    return one->place < other->place ? -1 : one->place > other->place;
}

/* Units with something overdue; how many there are. */
static size_t
late_units(const struct report *report, struct arena *arena,
           struct unit_late **found)
{
    const struct table *table = &report->year->tables[TABLE_PROBLEMS_BY_UNIT];
    struct unit_late *late =
        arena_take(arena, (table->count + 1) * sizeof(*late));
    size_t count = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct table_row *row = &table->rows[i];
        int64_t overdue = table_value(row, TABLE_PROBLEMS_BY_UNIT, "overdue");
        struct text name = row->key.length > 0
                               ? unit_said(report, redact_text(report->privacy,
                                                               row->key, arena))
                               : say(report->language, WORDING_NO_UNIT);

        if (overdue > 0)
            late[count++] = (struct unit_late){name, overdue, i};
    }
    qsort(late, count, sizeof(*late), compare_late);
    *found = late;
    return count;
}

/* "区发展和改革局3项、区商务局2项等" */
static struct text
named_units(const struct report *report, const struct unit_late *late,
            size_t count, struct arena *arena)
{
    struct buffer named = {.arena = arena};

    for (size_t i = 0; i < count && i < UNITS_NAMED_MOST; i++) {

        if (i > 0)
            buffer_put(&named, say(report->language, WORDING_LIST_COMMA));
        buffer_put(&named, SAY(arena, report->language, WORDING_DUTY_UNIT,
                               late[i].name, count_text(arena, late[i].count)));
    }
    if (count > UNITS_NAMED_MOST)
        buffer_put(&named, say(report->language, WORDING_AND_OTHERS));
    return buffer_text(&named);
}

static void
add_overdue(const struct report *report, struct view *view)
{
    const struct figure *overdue =
        &report->year->figures[FIGURE_PROBLEMS_OVERDUE];
    struct arena *arena = view->arena;
    struct unit_late *late;
    size_t count;
    struct view *item;

    if (!overdue->is_present || overdue->count == 0)
        return;
    count = late_units(report, arena, &late);
    item = add_duty(report, WORDING_DUTY_OVERDUE, "bad", view);
    view_text(item, "TEXT",
              SAY(arena, report->language, WORDING_DUTY_OVERDUE_TEXT,
                  count_text(arena, (int64_t)overdue->count),
                  count_text(arena, (int64_t)count),
                  named_units(report, late, count, arena)));
    link_figure(report, FIGURE_PROBLEMS_OVERDUE, item);
}

static void
add_due_soon(const struct report *report, struct view *view)
{
    const struct figure *soon =
        &report->year->figures[FIGURE_PROBLEMS_DUE_SOON];
    struct view *item;

    if (!soon->is_present || soon->count == 0)
        return;
    item = add_duty(report, WORDING_DUTY_DUE_SOON, "warn", view);
    view_text(item, "TEXT",
              SAY(view->arena, report->language, WORDING_DUTY_DUE_SOON_TEXT,
                  count_text(view->arena, (int64_t)soon->count)));
    link_figure(report, FIGURE_PROBLEMS_DUE_SOON, item);
}

/* The last class of the ageing is the one to act on. */
static void
add_old(const struct report *report, struct view *view)
{
    const struct table *ageing = &report->year->tables[TABLE_PROBLEMS_AGEING];
    int64_t old = ageing->count ? ageing->rows[ageing->count - 1].values[0] : 0;
    struct view *item;

    if (!figure_is_shown(report, FIGURE_PROBLEMS_OPEN) || old == 0)
        return;
    item = add_duty(report, WORDING_DUTY_OLD, "warn", view);
    view_text(item, "TEXT",
              SAY(view->arena, report->language, WORDING_DUTY_OLD_TEXT,
                  count_text(view->arena, old)));
    link_figure(report, FIGURE_PROBLEMS_OPEN, item);
}

/* "建议累计采纳10件" */
static struct text
figure_words(const struct report *report, enum figure_id figure,
             struct arena *arena)
{
    return SAY(arena, report->language, WORDING_DUTY_FIGURE,
               figure_name(report, figure, arena),
               figure_text(arena, report->year, figure),
               figure_unit_behind(report, figure));
}

/* Says in words what the tone says in colour. */
static enum wording
behind_word(const struct pace *pace)
{
    const char *tone = pace_tone(pace);

    if (pace->target.is_ceiling)
        return WORDING_DUTY_ABOVE;
    if (!pace->is_scheduled)
        return WORDING_DUTY_BELOW;
    if (strcmp(tone, "bad") == 0)
        return WORDING_DUTY_BEHIND_FAR;
    return strcmp(tone, "warn") == 0 ? WORDING_DUTY_BEHIND
                                     : WORDING_DUTY_BEHIND_SLIGHTLY;
}

static void
add_behind(const struct report *report, enum figure_id figure,
           const struct pace *pace, struct view *view)
{
    struct arena *arena = view->arena;
    struct view *item =
        add_duty(report, behind_word(pace), pace_tone(pace), view);

    view_text(item, "TEXT",
              SAY(arena, report->language, WORDING_DUTY_BEHIND_TEXT,
                  figure_words(report, figure, arena),
                  pace_target(report, figure, pace, arena),
                  pace_words(report, figure, pace, arena)));
    link_figure(report, figure, item);
}

/* Those furthest behind first. */
static void
add_all_behind(const struct report *report, struct view *view)
{
    static const char *const tones[] = {"bad", "warn", "calm"};

    for (size_t i = 0; i < sizeof(tones) / sizeof(tones[0]); i++)
        for (int figure = 0; figure < FIGURE_COUNT; figure++) {
            struct pace pace;

            if (!figure_is_shown(report, (enum figure_id)figure))
                continue;
            pace = figure_pace(report, (enum figure_id)figure);
            if (pace.is_given && strcmp(pace_tone(&pace), tones[i]) == 0)
                add_behind(report, (enum figure_id)figure, &pace, view);
        }
}

static void
add_missing(const struct report *report, struct view *view)
{
    const struct text details[4] = {returns_missing(report, view->arena)};
    struct view *item;

    if (details[0].length == 0)
        return;
    item = add_duty(report, WORDING_DUTY_MISSING, "warn", view);
    view_text(item, "TEXT",
              say_with(view->arena, report->language, WORDING_DUTY_MISSING_TEXT,
                       details));
    link_fill(view_item(item, "LINK"), TEXT("quality"));
}

/* Something that was not counted, explained on the page of data quality. */
static void
add_uncounted(const struct report *report, size_t count, enum wording word,
              enum wording text, struct view *view)
{
    struct view *item;

    if (count == 0)
        return;
    item = add_duty(report, word, "warn", view);
    view_text(item, "TEXT",
              SAY(view->arena, report->language, text,
                  count_text(view->arena, (int64_t)count)));
    link_fill(view_item(item, "LINK"), TEXT("quality"));
}

/* Open matters of which nobody can say whether they are overdue. */
static void
add_no_deadline(const struct report *report, struct view *view)
{
    const struct list_rows *rows;
    int64_t count = 0;
    struct view *item;

    if (!figure_has_list(report, FIGURE_PROBLEMS_OPEN))
        return;
    rows = list_rows(report, FIGURE_PROBLEMS_OPEN);
    for (size_t i = 0; i < rows->count; i++)
        count +=
            !date_is_given(((const struct problem *)rows->rows[i])->due_on);
    if (count == 0)
        return;
    item = add_duty(report, WORDING_DUTY_NO_DEADLINE, "calm", view);
    view_text(item, "TEXT",
              SAY(view->arena, report->language, WORDING_DUTY_NO_DEADLINE_TEXT,
                  count_text(view->arena, count)));
    link_figure(report, FIGURE_PROBLEMS_OPEN, item);
}

static bool
has_schedule(const struct report *report)
{
    for (int i = 0; i < FIGURE_COUNT; i++) {
        struct pace pace;

        if (!figure_is_shown(report, (enum figure_id)i))
            continue;
        pace = figure_pace(report, (enum figure_id)i);
        if (pace.is_given && pace.is_scheduled)
            return true;
    }
    return false;
}

/* "本月无逾期问题、无搁置数据。": of what is known, when nothing is to be done. */
static struct text
calm_words(const struct report *report, struct arena *arena)
{
    const struct {
        enum wording words;
        bool is_known;
    } parts[] = {
        {WORDING_DUTY_NONE_OVERDUE,
         figure_is_shown(report, FIGURE_PROBLEMS_OPEN)},
        {WORDING_DUTY_NONE_BEHIND, has_schedule(report)},
        {WORDING_DUTY_NONE_ASIDE, true},
    };
    struct buffer said = {.arena = arena};

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (!parts[i].is_known)
            continue;
        if (said.length > 0)
            buffer_put(&said, say(report->language, WORDING_LIST_COMMA));
        buffer_put(&said, say(report->language, parts[i].words));
    }
    return SAY(arena, report->language, WORDING_DUTY_NONE, buffer_text(&said));
}

void
attention_fill(const struct report *report, struct view *view)
{
    const struct view_name *duties;
    int64_t number = 0;

    view_list(view, "DUTY");
    add_overdue(report, view);
    add_due_soon(report, view);
    add_old(report, view);
    add_all_behind(report, view);
    add_missing(report, view);
    add_no_deadline(report, view);
    add_uncounted(report, report->book->rows.rejected, WORDING_DUTY_SET_ASIDE,
                  WORDING_DUTY_SET_ASIDE_TEXT, view);
    add_uncounted(report, account_unread(report->book), WORDING_DUTY_UNREAD,
                  WORDING_DUTY_UNREAD_TEXT, view);
    duties = view_find_list(view, "DUTY");
    for (struct view *item = duties->first; item; item = item->next)
        view_count(item, "NUMBER", ++number);
    view_flag(view, "IS_CALM", number == 0);
    view_text(view, "CALM", calm_words(report, view->arena));
    view_flag(view, "HAS_DUTIES", number > 0);
}
