#include "gate/figure_check.h"

#include <inttypes.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/path.h"
#include "file/fault.h"
#include "gate/page_facts.h"

#define HASH_NONFATAL_OOM     0
#define uthash_fatal(message) arena_must(NULL)
#include <uthash.h>

/* Units of figures that are sums over their records, not their number. */
static const char *const sum_units[] = {"次", "times", "万元", "10,000 yuan"};

struct figure {
    const char *id;
    struct text value; /* as shown */
    bool is_whole;
    bool is_sum;
    struct text page; /* of its list, without .html; empty if it has none */
    bool is_own;      /* the page is named after the figure */
    int64_t count;
    UT_hash_handle hh;
};

struct list {
    const char *key; /* form, page and id */
    enum page_facts_form form;
    struct text page;
    struct text id;
    size_t rows;
    UT_hash_handle hh;
};

struct figure_check {
    struct arena *arena;
    struct faults *faults;
    const char *file;
    struct figure *figures; /* by id, in the summary's order */
    struct list *lists;     /* by key */
    struct list *csv_files; /* and workbooks, that state figures; by key */
};

static struct figure *
find_figure(const struct figure_check *counts, struct text id)
{
    struct figure *figure;

    HASH_FIND(hh, counts->figures, id.bytes, id.length, figure);
    return figure;
}

static struct list *
find_list(const struct figure_check *counts, enum page_facts_form form,
          struct text page, struct text id)
{
    struct arena *scratch = arena_new();
    struct text key = text_format(scratch, "%d %.*s %.*s", (int)form,
                                  TEXT_ARG(page), TEXT_ARG(id));
    struct list *list;

    HASH_FIND(hh, counts->lists, key.bytes, key.length, list);
    arena_free(scratch);
    return list;
}

/* Folder, extension and page number taken off: "2025-10/solved-2.html" is a
   page of "solved". */
static struct text
page_of(const char *file)
{
    struct text name = text_of(path_name(file));
    size_t end = text_find(name, TEXT("."));
    size_t digits = end;

    while (digits > 0 && name.bytes[digits - 1] >= '0' &&
           name.bytes[digits - 1] <= '9')
        digits--;
    if (digits < end && digits > 1 && name.bytes[digits - 1] == '-')
        end = digits - 1;
    return text_slice(name, 0, end);
}

/* "problems.due_soon" has the page "problems-due-soon". */
static bool
is_named_after(struct text page, struct text id)
{
    if (page.length != id.length)
        return false;
    for (size_t i = 0; i < id.length; i++) {
        char c = id.bytes[i];

        if (page.bytes[i] != (c == '.' || c == '_' ? '-' : c))
            return false;
    }
    return true;
}

static bool
is_sum_unit(struct text unit)
{
    for (size_t i = 0; i < sizeof(sum_units) / sizeof(sum_units[0]); i++)
        if (text_is(unit, sum_units[i]))
            return true;
    return false;
}

/* A share with one decimal, rounded half up in integers; all and nothing are
   never shown unless they are so. */
static struct text
rate_text(struct arena *arena, int64_t part, int64_t whole)
{
    int64_t tenths;

    if (whole == 0)
        return TEXT("—");
    tenths = (2 * part * 1000 + whole) / (2 * whole);
    if (tenths == 1000 && part != whole)
        tenths = 999;
    if (tenths == 0 && part != 0)
        tenths = 1;
    return text_format(arena, "%" PRId64 ".%" PRId64, tenths / 10, tenths % 10);
}

/* What the summary alone must agree in. */
static void
check_summary(const struct figure_check *counts, const struct figure *figure,
              const struct json_t *json)
{
    struct text rate;

    if (json_get(json, "numerator") != NULL) {
        rate = rate_text(counts->arena, json_get_count(json, "numerator"),
                         json_get_count(json, "denominator"));
        if (!text_equal(rate, figure->value))
            fault_report(counts->faults, RULE_GATE_FIGURE, counts->file,
                         "%s %.*s ≠ %.*s", figure->id, TEXT_ARG(figure->value),
                         TEXT_ARG(rate));
    }
    if (figure->is_own && figure->is_whole && !figure->is_sum &&
        json_get_count(json, "value") != figure->count)
        fault_report(counts->faults, RULE_GATE_FIGURE, counts->file,
                     "%s value %.*s ≠ count %" PRId64, figure->id,
                     TEXT_ARG(figure->value), figure->count);
}

static void
add_figure(struct figure_check *counts, const char *key,
           const struct json_t *json)
{
    struct figure *figure = ARENA_NEW(counts->arena, struct figure);
    struct text id = text_copy(counts->arena, text_of(key));
    struct text page = text_copy(counts->arena, json_get_text(json, "records"));

    figure->id = id.bytes;
    figure->value = text_copy(counts->arena, json_get_text(json, "value"));
    figure->is_whole = figure->value.length == 0;
    if (figure->is_whole)
        figure->value = text_format(counts->arena, "%" PRId64,
                                    json_get_count(json, "value"));
    figure->page = page.length > 0 ? page_of(page.bytes) : page;
    figure->is_own = is_named_after(figure->page, id);
    figure->is_sum = is_sum_unit(json_get_text(json, "unit"));
    figure->count = json_get_count(json, "count");
    HASH_ADD_KEYPTR(hh, counts->figures, figure->id, id.length, figure);
    check_summary(counts, figure, json);
}

struct figure_check *
figure_check_new(struct arena *arena, const char *file, struct text summary,
                 struct faults *faults)
{
    struct figure_check *counts = ARENA_NEW(arena, struct figure_check);
    struct json_t *json = json_parse(summary);
    struct json_t *members = json ? json_get(json, "figures") : NULL;

    counts->arena = arena;
    counts->faults = faults;
    counts->file = file;
    if (members == NULL)
        fault_report(faults, RULE_GATE_FIGURE, file, "no figures");
    else
        for (const char *key = NULL; (key = json_next_key(members, key));)
            add_figure(counts, key, json_get(members, key));
    json_free(json);
    return counts;
}

void
figure_check_shown(struct page_facts *seen, struct text id, struct text value)
{
    const struct figure *figure = find_figure(seen->counts, id);

    if (figure == NULL)
        page_facts_wrong(seen, RULE_GATE_FIGURE, "%.*s ?", TEXT_ARG(id));
    else if (!text_equal(value, figure->value))
        page_facts_wrong(seen, RULE_GATE_FIGURE, "%s %.*s ≠ %.*s", figure->id,
                         TEXT_ARG(value), TEXT_ARG(figure->value));
}

bool
figure_check_records(const struct figure_check *counts, struct text id,
                     int64_t *records)
{
    const struct figure *figure = find_figure(counts, id);

    if (figure == NULL || !figure->is_whole || !figure->is_own)
        return false;
    *records = figure->count;
    return true;
}

/* Adds rows to the list of that name, which is made when it is new. */
static void
add_rows(struct figure_check *counts, struct text page,
         const struct page_facts_list *seen)
{
    struct list *list = find_list(counts, seen->form, page, seen->id);
    struct text key;

    if (list == NULL) {
        list = ARENA_NEW(counts->arena, struct list);
        key = text_format(counts->arena, "%d %.*s %.*s", (int)seen->form,
                          TEXT_ARG(page), TEXT_ARG(seen->id));
        list->key = key.bytes;
        list->form = seen->form;
        list->page = text_copy(counts->arena, page);
        list->id = text_copy(counts->arena, seen->id);
        HASH_ADD_KEYPTR(hh, counts->lists, list->key, key.length, list);
    }
    list->rows += seen->rows;
}

static void
add_csv(struct figure_check *counts, struct text page)
{
    struct list *list = ARENA_NEW(counts->arena, struct list);

    list->page = text_copy(counts->arena, page);
    list->key = list->page.bytes;
    HASH_ADD_KEYPTR(hh, counts->csv_files, list->key, list->page.length, list);
}

void
figure_check_merge(struct figure_check *counts, const struct page_facts *seen)
{
    struct text page = page_of(seen->path);

    if (seen->states_figures)
        add_csv(counts, page);
    for (const struct page_facts_list *list = seen->lists; list;
         list = list->next)
        add_rows(counts, page, list);
}

/* Every list that was seen has as many rows as its figure counts. */
static void
check_lists(const struct figure_check *counts)
{
    static const char *const names[PAGE_FACTS_FORMS] = {
        [PAGE_FACTS_HTML] = ".html",
        [PAGE_FACTS_MARKDOWN] = ".md",
        [PAGE_FACTS_CSV] = ".csv",
        [PAGE_FACTS_SHEET] = ".xlsx"};

    for (const struct list *list = counts->lists; list; list = list->hh.next) {
        const struct figure *figure = find_figure(counts, list->id);
        int64_t count = figure ? figure->count : -1;

        if ((int64_t)list->rows != count)
            fault_report(counts->faults, RULE_GATE_FIGURE, counts->file,
                         "%.*s %" PRId64 " ≠ %.*s%s %zu", TEXT_ARG(list->id),
                         count, TEXT_ARG(list->page), names[list->form],
                         list->rows);
    }
}

/* Whether a page holds a list, and one of so many rows. */
static bool
has_any_list(const struct figure_check *counts, struct text page, int64_t rows,
             bool *any)
{
    *any = false;
    for (const struct list *list = counts->lists; list; list = list->hh.next) {
        if (list->form != PAGE_FACTS_HTML || !text_equal(list->page, page))
            continue;
        *any = true;
        if ((int64_t)list->rows == rows)
            return true;
    }
    return false;
}

/* The figure's CSV file, if it states figures, holds its records, and then so
   does the workbook, if there is one. */
static bool
is_missing_in_csv(const struct figure_check *counts,
                  const struct figure *figure)
{
    static const struct text workbook = {"tables", sizeof("tables") - 1};
    struct text id = text_of(figure->id);
    struct text ledger = text_slice(id, 0, text_find(id, TEXT(".")));
    struct list *file, *sheets;

    HASH_FIND(hh, counts->csv_files, ledger.bytes, ledger.length, file);
    HASH_FIND(hh, counts->csv_files, workbook.bytes, workbook.length, sheets);
    return file != NULL && figure->count > 0 &&
           (find_list(counts, PAGE_FACTS_CSV, ledger, id) == NULL ||
            (sheets != NULL &&
             find_list(counts, PAGE_FACTS_SHEET, workbook, id) == NULL));
}

/* Its records have a list page of their own, or stand on their ledger's page,
   "indicators.html"; a rate's are another figure's.  An id that a list of ids
   cannot hold is not looked for. */
static bool
has_own_records(const struct figure *figure)
{
    struct text id = text_of(figure->id);
    struct text ledger = text_slice(id, 0, text_find(id, TEXT(".")));

    return (figure->is_own || text_equal(figure->page, ledger)) &&
           text_find(id, TEXT(" ")) == id.length;
}

/* Every figure with a page has its list there. */
static void
check_figure(const struct figure_check *counts, const struct figure *figure)
{
    struct text id = text_of(figure->id);
    bool any = false;

    if (figure->page.length == 0)
        return;
    if (figure->is_own
            ? find_list(counts, PAGE_FACTS_HTML, figure->page, id) == NULL
            : !has_any_list(counts, figure->page, figure->count, &any) && any)
        fault_report(counts->faults, RULE_GATE_FIGURE, counts->file,
                     "%s %" PRId64 " ≠ %.*s.html 0", figure->id, figure->count,
                     TEXT_ARG(figure->page));
    if (has_own_records(figure) && is_missing_in_csv(counts, figure))
        fault_report(counts->faults, RULE_GATE_FIGURE, counts->file,
                     "%s %" PRId64 " ≠ data/*.csv 0", figure->id,
                     figure->count);
}

void
figure_check_finish(struct figure_check *counts)
{
    check_lists(counts);
    for (const struct figure *f = counts->figures; f; f = f->hh.next)
        check_figure(counts, f);
}

void
figure_check_free(struct figure_check *counts)
{
    if (counts == NULL)
        return;
    HASH_CLEAR(hh, counts->figures);
    HASH_CLEAR(hh, counts->lists);
    HASH_CLEAR(hh, counts->csv_files);
}
