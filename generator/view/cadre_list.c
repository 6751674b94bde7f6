#include "view/cadre_list.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/wording.h"
#include "view/anchors.h"
#include "view/card.h"
#include "view/pagination.h"
#include "view/view.h"
#include "year/redact.h"

enum { STEM_MOST = 40, CADRES_MOST = 500 };

/* A stem while equal ones are sought. */
struct stem {
    struct text text;
    size_t place;
};

static int
by_stem(const void *a, const void *b)
{
    const struct stem *x = a, *y = b;
    int order = text_compare(x->text, y->text);

    return order ? order : (x->place > y->place) - (x->place < y->place);
}

/* "G01" is "cadre-g01"; what is no plain word of ASCII stands as its hash, so
   that a file's name never holds a person's. */
static struct text
stem_of(struct arena *arena, struct text id)
{
    struct text stem = text_format(arena, "cadre-%.*s", TEXT_ARG(id));
    char *bytes = (char *)stem.bytes;

    if (id.length == 0 || id.length > STEM_MOST)
        return text_format(arena, "cadre-%016" PRIx64, text_hash(id, 0));
    for (size_t i = 0; i < stem.length; i++) {
        unsigned char letter = (unsigned char)bytes[i];

        if (letter >= 0x80 || (!isalnum(letter) && letter != '-'))
            return text_format(arena, "cadre-%016" PRIx64, text_hash(id, 0));
        bytes[i] = (char)tolower(letter);
    }
    return stem;
}

/* G01 and g01 are two cadres and one stem; the second becomes g01_2, which
   no id gives, as it has an underscore. */
static void
name_files(struct cadre_list *roster)
{
    size_t count = roster->achievements->count;
    struct stem *stems =
        arena_take(roster->arena, (count + 1) * sizeof(*stems));
    size_t same = 1;

    roster->stems =
        arena_take(roster->arena, (count + 1) * sizeof(struct text));
    for (size_t i = 0; i < count; i++)
        stems[i] = (struct stem){
            stem_of(roster->arena, roster->achievements->cadres[i].id), i};
    qsort(stems, count, sizeof(*stems), by_stem);
    for (size_t i = 0; i < count; i++) {
        struct text stem = stems[i].text;

        same = i > 0 && text_equal(stem, stems[i - 1].text) ? same + 1 : 1;
        if (same > 1)
            stem = text_format(roster->arena, "%.*s_%zu", TEXT_ARG(stem), same);
        roster->stems[stems[i].place] = stem;
    }
}

struct ranked {
    size_t rank;
    size_t place;
};

static int
by_rank(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;

    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static void
rank_cadres(struct cadre_list *roster)
{
    size_t count = roster->achievements->count;
    struct ranked *ranked =
        arena_take(roster->arena, (count + 1) * sizeof(*ranked));

    roster->by_rank = arena_take(roster->arena, (count + 1) * sizeof(size_t));
    for (size_t i = 0; i < count; i++) {
        const struct cadre_score *score = roster->achievements->cadres[i].score;

        ranked[i] = (struct ranked){
            score && score->is_ranked ? score->rank : SIZE_MAX, i};
    }
    qsort(ranked, count, sizeof(*ranked), by_rank);
    for (size_t i = 0; i < count; i++)
        roster->by_rank[i] = ranked[i].place;
}

struct cadre_list *
cadre_list_new(const struct report *report)
{
    struct arena *arena;
    struct cadre_list *roster;

    if (report->edition != EDITION_INTERNAL ||
        !figure_is_shown(report, FIGURE_CADRES_TOTAL))
        return NULL;
    arena = arena_new();
    roster = ARENA_NEW(arena, struct cadre_list);
    roster->arena = arena;
    roster->achievements = achievements_new(arena, report->year);
    name_files(roster);
    rank_cadres(roster);
    return roster;
}

void
cadre_list_free(struct cadre_list *roster)
{
    if (roster)
        arena_free(roster->arena);
}

size_t
cadre_list_count(const struct report *report)
{
    return report->kept.roster ? report->kept.roster->achievements->count : 0;
}

struct portion
cadre_list_portion(const struct report *report, size_t page)
{
    return portion_of(report, page, cadre_list_count(report),
                      roster_most(report, CADRES_MOST));
}

size_t
cadre_list_pages(const struct report *report)
{
    return report->kept.roster ? cadre_list_portion(report, 0).pages : 0;
}

void
link_cadre(const struct report *report, struct text name, struct view *view)
{
    size_t place;

    view_list(view, "LINK");
    if (report->kept.roster &&
        achievements_find(report->kept.roster->achievements, name, &place))
        link_fill(view_item(view, "LINK"), report->kept.roster->stems[place]);
}

struct text
score_text(struct arena *arena, int64_t total)
{
    return decimal_text(arena, total, SCORE_DENOMINATOR, 2);
}

struct text
score_missing(const struct report *report, const struct cadre_score *score,
              struct arena *arena)
{
    const struct codes *codes = report->book->codes;
    struct text missing = text_of("");

    for (size_t i = 0; i < codes->dimension_count; i++) {
        if (score->means[i] >= 0)
            continue;
        missing = text_join_by(arena, missing,
                               say(report->language, WORDING_LIST_COMMA),
                               codes->dimensions[i].name);
    }
    return missing;
}

struct text
score_total(const struct report *report, const struct cadre_score *score,
            struct arena *arena)
{
    return score->is_whole
               ? score_text(arena, score->total)
               : SAY(arena, report->language, WORDING_SCORE_INCOMPLETE,
                     score_missing(report, score, arena));
}

struct text
score_signed(struct arena *arena, int64_t numerator, int64_t denominator,
             int decimals)
{
    struct text size = decimal_text(
        arena, numerator < 0 ? -numerator : numerator, denominator, decimals);

    if (round_half_up(numerator, denominator, decimals) == 0)
        return size;
    return text_format(arena, "%s%.*s", numerator < 0 ? "−" : "+",
                       TEXT_ARG(size));
}

struct text
score_change(const struct report *report, const struct cadre_score *score,
             struct arena *arena)
{
    int64_t by = score->total - score->previous_total;

    if (!score->has_previous || !score->is_ranked)
        return text_of("—");
    return round_half_up(by, SCORE_DENOMINATOR, 2) == 0
               ? say(report->language, WORDING_SCORE_SAME)
               : score_signed(arena, by, SCORE_DENOMINATOR, 2);
}

static void
fill_deed(const struct report *report, const struct deed *deed,
          struct view *item)
{
    const struct ledger_type *type = ledgers[deed->ledger];
    struct text *cells =
        arena_take(item->arena, type->column_count * sizeof(*cells));
    int id = column_index(type, "id");
    int name = column_index(type, type->name_key);
    size_t page = list_page_of(report, deed->figure, deed->row);

    redact_texts(report->privacy, (int)deed->ledger, deed->row, item->arena,
                 cells);
    view_text(item, "ID", cells[id].length > 0 ? cells[id] : text_of("—"));
    view_brief(item, "NAME", cells[name]);
    view_text(item, "ANCHOR",
              list_anchor(report, deed->ledger, deed->row, item->arena));
    link_fill(item, list_stem(deed->figure, page, item->arena));
}

void
results_fill(const struct report *report, const struct achievement *it,
             struct view *view)
{
    view_list(view, "RESULT");
    for (size_t i = 0; i < it->result_count; i++)
        fill_deed(report, it->results[i], view_item(view, "RESULT"));
}
