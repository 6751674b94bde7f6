/*
 * What was read, and what is wrong with it: by file, line and cell, so that
 * the clerk can send it back.  Long lists are cut here; data/quality.json
 * holds them whole.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "page/pages.h"
#include "view/account.h"
#include "view/breakdown.h"
#include "view/chart.h"
#include "view/pagination.h"
#include "view/returns.h"
#include "year/event.h"
#include "year/redact.h"

enum { LISTED_MOST = 500 };

static const enum wording reasons[] = {
#define SKIP_REASON(name, id) [SKIP_##name] = WORDING_SKIPPED_##name,
#include "ledger/skip_reasons.def"
#undef SKIP_REASON
};

static const enum wording severities[] = {
    [NOTE] = WORDING_SEVERITY_NOTE,
    [WARNING] = WORDING_SEVERITY_WARNING,
    [ERROR] = WORDING_SEVERITY_ERROR,
};

static void
fill_rows(const struct row_counts *rows, struct view *view)
{
    view_count(view, "FILES", (int64_t)rows->files);
    view_flag(view, "HAS_MANY_FILES", rows->files > CHART_ROWS_TALL);
    view_count(view, "READ", (int64_t)rows->read);
    view_count(view, "ACCEPTED", (int64_t)rows->accepted);
    view_count(view, "REJECTED", (int64_t)rows->rejected);
    view_count(view, "DUPLICATE", (int64_t)rows->duplicate);
    view_count(view, "SUPERSEDED", (int64_t)rows->superseded);
    view_count(view, "SKIPPED", (int64_t)rows->skipped);
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
        return say(language, WORDING_NO_VALUE);
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

/* One export: what it is, how it was read, what became of its rows. */
static void
fill_file(const struct report *report, const struct input_file *export,
          struct view *view)
{
    const char *encoding = encoding_name(export->source.encoding);

    view_text(view, "PATH", path_shown(report, export->source.path, view));
    view_text(view, "LEDGER", ledger_words(view->language, export->ledger));
    view_text(view, "ENCODING",
              encoding[0] ? text_of(encoding)
                          : say(view->language, WORDING_NO_VALUE));
    view_text(view, "DELIMITER",
              delimiter_words(view->language, export->delimiter));
    if (export->header_line > 0)
        view_count(view, "HEADER_LINE", export->header_line);
    else
        view_text(view, "HEADER_LINE", say(view->language, WORDING_NO_VALUE));
    view_flag(view, "IS_ACCEPTED", export->ledger >= 0);
    view_flag(view, "IS_REJECTED", export->ledger < 0);
    fill_rows(&export->rows, view);
}

/* The line, or from which to which. */
static void
fill_lines(const struct skipped *skipped, struct view *view)
{
    if (skipped->to == skipped->line)
        view_count(view, "LINE", skipped->line);
    else
        view_text(view, "LINE",
                  text_format(view->arena, "%u–%u", (unsigned)skipped->line,
                              (unsigned)skipped->to));
}

/* So many were found; when they are more than listed, the page says so. */
static void
fill_extent(const struct report *report, struct view *view, size_t count)
{
    view_text(view, "RECORD_COUNT",
              SAY(view->arena, view->language, WORDING_LIST_ENTRIES,
                  count_text(view->arena, (int64_t)count)));
    view_flag(view, "IS_FILLED", count > 0);
    view_flag(view, "IS_TALL", count > CHART_ROWS_TALL);
    view_flag(view, "IS_CUT", count > list_most(report, LISTED_MOST));
}

static void
fill_skipped(const struct report *report, struct view *view)
{
    const struct book *book = report->book;
    struct view *list = view_item(view, "SKIPPED_LIST");
    size_t count = 0;

    view_list(list, "ROW");
    for (size_t f = 0; f < book->file_count; f++) {
        const struct input_file *export = &book->files[f];

        for (size_t i = 0; i < export->skipped_count; i++) {
            const struct skipped *skipped = &export->skipped[i];
            struct view *item;

            if (count++ >= list_most(report, LISTED_MOST))
                continue;
            item = view_item(list, "ROW");
            view_text(item, "PATH",
                      path_shown(report, export->source.path, item));
            fill_lines(skipped, item);
            view_text(item, "REASON",
                      say(view->language, reasons[skipped->reason]));
        }
    }
    fill_extent(report, list, count);
}

static void
fill_message(const struct report *report, const struct message *message,
             struct view *view)
{
    const struct finding *finding = &message->finding;
    struct arena *arena = view->arena;
    enum language language = view->language;
    const struct rule_entry *rule = &rules[message->rule];
    struct account_message said = account_message(report, message, arena);

    view_text(view, "PATH", path_shown(report, finding->place.path, view));
    if (finding->place.line > 0)
        view_count(view, "LINE", finding->place.line);
    else
        view_text(view, "LINE", say(language, WORDING_NO_VALUE));
    view_text(view, "CELL", place_cell(arena, finding->place));
    view_text(view, "SEVERITY", say(language, severities[rule->severity]));
    view_text(view, "TONE",
              rule->severity == ERROR     ? TEXT("bad")
              : rule->severity == WARNING ? TEXT("warn")
                                          : TEXT("calm"));
    view_text(view, "RULE", text_of(rule->id));
    view_text(view, "TITLE", said.title);
    view_text(view, "VALUE", said.value);
    view_text(view, "TEXT", said.text);
    view_text(view, "ADVICE", said.advice);
}

/* What was set aside first, then what was accepted and should be looked at:
   one list each. */
static void
fill_messages(const struct report *report, enum severity severity,
              enum wording title, struct view *view)
{
    struct view *list = view_item(view, "MESSAGES");
    size_t kept;
    const struct message *messages = diag_messages(report->diag, &kept);
    size_t listed = 0, unlisted = 0;

    view_text(list, "ID", text_of(severity_name(severity)));
    view_text(list, "TITLE", say(view->language, title));
    view_list(list, "ROW");
    for (size_t i = 0; i < kept; i++) {
        if (rules[messages[i].rule].severity != severity ||
            account_is_silent_on(messages[i].rule))
            continue;
        if (listed++ < list_most(report, LISTED_MOST))
            fill_message(report, &messages[i], view_item(list, "ROW"));
    }
    for (int rule = 0; rule < RULE_COUNT; rule++)
        if (rules[rule].severity == severity &&
            account_is_silent_on((enum rule)rule))
            unlisted += diag_count_rule(report->diag, (enum rule)rule);
    fill_extent(report, list, diag_count(report->diag, severity) - unlisted);
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

static void
fill(const struct report *report, size_t instance, struct view *view)
{
    const struct book *book = report->book;

    (void)instance;
    fill_rows(&book->rows, view);
    view_flag(view, "HAS_REJECTED", book->rows.rejected > 0);
    view_flag(view, "HAS_DUPLICATE", book->rows.duplicate > 0);
    view_flag(view, "HAS_SUPERSEDED", book->rows.superseded > 0);
    view_flag(view, "HAS_SKIPPED", book->rows.skipped > 0);
    view_flag(view, "IS_BALANCED", account_balance(&book->rows) == 0);
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
