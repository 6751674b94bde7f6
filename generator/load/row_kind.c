#include "load/row_kind.h"

#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/cells.h"
#include "ledger/characters.h"

/* clang-format off */
static const char *const total_words[] = {
    "合计", "小计", "总计", "共计", "累计", "总数", "本页合计", "本页小计", NULL
};
static const char *const partial_words[] = {
    "小计", "本页合计", "本页小计", NULL
};
static const char *const note_words[] = {
    "备注", "说明", "注", "填表人", "填报人", "审核人", "审核", "复核人", "制表",
    "制表人", "统计人", "经办人", "负责人", "单位负责人", "主要负责人",
    "分管领导", "联系人", "联系电话", "单位", "盖章", "签字", "填报单位",
    "填报时间", "填报日期", "填表时间", "填表日期", "填表说明", "填报说明",
    "截至", NULL
};
static const char *const title_ends[] = {
    "台账", "一览表", "统计表", "汇总表", "明细表", "清单", "名册", NULL
};
/* clang-format on */

/* The index of the first cell that is not blank; count if there is none. */
static size_t
first_filled(const struct record *record)
{
    size_t i = 0;

    while (i < record->count && text_is_blank(record->cells[i]))
        i++;
    return i;
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* Exactly one of the words, or one with a colon or a number behind it. */
static bool
is_led_by(struct text cell, const char *const *words)
{
    for (; *words != NULL; words++) {
        struct text rest;

        if (!text_starts(cell, *words))
            continue;
        rest = text_from(cell, strlen(*words));
        if (rest.length == 0 || rest.bytes[0] == ':' || is_digit(rest.bytes[0]))
            return true;
    }
    return false;
}

static bool
ends_like_title(struct text cell)
{
    for (const char *const *end = title_ends; *end != NULL; end++)
        if (text_ends(cell, *end) && !text_is(cell, *end))
            return true;
    return false;
}

/* A whole number, perhaps with a measure word: "3", "137 条", "共3项". */
static int64_t
count_of(struct text cell)
{
    static const char *const measures[] = {"条", "项", "件", "个", "篇",
                                           "人", "次", "份", "名", "家"};
    int64_t count = 0;
    size_t i = text_starts(cell, "共") ? strlen("共") : 0, digits = 0;
    struct text rest;

    for (; i < cell.length && is_digit(cell.bytes[i]); i++, digits++)
        count = count * 10 + (cell.bytes[i] - '0');
    if (digits == 0 || digits > 9)
        return -1;
    rest = text_from(cell, i);
    for (size_t m = 0; m < sizeof(measures) / sizeof(measures[0]); m++)
        if (text_is(rest, measures[m]))
            return count;
    return rest.length == 0 ? count : -1;
}

/* What a cell like "合计：共3项" or "合计（3项）" counts. */
static struct text
from_digit(struct text cell)
{
    size_t at = 0;

    while (at < cell.length && !is_digit(cell.bytes[at]))
        at++;
    if (text_ends(cell, ")"))
        cell.length--;
    return text_from(cell, at);
}

static bool
is_date_like(const struct column *column)
{
    return column->is_stored &&
           (column->kind == KIND_DATE || column->kind == KIND_MONTH);
}

/* A count in a column of dates is none of them: 137, but not 45961. */
static bool
may_be_date(struct text key, struct arena *scratch)
{
    enum { ANY_YEAR = 2000 };
    struct date date;

    return date_read(key, ANY_YEAR, scratch, &date) != DATE_NONE;
}

/* Whether the required cells other than the first filled one, the name and
   the status hold nothing, another note, or only a count. */
static bool
is_hollow(const struct input_file *export, const struct record *record,
          size_t first, struct arena *scratch)
{
    const struct ledger_type *type = ledgers[export->ledger];

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];
        size_t field = export->field_of[i];
        struct text key;

        if (!column->required || field == 0 || field > record->count ||
            field == first + 1 || text_is_blank(record->cells[field - 1]) ||
            column_index(type, type->name_key) == (int)i ||
            column_index(type, type->status_key) == (int)i)
            continue;
        key = folded(scratch, record->cells[field - 1]);
        if (!is_led_by(key, note_words) &&
            (count_of(key) < 0 ||
             (is_date_like(column) && may_be_date(key, scratch))))
            return false;
    }
    return true;
}

/* What folding never takes away. */
static bool
is_letter_or_digit(char byte)
{
    return is_digit(byte) || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
}

/* A mark of the byte order may stand before the first title. */
static bool
is_heading_again(const struct input_file *export, const struct record *record,
                 struct arena *scratch)
{
    for (size_t h = 0; h < export->heading_count; h++) {
        const struct heading *heading = &export->headings[h];
        struct text title = heading->cells[heading->first];
        struct text probe;
        size_t i = 0;

        if (heading->first >= record->count)
            continue;
        probe = record->cells[heading->first];
        if (probe.length < title.length || probe.length > title.length + 16 ||
            (is_letter_or_digit(probe.bytes[0]) &&
             probe.bytes[0] != title.bytes[0]) ||
            text_find(probe, title) == probe.length)
            continue;
        for (; i < heading->count; i++) {
            struct text cell =
                i < record->count ? record->cells[i] : text_of("");

            if (!text_equal(heading->cells[i], cell) &&
                !text_equal(folded_title(scratch, heading->cells[i]),
                            folded_title(scratch, cell)))
                break;
        }
        if (i == heading->count)
            return true;
    }
    return false;
}

/* Whether the cell begins like one of the words: tells almost every row at
   its first character, unfolded. */
static bool
may_be_led_by(struct text cell, const char *const *words)
{
    enum { HANZI = 3 };

    if (cell.length < HANZI)
        return false;
    for (; *words != NULL; words++)
        if (memcmp(cell.bytes, *words, HANZI) == 0)
            return true;
    return false;
}

static bool
is_alone(const struct record *record, size_t first)
{
    for (size_t i = first + 1; i < record->count; i++)
        if (!text_is_blank(record->cells[i]))
            return false;
    return true;
}

const char *
row_kind_reason(const struct input_file *export, const struct record *record,
                struct arena *scratch)
{
    size_t first = first_filled(record);
    struct text cell;

    if (first == record->count)
        return "blank-row";
    if (is_heading_again(export, record, scratch))
        return "repeated-header";
    cell = record->cells[first];
    if (first == 0 && is_alone(record, first) &&
        ends_like_title(folded_title(scratch, cell)))
        return "title-row";
    if ((unsigned char)cell.bytes[0] > ' ' &&
        (unsigned char)cell.bytes[0] < 0x80)
        return NULL;
    cell = text_trimmed(cell);
    if (may_be_led_by(cell, total_words) &&
        is_led_by(folded_title(scratch, cell), total_words) &&
        is_hollow(export, record, first, scratch))
        return "total-row";
    if (may_be_led_by(cell, note_words) &&
        is_led_by(folded_title(scratch, cell), note_words) &&
        is_hollow(export, record, first, scratch))
        return "note-row";
    return NULL;
}

/* The column a field holds, or NULL. */
static const struct column *
column_of(const struct input_file *export, size_t field)
{
    const struct ledger_type *type = ledgers[export->ledger];

    for (size_t i = 0; i < type->column_count; i++)
        if (export->field_of[i] == field)
            return &type->columns[i];
    return NULL;
}

int64_t
row_kind_total(const struct input_file *export, const struct record *record,
               struct arena *scratch)
{
    size_t first = first_filled(record);

    for (size_t i = first; i < record->count; i++) {
        const struct column *column = column_of(export, i + 1);
        struct text key = folded(scratch, record->cells[i]);
        int64_t count;

        if (column != NULL && column->is_stored && column->kind != KIND_ID &&
            column->kind != KIND_UNIT && column->kind != KIND_CATEGORY)
            continue;
        for (size_t t = 0; t < export->tick_count; t++)
            if (export->ticks[t].field == i + 1)
                return -1;
        if (i == first)
            key = from_digit(key);
        count = count_of(key);
        if (count >= 0)
            return count;
    }
    return -1;
}

bool
row_kind_is_partial(const struct record *record, struct arena *scratch)
{
    size_t first = first_filled(record);

    return is_led_by(folded_title(scratch, record->cells[first]),
                     partial_words);
}

void
row_kind_add(struct input_file *export, uint32_t line, const char *reason)
{
    if (export->skipped_count == export->skipped_room) {
        export->skipped_room =
            export->skipped_room > 0 ? 2 * export->skipped_room : 16;
        export->skipped = must_grow(
            export->skipped, export->skipped_room * sizeof(*export->skipped));
    }
    export->skipped[export->skipped_count++] = (struct skipped){line, reason};
    export->rows.skipped++;
}
