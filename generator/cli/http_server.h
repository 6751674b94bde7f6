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

enum { HTTP_SERVER_CLIENTS = 32, HTTP_SERVER_WAITS = HTTP_SERVER_CLIENTS + 1 };

struct http_site;
struct server;

/* On 127.0.0.1; NULL, with errno set, if that cannot be. */
struct server *http_server_open(uint16_t port);
void http_server_close(struct server *server);

/* Fills in what to poll for; returns for how many milliseconds, or -1. */
int http_server_waits(const struct server *server,
                      struct pollfd waits[HTTP_SERVER_WAITS]);

/* Hears and answers after such a poll. */
void http_server_work(struct server *server,
                      const struct pollfd waits[HTTP_SERVER_WAITS],
                      const struct http_site *site);

#endif
