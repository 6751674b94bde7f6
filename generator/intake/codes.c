/*
 * Settings decide what is published, so a fault in them stops the command.  A
 * line of targets.csv that is of no use is reported and passed over; a faulty
 * file of codes/ is reported and set aside like a ledger.
 */
#include "intake/codes.h"

#include <dirent.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/path.h"
#include "intake/file_name.h"
#include "intake/month_name.h"
#include "intake/table.h"

enum { WHOLE = 10000, MILLION = 1000000 };

const struct setting_entry settings[SETTING_COUNT] = {
#define SETTING(name, key, absent, zh, en) \
    [SETTING_##name] = {key, absent, {zh, en}},
#include "intake/settings.def"
#undef SETTING
};

static const struct table_column setting_columns[] = {
    {"key 设置项 项目 名称 键", true, true},
    {"value 值 内容 取值 设置值", true, false},
    {0},
};
static const struct table_column target_columns[] = {
    {"figure 指标 指标代码 指标编号", true, true},
    {"target 目标 目标值", true, false},
    {"month 月份", false, true},
    {"direction 方向", false, false},
    {0},
};
static const struct table_column unit_columns[] = {
    {"name 单位名称 单位 名称 规范名称", true, true},
    {"order 排序 顺序 序号", false, false},
    {"aliases 别名 简称 其他名称", false, false},
    {"reports 报送 是否报送", false, false},
    {"english 英文 英文名称", false, false},
    {0},
};
static const struct table_column category_columns[] = {
    {"name 领域 类别 名称 领域名称", true, true},
    {"aliases 别名 其他名称", false, false},
    {0},
};
static const struct table_column status_columns[] = {
    {"ledger 台账", true, true},
    {"key 键 列 字段", false, true},
    {"word 写法 状态写法 用词", true, true},
    {"value status 值 取值 含义 状态", true, false},
    {0},
};
static const struct table_column alias_columns[] = {
    {"ledger 台账", true, true},
    {"key 键 列 字段", true, false},
    {"title 标题 列标题", true, true},
    {0},
};
static const struct table_column replacement_columns[] = {
    {"wrong 错误写法 错误 误", true, true},
    {"right 正确写法 正确 正", true, false},
    {0},
};

enum list {
    LIST_UNITS,
    LIST_CATEGORIES,
    LIST_STATUSES,
    LIST_ALIASES,
    LIST_REPLACEMENTS,
    LIST_COUNT
};

/* Of codes/. */
static const struct {
    const char *name;
    const struct table_column *columns;
} lists[LIST_COUNT] = {
    [LIST_UNITS] = {"units", unit_columns},
    [LIST_CATEGORIES] = {"categories", category_columns},
    [LIST_STATUSES] = {"statuses", status_columns},
    [LIST_ALIASES] = {"aliases", alias_columns},
    [LIST_REPLACEMENTS] = {"replacements", replacement_columns},
};

struct reader {
    struct arena *arena;
    const char *const *folders; /* the input folder, then those of months */
    size_t folder_count;
    struct month year_start; /* as the input folder has it */
    struct diag *diag;
    struct codes *codes;
    size_t target_room;
};

static struct place
place_of(const struct table_row *row, size_t column)
{
    return (struct place){.path = row->path,
                          .line = row->line,
                          .field = row->fields[column],
                          .row = row->row};
}

static bool
report_setting(struct reader *reader, struct place place, struct text key,
               struct text value)
{
    return diag_report(
        reader->diag, RULE_SETTING_INVALID,
        &(struct finding){.place = place, .detail = {key, value}});
}

/* A decimal in units of 1/scale, scale a power of ten; a percent sign and
   separators of thousands are passed over.  False if it is none, has more
   places than the scale, or does not fit. */
static bool
parse_decimal(struct arena *arena, struct text text, int64_t scale,
              int64_t *parsed)
{
    int64_t value = 0, place = 0, sign = 1; /* place 0: before the point */
    size_t digits = 0, at = 0;

    text = table_trim(text_nfkc(arena, text));
    if (text_ends(text, "%"))
        text.length--;
    if (text_starts(text, "-")) {
        sign = -1;
        at++;
    }
    for (; at < text.length; at++) {
        char byte = text.bytes[at];

        if (byte == ',' && place == 0 && digits > 0)
            continue;
        if (byte == '.' && place == 0) {
            place = scale;
            continue;
        }
        if (byte < '0' || byte > '9' || place == 1 || ++digits > 18)
            return false;
        value = value * 10 + (byte - '0');
        place /= place > 0 ? 10 : 1;
    }
    scale = place > 0 ? place : scale;
    return digits > 0 && !__builtin_mul_overflow(sign * value, scale, parsed);
}

static bool
add_dimension(struct reader *reader, const struct table_row *row)
{
    struct codes *codes = reader->codes;
    struct dimension *dimension = &codes->dimensions[codes->dimension_count];
    struct text name = text_from(row->cells[0], strlen("dimension."));
    int64_t weight;

    name = table_trim(name);
    if (name.length == 0 ||
        !parse_decimal(reader->arena, row->cells[1], 100, &weight) ||
        weight <= 0 || weight > WHOLE)
        return report_setting(reader, place_of(row, 1), row->cells[0],
                              row->cells[1]);
    for (size_t i = 0; i < codes->dimension_count; i++)
        if (text_equal(codes->dimensions[i].name, name))
            return report_setting(reader, place_of(row, 0), row->cells[0],
                                  row->cells[1]);
    *dimension = (struct dimension){
        .name = name,
        .weight = (int32_t)weight,
        .is_example = text_ends(name, "示例") || text_ends(name, "示例）") ||
                      text_ends(name, "示例)"),
    };
    codes->dimension_count++;
    return true;
}

/* +08:00 or -05:30, in minutes. */
static bool
parse_zone(struct text text, int *minutes)
{
    enum { LENGTH = sizeof("+08:00") - 1, HOUR = 60, FARTHEST = 14 * HOUR };
    int digits[LENGTH] = {0};

    if (text.length != LENGTH || text.bytes[3] != ':' ||
        memchr("+-", text.bytes[0], 2) == NULL)
        return false;
    for (size_t i = 1; i < LENGTH; i++) {
        digits[i] = text.bytes[i] - '0';
        if (i != 3 && (digits[i] < 0 || digits[i] > 9))
            return false;
    }
    if (digits[4] > 5)
        return false;
    *minutes = (digits[1] * 10 + digits[2]) * HOUR + digits[4] * 10 + digits[5];
    if (*minutes > FARTHEST)
        return false;
    *minutes = text.bytes[0] == '-' ? -*minutes : *minutes;
    return true;
}

static bool
add_returns(struct reader *reader, const struct table_row *row)
{
    struct codes *codes = reader->codes;
    struct returns_entry *entry = &codes->returns[codes->returns_count];
    struct text value = row->cells[1];

    *entry = (struct returns_entry){
        .key = row->cells[0],
        .ledger = text_from(row->cells[0], strlen("returns.")),
        .place = place_of(row, 0)};
    if (text_is(value, "cumulative") || text_is(value, "全量"))
        entry->returns = RETURNS_CUMULATIVE;
    else if (text_is(value, "monthly") || text_is(value, "当月"))
        entry->returns = RETURNS_MONTHLY;
    else if (value.length > 0)
        return report_setting(reader, place_of(row, 1), row->cells[0], value);
    codes->returns_count++;
    return true;
}

/* As offices write months; typed into a spreadsheet, 2025-01 becomes the first
   of that month. */
static bool
read_month(struct arena *arena, struct text value, struct month *month)
{
    struct month_name name = month_name_read(arena, value);

    if (name.kind != MONTH_NAME_WHOLE ||
        (name.more.length > 0 && !text_is(name.more, "-01")))
        return false;
    *month = name.month;
    return true;
}

static bool
is_right(struct reader *reader, enum setting setting, struct text value)
{
    if (value.length == 0)
        return true;
    if (setting == SETTING_YEAR_START)
        return read_month(reader->arena, value, &reader->codes->year_start) &&
               (reader->year_start.number == 0 ||
                reader->codes->year_start.number == reader->year_start.number);
    if (setting == SETTING_TIME_ZONE)
        return parse_zone(value, &reader->codes->clock);
    if (setting == SETTING_BASE_URL)
        return text_starts(value, "https://") || text_starts(value, "http://");
    return true;
}

static bool
take_setting(struct reader *reader, const struct table_row *row, bool *is_given)
{
    if (text_starts(row->cells[0], "dimension."))
        return add_dimension(reader, row);
    if (text_starts(row->cells[0], "returns."))
        return add_returns(reader, row);
    for (int i = 0; i < SETTING_COUNT; i++) {
        if (!text_is(row->cells[0], settings[i].key))
            continue;
        if (is_given[i] || !is_right(reader, (enum setting)i, row->cells[1]))
            return report_setting(reader, place_of(row, 1), row->cells[0],
                                  row->cells[1]);
        is_given[i] = true;
        if (row->cells[1].length > 0)
            reader->codes->values[i] = row->cells[1];
        return true;
    }
    return diag_report(reader->diag, RULE_SETTING_UNKNOWN,
                       &(struct finding){.place = place_of(row, 0),
                                         .detail = {row->cells[0]}});
}

static bool
check_weights(struct reader *reader, const char *path)
{
    const struct codes *codes = reader->codes;
    int64_t sum = 0;

    for (size_t i = 0; i < codes->dimension_count; i++)
        sum += codes->dimensions[i].weight;
    if (codes->dimension_count == 0 || sum == WHOLE)
        return true;
    return report_setting(reader, (struct place){.path = path},
                          TEXT("dimension.*"),
                          text_format(reader->arena, "%d.%02d%% ≠ 100%%",
                                      (int)(sum / 100), (int)(sum % 100)));
}

/* Reads a file that must be right.  False only if it is there and is not. */
static bool
read_one_strictly(struct reader *reader, const char *path,
                  const struct table_column *columns, struct table *table)
{
    size_t faults = diag_count(reader->diag, ERROR);
    enum table_result result =
        table_read(reader->arena, path, columns, reader->diag, table);
    size_t length = strcspn(columns[0].titles, " ");

    if (result == TABLE_ABSENT ||
        (result == TABLE_READ && diag_count(reader->diag, ERROR) == faults))
        return true;
    return report_setting(
        reader, (struct place){.path = table->path},
        text_of(path_name(table->path)),
        text_format(reader->arena, "%.*s, %.*s", (int)length, columns[0].titles,
                    (int)strcspn(columns[1].titles, " "), columns[1].titles));
}

static const char *
path_in(const struct reader *reader, size_t folder, const char *name)
{
    return text_format(reader->arena, "%s/%s", reader->folders[folder], name)
        .bytes;
}

/* Line by line a newer folder's file replaces the older ones'. */
static bool
read_strictly(struct reader *reader, const char *name,
              const struct table_column *columns, struct table *table)
{
    bool good =
        read_one_strictly(reader, path_in(reader, 0, name), columns, table);

    for (size_t i = 1; i < reader->folder_count; i++) {
        struct table newer;

        good &= read_one_strictly(reader, path_in(reader, i, name), columns,
                                  &newer);
        table_merge(reader->arena, columns, table, &newer);
    }
    return good;
}

static bool
read_settings(struct reader *reader)
{
    bool is_given[SETTING_COUNT] = {false}, good = true;
    struct table table;

    if (!read_strictly(reader, "settings.csv", setting_columns, &table))
        return false;
    reader->codes->dimensions = arena_take(
        reader->arena, table.count * sizeof(*reader->codes->dimensions));
    reader->codes->returns = arena_take(
        reader->arena, table.count * sizeof(*reader->codes->returns));
    for (size_t i = 0; i < table.count; i++)
        good &= take_setting(reader, &table.rows[i], is_given);
    return check_weights(reader, table.path) && good;
}

static bool
parse_direction(struct text word, enum target_direction *direction)
{
    static const struct {
        const char *word;
        enum target_direction direction;
    } words[] = {
        {"", TARGET_AS_USUAL},         {"不低于", TARGET_AT_LEAST},
        {"不少于", TARGET_AT_LEAST},   {"不小于", TARGET_AT_LEAST},
        {"at least", TARGET_AT_LEAST}, {"≥", TARGET_AT_LEAST},
        {"不高于", TARGET_AT_MOST},    {"不超过", TARGET_AT_MOST},
        {"不大于", TARGET_AT_MOST},    {"at most", TARGET_AT_MOST},
        {"≤", TARGET_AT_MOST},
    };

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (text_is(word, words[i].word)) {
            *direction = words[i].direction;
            return true;
        }
    return false;
}

/* The text without the one counter word it ends with. */
static struct text
without_counter(struct text text)
{
    static const char *const counters[] = {
        "项", "件", "条", "个", "篇", "份", "人", "次", "天", "工作日"};

    for (size_t i = 0; i < sizeof(counters) / sizeof(counters[0]); i++)
        if (text_ends(text, counters[i])) {
            text.length -= strlen(counters[i]);
            break;
        }
    return text;
}

/* The column whose cell is of no use, -1 if there is none. */
static int
wrong_column(struct reader *reader, const struct table_row *row,
             struct target_entry *target)
{
    if (!parse_decimal(reader->arena, without_counter(row->cells[1]), MILLION,
                       &target->millionths))
        return 1;
    if (row->cells[2].length > 0 &&
        !read_month(reader->arena, row->cells[2], &target->month))
        return 2;
    return parse_direction(row->cells[3], &target->direction) ? -1 : 3;
}

static void
take_target(struct reader *reader, const struct table_row *row, size_t folder)
{
    struct codes *codes = reader->codes;
    struct target_entry target = {
        .figure = row->cells[0], .folder = folder, .place = place_of(row, 0)};
    int wrong = wrong_column(reader, row, &target);
    struct text said = TEXT(BOTH("空白", "blank"));

    if (wrong < 0) {
        *ARRAY_ADD(reader->arena, codes->targets, codes->target_count,
                   reader->target_room) = target;
        return;
    }
    if (row->cells[wrong].length > 0)
        said = row->cells[wrong];
    diag_report(reader->diag, RULE_TARGET_INVALID,
                &(struct finding){.place = place_of(row, (size_t)wrong),
                                  .detail = {row->cells[0], said}});
}

/* All lines of all folders: which of them name one figure, by its id or by its
   label, is not known here. */
static bool
read_targets(struct reader *reader)
{
    bool good = true;

    for (size_t i = 0; i < reader->folder_count; i++) {
        struct table table;

        good &= read_one_strictly(reader, path_in(reader, i, "targets.csv"),
                                  target_columns, &table);
        for (size_t r = 0; good && r < table.count; r++)
            take_target(reader, &table.rows[r], i);
    }
    return good;
}

/* One of codes/: what is wrong with it is reported, and it counts as
   absent. */
static struct table
read_codes(struct reader *reader, enum list list)
{
    const struct table_column *columns = lists[list].columns;
    struct table merged = {.path = NULL};

    for (size_t i = 0; i < reader->folder_count; i++) {
        const char *path = path_in(
            reader, i,
            text_format(reader->arena, "codes/%s.csv", lists[list].name).bytes);
        struct table table;

        if (table_read(reader->arena, path, columns, reader->diag, &table) ==
            TABLE_NO_HEADER)
            diag_report(
                reader->diag, RULE_COLUMN_MISSING,
                &(struct finding){.place = {.path = table.path},
                                  .detail = {{columns[0].titles,
                                              strcspn(columns[0].titles, " ")},
                                             table.found,
                                             text_of(columns[0].titles)}});
        if (i == 0)
            merged = table;
        else
            table_merge(reader->arena, columns, &merged, &table);
    }
    return merged;
}

/* Protocol order; entries of the same order stay as the file has them.  The
   list is short and mostly in order already. */
static void
sort_units(struct unit_entry *units, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct unit_entry moved = units[i];
        size_t at = i;

        for (; at > 0 && units[at - 1].order > moved.order; at--)
            units[at] = units[at - 1];
        units[at] = moved;
    }
}

/* FALSE is what a box of a spreadsheet says that is not ticked. */
static bool
says_no(struct text cell)
{
    static const char *const words[] = {"否", "不", "×", "no", "No",
                                        "NO", "N",  "n", "0",  "FALSE"};

    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
        if (text_is(cell, words[i]))
            return true;
    return false;
}

static void
read_units(struct reader *reader)
{
    struct table table = read_codes(reader, LIST_UNITS);
    struct codes *codes = reader->codes;

    codes->units =
        arena_take(reader->arena, table.count * sizeof(*codes->units));
    for (size_t i = 0; i < table.count; i++) {
        const struct text *cells = table.rows[i].cells;
        int64_t order;

        if (!parse_decimal(reader->arena, cells[1], 1, &order) || order < 0 ||
            order > INT32_MAX)
            order = (int64_t)i + 1;
        if (cells[0].length > 0)
            codes->units[codes->unit_count++] =
                (struct unit_entry){cells[0], (int32_t)order, cells[2],
                                    cells[4], !says_no(cells[3])};
    }
    sort_units(codes->units, codes->unit_count);
}

/* The lists that are texts only: an entry is its columns, in their order, and
   its place. */
static void *
read_texts(struct reader *reader, enum list list, size_t *count)
{
    struct table table = read_codes(reader, list);
    size_t width = 0, size;
    char *entries;

    while (lists[list].columns[width].titles)
        width++;
    size = width * sizeof(struct text) + sizeof(struct place);
    entries = arena_take(reader->arena, table.count * size);
    for (size_t i = 0; i < table.count; i++) {
        struct place place = place_of(&table.rows[i], 0);
        char *entry = entries + i * size;

        memcpy(entry, table.rows[i].cells, width * sizeof(struct text));
        memcpy(entry + width * sizeof(struct text), &place, sizeof(place));
    }
    *count = table.count;
    return entries;
}

#define IS_FILLED(type, width)                                               \
    _Static_assert(sizeof(type) ==                                           \
                       (width) * sizeof(struct text) + sizeof(struct place), \
                   "read_texts fills it")
IS_FILLED(struct category_entry, 2);
IS_FILLED(struct status_entry, 4);
IS_FILLED(struct alias_entry, 3);
IS_FILLED(struct replacement_entry, 2);

/* Other names of nothing are told and not used. */
static void
read_categories(struct reader *reader)
{
    size_t count;
    struct category_entry *entries =
        read_texts(reader, LIST_CATEGORIES, &count);

    reader->codes->categories = entries;
    for (size_t i = 0; i < count; i++)
        if (entries[i].name.length > 0)
            entries[reader->codes->category_count++] = entries[i];
        else
            diag_report(reader->diag, RULE_CODE_UNKNOWN,
                        &(struct finding){.place = entries[i].place,
                                          .detail = {entries[i].aliases}});
}

static bool
is_list(const char *name)
{
    const char *ending = strrchr(name, '.');

    if (!path_is_table(text_of(name)))
        return false;
    for (int i = 0; i < LIST_COUNT; i++)
        if (text_is((struct text){name, (size_t)(ending - name)},
                    lists[i].name))
            return true;
    return false;
}

/* What lies in codes/ under another name is nowhere read. */
static void
note_strangers(struct reader *reader, const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;
    struct text names = TEXT("");

    for (int i = 0; i < LIST_COUNT; i++)
        names = text_format(reader->arena, "%.*s%s%s", TEXT_ARG(names),
                            i > 0 ? "、" : "", lists[i].name);
    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        const char *name = file_name_utf8(reader->arena, entry->d_name);

        if (name != NULL && !file_name_is_passed_over(name) && !is_list(name))
            diag_report(reader->diag, RULE_FILE_NOT_LIST,
                        &(struct finding){
                            .place = {.path = text_format(reader->arena,
                                                          "%s/%s", path, name)
                                                  .bytes},
                            .detail = {names}});
    }
    if (folder != NULL)
        closedir(folder);
}

struct month
codes_year_start(struct arena *arena, const char *folder)
{
    struct text path = text_format(arena, "%s/settings.csv", folder);
    struct diag *diag = diag_new(); /* codes_read tells what is wrong */
    struct month year_start = {0};
    struct table table;

    if (table_read(arena, path.bytes, setting_columns, diag, &table) ==
        TABLE_READ)
        for (size_t i = 0; i < table.count; i++)
            if (text_is(table.rows[i].cells[0],
                        settings[SETTING_YEAR_START].key))
                read_month(arena, table.rows[i].cells[1], &year_start);
    diag_free(diag);
    return year_start;
}

bool
codes_read_folders(struct arena *arena, const char *const *folders,
                   size_t count, struct diag *diag, struct codes *codes)
{
    struct reader reader = {.arena = arena,
                            .folders = folders,
                            .folder_count = count,
                            .diag = diag,
                            .codes = codes};
    bool good;

    *codes = (struct codes){0};
    for (int i = 0; i < SETTING_COUNT; i++)
        codes->values[i] = text_of(settings[i].absent);
    parse_zone(codes->values[SETTING_TIME_ZONE], &codes->clock);
    if (count == 0)
        return true;
    if (count > 1)
        reader.year_start = codes_year_start(arena, folders[0]);
    good = read_settings(&reader);
    good &= read_targets(&reader);
    read_units(&reader);
    read_categories(&reader);
    codes->statuses = read_texts(&reader, LIST_STATUSES, &codes->status_count);
    codes->aliases = read_texts(&reader, LIST_ALIASES, &codes->alias_count);
    codes->replacements =
        read_texts(&reader, LIST_REPLACEMENTS, &codes->replacement_count);
    for (size_t i = 0; i < count; i++)
        note_strangers(&reader, path_in(&reader, i, "codes"));
    return good;
}

bool
codes_read(struct arena *arena, const char *folder, struct diag *diag,
           struct codes *codes)
{
    return codes_read_folders(arena, &folder, folder != NULL, diag, codes);
}
