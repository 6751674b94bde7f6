#include "gate/linked_numbers.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "gate/figure_check.h"
#include "gate/html.h"
#include "gate/html_elements.h"
#include "gate/link_extract.h"
#include "gate/page_facts.h"

enum { MOST_WORDS = 4 /* characters beside the numbers of a count */ };

struct linked_numbers_total {
    struct linked_numbers_total *next;
    struct text figure;
    int64_t number;
};

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* What may stand between counts, and says nothing of them. */
static bool
is_separator(struct text character)
{
    static const char *const separators[] = {
        " ", "\t", "\n", "\r", "+",  "-",  "/", "(", ")", ",", ";",
        "−", "–",  "、", "；", "（", "）", "·", "•", "□", "■"};

    for (size_t i = 0; i < sizeof(separators) / sizeof(*separators); i++)
        if (text_is(character, separators[i]))
            return true;
    return false;
}

/* What makes the number beside it a measure. */
static bool
is_measure(struct text character)
{
    static const char *const units[] = {"年", "月", "日", "天", "元", "万",
                                        "亿", "%",  "％", "‰",  "分", "时",
                                        "倍", "—",  ".",  ":"};

    for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++)
        if (text_is(character, units[i]))
            return true;
    return false;
}

/* The digits that begin the text, commas between thousands too. */
static size_t
read_number(struct text text, int64_t *number)
{
    size_t at = 0;

    *number = 0;
    while (at < text.length &&
           (is_digit(text.bytes[at]) ||
            (text.bytes[at] == ',' && at + 3 < text.length &&
             is_digit(text.bytes[at + 1]) && is_digit(text.bytes[at + 3])))) {
        if (text.bytes[at] != ',' && *number < INT64_MAX / 100)
            *number = *number * 10 + (text.bytes[at] - '0');
        at++;
    }
    return at;
}

static void
find_number(struct linked_numbers *n, int64_t number)
{
    struct linked_number found = {number, TEXT("")};

    if (n->in_link)
        found.link = n->link;
    if (number != 0 && n->count < LINKED_NUMBERS_MOST)
        n->found[n->count++] = found;
}

static void
read_character(struct linked_numbers *n, struct text character)
{
    char c = character.bytes[0];

    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        n->has_letters = true;
    else if (is_measure(character))
        n->is_measure = true;
    else if (!is_separator(character))
        n->others++;
}

void
linked_numbers_text(struct linked_numbers *n, struct text text)
{
    size_t at = 0, next;
    int64_t number;

    if (!n->in_cell && n->figure.length == 0)
        return;
    while (at < text.length) {
        if (is_digit(text.bytes[at])) {
            at += read_number(text_from(text, at), &number);
            find_number(n, number);
            n->is_measure = n->is_measure ||
                            (at + 1 < text.length && text.bytes[at] == '-' &&
                             is_digit(text.bytes[at + 1]));
            continue;
        }
        next = at;
        text_next(text, &next);
        read_character(n, text_slice(text, at, next - at));
        at = next;
    }
}

static void
begin(struct linked_numbers *n)
{
    n->count = n->others = 0;
    n->is_measure = n->has_letters = false;
}

/* A number that leads to its records is kept; false if it leads nowhere. */
static bool
keep(struct linked_numbers *n, struct text what,
     const struct linked_number *found, int64_t records)
{
    struct page_facts_number number = {
        .what = what, .number = records, .is_figure = n->figure.length > 0};

    if (found->link.length == 0 ||
        !link_extract_target(n->seen, found->link, &number.path,
                             &number.anchor))
        return false;
    page_facts_counts(n->seen, &number);
    return true;
}

static void
end_cell(struct linked_numbers *n)
{
    bool is_count = n->others <= MOST_WORDS && !n->has_letters;

    n->in_cell = false;
    for (size_t i = 0; i < n->count && !n->is_measure; i++)
        if (!keep(n, n->table, &n->found[i], n->found[i].number) && is_count)
            page_facts_wrong(n->seen, RULE_GATE_FIGURE, "%.*s %" PRId64 " ≠ ?",
                             TEXT_ARG(n->table), n->found[i].number);
}

/* A figure without a link may be the total above its own list; that is known
   at the end of the page. */
static void
end_figure(struct linked_numbers *n)
{
    struct linked_numbers_total *total;
    int64_t records;

    if (n->count == 1 && !n->is_measure &&
        figure_check_records(n->seen->counts, n->figure, &records) &&
        !keep(n, n->figure, n->found, records)) {
        total = ARENA_NEW(n->seen->arena, struct linked_numbers_total);
        total->figure = n->figure;
        total->number = records;
        total->next = n->totals;
        n->totals = total;
    }
    n->figure.length = 0;
}

static void
close_tag(struct linked_numbers *n, const struct html_tag *tag)
{
    if (n->figure.length > 0 && tag->depth == n->figure_depth)
        end_figure(n);
    if (n->in_cell && tag->depth == n->cell_depth)
        end_cell(n);
    if (n->in_link && tag->depth == n->link_depth)
        n->in_link = false;
    if (n->has_no_list && tag->depth == n->no_list_depth)
        n->has_no_list = false;
    if (n->table.length > 0 && tag->depth == n->table_depth)
        n->table.length = 0;
}

static void
open_cell(struct linked_numbers *n, const struct html_tag *tag)
{
    bool is_left_out = n->column < 64 && (n->left_out >> n->column & 1);
    struct text mark;

    if (!n->in_body && n->column < 64 &&
        html_attribute(tag, HTML_DATA_NOLIST, &mark))
        n->left_out |= (uint64_t)1 << n->column;
    n->column++;
    if (!n->in_body || n->has_no_list || is_left_out ||
        !(tag->kind & ELEMENT_CELL))
        return;
    n->in_cell = true;
    n->cell_depth = tag->depth;
    begin(n);
}

static void
open_in_table(struct linked_numbers *n, const struct html_tag *tag)
{
    if (n->in_cell || n->table.length == 0)
        return;
    if (tag->kind & (ELEMENT_BODY | ELEMENT_FOOT))
        n->in_body = true;
    else if (tag->kind & ELEMENT_ROW)
        n->column = 0;
    else if (tag->kind & (ELEMENT_CELL | ELEMENT_HEAD))
        open_cell(n, tag);
}

static void
open_attributes(struct linked_numbers *n, const struct html_tag *tag)
{
    struct text value;

    if (!n->has_no_list && html_attribute(tag, HTML_DATA_NOLIST, &value) &&
        !(tag->kind & ELEMENT_HEAD)) {
        n->has_no_list = true;
        n->no_list_depth = tag->depth;
    }
    if ((tag->kind & ELEMENT_LINK) && html_attribute(tag, HTML_HREF, &value)) {
        n->in_link = true;
        n->link = value;
        n->link_depth = tag->depth;
    }
    if ((tag->kind & ELEMENT_TABLE) &&
        html_attribute(tag, HTML_DATA_TABLE, &value)) {
        n->table = value;
        n->table_depth = tag->depth;
        n->left_out = 0;
        n->in_body = false;
    }
    if (n->table.length == 0 && !n->has_no_list &&
        html_attribute(tag, HTML_DATA_FIGURE, &value)) {
        n->figure = value;
        n->figure_depth = tag->depth;
        begin(n);
    }
}

void
linked_numbers_tag(struct linked_numbers *n, const struct html_tag *tag)
{
    if (tag->closes) {
        close_tag(n, tag);
        return;
    }
    if (tag->is_empty)
        return;
    if (tag->asked != 0)
        open_attributes(n, tag);
    open_in_table(n, tag);
}

static bool
is_listed(const struct page_facts *seen, struct text figure)
{
    for (const struct page_facts_list *list = seen->lists; list;
         list = list->next)
        if (list->form == PAGE_FACTS_HTML && text_equal(list->id, figure))
            return true;
    return false;
}

void
linked_numbers_end(struct linked_numbers *n)
{
    for (const struct linked_numbers_total *total = n->totals; total;
         total = total->next)
        if (!is_listed(n->seen, total->figure))
            page_facts_wrong(n->seen, RULE_GATE_FIGURE, "%.*s %" PRId64 " ≠ ?",
                             TEXT_ARG(total->figure), total->number);
}
