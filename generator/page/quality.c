/*
 * What was read, and what is wrong with it: by file, line and cell, so that
 * the clerk can send it back.  Long lists are cut here; data/quality.json
 * holds them whole.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "page/pages.h"
#include "page/places.h"
#include "view/account.h"
#include "view/breakdown.h"
#include "view/chart.h"
#include "view/pagination.h"
#include "view/returns.h"
#include "year/event.h"
#include "year/redact.h"

enum { LISTED_MOST = 500, VALUE_BYTES = 60 };

static const enum wording reasons[] = {
#define SKIP_REASON(name, id) [SKIP_##name] = WORDING_SKIPPED_##name,
#include "ledger/skip_reasons.def"
#undef SKIP_REASON
};

/* FATE {HEAD TEXT IS_NONE}: how many rows were read and what became of them,
   of what became of any row. */
static void
fill_fates(const struct row_counts *rows, const struct row_counts *of_all,
           struct view *view)
{
    const struct fate {
        enum wording head;
        size_t count, of_all;
    } fates[] = {
        {WORDING_READ, rows->read, SIZE_MAX},
        {WORDING_ACCEPTED, rows->accepted, SIZE_MAX},
        {WORDING_REJECTED, rows->rejected, of_all->rejected},
        {WORDING_DUPLICATE, rows->duplicate, of_all->duplicate},
        {WORDING_SUPERSEDED, rows->superseded, of_all->superseded},
        {WORDING_SKIPPED, rows->skipped, of_all->skipped},
    };

    view_list(view, "FATE");
    for (size_t i = 0; i < sizeof(fates) / sizeof(fates[0]); i++) {
        struct view *item;

        if (fates[i].of_all == 0)
            continue;
        item = view_item(view, "FATE");
        view_text(item, "HEAD", say(view->language, fates[i].head));
        view_count(item, "COUNT", (int64_t)fates[i].count);
        view_flag(item, "IS_NONE", fates[i].count == 0);
    }
}

static void
fill_rows(const struct row_counts *rows, struct view *view)
{
    view_flag(view, "HAS_MANY_FILES", rows->files > CHART_ROWS_TALL);
    view_count(view, "READ", (int64_t)rows->read);
    view_count(view, "ACCEPTED", (int64_t)rows->accepted);
    view_count(view, "REJECTED", (int64_t)rows->rejected);
    view_count(view, "DUPLICATE", (int64_t)rows->duplicate);
    view_count(view, "SUPERSEDED", (int64_t)rows->superseded);
}

static struct text
delimiter_words(enum language language, char delimiter)
{
    switch (delimiter) {
    case ',':
        return say(language, WORDING_DELIMITER_COMMA);
    case ';':
        return say(language, WORDING_DELIMITER_SEMICOLON);
    case '\t':
        return say(language, WORDING_DELIMITER_TAB);
    default:
        return TEXT("");
    }
}

static struct text
ledger_words(enum language language, int ledger)
{
    if (ledger < 0)
        return say(language, WORDING_NO_VALUE);
    return ledger_title(ledgers[ledger], language);
}

static struct text
path_shown(const struct report *report, const char *path, struct view *view)
{
    return account_text(report, text_of(path ? path : ""), view->arena);
}

/* "gb18030 · 逗号 · 第3行为表头"; what is not known is left out. */
static struct text
reading_words(const struct input_file *export, struct view *view)
{
    struct text said[] = {
        text_of(encoding_name(export->source.encoding)),
        delimiter_words(view->language, export->delimiter),
        export->header_line == 0
            ? TEXT("")
            : SAY(view->arena, view->language, WORDING_HEADER_AT,
                  count_text(view->arena, export->header_line))};
    struct text words = TEXT("");

    for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++)
        words = text_join_by(view->arena, words, TEXT(" · "), said[i]);
    return words;
}

/* One export: what it is, how it was read, what became of its rows. */
static void
fill_file(const struct report *report, const struct input_file *export,
          struct view *view)
{
    view_text(view, "PATH", path_shown(report, export->source.path, view));
    view_text(view, "LEDGER", ledger_words(view->language, export->ledger));
    view_text(view, "READING", reading_words(export, view));
    view_flag(view, "IS_ACCEPTED", export->ledger >= 0);
    view_flag(view, "IS_REJECTED", export->ledger < 0);
    fill_fates(&export->rows, &report->book->rows, view);
}

/* So many were found; when they are more than listed, the page says so. */
static void
fill_extent(const struct report *report, struct view *view, size_t count)
{
    view_flag(view, "IS_FILLED", count > 0);
    view_flag(view, "IS_TALL", count > CHART_ROWS_TALL);
    view_flag(view, "IS_CUT", count > list_most(report, LISTED_MOST));
}

/* The row, or from which to which. */
static struct text
lines_words(struct arena *arena, const struct skipped *skipped)
{
    return skipped->to == skipped->line
               ? text_format(arena, "%u", (unsigned)skipped->line)
               : text_format(arena, "%u–%u", (unsigned)skipped->line,
                             (unsigned)skipped->to);
}

static size_t
add_skipped(const struct report *report, const struct input_file *export,
            size_t room, struct places *places, struct view *view)
{
    size_t rows = 0;

    for (size_t i = 0; i < export->skipped_count; i++) {
        const struct skipped *skipped = &export->skipped[i];
        size_t count = skipped->to - skipped->line + 1;
        struct saying saying = {
            .text = say(view->language, reasons[skipped->reason])};
        struct spot spot = {.path =
                                path_shown(report, export->source.path, view),
                            .within = lines_words(view->arena, skipped),
                            .count = count};

        rows += count;
        if (i < room)
            places_add(places, &saying, &spot);
    }
    return rows;
}

static void
fill_skipped(const struct report *report, struct view *view)
{
    const struct book *book = report->book;
    struct view *list = view_item(view, "SKIPPED_LIST");
    struct places *places = places_new(view->arena, view->language);
    size_t most = list_most(report, LISTED_MOST);
    size_t rows = 0, spots = 0;

    for (size_t f = 0; f < book->file_count; f++) {
        rows += add_skipped(report, &book->files[f],
                            spots < most ? most - spots : 0, places, view);
        spots += book->files[f].skipped_count;
    }
    view_list(list, "ROW");
    places_fill(places, list);
    fill_extent(report, list, spots);
    view_text(list, "TITLE",
              SAY(view->arena, view->language, WORDING_SKIPPED_ROWS,
                  count_text(view->arena, (int64_t)rows)));
}

/* The cell, else the row, with what stands there if the edition may say it;
   nothing for a whole file. */
static struct text
within_words(struct arena *arena, struct place place, struct text value,
             enum language language)
{
    struct text within = place_within(arena, place, language);

    return value.length == 0
               ? within
               : SAY(arena, language, WORDING_PLACE_WITH_VALUE, within,
                     text_excerpt(arena, value, VALUE_BYTES));
}

static void
add_message(const struct report *report, const struct message *message,
            struct places *places, struct view *view)
{
    struct place place = message->finding.place;
    struct account_message said = account_message(report, message, view->arena);
    struct saying saying = {said.text, said.advice,
                            text_of(rules[message->rule].id)};
    struct spot spot = {
        path_shown(report, place.path, view), said.title,
        within_words(view->arena, place, said.value, view->language),
        message->more + 1};

    places_add(places, &saying, &spot);
}

static bool
is_told(enum rule rule, enum severity severity)
{
    return rules[rule].severity == severity && !account_is_silent_on(rule);
}

/* What was set aside first, then what was accepted and should be looked at:
   one list each. */
static void
fill_messages(const struct report *report, enum severity severity,
              enum wording title, struct view *view)
{
    struct view *list = view_item(view, "MESSAGES");
    struct places *places = places_new(view->arena, view->language);
    size_t kept, listed = 0, count = 0;
    const struct message *messages = diag_messages(report->diag, &kept);

    for (size_t i = 0; i < kept; i++)
        if (is_told(messages[i].rule, severity) &&
            listed++ < list_most(report, LISTED_MOST))
            add_message(report, &messages[i], places, view);
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (is_told((enum rule)rule, severity))
            count += diag_count_rule(report->diag, (enum rule)rule);
    view_text(list, "ID", text_of(severity_name(severity)));
    view_text(list, "TITLE",
              SAY(view->arena, view->language, title,
                  count_text(view->arena, (int64_t)count)));
    view_list(list, "ROW");
    places_fill(places, list);
    fill_extent(report, list, count);
}

static void
fill_uncounted_row(const struct report *report, int ledger,
                   const struct row *row, struct view *view)
{
    const struct ledger_type *type = ledgers[ledger];
    struct arena *arena = view->arena;
    struct text *texts = arena_take(arena, type->column_count * sizeof(*texts));
    int name = type->name_key ? column_index(type, type->name_key) : -1;
    struct place place = row_place(report->book, row);

    redact_texts(report->privacy, ledger, row, arena, texts);
    view_text(view, "PATH", path_shown(report, place.path, view));
    view_count(view, "LINE", place.line);
    view_text(view, "LEDGER", ledger_words(view->language, ledger));
    view_brief(view, "NAME", name >= 0 ? texts[name] : text_of(""));
    view_text(view, "DATE",
              date_text(arena, row_entered_on((enum ledger_id)ledger, row)));
}

/* Without a date, or dated outside the campaign year or after the cutoff.  A
   score of an earlier month stands in no list either, but has counted. */
static bool
is_uncounted(const struct year *year, enum ledger_id ledger,
             const struct row *row)
{
    struct date entered = row_entered_on(ledger, row);

    return row->state == ROW_ACCEPTED && !(row->flags & ROW_WITHDRAWN) &&
           year_marks(year, ledger, row) == 0 &&
           (!date_is_given(entered) || row->flags & ROW_OUTSIDE ||
            date_compare(entered, year->cutoff) > 0);
}

/* Accepted and listed.  An indicator is a figure of its own. */
static void
fill_uncounted(const struct report *report, struct view *view)
{
    struct view *list = view_item(view, "UNCOUNTED_LIST");
    size_t count = 0;

    view_list(list, "ROW");
    for (int id = 0; id < LEDGER_COUNT; id++) {
        const struct ledger *ledger = &report->book->ledgers[id];

        if (!ledger->is_present || id == LEDGER_indicators ||
            !redact_shows_ledger(report->privacy, id))
            continue;
        for (size_t i = 0; i < ledger->count; i++) {
            const struct row *row = ledger_row(ledger, i);

            if (!is_uncounted(report->year, (enum ledger_id)id, row))
                continue;
            if (count++ < list_most(report, LISTED_MOST))
                fill_uncounted_row(report, id, row, view_item(list, "ROW"));
        }
    }
    fill_extent(report, list, count);
}

/* "，%1行重复" where there are such rows. */
static struct text
clause(struct view *view, enum wording wording, size_t rows)
{
    return rows == 0 ? TEXT("")
                     : SAY(view->arena, view->language, wording,
                           count_text(view->arena, (int64_t)rows));
}

/* What became of all that was read, in a sentence: what is set aside first. */
static void
fill_finding(const struct row_counts *rows, size_t files, struct view *view)
{
    struct arena *arena = view->arena;
    struct text said = rows->read == 0
                           ? say(view->language, WORDING_QUALITY_NOTHING)
                           : SAY(arena, view->language, WORDING_QUALITY_FOUND,
                                 count_text(arena, (int64_t)files),
                                 count_text(arena, (int64_t)rows->read),
                                 count_text(arena, (int64_t)rows->accepted));

    said =
        text_join(arena, said,
                  clause(view, WORDING_QUALITY_SUPERSEDED, rows->superseded));
    said = text_join(arena, said,
                     clause(view, WORDING_QUALITY_DUPLICATE, rows->duplicate));
    if (rows->rejected == 0 && rows->read > 0)
        said = text_join(arena, said,
                         say(view->language, WORDING_QUALITY_NONE_REJECTED));
    view_text(view, "FOUND", said);
    view_text(view, "ALARM",
              clause(view, WORDING_QUALITY_REJECTED, rows->rejected));
}

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct book *book = report->book;

    (void)instance;
    fill_rows(&book->rows, view);
    fill_finding(&book->rows, book->file_count - account_unread(book), view);
    view_flag(view, "IS_BALANCED", account_balance(&book->rows) == 0);
    fill_fates(&book->rows, &book->rows, view);
    view_flag(view, "HAS_REJECTED", book->rows.rejected > 0);
    view_list(view, "UNREAD");
    if (account_unread(book) > 0)
        view_text(view_item(view, "UNREAD"), "TEXT",
                  SAY(view->arena, view->language, WORDING_QUALITY_UNREAD,
                      count_text(view->arena, (int64_t)account_unread(book))));
    view_list(view, "FILE_ROW");
    for (size_t i = 0; i < book->file_count; i++)
        fill_file(report, &book->files[i], view_item(view, "FILE_ROW"));
    fill_messages(report, ERROR, WORDING_MESSAGES_ERROR, view);
    fill_messages(report, WARNING, WORDING_MESSAGES_WARNING, view);
    fill_messages(report, NOTE, WORDING_MESSAGES_NOTE, view);
    fill_skipped(report, view);
    fill_uncounted(report, view);
    returns_fill(report, view);
}

const struct page quality_page = {
    .name = "quality",
    .title = WORDING_PAGE_QUALITY,
    .has_markdown = true,
    .is_in_navigation = true,
    .fill = fill,
};
