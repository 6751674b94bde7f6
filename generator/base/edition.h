/*
 * The two editions of a report.
 */
#ifndef BASE_EDITION_H
#define BASE_EDITION_H

enum edition { EDITION_PUBLIC, EDITION_INTERNAL };

#endif
