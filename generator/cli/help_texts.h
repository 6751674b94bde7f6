/*
 * How a month's work goes, which files it touches and what the environment
 * changes: told by the help, the manual page and the README of a new folder.
 */
#ifndef CLI_HELP_TEXTS_H
#define CLI_HELP_TEXTS_H

#include "base/wording.h"

/* A word or a path, and what is to be said of it. */
struct guide_line {
    enum wording term, text;
};

enum { GUIDE_STEPS = 6, GUIDE_FILES = 8, GUIDE_VARIABLES = 3 };

extern const struct guide_line guide_steps[GUIDE_STEPS];
extern const struct guide_line guide_files[GUIDE_FILES];
extern const struct guide_line guide_variables[GUIDE_VARIABLES];

#endif
