#include "ledger/money.h"

#include "base/arena.h"
#include "intake/records.h"
#include "ledger/book.h"

static const struct text nothing = {"", 0};

enum { WAN = 10000, MILLION = 1000000, MOST = 1000 * MILLION };

static bool
refuse(const struct cell *cell, enum number_form form)
{
    static const enum rule rules_of[] = {
        [NUMBER_BRACKETS] = RULE_NUMBER_NEGATIVE,
        [NUMBER_EXCESSIVE] = RULE_NUMBER_EXCESSIVE,
        [NUMBER_NONE] = RULE_NUMBER_INVALID,
    };

    return cell_refuse(cell, rules_of[form], TEXT("1000000000000"), nothing);
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
    return cell_refuse(cell, RULE_NUMBER_EXCESSIVE, text_of(most), nothing);
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

/* Of the cell's title; 0 when it states none. */
static int64_t
titled_unit(const struct cell *cell)
{
    return unit_of_title(folded(cell->scratch, cell_title(cell)));
}

struct text
money_unit(const struct cell *cell, struct text number)
{
    struct text written = unit_written(number, cell->scratch);
    int64_t titled = number.length > 0 ? titled_unit(cell) : 0;

    if (written.length > 0 || titled == 0)
        return written;
    return titled == WAN  ? TEXT("万元")
           : titled > WAN ? TEXT("亿元")
                          : TEXT("元");
}

/* The cell of the same row that has that key, cleaned; empty if there is
   none.  Its column and field become the cell's. */
static struct text
go_to_neighbour(struct cell *cell, const char *key)
{
    const struct input_file *export = cell->export;
    const struct ledger_type *type = ledgers[export->ledger];
    int column = column_index(type, key);

    if (column < 0 || export->field_of == NULL)
        return nothing;
    cell->column = &type->columns[column];
    cell->field = export->field_of[column];
    if (cell->field == 0 || cell->field > cell->record->count)
        return nothing;
    return cell_clean(cell, cell->record->cells[cell->field - 1], false);
}

/* The unit the row states for itself, else the one its number is written
   in. */
static struct text
stated_unit(const struct cell *cell)
{
    struct cell other = *cell;
    struct text unit = go_to_neighbour(&other, cell->column->unit_key), number;

    if (unit.length > 0)
        return unit;
    number = go_to_neighbour(&other, other.column->unit_of);
    return money_unit(&other, number);
}

static bool
is_money(struct text counter)
{
    return text_starts(counter, "元");
}

/* A number that names no unit is in that of its title, where both that and its
   row's are money; where only the cell differs from the title, the cell is
   right. */
static void
settle_unit(const struct cell *cell, const struct amount *stated,
            struct amount *amount)
{
    int64_t titled = titled_unit(cell);

    if (titled == 0 || titled == amount->unit || amount->unit > 0) {
        if (titled != 0 && titled != amount->unit && is_money(amount->counter))
            cell_report(cell, RULE_NUMBER_UNIT,
                        unit_written(cell->text, cell->scratch), nothing);
        return;
    }
    if (amount->counter.length > 0 || !is_money(stated->counter))
        return;
    amount->unit = titled;
    if (titled != stated->unit)
        cell_report(cell, RULE_NUMBER_CONVERTED, money_unit(cell, cell->text),
                    stated_unit(cell));
}

/* The number in the unit of its row: 0.08亿元 is 800 where that is 万元. */
static enum number_form
in_stated_unit(const struct cell *cell, struct amount *amount)
{
    struct text unit = stated_unit(cell);
    struct amount stated = unit_read(unit, cell->scratch);

    settle_unit(cell, &stated, amount);
    if (unit.length == 0 || (amount->unit == 0 && amount->counter.length == 0))
        return NUMBER_PLAIN;
    if (amount->counter.length > 0 && stated.counter.length > 0 &&
        is_money(amount->counter) != is_money(stated.counter))
        return NUMBER_NONE;
    return number_rescale(amount->millionths,
                          amount->unit > 0 ? amount->unit : 1, stated.unit,
                          &amount->millionths)
               ? NUMBER_PLAIN
               : NUMBER_EXCESSIVE;
}

bool
fill_number(const struct cell *cell, struct row *row, void *member)
{
    const struct column *column = cell->column;
    struct amount amount;
    enum number_form form = number_read(cell->text, cell->scratch, &amount);

    (void)row;
    if (form == NUMBER_PLAIN && column->unit_key != NULL)
        form = in_stated_unit(cell, &amount);
    else if (form == NUMBER_PLAIN && amount.unit > 1 &&
             !number_rescale(amount.millionths, amount.unit, 1,
                             &amount.millionths))
        form = NUMBER_EXCESSIVE;
    if (form == NUMBER_PLAIN && column->is_count &&
        (amount.millionths < 0 || amount.millionths % MILLION != 0))
        form = NUMBER_NONE;
    if (form != NUMBER_PLAIN)
        return refuse(cell, form);
    if (column->is_count && is_excessive(amount.millionths))
        return refuse_excess(cell, "1000000000");
    *(struct number *)member = (struct number){amount.millionths, true};
    return true;
}

bool
fill_money(const struct cell *cell, struct row *row, void *member)
{
    struct amount amount;
    int64_t stated, value = 0;
    enum number_form form = number_read(cell->text, cell->scratch, &amount);

    (void)row;
    stated = titled_unit(cell);
    if (form == NUMBER_PLAIN && amount.counter.length > 0 &&
        !is_money(amount.counter))
        form = NUMBER_NONE;
    if (form != NUMBER_PLAIN)
        return refuse(cell, form);
    if (amount.unit != 0 && stated != 0 && amount.unit != stated)
        cell_report(cell, RULE_NUMBER_UNIT,
                    unit_written(cell->text, cell->scratch), nothing);
    if (amount.unit == 0)
        amount.unit = stated != 0 ? stated : WAN;
    if (!number_rescale(amount.millionths, amount.unit, WAN, &value) ||
        is_excessive(value))
        return refuse_excess(cell, "1000000000万元");
    ((struct money *)member)->wan = (struct number){value, true};
    return true;
}

/* Read with the same cleaning by the check and, silently, again. */
static const struct column score_column = {
    .key = "score", .title = "", .kind = KIND_NUMBER};

enum { BEST_SCORE = 100 };

static enum number_form
read_score(struct text text, struct arena *scratch, struct number *score)
{
    struct amount amount;
    enum number_form form = number_read(text, scratch, &amount);

    if (form == NUMBER_PLAIN &&
        (amount.unit > 1 || amount.millionths < 0 ||
         amount.millionths > BEST_SCORE * (int64_t)MILLION))
        form = NUMBER_NONE;
    *score = (struct number){amount.millionths, form == NUMBER_PLAIN};
    return form;
}

struct number
score_read(struct text raw, struct arena *scratch)
{
    struct cell cell = {.column = &score_column, .scratch = scratch};
    struct number score = {0, false};
    struct text text = cell_clean(&cell, raw, false);

    if (text.length > 0)
        read_score(text, scratch, &score);
    return score;
}

void
cells_check_scores(const struct cell *row_cell)
{
    const struct codes *codes = row_cell->book->codes;
    const struct record *record = row_cell->record;

    for (size_t i = 0; i < codes->dimension_count; i++) {
        struct text name = codes->dimensions[i].name;
        struct column column = score_column;
        struct cell cell = *row_cell;
        struct number score;
        enum number_form form;

        cell.column = &column;
        cell.field = cell.export->dimension_field[i];
        if (cell.field == 0 || cell.field > record->count)
            continue;
        column.title = arena_copy(cell.scratch, name.bytes, name.length);
        cell.text = cell_clean(&cell, record->cells[cell.field - 1], true);
        if (cell.text.length == 0)
            continue;
        form = read_score(cell.text, cell.scratch, &score);
        if (form != NUMBER_PLAIN)
            refuse(&cell, form);
    }
}
