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

/* Of several lines that of the report month stands, else the first. */
static const struct target_entry *
entry_of(const struct year *year, struct text id, enum figure_id figure)
{
    const struct codes *codes = year->book->codes;
    const struct target_entry *found = NULL;

    for (size_t i = 0; codes && i < codes->target_count; i++) {
        const struct target_entry *it = &codes->targets[i];
        bool is_of_month = it->month.number == year->month.number;
        enum figure_id named = FIGURE_COUNT;

        if (!text_equal(it->figure, id) &&
            (figure == FIGURE_COUNT || !figure_named(it->figure, &named) ||
             named != figure))
            continue;
        if (is_of_month)
            return it;
        if (it->month.number == 0 && found == NULL)
            found = it;
    }
    return found;
}

bool
target_of_id(const struct year *year, struct text id, struct target *target)
{
    const struct target_entry *entry = entry_of(year, id, FIGURE_COUNT);

    if (entry == NULL || entry->millionths <= 0)
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

    if (entry == NULL || target_fault(entry) != TARGET_IS_SOUND)
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
