#include "view/chips.h"

#include <stdlib.h>

#include "ledger/book.h"
#include "ledger/schema.h"
#include "view/report.h"
#include "view/view.h"
#include "year/redact.h"

enum { CHIPS_MOST = 8 };

struct chip {
    uint32_t code;
    size_t count;
};

/* Larger first, then as they came. */
static int
compare(const void *a, const void *b)
{
    const struct chip *one = a;
    const struct chip *other = b;

    if (one->count != other->count)
        return one->count < other->count ? 1 : -1;
    return one->code < other->code ? -1 : one->code > other->code;
}

/* How many fields there are; 0 if too many, or a record has none. */
static size_t
count_fields(const struct column *column, const struct row *const *rows,
             size_t count, struct chip chips[CHIPS_MOST])
{
    size_t fields = 0;

    for (size_t i = 0; i < count; i++) {
        uint32_t code = row_category(column, rows[i])->code;
        size_t at = 0;

        while (at < fields && chips[at].code != code)
            at++;
        if (code == 0 || at == CHIPS_MOST)
            return 0;
        if (at == fields)
            chips[fields++] = (struct chip){code, 0};
        chips[at].count++;
    }
    return fields;
}

void
chips_fill(const struct report *report, const struct column *column,
           const struct row *const *rows, size_t count, struct view *view)
{
    struct chip chips[CHIPS_MOST];
    size_t fields = column->kind == KIND_CATEGORY
                        ? count_fields(column, rows, count, chips)
                        : 0;

    view_flag(view, "HAS_CHIPS", fields > 1);
    view_count(view, "ALL", (int64_t)count);
    view_list(view, "CHIP");
    if (fields < 2)
        return;
    qsort(chips, fields, sizeof(chips[0]), compare);
    for (size_t i = 0; i < fields; i++) {
        struct view *item = view_item(view, "CHIP");

        view_text(
            item, "TEXT",
            redact_text(report->privacy,
                        intern_text(report->book->categories, chips[i].code),
                        view->arena));
        view_count(item, "COUNT", (int64_t)chips[i].count);
    }
}
