#include "year/targets.h"

enum { MILLION = 1000000, MONTHS = 12 };

static bool
bears(enum figure_id figure, struct text label)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        if (text_is(label, figures[figure].label[i]))
            return true;
    return false;
}

/* How many figures the name means; *figure is the last of them. */
static int
find(struct text name, enum figure_id *figure)
{
    int count = 0;

    if (figure_by_id(name, figure))
        return 1;
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (bears((enum figure_id)i, name)) {
            *figure = (enum figure_id)i;
            count++;
        }
    return count;
}

/* The figure a line of targets.csv names, by id or by the label it bears
   alone; false if there is none. */
static bool
figure_named(struct text name, enum figure_id *figure)
{
    return find(name, figure) == 1;
}

static bool
is_ceiling(const struct target_entry *entry, enum figure_id figure)
{
    return entry->direction == TARGET_AT_MOST ||
           (entry->direction == TARGET_AS_USUAL && figures[figure].is_burden);
}

enum target_fault
target_fault(const struct target_entry *entry)
{
    enum figure_id figure = FIGURE_COUNT;
    int count = find(entry->figure, &figure);

    if (count != 1)
        return count == 0 ? TARGET_OF_NOTHING : TARGET_OF_SEVERAL;
    return entry->millionths <= 0 && !is_ceiling(entry, figure)
               ? TARGET_OF_ZERO
               : TARGET_IS_SOUND;
}

static bool
are_of_one_figure(struct text a, struct text b)
{
    enum figure_id x, y;

    return text_equal(a, b) ||
           (figure_named(a, &x) && figure_named(b, &y) && x == y);
}

bool
target_is_repeated(const struct codes *codes, size_t index)
{
    const struct target_entry *it = &codes->targets[index];

    for (size_t i = 0; i < index; i++) {
        const struct target_entry *first = &codes->targets[i];

        if (first->folder == it->folder &&
            first->month.number == it->month.number &&
            target_fault(first) != TARGET_OF_ZERO &&
            are_of_one_figure(first->figure, it->figure))
            return true;
    }
    return false;
}

/* A line of the report month before one for every month, one of a newer folder
   before one of an older, else the first. */
static bool
stands_before(const struct target_entry *it, const struct target_entry *other)
{
    bool is_of_month = it->month.number != 0;

    if (other == NULL)
        return true;
    if (is_of_month != (other->month.number != 0))
        return is_of_month;
    return it->folder > other->folder;
}

/* Whether the line is of use for the figure, or for an id that is none's. */
static bool
is_for(const struct target_entry *it, struct text id, enum figure_id figure)
{
    if (figure == FIGURE_COUNT)
        return it->millionths > 0 && are_of_one_figure(it->figure, id);
    return (text_equal(it->figure, id) || bears(figure, it->figure)) &&
           target_fault(it) == TARGET_IS_SOUND;
}

/* The line that stands; a line of no use never does. */
static const struct target_entry *
entry_of(const struct year *year, struct text id, enum figure_id figure)
{
    const struct codes *codes = year->book->codes;
    const struct target_entry *found = NULL;

    for (size_t i = 0; codes && i < codes->target_count; i++) {
        const struct target_entry *it = &codes->targets[i];

        if ((it->month.number == 0 || it->month.number == year->month.number) &&
            is_for(it, id, figure) && stands_before(it, found))
            found = it;
    }
    return found;
}

bool
target_of_id(const struct year *year, struct text id, struct target *target)
{
    const struct target_entry *entry = entry_of(year, id, FIGURE_COUNT);

    if (entry == NULL)
        return false;
    *target = (struct target){
        .millionths = entry->millionths,
        .is_of_month = entry->month.number != 0,
        .is_ceiling = entry->direction == TARGET_AT_MOST,
    };
    return true;
}

bool
target_of(const struct year *year, enum figure_id figure, struct target *target)
{
    const struct target_entry *entry =
        entry_of(year, text_of(figures[figure].id), figure);

    if (entry == NULL)
        return false;
    *target = (struct target){
        .millionths = entry->millionths,
        .is_of_month = entry->month.number != 0,
        .is_ceiling = is_ceiling(entry, figure),
    };
    return true;
}

struct attainment
attainment_of(const struct year *year, enum figure_id figure,
              const struct target *target)
{
    struct fraction value = figure_value(&year->figures[figure]);
    bool is_rate = figures[figure].kind == FIGURE_IS_RATE;
    struct fraction aim = {target->millionths,
                           is_rate ? 100 * MILLION : MILLION};
    int elapsed = year->month.number - year->start.number + 1;
    struct attainment attainment = {{0, 0}, {0, 0}, {0, 0}, {0, 0}};

    if (value.denominator == 0)
        return attainment;
    attainment.schedule =
        (struct fraction){elapsed > MONTHS ? MONTHS : elapsed, MONTHS};
    attainment.share = fraction_ratio(value, aim);
    attainment.ahead =
        fraction_difference(attainment.share, attainment.schedule);
    attainment.above = fraction_difference(value, aim);
    return attainment;
}
