#include "view/pager.h"

#include <stdlib.h>

#include "base/arena.h"
#include "view/card.h"
#include "view/view.h"

struct text
pager_stem(const char *stem, size_t page, struct arena *arena)
{
    if (page == 0)
        return text_of(stem);
    return text_format(arena, "%s-%zu", stem, page + 1);
}

static void
add_page(struct view *view, const char *stem, size_t page, long step)
{
    bool is_here = step == 0;
    struct view *item = view_item(view, "PAGER");

    link_fill(item, pager_stem(stem, page, view->arena));
    view_count(item, "NUMBER", (int64_t)page + 1);
    view_flag(item, "IS_NEAR", labs(step) > 1 && labs(step) < 10);
    view_flag(item, "IS_HERE", is_here);
    view_flag(item, "IS_ELSEWHERE", !is_here);
}

/* The first and the last page, those near by, of which a phone shows the next
   alone, and ever wider steps: any page of thousands is a few links away. */
void
pager_fill(struct view *view, const char *stem, size_t page, size_t count)
{
    static const long steps[] = {-10000, -1000, -100, -10,  -4,   -3,
                                 -2,     -1,    0,    1,    2,    3,
                                 4,      10,    100,  1000, 10000};
    long here = (long)page, last = (long)count - 1;

    view_list(view, "PAGER");
    if (last <= 0)
        return;
    if (here > 0)
        add_page(view, stem, 0, -1);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        long other = here + steps[i];

        if (other == here || (other > 0 && other < last))
            add_page(view, stem, (size_t)other, steps[i]);
    }
    if (here < last)
        add_page(view, stem, (size_t)last, 1);
}

struct portion
portion_of(const struct report *report, size_t page, size_t count, size_t most)
{
    struct portion portion = {
        .page = page, .first = page * most, .count = count, .pages = 1};

    portion.end = count - portion.first > most ? portion.first + most : count;
    if (!report->is_one_file && count > 0)
        portion.pages = (count + most - 1) / most;
    return portion;
}

void
portion_fill(const char *stem, enum wording page_title,
             const struct portion *portion, enum wording part,
             struct view *view)
{
    view_list(view, "PART");
    if (portion->end - portion->first < portion->count)
        view_text(view_item(view, "PART"), "TEXT",
                  SAY(view->arena, view->language, part,
                      text_format(view->arena, "%zu", portion->first + 1),
                      text_format(view->arena, "%zu", portion->end),
                      text_format(view->arena, "%zu", portion->count)));
    view_flag(view, "IS_PART", portion->pages > 1);
    pager_fill(view, stem, portion->page, portion->pages);
    if (portion->page > 0)
        view_text(view, "PAGE_TITLE",
                  SAY(view->arena, view->language, WORDING_TITLE_PAGE,
                      say(view->language, page_title),
                      text_format(view->arena, "%zu", portion->page + 1)));
}
