/*
 * What a number in a workbook is: dates and numbers are stored alike, and
 * only the number format of the cell tells them apart.
 */
#ifndef INTAKE_NUMBER_FORMAT_H
#define INTAKE_NUMBER_FORMAT_H

#include <stdint.h>

enum number_kind {
    NUMBER_PLAIN,
    NUMBER_DATE, /* with a time of day, or without */
    NUMBER_TIME, /* a time of day alone */
    NUMBER_PERCENT,
    NUMBER_PADDED, /* 00000: zeros in front that belong to it */
};

struct number_format {
    enum number_kind kind;
    uint8_t width; /* of a padded one */
};

/* Of a format code, "yyyy\"年\"m\"月\""; its first section decides, which is
   that of the positive. */
struct number_format number_format_of_code(const char *code);

/* Of a number that every office program knows, the Chinese ones among them. */
struct number_format number_format_of_id(unsigned long id);

#endif
