#include "view/sentence.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/change.h"
#include "view/pace.h"
#include "view/view.h"
#include "year/record_changes.h"

/* A change that compares, not the dash that says why it does not. */
static struct text
compared(const struct report *report, enum figure_id figure,
         struct arena *arena)
{
    struct text words = change_words(report, figure, arena);

    return text_starts(words, "—") ? text_of("") : words;
}

/* "完成目标150项的88.0%，快于序时进度4.7个百分点" */
static struct text
paced(const struct report *report, enum figure_id figure, struct arena *arena)
{
    struct pace pace = figure_pace(report, figure);
    struct text words;

    if (!pace.is_given)
        return text_of("");
    words = text_join(arena, pace_reached(report, figure, &pace, arena),
                      say(report->language, WORDING_SENTENCE_COMMA));
    return text_join(arena, words, pace_words(report, figure, &pace, arena));
}

/* How many of last month's are open again: by today's days they are not of
   that month any more, though that is no correction of it. */
static int64_t
reopened(const struct report *report, enum figure_id figure)
{
    const struct changed_sum *sum =
        record_changes_sum(report->changes, FIGURE_PROBLEMS_SOLVED);
    int64_t then, today;

    if (figure != FIGURE_PROBLEMS_SOLVED_MONTH || sum == NULL ||
        report->previous_now == NULL)
        return 0;
    then = (int64_t)report->previous_now->figures[figure].count;
    today =
        (int64_t)report->year->figures[FIGURE_PROBLEMS_SOLVED_PREVIOUS].count;
    return then - today <= sum->reopened ? then - today : 0;
}

static struct text
last_month(const struct report *report, const struct clause *clause,
           struct arena *arena)
{
    struct text before, now, words;

    if (report->previous == NULL ||
        !report->previous->figures[clause->figure].is_present)
        return text_of("");
    before = figure_text(arena, report->previous, clause->figure);
    now = report->previous_now
              ? figure_text(arena, report->previous_now, clause->figure)
              : before;
    words = text_equal(before, now)
                ? SAY(arena, report->language, WORDING_NOW_LAST, before)
                : SAY(arena, report->language, WORDING_NOW_LAST_RESTATED,
                      before, now);
    if (reopened(report, clause->figure) > 0)
        words =
            text_join(arena, words,
                      SAY(arena, report->language, WORDING_NOW_LAST_REOPENED,
                          count_text(arena, reopened(report, clause->figure))));
    return SAY(arena, report->language, clause->words, words);
}

static bool
has_clause(const struct report *report, const struct clause *clause)
{
    const struct figure *figure = &report->year->figures[clause->figure];

    if (!figure_is_shown(report, clause->figure) || figure->denominator == 0)
        return false;
    return !clause->is_if_any || figure->numerator != 0;
}

void
sentence_number(const struct report *report, enum figure_id figure,
                struct text before, struct text after, struct view *sentence)
{
    struct view *item = view_item(sentence, "CLAUSE");
    struct view *shown = view_item(item, "SHOWN");
    struct text value, unit;
    bool is_exact = figure_said(report, figure, &value, &unit, item->arena);

    view_text(item, "BEFORE", before);
    view_text(item, "AFTER", after);
    view_list(item, "STRESS");
    view_text(shown, "FIGURE", text_of(figures[figure].id));
    view_flag(shown, "IS_EXACT", is_exact);
    view_text(shown, "VALUE", value);
    link_figure(report, figure, shown);
}

/* The words of a clause around its number. */
static void
fill_value(const struct report *report, const struct clause *clause,
           struct text mark, struct view *sentence)
{
    struct arena *arena = sentence->arena;
    struct text value, unit;
    struct words_around words;

    figure_said(report, clause->figure, &value, &unit, arena);
    words = say_around(arena, report->language, clause->words, value);
    sentence_number(report, clause->figure,
                    text_join(arena, mark, words.before),
                    text_join(arena, unit, words.after), sentence);
}

static struct view *
fill_words(struct text mark, struct text words, struct view *sentence)
{
    struct view *item = view_item(sentence, "CLAUSE");

    view_list(item, "SHOWN");
    view_list(item, "STRESS");
    view_text(item, "BEFORE", text_join(item->arena, mark, words));
    view_text(item, "AFTER", text_of(""));
    return item;
}

void
sentence_words(struct text words, struct view *sentence)
{
    fill_words(text_of(""), words, sentence);
}

void
sentence_stress(struct text words, struct view *sentence)
{
    struct view *item = fill_words(text_of(""), text_of(""), sentence);

    view_text(view_item(item, "STRESS"), "TEXT", words);
}

struct text
sentence_plain(const struct view *sentence)
{
    struct buffer plain = {.arena = sentence->arena};
    const struct view_name *clauses = view_find_list(sentence, "CLAUSE");

    buffer_put(&plain, view_find_text(sentence, "OPENING")->text);
    for (const struct view *it = clauses ? clauses->first : NULL; it;
         it = it->next) {
        const struct view *shown = view_find_list(it, "SHOWN")->first;
        const struct view *stress = view_find_list(it, "STRESS")->first;

        buffer_put(&plain, view_find_text(it, "BEFORE")->text);
        if (shown)
            buffer_put(&plain, view_find_text(shown, "VALUE")->text);
        if (stress)
            buffer_put(&plain, view_find_text(stress, "TEXT")->text);
        buffer_put(&plain, view_find_text(it, "AFTER")->text);
    }
    return buffer_text(&plain);
}

struct view *
sentence_new(const char *list, struct view *view)
{
    struct view *sentence = view_item(view, list);

    view_text(sentence, "OPENING", text_of(""));
    return sentence;
}

/* As the next of a paragraph. */
static struct view *
add_sentence(struct text opening, const char *list, struct view *view)
{
    const struct view_name *before = view_find_list(view, list);
    bool is_behind = before != NULL && before->first != NULL;
    struct view *sentence = view_item(view, list);

    /* Chinese sentences follow each other without a blank. */
    if (is_behind && view->language == EN)
        opening = text_join(view->arena, TEXT(" "), opening);
    view_text(sentence, "OPENING", opening);
    return sentence;
}

void
sentence_fill(const struct report *report, const struct clause *clauses,
              struct text opening, const char *list, struct view *view)
{
    struct view *sentence = NULL;
    bool is_among = false;

    view_list(view, list);
    for (size_t i = 0; clauses[i].figure != FIGURE_COUNT; i++) {
        const struct clause *it = &clauses[i];
        struct text mark =
            say(report->language, it->is_opening ? WORDING_SENTENCE_SEMICOLON
                                                 : WORDING_SENTENCE_COMMA);
        struct text words = text_of("");

        if (!has_clause(report, it))
            continue;
        if (it->kind == CLAUSE_CHANGE)
            words = compared(report, it->figure, view->arena);
        if (it->kind == CLAUSE_LAST)
            words = last_month(report, it, view->arena);
        if (it->kind == CLAUSE_PACE)
            words = paced(report, it->figure, view->arena);
        if (it->kind != CLAUSE_VALUE && words.length == 0)
            continue;
        if (sentence == NULL) {
            sentence = add_sentence(opening, list, view);
            mark = text_of("");
        }
        if (it->kind == CLAUSE_LAST)
            mark = text_of("");
        if (it->is_part && !is_among)
            mark = text_join(view->arena, mark,
                             say(report->language, WORDING_SENTENCE_AMONG));
        is_among = it->is_part;
        if (it->kind == CLAUSE_VALUE)
            fill_value(report, it, mark, sentence);
        else
            fill_words(mark, words, sentence);
    }
}

void
sentence_say(struct text words, const char *list, struct view *view)
{
    fill_words(text_of(""), words, add_sentence(text_of(""), list, view));
}
