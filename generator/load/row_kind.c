#include "load/row_kind.h"

#include <string.h>

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/cells.h"
#include "ledger/characters.h"
#include "ledger/clean_cell.h"

/* clang-format off */
static const char *const number_titles[] = {
    "序号", "序", "行号", "项次", "NO", "NO.", "No", "No.", NULL
};
static const char *const example_words[] = {
    "示例", "例", "样例", "填写示例", "填报示例", "填表示例", "范例", "例子",
    "举例", "例如", NULL
};
static const char *const total_words[] = {
    "合计", "小计", "总计", "共计", "累计", "总数", "本页合计", "本页小计", NULL
};
static const char *const partial_words[] = {
    "小计", "本页合计", "本页小计", NULL
};
static const char *const column_words[] = {"栏次", "栏号", "列次", NULL};
/* A note is one of these, perhaps with a colon or a number behind it … */
static const char *const note_words[] = {
    "备注", "说明", "注", "填表人", "填报人", "审核人", "审核", "复核人", "制表",
    "制表人", "统计人", "经办人", "负责人", "单位负责人", "主要负责人",
    "分管领导", "联系人", "联系电话", "单位", "盖章", "签字", "填报单位",
    "填报时间", "填报日期", "填表时间", "填表日期", "填表说明", "填报说明",
    "截至", "以下无正文", "以下空白", "以下为空", "此页无正文", "本页无正文", NULL
};
/* … or what ends so, in front of a colon … */
static const char *const label_ends[] = {
    "人", "时间", "日期", "电话", "领导", "审核", "复核", "说明", "单位", NULL
};
/* … or has one of these in it. */
static const char *const signatures[] = {
    "签字", "签名", "签章", "盖章", "签发", NULL
};
static const char *const title_ends[] = {
    "台账", "一览表", "统计表", "汇总表", "明细表", "清单", "名册", NULL
};
/* A nil return is 无 alone, or 无 and one of these, or begins with one of the
   others: 无障碍设施缺失 is a matter. */
static const char *const none_of[] = {
    "新", "问题", "建议", "报告", "调研", "上报", "报送", "填报", "相关", "此类",
    "该类", "此项", "该项", "本月", "情况", "需", "数据", "记录", "内容", "事项",
    "变化", "更新", "涉及", "台账", "难题", "意见", "反馈", "诉求", "任何",
    "项目", "其他", NULL
};
static const char *const nil_words[] = {
    "本月无", "本月暂无", "本月零", "本期无", "当月无", "本单位无", "本单位本月无",
    "我单位无", "我局无", "暂无", "零报告", "0报告", "零上报", "没有", "本月没有",
    "本月未收集", "本月未发现", "本月未新增", "未收集到", "零新增", NULL
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

static bool
is_one_of(struct text text, const char *const *words)
{
    while (*words != NULL && !text_is(text, *words))
        words++;
    return *words != NULL;
}

static bool
starts_with_one(struct text text, const char *const *words)
{
    while (*words != NULL && !text_starts(text, *words))
        words++;
    return *words != NULL;
}

static bool
ends_with_one(struct text text, const char *const *words)
{
    while (*words != NULL && !text_ends(text, *words))
        words++;
    return *words != NULL;
}

static bool
holds_one(struct text text, const char *const *words)
{
    while (*words != NULL && text_find(text, text_of(*words)) == text.length)
        words++;
    return *words != NULL;
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

static struct text
folded_cell(const struct record *record, size_t i, struct arena *scratch)
{
    return folded(scratch, record->cells[i]);
}

/* Takes one bracket, star or the like off either end; false if there is
   none. */
static bool
take_mark(struct text *text)
{
    static const char *const marks[] = {"(", ")",  "[",  "]",  "*", "-",
                                        "=", "#",  "【", "】", "※", "★",
                                        "—", "。", "《", "》", NULL};

    for (const char *const *mark = marks; *mark != NULL; mark++) {
        size_t length = strlen(*mark);

        if (text_starts(*text, *mark))
            *text = text_from(*text, length);
        else if (text_ends(*text, *mark))
            text->length -= length;
        else
            continue;
        return true;
    }
    return false;
}

/* Folded, without such marks. */
static struct text
bare(struct arena *scratch, struct text cell)
{
    struct text text = folded(scratch, cell);

    while (take_mark(&text))
        continue;
    return text;
}

/* A whole number, perhaps with a measure word: "3", "137 条", "共3项". */
static int64_t
count_of(struct text cell)
{
    static const char *const measures[] = {"条", "项", "件", "个", "篇",
                                           "人", "次", "份", "名", "家",
                                           "起", "宗", "户", "场", NULL};
    int64_t count = 0;
    size_t i = text_starts(cell, "共") ? strlen("共") : 0, digits = 0;
    struct text rest;

    for (; i < cell.length && is_digit(cell.bytes[i]); i++, digits++)
        count = count * 10 + (cell.bytes[i] - '0');
    if (digits == 0 || digits > 9)
        return -1;
    rest = text_from(cell, i);
    return rest.length == 0 || is_one_of(rest, measures) ? count : -1;
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
is_hollow(const struct row_kinds *kinds, const struct record *record,
          size_t first, struct arena *scratch)
{
    const struct ledger_type *type = kinds->type;

    for (size_t i = 0; i < type->column_count; i++) {
        const struct column *column = &type->columns[i];
        size_t field = kinds->export->field_of[i];
        struct text key;

        if (!column->required || field == 0 || field > record->count ||
            field == first + 1 || text_is_blank(record->cells[field - 1]) ||
            column_index(type, type->name_key) == (int)i ||
            column_index(type, type->status_key) == (int)i)
            continue;
        key = folded_cell(record, field - 1, scratch);
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

static bool
is_alone(const struct record *record, size_t first)
{
    for (size_t i = first + 1; i < record->count; i++)
        if (!text_is_blank(record->cells[i]))
            return false;
    return true;
}

/* The column a field holds, or NULL. */
static const struct column *
column_of(const struct row_kinds *kinds, size_t field)
{
    for (size_t i = 0; i < kinds->type->column_count; i++)
        if (kinds->export->field_of[i] == field)
            return &kinds->type->columns[i];
    return NULL;
}

static bool
is_tick(const struct input_file *export, size_t field)
{
    for (size_t t = 0; t < export->tick_count; t++)
        if (export->ticks[t].field == field)
            return true;
    return false;
}

/* An example of how the form is to be filled in. */
static bool
is_example(const struct record *record, size_t field, struct arena *scratch)
{
    struct text cell;

    if (field == 0 || field > record->count)
        return false;
    cell = record->cells[field - 1];
    if (cell.length == 0 || (is_letter_or_digit(cell.bytes[0])))
        return false;
    return is_led_by(bare(scratch, cell), example_words);
}

/* Says on which day it entered. */
static bool
has_day(const struct row_kinds *kinds, const struct record *record)
{
    enum { SHORTEST = 6 }; /* 2025.1 */
    struct text cell;

    if (kinds->day == 0 || kinds->day > record->count)
        return false;
    cell = record->cells[kinds->day - 1];
    return cell.length >= SHORTEST && is_digit(cell.bytes[0]);
}

/* 第1页，共3页 */
static bool
is_page_number(struct text cell)
{
    enum { LONGEST = 40 };

    return cell.length <= LONGEST &&
           (text_starts(cell, "第") || text_starts(cell, "共")) &&
           text_ends(cell, "页");
}

static bool
is_note(struct text cell)
{
    enum { LONGEST_LABEL = 45 };
    size_t colon = text_find(cell, TEXT(":"));
    struct text label = text_slice(cell, 0, colon);

    return is_led_by(cell, note_words) || is_page_number(cell) ||
           (label.length <= LONGEST_LABEL &&
            (holds_one(label, signatures) ||
             (colon < cell.length && ends_with_one(label, label_ends))));
}

static bool
says_nil(struct text cell)
{
    struct text rest;

    if (starts_with_one(cell, nil_words))
        return true;
    if (!text_starts(cell, "无"))
        return false;
    rest = text_from(cell, strlen("无"));
    return rest.length == 0 || strchr(",.;:!()", rest.bytes[0]) != NULL ||
           text_starts(rest, "。") || starts_with_one(rest, none_of);
}

/* No required cell but the unit says anything else. */
static bool
is_nil_return(const struct row_kinds *kinds, const struct record *record,
              struct arena *scratch)
{
    bool is_nil = false;

    for (size_t i = 0; i < record->count; i++) {
        const struct column *column;
        struct text key;

        if (text_is_blank(record->cells[i]))
            continue;
        key = bare(scratch, record->cells[i]);
        if (says_nil(key)) {
            is_nil = true;
            continue;
        }
        column = column_of(kinds, i + 1);
        if (column != NULL && column->required && column->kind != KIND_UNIT &&
            column->kind != KIND_ID &&
            !is_empty_marker(text_trimmed(record->cells[i])))
            return false;
    }
    return is_nil;
}

/* 一、 (一) 第一部分 Ⅰ. */
static bool
is_ordinal(struct text cell)
{
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六",
                                           "七", "八", "九", "十", NULL};
    bool is_part = text_starts(cell, "第");
    struct text rest = cell;

    if (is_part)
        rest = text_from(rest, strlen("第"));
    else if (text_starts(rest, "("))
        rest = text_from(rest, 1);
    if (!starts_with_one(rest, numerals))
        return false;
    while (starts_with_one(rest, numerals))
        rest = text_from(rest, strlen("一"));
    return rest.length == 0 || text_starts(rest, "、") ||
           strchr(".,:)", rest.bytes[0]) != NULL ||
           (is_part && (text_starts(rest, "部分") || text_starts(rest, "类")));
}

/* 项目建设类（2个） */
static bool
ends_with_count(struct text cell)
{
    size_t at = cell.length;

    if (!text_ends(cell, ")"))
        return false;
    while (at > 0 && cell.bytes[at - 1] != '(')
        at--;
    return at > 1 && count_of(text_slice(cell, at, cell.length - at - 1)) >= 0;
}

static bool
says_more_than_number(struct text cell)
{
    for (size_t i = 0; i < cell.length; i++)
        if ((unsigned char)cell.bytes[i] >= 0x80)
            return true;
    return false;
}

/* Whether the cell holds a whole row: in quotes, or split by another delimiter
   than the file is; by blanks, too, if it begins as numbers and ids do. */
static bool
holds_row(const struct ledger_type *type, struct text cell)
{
    enum { LEAST = 2 };
    static const char delimiters[] = ";\t|, ";
    size_t required = 0, found[sizeof(delimiters)] = {0};

    for (size_t i = 0; i < type->column_count; i++)
        required += type->columns[i].required;
    for (size_t i = 0; i < cell.length; i++) {
        const char *met = strchr(delimiters, cell.bytes[i]);

        if (met == NULL || (*met == ' ' && !is_letter_or_digit(cell.bytes[0])))
            continue;
        if (++found[met - delimiters] >= LEAST &&
            found[met - delimiters] + 1 >= required)
            return true;
    }
    return false;
}

/* One cell that is none of the required ones, or is numbered or counted as
   sections are; or a numeral, and the section's name as that of a record. */
static bool
is_section(const struct row_kinds *kinds, const struct record *record,
           size_t first, struct arena *scratch)
{
    const struct column *column = column_of(kinds, first + 1);
    struct text cell = folded_cell(record, first, scratch);

    if (!is_alone(record, first))
        return first + 1 == kinds->number && is_ordinal(cell) &&
               is_hollow(kinds, record, first, scratch);
    return is_ordinal(cell) || ends_with_count(cell) ||
           ((first + 1 == kinds->number ||
             (column == NULL && !is_tick(kinds->export, first + 1))) &&
            says_more_than_number(cell) &&
            !holds_row(kinds->type, record->cells[first]));
}

/* Nothing is filled but what is filled in advance: numbers and choices. */
static bool
is_unfilled(const struct row_kinds *kinds, const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        const struct column *column;

        if (i + 1 == kinds->number || text_is_blank(record->cells[i]) ||
            is_empty_marker(text_trimmed(record->cells[i])) ||
            is_tick(kinds->export, i + 1))
            continue;
        column = column_of(kinds, i + 1);
        if (column == NULL || !column->is_stored ||
            (column->kind != KIND_ID && column->kind != KIND_UNIT &&
             column->kind != KIND_CATEGORY && column->kind != KIND_CHOICE &&
             column->kind != KIND_YES_NO))
            return false;
    }
    return true;
}

/* Of a row that does not say on which day it entered. */
static enum skip_reason
kind_without_day(const struct row_kinds *kinds, const struct record *record,
                 size_t first, struct arena *scratch)
{
    struct text cell = folded_title(scratch, record->cells[first]);

    if (first == 0 && is_alone(record, first) &&
        ends_with_one(cell, title_ends) && !is_one_of(cell, title_ends))
        return SKIP_TITLE;
    if (is_led_by(cell, total_words) &&
        is_hollow(kinds, record, first, scratch))
        return SKIP_TOTAL;
    if (is_note(bare(scratch, record->cells[first])) &&
        is_hollow(kinds, record, first, scratch))
        return SKIP_NOTE;
    if (is_nil_return(kinds, record, scratch))
        return SKIP_NIL_RETURN;
    if (is_section(kinds, record, first, scratch))
        return SKIP_SECTION;
    return is_unfilled(kinds, record) &&
                   !(is_alone(record, first) &&
                     holds_row(kinds->type, record->cells[first]))
               ? SKIP_UNFILLED
               : SKIP_NOT;
}

/* By its first two bytes. */
static bool
may_not_be_one(struct text cell)
{
    return cell.bytes[0] == '1' ? cell.length > 1 && is_digit(cell.bytes[1])
                                : is_letter_or_digit(cell.bytes[0]);
}

/* The row below the titles of a form that counts its columns: 1, 2, 3 …, the
   first perhaps called 栏次 or 甲, 乙. */
static bool
counts_columns(const struct record *record, size_t first, struct arena *scratch)
{
    static const char *const stems[] = {"甲", "乙", "丙", "丁", NULL};
    enum { LEAST = 4, LONGEST = 7 };
    size_t i = first, named = 0;
    int64_t number = 0;

    if (record->cells[i].length > LONGEST ||
        may_not_be_one(record->cells[i]))
        return false;
    if (is_one_of(folded_cell(record, i, scratch), column_words))
        i++;
    while (i < record->count && stems[named] != NULL &&
           text_is(record->cells[i], stems[named])) {
        i++;
        named++;
    }
    while (i < record->count &&
           count_of(bare(scratch, record->cells[i])) == number + 1) {
        i++;
        number++;
    }
    if (number == 0 || i - first < LEAST)
        return false;
    while (i < record->count && text_is_blank(record->cells[i]))
        i++;
    return i == record->count;
}

enum skip_reason
row_kind(const struct row_kinds *kinds, const struct record *record,
         struct arena *scratch)
{
    size_t first = first_filled(record);

    if (first == record->count)
        return SKIP_BLANK;
    if (is_heading_again(kinds->export, record, scratch))
        return SKIP_REPEATED_HEADER;
    if (is_example(record, kinds->number, scratch) ||
        is_example(record, kinds->id, scratch))
        return SKIP_EXAMPLE;
    if (counts_columns(record, first, scratch))
        return SKIP_TITLE;
    return has_day(kinds, record)
               ? SKIP_NOT
               : kind_without_day(kinds, record, first, scratch);
}

/* Numbers that nobody reads; no ledger has them. */
static size_t
number_field(const struct input_file *export, struct arena *scratch)
{
    for (size_t h = 0; h < export->heading_count; h++)
        for (size_t i = 0; i < export->headings[h].count; i++)
            if (is_one_of(folded_title(scratch, export->headings[h].cells[i]),
                          number_titles))
                return i + 1;
    return 0;
}

struct row_kinds
row_kinds_of(const struct input_file *export, struct arena *scratch)
{
    const struct ledger_type *type = ledgers[export->ledger];
    int id = column_of_kind(type, KIND_ID);
    int entered = column_index(type, type->entered_key);

    return (struct row_kinds){.export = export,
                              .type = type,
                              .number = number_field(export, scratch),
                              .id = id >= 0 ? export->field_of[id] : 0,
                              .day = entered >= 0 &&
                                             type->columns[entered].required
                                         ? export->field_of[entered]
                                         : 0};
}

int64_t
row_kind_total(const struct row_kinds *kinds, const struct record *record,
               struct arena *scratch)
{
    size_t first = first_filled(record);

    for (size_t i = first; i < record->count; i++) {
        const struct column *column = column_of(kinds, i + 1);
        struct text key = folded_cell(record, i, scratch);
        int64_t count;

        if (column != NULL && column->is_stored && column->kind != KIND_ID &&
            column->kind != KIND_UNIT && column->kind != KIND_CATEGORY)
            continue;
        if (is_tick(kinds->export, i + 1))
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

/* Whether the row comes right behind the last one skipped, on the same side
   of the header. */
static bool
goes_on(const struct input_file *export, const struct skipped *last,
        uint32_t line, enum skip_reason reason)
{
    return last->reason == reason && last->read == export->rows.read &&
           (last->to > export->header_line) == (line > export->header_line);
}

void
row_kind_add(struct input_file *export, uint32_t line, enum skip_reason reason)
{
    struct skipped *last;

    export->rows.skipped++;
    if (export->skipped_count > 0) {
        last = &export->skipped[export->skipped_count - 1];
        if (goes_on(export, last, line, reason)) {
            last->to = line;
            return;
        }
    }
    if (export->skipped_count == export->skipped_room) {
        export->skipped_room =
            export->skipped_room > 0 ? 2 * export->skipped_room : 16;
        export->skipped = must_grow(
            export->skipped, export->skipped_room * sizeof(*export->skipped));
    }
    export->skipped[export->skipped_count++] =
        (struct skipped){line, line, (uint32_t) export->rows.read, reason};
}
