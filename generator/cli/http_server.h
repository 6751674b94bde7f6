/*
 * Shows a folder to the browser on this machine, and to nobody else.
 *
 * Several clients are heard at a time, so that one who says nothing, or says
 * it slowly, keeps no other waiting; each has a few seconds.
 */
#ifndef CLI_HTTP_SERVER_H
#define CLI_HTTP_SERVER_H

#include <poll.h>
#include <stdint.h>

enum { SERVE_CLIENTS = 32, SERVE_WAITS = SERVE_CLIENTS + 1 };

struct server;

/* On 127.0.0.1; NULL, with errno set, if that cannot be. */
struct server *serve_open(uint16_t port);
void serve_close(struct server *server);

/* Fills in what to poll for; returns for how many milliseconds, or -1. */
int serve_waits(const struct server *server, struct pollfd waits[SERVE_WAITS]);

/* Hears and answers after such a poll. */
void serve_work(struct server *server, const struct pollfd waits[SERVE_WAITS],
                const char *folder, unsigned builds);

#endif
