#include "page/topics.h"

#include <string.h>

#include "base/arena.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/card.h"
#include "view/indicator_words.h"
#include "view/record_words.h"
#include "view/sentence.h"
#include "year/redact.h"

enum { SHOWN_MOST = 8, CLAUSES_MOST = 10, PAGES_MOST = 2, TOPICS_MOST = 6 };

#define SAYS(figure_name, wording_name)                                      \
    {                                                                        \
        .figure = FIGURE_##figure_name, .words = WORDING_SAID_##wording_name \
    }
#define OPENS(figure_name, wording_name)                                      \
    {                                                                         \
        .figure = FIGURE_##figure_name, .words = WORDING_SAID_##wording_name, \
        .is_opening = true                                                    \
    }
#define IF_ANY(figure_name, wording_name)                                     \
    {                                                                         \
        .figure = FIGURE_##figure_name, .words = WORDING_SAID_##wording_name, \
        .is_if_any = true                                                     \
    }
#define PART(figure_name, wording_name)                                       \
    {                                                                         \
        .figure = FIGURE_##figure_name, .words = WORDING_SAID_##wording_name, \
        .is_if_any = true, .is_part = true                                    \
    }
#define CHANGES(figure_name)                                  \
    {                                                         \
        .figure = FIGURE_##figure_name, .kind = CLAUSE_CHANGE \
    }
#define PACES(figure_name)                                  \
    {                                                       \
        .figure = FIGURE_##figure_name, .kind = CLAUSE_PACE \
    }
#define ENDS                   \
    {                          \
        .figure = FIGURE_COUNT \
    }

/* What one chapter, or one topic of a chapter, says. */
struct topic {
    const char *id;
    enum wording title;
    enum page_id pages[PAGES_MOST];       /* that say more, as far as there */
    enum figure_id shown[SHOWN_MOST + 1]; /* FIGURE_COUNT behind the last */
    struct clause clauses[CLAUSES_MOST];
    /* Adds sentences of its own to FINDING; may be NULL. */
    void (*say)(const struct report *report, struct view *item);
};

struct loop_chapter {
    enum wording verb;
    enum figure_id headline; /* in the line of the four steps */
    struct topic own;
    const struct topic *topics; /* the last has no id; NULL: none */
};

static void say_categories(const struct report *report, struct view *item);
static void say_indicators(const struct report *report, struct view *item);

/* clang-format off */
static const struct topic front_line[] = {
    {"problems", WORDING_PAGE_PROBLEMS, {PAGE_problems, PAGE_COUNT},
     {FIGURE_PROBLEMS_RAISED_MONTH, FIGURE_PROBLEMS_SOLVED_MONTH,
      FIGURE_PROBLEMS_RATE, FIGURE_PROBLEMS_OVERDUE,
      FIGURE_PROBLEMS_DAYS_MEDIAN, FIGURE_COUNT},
     {SAYS(PROBLEMS_RAISED_MONTH, PROBLEMS_RAISED_MONTH),
      SAYS(PROBLEMS_SOLVED_MONTH, SOLVED), CHANGES(PROBLEMS_SOLVED_MONTH),
      OPENS(PROBLEMS_RAISED, PROBLEMS_RAISED),
      IF_ANY(PROBLEMS_CARRIED, CARRIED_PROBLEMS), SAYS(PROBLEMS_SOLVED, SOLVED),
      PACES(PROBLEMS_SOLVED), SAYS(PROBLEMS_RATE, PROBLEMS_RATE), ENDS},
     say_categories},
    {"suggestions", WORDING_PAGE_SUGGESTIONS, {PAGE_suggestions, PAGE_COUNT},
     {FIGURE_SUGGESTIONS_SUBMITTED_MONTH, FIGURE_SUGGESTIONS_ADOPTED_MONTH,
      FIGURE_SUGGESTIONS_RATE, FIGURE_SUGGESTIONS_REVIEWING,
      FIGURE_SUGGESTIONS_DAYS_MEDIAN, FIGURE_COUNT},
     {SAYS(SUGGESTIONS_SUBMITTED_MONTH, SUGGESTIONS_MONTH),
      SAYS(SUGGESTIONS_ADOPTED_MONTH, ADOPTED),
      OPENS(SUGGESTIONS_SUBMITTED, SUGGESTIONS),
      IF_ANY(SUGGESTIONS_CARRIED, CARRIED_SUGGESTIONS),
      SAYS(SUGGESTIONS_ADOPTED, ADOPTED), PACES(SUGGESTIONS_ADOPTED),
      SAYS(SUGGESTIONS_RATE, SUGGESTIONS_RATE), ENDS}, NULL},
    {"reports", WORDING_PAGE_REPORTS, {PAGE_reports, PAGE_COUNT},
     {FIGURE_REPORTS_SUBMITTED_MONTH, FIGURE_REPORTS_CONVERTED_MONTH,
      FIGURE_REPORTS_RATE, FIGURE_REPORTS_CONVERTING,
      FIGURE_REPORTS_DAYS_MEDIAN, FIGURE_COUNT},
     {SAYS(REPORTS_SUBMITTED_MONTH, REPORTS_MONTH),
      SAYS(REPORTS_CONVERTED_MONTH, CONVERTED),
      OPENS(REPORTS_SUBMITTED, REPORTS),
      IF_ANY(REPORTS_CARRIED, CARRIED_REPORTS), SAYS(REPORTS_CONVERTED, CONVERTED),
      PACES(REPORTS_CONVERTED), SAYS(REPORTS_RATE, REPORTS_RATE), ENDS}, NULL},
    {"projects", WORDING_PAGE_PROJECTS, {PAGE_projects, PAGE_COUNT},
     {FIGURE_PROJECTS_SIGNED, FIGURE_PROJECTS_STARTED,
      FIGURE_PROJECTS_START_RATE, FIGURE_PROJECTS_ACCELERATED,
      FIGURE_PROJECTS_INVEST_WAN, FIGURE_COUNT},
     {SAYS(PROJECTS_SIGNED, PROJECTS_SIGNED),
      SAYS(PROJECTS_STARTED, PROJECTS_STARTED),
      PACES(PROJECTS_STARTED),
      SAYS(PROJECTS_START_RATE, PROJECTS_START_RATE),
      OPENS(PROJECTS_ACCELERATED, PROJECTS_ACCELERATED),
      OPENS(PROJECTS_INVEST_WAN, INVESTMENT), SAYS(PROJECTS_DONE_WAN, INVESTED),
      ENDS}, NULL},
    {"indicators", WORDING_PAGE_INDICATORS, {PAGE_indicators, PAGE_COUNT},
     {FIGURE_COUNT}, {ENDS}, say_indicators},
    {0},
};

static const struct loop_chapter loop[] = {
    {WORDING_VERB_LEARN, FIGURE_MENTORING_STUDY,
     {"learn", WORDING_SECTION_STUDY, {PAGE_mentoring, PAGE_COUNT},
      {FIGURE_MENTORING_STUDY, FIGURE_MENTORING_TRAINING, FIGURE_COUNT},
      {SAYS(MENTORING_STUDY, STUDY), CHANGES(MENTORING_STUDY),
       PACES(MENTORING_STUDY), IF_ANY(MENTORING_TRAINING, TRAINING), ENDS},
      NULL}, NULL},
    {WORDING_VERB_DO, FIGURE_PROBLEMS_SOLVED,
     {"do", WORDING_SECTION_CADRES, {PAGE_cadres, PAGE_COUNT},
      {FIGURE_CADRES_TOTAL, FIGURE_CADRES_TRACK_PROJECT,
       FIGURE_CADRES_TRACK_ENTERPRISE, FIGURE_CADRES_TRACK_GRASSROOTS,
       FIGURE_CADRES_ACTIVE, FIGURE_COUNT},
      {SAYS(CADRES_TOTAL, CADRES), PART(CADRES_TRACK_PROJECT, ON_PROJECTS),
       PART(CADRES_TRACK_ENTERPRISE, WITH_ENTERPRISES),
       PART(CADRES_TRACK_GRASSROOTS, IN_GOVERNANCE), ENDS}, NULL},
     front_line},
    {WORDING_VERB_MENTOR, FIGURE_MENTORING_ONE_TO_ONE,
     {"mentor", WORDING_SECTION_MENTORING, {PAGE_mentoring, PAGE_COUNT},
      {FIGURE_MENTORING_ONE_TO_ONE, FIGURE_MENTORING_SYMPOSIA,
       FIGURE_MENTORING_VISITS, FIGURE_COUNT},
      {SAYS(MENTORING_ONE_TO_ONE, ONE_TO_ONE), CHANGES(MENTORING_ONE_TO_ONE),
       PACES(MENTORING_ONE_TO_ONE), OPENS(MENTORING_SYMPOSIA, SYMPOSIA),
       IF_ANY(MENTORING_VISITS, VISITS), ENDS}, NULL}, NULL},
    {WORDING_VERB_EVALUATE, FIGURE_OUTCOMES_PROMOTED,
     {"evaluate", WORDING_SECTION_RESULTS,
      {PAGE_results, PAGE_achievements},
      {FIGURE_OUTCOMES_PROMOTED, FIGURE_OUTCOMES_RANK,
       FIGURE_OUTCOMES_RESERVE, FIGURE_OUTCOMES_AWARD,
       FIGURE_EVALUATIONS_SCORED, FIGURE_EVALUATIONS_MEAN, FIGURE_COUNT},
      {SAYS(OUTCOMES_PROMOTED, PROMOTED), SAYS(OUTCOMES_RANK, RANK),
       IF_ANY(OUTCOMES_RESERVE, RESERVE), IF_ANY(OUTCOMES_AWARD, AWARD),
       OPENS(EVALUATIONS_SCORED, SCORED), SAYS(EVALUATIONS_MEAN, MEAN), ENDS},
      NULL}, NULL},
};
/* clang-format on */

enum { LOOP_COUNT = sizeof(loop) / sizeof(loop[0]) };

/* "已解决的按领域分：项目建设48项、企业发展44项、未填报1项" */
static void
say_categories(const struct report *report, struct view *item)
{
    enum table_id id = TABLE_PROBLEMS_BY_CATEGORY;
    const struct table *table = &report->year->tables[id];
    struct text list = text_of("");
    size_t named = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct table_row *row = &table->rows[i];
        int64_t solved = table_value(row, id, "solved");

        struct text name =
            row->key.length == 0
                ? say(report->language, WORDING_NOT_GIVEN)
                : redact_text(report->privacy, row->key, item->arena);

        if (solved == 0)
            continue;
        if (named++ > 0)
            list = text_join(item->arena, list,
                             say(report->language, WORDING_LIST_COMMA));
        list =
            text_join(item->arena, list,
                      SAY(item->arena, report->language, WORDING_SAID_CATEGORY,
                          name, count_text(item->arena, solved)));
    }
    if (named > 1)
        sentence_say(record_words_say(report, WORDING_SAID_CATEGORIES, list,
                                      item->arena),
                     "FINDING", item);
}

static void
say_indicators(const struct report *report, struct view *item)
{
    struct text words = indicators_words(report, item->arena);

    if (words.length > 0)
        sentence_say(words, "FINDING", item);
}

static bool
has_page(const struct report *report, const struct page *page)
{
    return page && page_instances(page, report) > 0;
}

static void
fill_more(const struct report *report, const struct topic *topic,
          struct view *item)
{
    view_list(item, "MORE");
    for (size_t i = 0; i < PAGES_MOST; i++) {
        const struct page *page =
            report->pages != NULL && topic->pages[i] != PAGE_COUNT
                ? report->pages[topic->pages[i]]
                : NULL;
        struct view *more;

        if (!has_page(report, page))
            continue;
        more = view_item(item, "MORE");
        link_fill(more, page_file(page, report, 0, item->arena));
        view_text(more, "TITLE", say(report->language, page->title));
    }
}

static void
fill_finding(const struct report *report, const struct topic *topic,
             struct view *item)
{
    sentence_fill(report, topic->clauses, text_of(""), "FINDING", item);
    if (topic->say)
        topic->say(report, item);
    view_flag(item, "HAS_FINDING", view_find_list(item, "FINDING")->first);
}

/* All of a topic but its number; false when there is nothing to say. */
static bool
fill_topic(const struct report *report, const struct topic *topic,
           struct view *item)
{
    bool has_facts = false;

    view_text(item, "ID", text_of(topic->id));
    view_text(item, "TITLE", say(report->language, topic->title));
    view_text(item, "FACTS_TITLE", say(report->language, topic->title));
    view_list(item, "FACT");
    for (size_t i = 0; topic->shown[i] != FIGURE_COUNT; i++)
        if (figure_is_shown(report, topic->shown[i])) {
            card_fill(report, topic->shown[i], view_item(item, "FACT"));
            has_facts = true;
        }
    view_flag(item, "HAS_FACTS", has_facts);
    fill_finding(report, topic, item);
    fill_more(report, topic, item);
    return has_facts || view_find_list(item, "FINDING")->first != NULL;
}

/* Whether a topic has anything to say, found out without saying it. */
static bool
is_shown(const struct report *report, const struct topic *topic,
         struct arena *arena)
{
    return fill_topic(report, topic, view_new(arena, report->language));
}

static void
fill_topics(const struct report *report, const struct loop_chapter *chapter,
            struct view *section)
{
    size_t number = 0;

    view_list(section, "TOPIC");
    for (const struct topic *it = chapter->topics; it && it->id; it++) {
        struct view *item;

        if (!is_shown(report, it, section->arena))
            continue;
        item = view_item(section, "TOPIC");
        view_text(item, "ORDINAL",
                  say(report->language,
                      (enum wording)(WORDING_SUBORDINAL_1 + number++)));
        fill_topic(report, it, item);
    }
}

static bool
chapter_is_shown(const struct report *report,
                 const struct loop_chapter *chapter, struct arena *arena)
{
    if (is_shown(report, &chapter->own, arena))
        return true;
    for (const struct topic *it = chapter->topics; it && it->id; it++)
        if (is_shown(report, it, arena))
            return true;
    return false;
}

void
topics_fill(const struct report *report, struct view *view)
{
    size_t number = 0;

    view_list(view, "SECTION");
    for (size_t i = 0; i < LOOP_COUNT; i++) {
        struct view *item;

        if (!chapter_is_shown(report, &loop[i], view->arena))
            continue;
        item = view_item(view, "SECTION");
        view_text(item, "ORDINAL",
                  say(report->language,
                      (enum wording)(WORDING_ORDINAL_1 + number++)));
        view_text(item, "VERB", say(report->language, loop[i].verb));
        fill_topic(report, &loop[i].own, item);
        fill_topics(report, &loop[i], item);
        view_list(item, "HEADLINE");
        if (figure_is_shown(report, loop[i].headline))
            card_fill(report, loop[i].headline, view_item(item, "HEADLINE"));
    }
    view_flag(view, "HAS_LOOP", number > 1);
}

void
topics_finding(const struct report *report, const char *id, struct view *view)
{
    for (size_t i = 0; i < LOOP_COUNT; i++) {
        if (strcmp(loop[i].own.id, id) == 0)
            fill_finding(report, &loop[i].own, view);
        for (const struct topic *it = loop[i].topics; it && it->id; it++)
            if (strcmp(it->id, id) == 0)
                fill_finding(report, it, view);
    }
}
