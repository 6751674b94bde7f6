/*
 * Requests come from the browser on this machine, but any page it shows may
 * send one: so the Host must be ours (no foreign name rebinds to us), a path
 * is taken apart before it touches the disk, and links are not followed out of
 * the folder.
 */
#include "cli/serve.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

enum { LONGEST_REQUEST = 8192, LONGEST_PATH = 1024, PATIENCE_SECONDS = 2 };

/* A browser opening a page gets this around it: the page itself, byte for
   byte as published, in a frame that is loaded again after a build.  The
   page's own security policy would stop any script of ours inside it. */
static const char shell[] =
    "<!DOCTYPE html><meta charset=utf-8><title>shiji watch</title>"
    "<style>html,body,iframe{margin:0;border:0;width:100%;height:100%;"
    "display:block}</style><body><script>(function(){"
    "var frame=document.createElement('iframe'),was=null;"
    "frame.src=location.pathname+'?page'+location.hash;"
    "document.body.appendChild(frame);setInterval(function(){"
    "var asked=new XMLHttpRequest();asked.onload=function(){"
    "if(was!==null&&was!==asked.responseText)"
    "frame.contentWindow.location.reload();was=asked.responseText;};"
    "asked.open('GET','/reload');asked.send();},1000);})();</script>\n";

struct answer {
    int client;
    bool has_body; /* GET, not HEAD */
};

static void
send_all(int client, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t sent = send(client, bytes, length, MSG_NOSIGNAL);

        if (sent <= 0)
            return;
        bytes += sent;
        length -= (size_t)sent;
    }
}

static void
send_head(const struct answer *answer, const char *status, const char *type,
          size_t length)
{
    char head[512];
    int used = snprintf(head, sizeof(head),
                        "HTTP/1.1 %s\r\nContent-Type: %s\r\n"
                        "Content-Length: %zu\r\nCache-Control: no-store\r\n"
                        "X-Content-Type-Options: nosniff\r\n"
                        "Connection: close\r\n\r\n",
                        status, type, length);

    send_all(answer->client, head, (size_t)used);
}

static void
send_text(const struct answer *answer, const char *status, const char *type,
          const char *body)
{
    send_head(answer, status, type, strlen(body));
    if (answer->has_body)
        send_all(answer->client, body, strlen(body));
}

static const char *
type_of(const char *path)
{
    static const char *const types[][2] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".jsonl", "application/json"},
        {".csv", "text/csv; charset=utf-8"},
        {".xml", "application/xml"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
    };
    const char *dot = strrchr(path, '.');

    for (size_t i = 0; dot && i < sizeof(types) / sizeof(types[0]); i++)
        if (strcmp(dot, types[i][0]) == 0)
            return types[i][1];
    return "text/plain; charset=utf-8";
}

static int
hex_digit(char c)
{
    const char *digits = "0123456789abcdef";
    const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c + 32 : c) : 0;

    return at ? (int)(at - digits) : -1;
}

/* The path of a request target without query, percent signs undone, below the
   folder; false for anything that is not plainly below it. */
static bool
path_of(const char *target, char *path)
{
    size_t used = 0;

    if (*target++ != '/')
        return false;
    for (; *target && *target != '?' && *target != '#'; target++) {
        char c = *target;

        if (c == '%') {
            int high = hex_digit(target[1]);
            int low = high < 0 ? -1 : hex_digit(target[2]);

            if (low < 0)
                return false;
            c = (char)(high * 16 + low);
            target += 2;
        }
        if (c < 0x20 || c == 0x7F || c == '\\' || used + 16 > LONGEST_PATH)
            return false;
        /* No hidden file, and so neither "." nor "..". */
        if (c == '.' && (used == 0 || path[used - 1] == '/'))
            return false;
        if (c == '/' && (used == 0 || path[used - 1] == '/'))
            return false;
        path[used++] = c;
    }
    if (used == 0 || path[used - 1] == '/') {
        memcpy(path + used, "index.html", 10);
        used += 10;
    }
    path[used] = '\0';
    return true;
}

/* Opens a plain file below the folder without following a link on the way. */
static int
open_below(const char *folder, char *path)
{
    int at = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    for (char *slash; at >= 0 && (slash = strchr(path, '/')) != NULL;
         path = slash + 1) {
        int next;

        *slash = '\0';
        next =
            openat(at, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        close(at);
        at = next;
    }
    if (at >= 0) {
        int file = openat(at, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

        close(at);
        at = file;
    }
    return at;
}

static void
send_file(const struct answer *answer, int file, const char *type)
{
    struct stat status;
    char bytes[65536];
    ssize_t count;

    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        send_text(answer, "404 Not Found", "text/plain", "404\n");
        return;
    }
    send_head(answer, "200 OK", type, (size_t)status.st_size);
    if (!answer->has_body)
        return;
    while ((count = read(file, bytes, sizeof(bytes))) > 0)
        send_all(answer->client, bytes, (size_t)count);
}

static bool
is_our_host(const char *request)
{
    const char *host = strcasestr(request, "\r\nhost:");

    if (host == NULL)
        return false;
    host += strlen("\r\nhost:");
    host += strspn(host, " \t");
    host += strncasecmp(host, "localhost", 9) == 0 ? 9
            : strncmp(host, "127.0.0.1", 9) == 0   ? 9
                                                   : 0;
    return host[-1] != ' ' && host[-1] != ':' && strchr(":\r", *host) != NULL;
}

/* Only a browser says so, and only of what it shows in a tab of its own. */
static bool
is_opened_in_tab(const char *headers)
{
    return strcasestr(headers, "\r\nsec-fetch-dest: document\r") != NULL;
}

static void
send_path(const struct answer *answer, char *path, const char *folder,
          bool in_tab)
{
    const char *type = type_of(path);
    bool is_page = strncmp(type, "text/html", 9) == 0;
    int file = open_below(folder, path);

    if (file < 0) {
        send_text(answer, "404 Not Found", "text/plain", "404\n");
        return;
    }
    if (is_page && in_tab)
        send_text(answer, "200 OK", "text/html", shell);
    else
        send_file(answer, file, type);
    close(file);
}

static void
respond(struct answer *answer, char *request, const char *folder,
        unsigned builds)
{
    char path[LONGEST_PATH + 16];
    char *target = strchr(request, ' ');
    char *headers = target ? strchr(target + 1, ' ') : NULL;
    bool is_get = strncmp(request, "GET ", 4) == 0;

    answer->has_body = is_get;
    if (headers == NULL || !is_our_host(headers)) {
        send_text(answer, "400 Bad Request", "text/plain", "400\n");
        return;
    }
    *headers++ = '\0';
    if (!is_get && strncmp(request, "HEAD ", 5) != 0) {
        send_text(answer, "405 Method Not Allowed", "text/plain", "405\n");
    } else if (strcmp(target + 1, "/reload") == 0) {
        snprintf(path, sizeof(path), "%u", builds);
        send_text(answer, "200 OK", "text/plain", path);
    } else if (!path_of(target + 1, path)) {
        send_text(answer, "404 Not Found", "text/plain", "404\n");
    } else {
        send_path(answer, path, folder, is_opened_in_tab(headers));
    }
}

int
serve_open(uint16_t port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons(port)};
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int on = 1;

    if (listener < 0)
        return -1;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
    if (bind(listener, (struct sockaddr *)&address, sizeof(address)) != 0 ||
        listen(listener, 16) != 0) {
        int reason = errno;

        close(listener);
        errno = reason;
        return -1;
    }
    return listener;
}

void
serve_once(int listener, const char *folder, unsigned builds)
{
    struct timeval patience = {.tv_sec = PATIENCE_SECONDS};
    struct answer answer = {accept4(listener, NULL, NULL, SOCK_CLOEXEC), true};
    char request[LONGEST_REQUEST + 1];
    size_t used = 0;
    ssize_t count = 1;

    if (answer.client < 0)
        return;
    setsockopt(answer.client, SOL_SOCKET, SO_RCVTIMEO, &patience,
               sizeof(patience));
    setsockopt(answer.client, SOL_SOCKET, SO_SNDTIMEO, &patience,
               sizeof(patience));
    request[0] = '\0';
    while (used < LONGEST_REQUEST && count > 0 &&
           strstr(request, "\r\n\r\n") == NULL) {
        count = recv(answer.client, request + used, LONGEST_REQUEST - used, 0);
        if (count > 0)
            used += (size_t)count;
        request[used] = '\0';
    }
    if (strstr(request, "\r\n\r\n") != NULL)
        respond(&answer, request, folder, builds);
    close(answer.client);
}
