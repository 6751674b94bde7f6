/*
 * The languages shiji speaks.  Data stay as they are in either.
 */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

enum language { ZH, EN, LANGUAGE_COUNT };

#endif
