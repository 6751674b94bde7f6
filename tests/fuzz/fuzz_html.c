/*
 * Whatever a page is, it is read to its end or to the first thing wrong, and
 * what is told on the way is part of it: elements open and close in order.
 */
#include <stdlib.h>
#include <string.h>

#include "gate/html.h"
#include "gate/html_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    struct text page;
    size_t depth;
    size_t reached;
};

static void
demand(bool is_true)
{
    if (!is_true)
        abort();
}

static void
check_part(struct seen *seen, struct text part)
{
    demand(part.bytes >= seen->page.bytes + seen->reached);
    seen->reached = (size_t)(part.bytes - seen->page.bytes) + part.length;
    demand(seen->reached <= seen->page.length);
}

static void
check_tag(void *data, const struct html_tag *tag)
{
    struct seen *seen = data;

    check_part(seen, tag->name);
    demand(tag->name.bytes[-1 - tag->closes] == '<');
    for (size_t i = 0; i < tag->attribute_count; i++) {
        check_part(seen, tag->attributes[i].name);
        if (tag->attributes[i].value.bytes != NULL)
            check_part(seen, tag->attributes[i].value);
    }
    if (tag->closes)
        demand(seen->depth-- > 0);
    demand(tag->depth == seen->depth && seen->depth <= HTML_DEEPEST);
    seen->depth += !tag->closes && !tag->is_empty;
}

static void
check_text(void *data, struct text text)
{
    bool is_escaped;

    check_part(data, text);
    demand(html_text_length(text, '<', &is_escaped) == text.length &&
           is_escaped);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text page = {(const char *)data, size};

    for (int is_xml = 0; is_xml < 2; is_xml++) {
        struct seen seen = {page, 0, 0};
        const struct html_reader reader = {check_tag, check_text, &seen};
        struct html_fault fault = {NULL, 0};
        bool good = is_xml ? html_read_xml(page, &reader, &fault)
                           : html_read(page, &reader, &fault);

        demand(good ? seen.depth == 0 && fault.what == NULL
                    : fault.what != NULL && fault.line > 0);
    }
    return 0;
}
