/*
 * Record by record: new, solved, reopened, withdrawn, moved, edited; and the
 * published months whose figures are different by now, with the records and
 * the reasons.  Long lists are cut; the lists of the ledgers have everything.
 */
#include "page/changes.h"

#include "base/arena.h"
#include "page/frame.h"
#include "page/list.h"
#include "page/pages.h"
#include "view/card.h"
#include "view/columns.h"
#include "view/pagination.h"
#include "year/event.h"
#include "year/record_changes.h"
#include "year/redact.h"
#include "year/restated.h"

/* The room is that of a page's lists together. */
enum { LISTED_MOST = 500, KEYS_MOST = 20, ROOM = 450000, BYTES_OF_ROW = 150 };

static const struct {
    const char *id;
    enum wording title, count;
} kinds[CHANGED_KINDS] = {
    [CHANGED_NEW] = {"new", WORDING_CHANGED_NEW, WORDING_CHANGED_NEW_COUNT},
    [CHANGED_SOLVED] = {"solved", WORDING_CHANGED_SOLVED,
                        WORDING_CHANGED_SOLVED_COUNT},
    [CHANGED_REOPENED] = {"reopened", WORDING_CHANGED_REOPENED,
                          WORDING_CHANGED_REOPENED_COUNT},
    [CHANGED_WITHDRAWN] = {"withdrawn", WORDING_CHANGED_WITHDRAWN,
                           WORDING_CHANGED_WITHDRAWN_COUNT},
    [CHANGED_MOVED] = {"moved", WORDING_CHANGED_MOVED,
                       WORDING_CHANGED_MOVED_COUNT},
    [CHANGED_EDITED] = {"edited", WORDING_CHANGED_EDITED,
                        WORDING_CHANGED_EDITED_COUNT},
};

static const enum wording reasons[RESTATED_REASONS] = {
    [RESTATED_LATE] = WORDING_RESTATED_LATE,
    [RESTATED_DATE] = WORDING_RESTATED_DATE,
    [RESTATED_WITHDRAWN] = WORDING_RESTATED_WITHDRAWN,
    [RESTATED_REOPENED] = WORDING_RESTATED_REOPENED,
    [RESTATED_OTHER] = WORDING_RESTATED_OTHER,
};

/* The lists that hold everything. */
static const enum figure_id all_records[] = {FIGURE_PROBLEMS_RAISED,
                                             FIGURE_SUGGESTIONS_SUBMITTED,
                                             FIGURE_REPORTS_SUBMITTED};

static bool
is_wanted(const struct report *report)
{
    return report->changes != NULL;
}

static struct text
text_at(const struct text *texts, const struct ledger_type *type,
        const char *key)
{
    int column = key ? column_index(type, key) : -1;

    return column >= 0 ? texts[column] : text_of("");
}

static struct text *
texts_of(const struct report *report, enum ledger_id ledger,
         const struct row *row, struct arena *arena)
{
    struct text *texts =
        arena_take(arena, ledgers[ledger]->column_count * sizeof(*texts));

    redact_texts(report->privacy, (int)ledger, row, arena, texts);
    return texts;
}

static struct text
unit_words(const struct report *report, struct text unit)
{
    return unit.length > 0 ? unit : say(report->language, WORDING_NO_UNIT);
}

static struct text
said_of_date(const struct report *report, struct arena *arena,
             enum wording wording, struct date date)
{
    return SAY(arena, report->language, wording, date_text(arena, date));
}

/* 办理时限、工作成效: the titles of the columns. */
static struct text
column_words(const struct report *report, const struct changed_record *record,
             struct arena *arena)
{
    const struct ledger_type *type = ledgers[record->ledger];
    struct text words = text_of("");

    for (size_t i = 0; i < type->column_count; i++) {
        if (!(record->columns >> i & 1) ||
            !redact_shows_column(report->privacy, (int)record->ledger, i))
            continue;
        if (words.length > 0)
            words = text_join(arena, words,
                              say(report->language, WORDING_LIST_COMMA));
        words = text_join(arena, words,
                          column_title(report, &type->columns[i], arena));
    }
    return words;
}

static struct text
moved_words(const struct report *report, const struct changed_record *record,
            struct arena *arena)
{
    const struct ledger_type *type = ledgers[record->ledger];
    struct text *then = texts_of(report, record->ledger, record->then, arena);
    struct text *now = texts_of(report, record->ledger, record->row, arena);

    return SAY(arena, report->language, WORDING_CHANGED_FROM_TO,
               unit_words(report, text_at(then, type, type->unit_key)),
               unit_words(report, text_at(now, type, type->unit_key)));
}

static struct text
detail_of(const struct report *report, enum changed kind,
          const struct changed_record *record, struct arena *arena)
{
    struct date entered = row_entered_on(record->ledger, record->row);
    bool is_late = month_of(entered).number < report->year->month.number;

    switch (kind) {
    case CHANGED_NEW:
        return said_of_date(report, arena,
                            is_late ? WORDING_CHANGED_ENTERED_LATE
                                    : WORDING_CHANGED_ENTERED,
                            entered);
    case CHANGED_SOLVED:
        return said_of_date(report, arena, WORDING_CHANGED_CLOSED_ON,
                            row_closed_on(record->ledger, record->row));
    case CHANGED_REOPENED:
        return said_of_date(report, arena, WORDING_CHANGED_WAS_CLOSED_ON,
                            row_closed_on(record->ledger, record->then));
    case CHANGED_WITHDRAWN:
        return say(report->language, record->row->flags & ROW_MISSING_LATER
                                         ? WORDING_CHANGED_IS_MISSING
                                         : WORDING_CHANGED_IS_DROPPED);
    case CHANGED_MOVED:
        return moved_words(report, record, arena);
    case CHANGED_EDITED:
    case CHANGED_KINDS:
        break;
    }
    return column_words(report, record, arena);
}

static void
fill_record(const struct report *report, enum changed kind,
            const struct changed_record *record, struct view *view)
{
    const struct ledger_type *type = ledgers[record->ledger];
    struct text *texts =
        texts_of(report, record->ledger, record->row, view->arena);

    view_text(view, "LEDGER",
              text_of(report->language == ZH ? type->title : type->english));
    view_brief(view, "KEY", text_at(texts, type, "id"));
    view_brief(view, "NAME", text_at(texts, type, type->name_key));
    view_brief(view, "UNIT",
               unit_words(report, text_at(texts, type, type->unit_key)));
    view_brief(view, "DETAIL", detail_of(report, kind, record, view->arena));
}

/* As many rows as the room allows; how many. */
static size_t
fill_rows(const struct report *report, enum changed kind, size_t room,
          struct view *view)
{
    const struct changed_list *list = &report->changes->lists[kind];
    size_t most = list_most(report, LISTED_MOST);
    size_t bytes = 0, i = 0;

    view_list(view, "ROW");
    for (; i < list->count && i < most && bytes < room; i++) {
        struct view *row = view_item(view, "ROW");

        fill_record(report, kind, &list->records[i], row);
        bytes += BYTES_OF_ROW;
        for (const struct view_name *name = row->first; name; name = name->next)
            bytes += html_bytes(name->text);
    }
    return i;
}

static void
fill_kind(const struct report *report, enum changed kind, size_t room,
          struct view *view)
{
    const struct changed_list *list = &report->changes->lists[kind];
    size_t shown = fill_rows(report, kind, room, view);

    view_text(view, "ID", text_of(kinds[kind].id));
    view_text(view, "TITLE", say(report->language, kinds[kind].title));
    view_count(view, "COUNT", (int64_t)list->count);
    view_flag(view, "IS_CUT", list->count > shown);
    view_text(view, "SHOWN",
              SAY(view->arena, report->language, WORDING_CHANGES_SHOWN,
                  text_format(view->arena, "%zu", shown)));
    view_list(view, "CUT");
    for (size_t i = 0; i < sizeof(all_records) / sizeof(all_records[0]); i++)
        if (figure_has_list(report, all_records[i])) {
            struct view *item = view_item(view, "CUT");

            link_fill(item, text_of(figures[all_records[i]].page));
            view_text(item, "TITLE", figure_label(report, all_records[i]));
        }
}

/* "补报2项：ZD-1、ZD-2；…": each reason with its records. */
static struct text
reason_words(const struct report *report, const struct restated_figure *figure,
             enum restated_reason reason, struct arena *arena)
{
    struct text keys = text_of("");
    size_t count = 0;

    for (size_t i = 0; i < figure->count; i++) {
        const struct restated_record *record = &figure->records[i];

        if (record->reason != reason || count++ >= KEYS_MOST)
            continue;
        if (keys.length > 0)
            keys = text_join(arena, keys,
                             say(report->language, WORDING_LIST_COMMA));
        keys = text_join(arena, keys, record->key);
    }
    if (count == 0)
        return keys;
    if (count > KEYS_MOST)
        keys =
            text_join(arena, keys, say(report->language, WORDING_AND_OTHERS));
    return SAY(arena, report->language, WORDING_RESTATED_REASON,
               say(report->language, reasons[reason]),
               text_format(arena, "%zu", count), keys);
}

static struct text
why(const struct report *report, const struct restated_figure *figure,
    struct arena *arena)
{
    struct text words = text_of("");

    for (int i = 0; i < RESTATED_REASONS; i++) {
        struct text more =
            reason_words(report, figure, (enum restated_reason)i, arena);

        if (more.length > 0 && words.length > 0)
            words =
                text_join(arena, words,
                          say(report->language, WORDING_SENTENCE_SEMICOLON));
        words = text_join(arena, words, more);
    }
    return words.length > 0 ? words
                            : say(report->language, WORDING_RESTATED_UNTRACED);
}

static size_t
restated_count(const struct report *report)
{
    size_t count = 0;

    for (size_t i = 0; report->restated && i < report->restated->count; i++)
        count += figure_is_shown(report, report->restated->figures[i].figure);
    return count;
}

static void
fill_restated(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;

    view_list(view, "RESTATED");
    for (size_t i = 0; report->restated && i < report->restated->count; i++) {
        const struct restated_figure *it = &report->restated->figures[i];
        struct view *item;

        if (!figure_is_shown(report, it->figure))
            continue;
        item = view_item(view, "RESTATED");
        view_text(item, "MONTH", month_text(arena, it->month));
        view_text(item, "LABEL", figure_label(report, it->figure));
        view_text(item, "UNIT", figure_unit(report, it->figure));
        view_text(item, "PUBLISHED", it->published);
        view_text(item, "NOW", it->now);
        view_text(item, "WHY", why(report, it, arena));
    }
    view_flag(view, "HAS_RESTATED", restated_count(report) > 0);
    view_flag(view, "HAS_NONE_RESTATED", restated_count(report) == 0);
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct record_changes *changes = report->changes;
    size_t filled = 0;

    (void)instance;
    for (int i = 0; i < CHANGED_KINDS; i++)
        filled += changes->lists[i].count > 0;
    view_flag(view, "IS_FIRST", changes->is_first);
    view_flag(view, "IS_UNCHANGED",
              !changes->is_first && !record_changes_any(changes));
    view_flag(view, "HAS_CHANGED", record_changes_any(changes));
    view_list(view, "CHANGED");
    for (int i = 0; i < CHANGED_KINDS; i++)
        if (changes->lists[i].count > 0)
            fill_kind(report, (enum changed)i, ROOM / filled,
                      view_item(view, "CHANGED"));
    fill_restated(report, view);
    changes_note(report, view);
}

void
changes_note(const struct report *report, struct view *view)
{
    struct arena *arena = view->arena;
    enum language language = report->language;
    struct text words = text_of("");
    size_t restated = restated_count(report);
    struct view *item;

    view_list(view, "CHANGES");
    for (int i = 0; report->changes && i < CHANGED_KINDS + 1; i++) {
        bool is_last = i == CHANGED_KINDS;
        size_t count = is_last ? restated : report->changes->lists[i].count;

        if (count == 0)
            continue;
        if (words.length > 0)
            words =
                text_join(arena, words, say(language, WORDING_SENTENCE_COMMA));
        words = text_join(arena, words,
                          SAY(arena, language,
                              is_last ? WORDING_RESTATED_COUNT : kinds[i].count,
                              text_format(arena, "%zu", count)));
    }
    if (words.length == 0)
        return;
    item = view_item(view, "CHANGES");
    view_text(item, "TEXT", words);
    link_fill(item, TEXT("changes"));
}

const struct page changes_page = {
    .name = "changes",
    .title = WORDING_PAGE_CHANGES,
    .has_markdown = true,
    .is_in_navigation = true,
    .is_wanted = is_wanted,
    .fill = fill,
};
