/*
 * Records stand by unit, in protocol order.  Long lists are cut; the lists of
 * the ledgers have everything.
 */
#include "page/changed_records.h"

#include "base/arena.h"
#include "page/changed_by_unit.h"
#include "page/changed_edits.h"
#include "page/changed_late.h"
#include "page/told_records.h"
#include "view/breakdown.h"
#include "view/record_words.h"
#include "view/report.h"
#include "view/view.h"
#include "year/event.h"

static const struct {
    const char *id;
    enum wording title;
} kinds[CHANGED_KINDS] = {
    [CHANGED_REOPENED] = {"reopened", WORDING_CHANGED_REOPENED_COUNT},
    [CHANGED_WITHDRAWN] = {"withdrawn", WORDING_CHANGED_WITHDRAWN_COUNT},
    [CHANGED_UNSEEN] = {"unseen", WORDING_CHANGED_UNSEEN_TITLE},
};

static struct text
withdrawn_words(const struct telling *telling,
                const struct changed_record *record)
{
    const struct ledger_type *type = ledgers[record->ledger];
    int status = column_index(type, type->status_key);
    const struct text *cells;

    if (record->row->flags & ROW_WITHDRAWN)
        return say(telling->report->language, WORDING_CHANGED_IS_LEFT_OUT);
    if (status < 0 ||
        year_marks(telling->report->year, record->ledger, record->row) == 0)
        return say(telling->report->language, WORDING_CHANGED_IS_NOT_COUNTED);
    cells = record_words_cells(telling->report, record->ledger, record->row,
                               telling->arena);
    return cells[status];
}

static struct text
detail_of(const struct telling *telling, enum changed kind,
          const struct changed_record *record)
{
    if (kind == CHANGED_REOPENED)
        return told_end(telling, WORDING_CHANGED_WAS_CLOSED_ON, record->ledger,
                        record->then);
    return kind == CHANGED_WITHDRAWN ? withdrawn_words(telling, record)
                                     : told_entry(telling, record);
}

/* A section of one kind, when there is anything of it. */
static void
fill_section(struct telling *telling, enum changed kind, struct view *view)
{
    size_t count = telling->report->changes->lists[kind].count;
    size_t most = told_most(telling), bytes = 0, i = 0;
    const struct told *told = told_in_order(telling, kind, NULL);
    struct view *section;

    if (count == 0)
        return;
    section = view_item(view, "CHANGED");
    view_text(section, "ID", text_of(kinds[kind].id));
    view_text(section, "TITLE",
              SAY(telling->arena, telling->report->language, kinds[kind].title,
                  count_text(telling->arena, (int64_t)count)));
    view_list(section, "ROW");
    for (; i < count && i < most && bytes < telling->room; i++) {
        struct view *row = view_item(section, "ROW");

        told_fill(telling, kinds[kind].id, &told[i], row);
        view_text(row, "DETAIL", detail_of(telling, kind, told[i].record));
        bytes += told_bytes(row);
    }
    telling->shown[kind] = i;
    told_fill_cut(telling, i, count, section);
}

void
changed_records_fill(struct telling *telling, struct view *view)
{
    late_fill(telling, view);
    by_unit_fill(telling, view);
    view_list(view, "CHANGED");
    fill_section(telling, CHANGED_REOPENED, view);
    fill_section(telling, CHANGED_WITHDRAWN, view);
    fill_section(telling, CHANGED_UNSEEN, view);
    edits_fill(telling, view);
}
