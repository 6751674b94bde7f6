/*
 * 实绩清单 (internal): every cadre in one line, by rank.
 */
#include "base/arena.h"
#include "page/pages.h"
#include "view/breakdown.h"
#include "view/cadre_list.h"
#include "view/card.h"
#include "view/deeds.h"
#include "view/pager.h"
#include "view/record_words.h"
#include "view/score.h"

static const enum figure_id cards[] = {
    FIGURE_CADRES_TOTAL, FIGURE_CADRES_ACTIVE, FIGURE_EVALUATIONS_SCORED,
    FIGURE_EVALUATIONS_MEAN, FIGURE_COUNT};

static void
fill_score(const struct report *report, const struct achievement *it,
           struct view *item)
{
    struct view *score = view_item(item, "SCORE");
    bool is_scored = it->score != NULL;

    view_text(score, "RANK", text_of("—"));
    view_text(score, "TOTAL", text_of("—"));
    view_text(score, "CHANGE", text_of("—"));
    if (!is_scored)
        return;
    if (it->score->is_ranked)
        view_count(score, "RANK", (int64_t)it->score->rank);
    view_text(score, "TOTAL", score_total(report, it->score, item->arena));
    view_text(score, "CHANGE", score_change(report, it->score, item->arena));
}

/* A ledger that is absent has no column: its list stays empty. */
static void
fill_cadre(const struct report *report, size_t place, struct view *item)
{
    const struct achievement *it =
        &report->kept.roster->achievements->cadres[place];
    const struct text *cells =
        record_words_cells(report, LEDGER_cadres, it->row, item->arena);

    link_fill(item, report->kept.roster->stems[place]);
    view_text(item, "NAME", it->name);
    view_text(item, "UNIT", record_words_cell(LEDGER_cadres, cells, "unit"));
    view_list(item, "SOLVED");
    view_list(item, "ADOPTED");
    view_list(item, "CONVERTED");
    view_list(item, "SCORE");
    if (figure_is_shown(report, FIGURE_PROBLEMS_RAISED))
        deeds_pair_fill(report, place, 0, view_item(item, "SOLVED"));
    if (figure_is_shown(report, FIGURE_SUGGESTIONS_SUBMITTED))
        deeds_pair_fill(report, place, 1, view_item(item, "ADOPTED"));
    if (figure_is_shown(report, FIGURE_REPORTS_SUBMITTED))
        deeds_pair_fill(report, place, 2, view_item(item, "CONVERTED"));
    if (figure_is_shown(report, FIGURE_EVALUATIONS_SCORED))
        fill_score(report, it, item);
    view_list(item, "RESULT");
    if (!report->is_one_file) /* whose lists have them */
        results_fill(report, it, item);
}

static struct text
file(const struct report *report, size_t instance, struct arena *arena)
{
    (void)report;
    return pager_stem("achievements", instance, arena);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct achievements *all = report->kept.roster->achievements;
    struct portion shown = cadre_list_portion(report, instance);
    bool has_scores = figure_is_shown(report, FIGURE_EVALUATIONS_SCORED);
    enum wording stable =
        all->scores.is_stable ? WORDING_SCORE_STABLE : WORDING_SCORE_UNSTABLE;

    cards_fill(report, cards, view);
    view_flag(view, "HAS_PROBLEMS",
              figure_is_shown(report, FIGURE_PROBLEMS_RAISED));
    view_flag(view, "HAS_SUGGESTIONS",
              figure_is_shown(report, FIGURE_SUGGESTIONS_SUBMITTED));
    view_flag(view, "HAS_REPORTS",
              figure_is_shown(report, FIGURE_REPORTS_SUBMITTED));
    view_flag(view, "HAS_SCORES", has_scores);
    view_flag(view, "HAS_RESULTS", !report->is_one_file);
    dimensions_again_fill(report, view);
    view_list(view, "STABLE");
    if (has_scores && all->scores.count > 1)
        view_text(view_item(view, "STABLE"), "TEXT",
                  say(report->language, stable));
    view_list(view, "AMBIGUOUS");
    if (all->ambiguous > 0)
        view_text(
            view_item(view, "AMBIGUOUS"), "TEXT",
            record_words_say(report, WORDING_ACHIEVEMENTS_AMBIGUOUS,
                             count_text(view->arena, (int64_t)all->ambiguous),
                             view->arena));
    view_flag(view, "HAS_CADRES", all->count > 0);
    portion_fill("achievements", WORDING_PAGE_ACHIEVEMENTS, &shown,
                 WORDING_CADRES_PART, view);
    view_list(view, "CADRE");
    for (size_t i = shown.first; i < shown.end; i++)
        fill_cadre(report, report->kept.roster->by_rank[i],
                   view_item(view, "CADRE"));
}

const struct page achievements_page = {
    .name = "achievements",
    .title = WORDING_PAGE_ACHIEVEMENTS,
    .has_markdown = true,
    .is_in_navigation = true,
    .instances = cadre_list_pages,
    .file = file,
    .fill = fill,
};
