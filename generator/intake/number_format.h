/*
 * What a number in a workbook is: dates and numbers are stored alike, and
 * only the number format of the cell tells them apart.
 */
#ifndef INTAKE_NUMBER_FORMAT_H
#define INTAKE_NUMBER_FORMAT_H

#include "base/text.h"

struct arena;

enum number_kind {
    NUMBER_PLAIN,
    NUMBER_DATE,    /* with a time of day, or without */
    NUMBER_TIME,    /* a time of day alone */
    NUMBER_ELAPSED, /* hours that may be more than a day has */
    NUMBER_PERCENT,
    NUMBER_PADDED, /* 00000: zeros in front that belong to it */
};

/* What a cell shows that its number does not have. */
struct number_shape {
    int width; /* of a padded one */
    int shift; /* the point is so far to the left: 0!.0,"万" */
    struct text before, behind; /* WT-, 亿元; to be put in a cell as they are */
};

struct number_format {
    enum number_kind kind;
    const struct number_shape *shape; /* NULL: nothing */
};

/* Of a format code, "yyyy\"年\"m\"月\""; its first section decides, which is
   that of the positive. */
struct number_format number_format_of_code(struct arena *arena,
                                           const char *code);

/* Of a number that every office program knows, the Chinese ones among them. */
struct number_format number_format_of_id(unsigned long id);

#endif
