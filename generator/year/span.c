#include "year/span.h"

#include "year/year.h"

struct date
date_latest(struct date date)
{
    return date_is_given(date) && !date_has_day(date)
               ? month_last_day(month_of(date))
               : date;
}

bool
date_is_in(struct date date, struct month month)
{
    return month_of(date).number == month.number;
}

int
year_month_index(const struct year *year, struct date date)
{
    return month_of(date).number - year->start.number;
}

bool
year_holds(const struct year *year, struct date date)
{
    return date_is_by(date, year->cutoff) && year_month_index(year, date) >= 0;
}
