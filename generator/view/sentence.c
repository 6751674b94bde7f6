#include "view/sentence.h"

#include <string.h>

#include "base/arena.h"
#include "view/card.h"
#include "view/change.h"
#include "view/pace.h"
#include "view/view.h"

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

static bool
has_clause(const struct report *report, const struct clause *clause)
{
    const struct figure *figure = &report->year->figures[clause->figure];

    if (!figure_is_shown(report, clause->figure) || figure->denominator == 0)
        return false;
    return !clause->is_if_any || figure->numerator != 0;
}

/* The words of a clause around its number. */
static void
fill_value(const struct report *report, const struct clause *clause,
           struct text mark, struct view *item)
{
    struct text words = say(report->language, clause->words);
    size_t at = text_find(words, TEXT("%1"));
    struct view *shown = view_item(item, "SHOWN");

    view_text(item, "BEFORE",
              text_join(item->arena, mark, text_slice(words, 0, at)));
    view_text(item, "AFTER", text_from(words, at + 2));
    view_text(shown, "FIGURE", text_of(figures[clause->figure].id));
    view_text(shown, "VALUE",
              figure_text(item->arena, report->year, clause->figure));
    link_figure(report, clause->figure, shown);
}

static void
fill_words(struct text mark, struct text words, struct view *item)
{
    view_list(item, "SHOWN");
    view_text(item, "BEFORE", text_join(item->arena, mark, words));
    view_text(item, "AFTER", text_of(""));
}

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
        if (it->kind == CLAUSE_PACE)
            words = paced(report, it->figure, view->arena);
        if (it->kind != CLAUSE_VALUE && words.length == 0)
            continue;
        if (sentence == NULL) {
            sentence = add_sentence(opening, list, view);
            mark = text_of("");
        }
        if (it->kind == CLAUSE_VALUE)
            fill_value(report, it, mark, view_item(sentence, "CLAUSE"));
        else
            fill_words(mark, words, view_item(sentence, "CLAUSE"));
    }
}

void
sentence_say(struct text words, const char *list, struct view *view)
{
    struct view *sentence = add_sentence(text_of(""), list, view);

    fill_words(text_of(""), words, view_item(sentence, "CLAUSE"));
}
