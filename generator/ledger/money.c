#include "ledger/money.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"
#include "ledger/clean_cell.h"

static const struct text nothing = {"", 0};

enum { WAN = 10000, MILLION = 1000000, MOST = 1000 * MILLION };

static bool
refuse(const struct cell *cell, enum number_form form)
{
    return cell_report(cell,
                       form == NUMBER_BRACKETS ? RULE_NUMBER_NEGATIVE
                                               : RULE_NUMBER_INVALID,
                       nothing, nothing);
}

/* Nothing that is summed is beyond this, so that no sum of what a district can
   report is beyond what a number holds. */
static bool
is_excessive(int64_t millionths)
{
    return millionths > (int64_t)MOST * MILLION ||
           millionths < -(int64_t)MOST * MILLION;
}

static bool
refuse_excess(const struct cell *cell, const char *most)
{
    return cell_report(cell, RULE_NUMBER_EXCESSIVE, text_of(most), nothing);
}

/* 92.5% is 92.5 where a number is asked for. */
static struct text
without_percent(struct text text)
{
    if (text_ends(text, "%"))
        text.length -= 1;
    else if (text_ends(text, "％"))
        text.length -= sizeof("％") - 1;
    return text;
}

bool
fill_number(const struct cell *cell, struct row *row, void *member)
{
    struct number *number = member;
    int64_t unit = 0, value = 0;
    enum number_form form =
        number_read(without_percent(cell->text), cell->scratch, &value, &unit);

    (void)row;
    if (form == NUMBER_PLAIN && unit > 1 &&
        __builtin_mul_overflow(value, unit, &value))
        form = NUMBER_NONE;
    if (form == NUMBER_PLAIN && cell->column->is_count &&
        (value < 0 || value % MILLION != 0))
        form = NUMBER_NONE;
    if (form != NUMBER_PLAIN)
        return refuse(cell, form);
    if (cell->column->is_count && is_excessive(value))
        return refuse_excess(cell, "1000000000");
    *number = (struct number){value, true};
    return true;
}

/* The unit that a title states in brackets or at its end; 0 when it states
   none. */
static int64_t
unit_of_title(struct text title)
{
    if (text_find(title, TEXT("亿")) < title.length)
        return 100000000;
    if (text_find(title, TEXT("万元")) < title.length ||
        text_find(title, TEXT("(万)")) < title.length)
        return WAN;
    if (text_find(title, TEXT("(元)")) < title.length ||
        text_find(title, TEXT("(单位:元)")) < title.length)
        return 1;
    return 0;
}

static const char *
unit_word(int64_t unit)
{
    return unit == 1 ? "元" : unit == WAN ? "万元" : "亿元";
}

/* value × unit ÷ 10,000, rounded half away from zero where 元 have more
   decimals than fit. */
static bool
to_wan(int64_t value, int64_t unit, int64_t *wan)
{
    if (unit >= WAN)
        return !__builtin_mul_overflow(value, unit / WAN, wan);
    *wan = value / WAN;
    if (value % WAN >= WAN / 2)
        *wan += 1;
    else if (value % WAN <= -WAN / 2)
        *wan -= 1;
    return true;
}

bool
fill_money(const struct cell *cell, struct row *row, void *member)
{
    const struct input_file *export = cell->export;
    size_t index = (size_t)(cell->column - ledgers[export->ledger]->columns);
    struct text title = text_of(cell->column->title);
    int64_t value = 0, unit = 0, stated;
    enum number_form form;

    (void)row;
    if (export->title_of != NULL && export->title_of[index].length > 0)
        title = export->title_of[index];
    stated = unit_of_title(folded(cell->scratch, title));
    form = number_read(cell->text, cell->scratch, &value, &unit);
    if (form == NUMBER_PLAIN && unit != 0 && stated != 0 && unit != stated)
        cell_report(cell, RULE_NUMBER_UNIT, text_of(unit_word(unit)), nothing);
    if (unit == 0)
        unit = stated != 0 ? stated : WAN;
    if (form == NUMBER_PLAIN && !to_wan(value, unit, &value))
        form = NUMBER_NONE;
    if (form != NUMBER_PLAIN)
        return refuse(cell, form);
    if (is_excessive(value))
        return refuse_excess(cell, "1000000000万元");
    ((struct money *)member)->wan = (struct number){value, true};
    return true;
}

/* Read with the same cleaning by the check and, silently, again. */
static const struct column score_column = {
    .key = "score", .title = "", .kind = KIND_NUMBER};

struct number
score_read(struct text raw, struct arena *scratch)
{
    struct cell cell = {.column = &score_column, .scratch = scratch};
    struct number score = {0, false};
    int64_t unit;

    cell.text = without_percent(cell_clean(&cell, raw, false));
    score.given = cell.text.length > 0 &&
                  number_read(cell.text, scratch, &score.millionths, &unit) ==
                      NUMBER_PLAIN;
    return score;
}

static bool
check_score(const struct cell *cell)
{
    struct number score = {0, false};

    if (is_cell_error(cell->text))
        return cell_report(cell, RULE_CELL_ERROR, nothing, nothing);
    if (cell->text.length > 0 && !fill_number(cell, NULL, &score))
        return false;
    if (score.millionths < 0 || score.millionths > 100 * INT64_C(1000000))
        return refuse(cell, NUMBER_NONE);
    return true;
}

bool
cells_check_scores(const struct cell *row_cell)
{
    const struct codes *codes = row_cell->book->codes;
    const struct record *record = row_cell->record;
    bool fits = true;

    for (size_t i = 0; i < codes->dimension_count; i++) {
        struct text name = codes->dimensions[i].name;
        struct column column = {
            .key = "score",
            .title = arena_copy(row_cell->scratch, name.bytes, name.length),
            .kind = KIND_NUMBER};
        struct cell cell = *row_cell;

        cell.column = &column;
        cell.field = cell.export->dimension_field[i];
        if (cell.field == 0 || cell.field > record->count)
            continue;
        cell.text = cell_clean(&cell, record->cells[cell.field - 1], true);
        fits = check_score(&cell) && fits;
    }
    return fits;
}
