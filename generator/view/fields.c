#include "view/fields.h"

#include "base/arena.h"
#include "base/wording.h"
#include "view/report.h"
#include "year/redact.h"
#include "year/year.h"

static const enum table_id by_category[] = {TABLE_PROBLEMS_BY_CATEGORY,
                                            TABLE_SUGGESTIONS_BY_CATEGORY,
                                            TABLE_REPORTS_BY_CATEGORY};

enum { TABLES = sizeof(by_category) / sizeof(by_category[0]) };

static bool
is_among(const struct field_shown *fields, size_t count, uint32_t code)
{
    for (size_t i = 0; i < count; i++)
        if (fields[i].code == code)
            return true;
    return false;
}

const struct field_shown *
fields_shown(const struct report *report, struct arena *arena, size_t *count)
{
    struct field_shown *fields;
    size_t most = 1;

    for (size_t t = 0; t < TABLES; t++)
        most += report->year->tables[by_category[t]].count;
    fields = arena_take(arena, most * sizeof(*fields));
    *count = 0;
    for (size_t t = 0; t < TABLES; t++) {
        const struct table *table = &report->year->tables[by_category[t]];

        for (size_t i = 0; i < table->count; i++) {
            const struct table_row *row = &table->rows[i];

            if (!is_among(fields, *count, row->code))
                fields[(*count)++] = (struct field_shown){
                    row->code,
                    row->key.length > 0
                        ? redact_text(report->privacy, row->key, arena)
                        : say(report->language, WORDING_NOT_GIVEN)};
        }
    }
    return fields;
}

struct text
field_file(const struct report *report, uint32_t code, struct arena *arena)
{
    size_t count;
    const struct field_shown *fields = fields_shown(report, arena, &count);

    for (size_t i = 0; i < count; i++)
        if (fields[i].code == code)
            return text_format(arena, "field-%zu", i + 1);
    return text_of("");
}
