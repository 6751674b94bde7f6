/*
 * A sign of life on a terminal for work of more than a second; nothing
 * anywhere else, and nothing under -q.
 *
 *     读取台账 [########            ] 42% 120 MB/s 剩余 3 s
 *     生成网站 [########            ] 42% 300 页/s 剩余 3 s
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stddef.h>

#include "base/language.h"

struct job;

/* What is counted. */
enum progress_unit { PROGRESS_BYTES, PROGRESS_PAGES };

/* Says what is being done, once a second: how much of all is done, how fast,
   and for how long still; or, without a count, for how long already.  Goes
   over to it from what was being done before.  what and done are borrowed
   until progress_stop. */
void progress_start(const struct job *job, const char *what,
                    enum progress_unit unit, const volatile size_t *done,
                    size_t all);

/* The same for work that cannot be counted. */
void progress_start_uncounted(const struct job *job, const char *what);

/* Clears the line. */
void progress_stop(void);

enum { PROGRESS_LINE = 256 };

struct progress {
    const char *what;
    enum language language;
    enum progress_unit unit;
    size_t seconds;
    size_t done, all; /* done 0: not known */
};

/* What is said: its length in the line, which is not terminated. */
size_t progress_line(char line[PROGRESS_LINE], const struct progress *progress);

#endif
