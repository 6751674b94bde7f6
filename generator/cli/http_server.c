#include "cli/http_server.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "cli/http_answer.h"

enum { LONGEST_REQUEST = 8192, PATIENCE_MILLISECONDS = 5000, SEND_SECONDS = 2 };

/* A request being heard; socket -1: none. */
struct client {
    int socket;
    size_t used;
    int64_t until;
    char request[LONGEST_REQUEST + 1];
};

struct server {
    int listener;
    struct client clients[HTTP_SERVER_CLIENTS];
};

static int64_t
milliseconds(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int
open_listener(uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons(port)};
    int listener =
        socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    int on = 1;

    if (listener < 0)
        return -1;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
        listen(listener, HTTP_SERVER_CLIENTS) != 0) {
        int reason = errno;

        close(listener);
        errno = reason;
        return -1;
    }
    return listener;
}

struct server *
http_server_open(uint16_t port)
{
    int listener = open_listener(port);
    struct server *server;

    if (listener < 0)
        return NULL;
    server = arena_must(calloc(1, sizeof(*server)));
    server->listener = listener;
    for (size_t i = 0; i < HTTP_SERVER_CLIENTS; i++)
        server->clients[i].socket = -1;
    return server;
}

static void
dismiss(struct client *client)
{
    if (client->socket >= 0)
        close(client->socket);
    client->socket = -1;
}

void
http_server_close(struct server *server)
{
    for (size_t i = 0; i < HTTP_SERVER_CLIENTS; i++)
        dismiss(&server->clients[i]);
    close(server->listener);
    free(server);
}

int
http_server_waits(const struct server *server,
                  struct pollfd waits[HTTP_SERVER_WAITS])
{
    int64_t soonest = INT64_MAX, left;

    waits[0] = (struct pollfd){server->listener, POLLIN, 0};
    for (size_t i = 0; i < HTTP_SERVER_CLIENTS; i++) {
        const struct client *client = &server->clients[i];

        waits[1 + i] = (struct pollfd){client->socket, POLLIN, 0};
        if (client->socket >= 0 && client->until < soonest)
            soonest = client->until;
    }
    if (soonest == INT64_MAX)
        return -1;
    left = soonest - milliseconds();
    return left < 0 ? 0 : (int)left;
}

/* A free place, or that of the client who has been heard longest. */
static struct client *
place_for_client(struct server *server)
{
    struct client *place = &server->clients[0];

    for (size_t i = 0; i < HTTP_SERVER_CLIENTS; i++) {
        struct client *client = &server->clients[i];

        if (client->socket < 0)
            return client;
        if (client->until < place->until)
            place = client;
    }
    dismiss(place);
    return place;
}

static void
greet(struct server *server)
{
    struct timeval patience = {.tv_sec = SEND_SECONDS};
    int socket = accept4(server->listener, NULL, NULL, SOCK_CLOEXEC);
    struct client *client;

    if (socket < 0)
        return;
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    client = place_for_client(server);
    client->socket = socket;
    client->used = 0;
    client->until = milliseconds() + PATIENCE_MILLISECONDS;
}

/* Takes what has come; true if the request is whole. */
static bool
hear(struct client *client)
{
    ssize_t count = recv(client->socket, client->request + client->used,
                         LONGEST_REQUEST - client->used, MSG_DONTWAIT);

    if (count <= 0) {
        if (count == 0 || (errno != EAGAIN && errno != EINTR))
            dismiss(client);
        return false;
    }
    client->used += (size_t)count;
    client->request[client->used] = '\0';
    if (strlen(client->request) < client->used) { /* no request holds a NUL */
        dismiss(client);
        return false;
    }
    if (strstr(client->request, "\r\n\r\n") != NULL)
        return true;
    if (client->used == LONGEST_REQUEST)
        dismiss(client);
    return false;
}

void
http_server_work(struct server *server,
                 const struct pollfd waits[HTTP_SERVER_WAITS],
                 const struct http_site *site)
{
    int64_t now = milliseconds();

    for (size_t i = 0; i < HTTP_SERVER_CLIENTS; i++) {
        struct client *client = &server->clients[i];

        if (client->socket < 0)
            continue;
        if (waits[1 + i].revents != 0 && hear(client)) {
            http_answer_request(client->socket, client->request, site);
            dismiss(client);
        } else if (client->socket >= 0 && client->until <= now) {
            dismiss(client);
        }
    }
    if (waits[0].revents != 0)
        greet(server);
}
