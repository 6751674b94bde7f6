/*
 * The characters of GB18030, as the edition of 2022 has them.
 */
#ifndef INTAKE_GB18030_TABLE_H
#define INTAKE_GB18030_TABLE_H

#include <stdint.h>

enum {
    GB18030_LEADS = 126,  /* 81 to FE */
    GB18030_TRAILS = 192, /* 40 to FF */
    GB18030_STEP = 256,   /* from lead to lead, so that a pair is an index */
    GB18030_FOUR = 39420, /* 81308130 to 8431A439 */
    GB18030_RANGES = 221,
};

/* NUL and '-' under FF and 7F, which trail nothing; NULs behind them. */
extern const uint16_t gb18030_of_two[GB18030_LEADS][GB18030_STEP];

/* Four-byte codes in a row, counted from 81308130, that are characters in a
   row, up to where the next begin. */
struct gb18030_range {
    uint16_t first, character;
};
extern const struct gb18030_range gb18030_of_four[GB18030_RANGES + 1];

#endif
