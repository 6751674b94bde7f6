/*
 * A sign of life on a terminal for work of more than a second; nothing
 * anywhere else, and nothing under -q.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

struct job;

/* Says what is being done and for how long, once a second. */
void progress_start(const struct job *job, const char *zh, const char *en);

/* Clears the line. */
void progress_stop(void);

#endif
