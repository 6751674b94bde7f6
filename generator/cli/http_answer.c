/*
 * Requests come from the browser on this machine, but any page it shows may
 * send one: so the Host must be ours (no foreign name rebinds to us), a path
 * is taken apart before it touches the disk, and links are not followed out of
 * the folder.
 */
#include "cli/http_answer.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST_PATH = 1024, PATIENCE_SECONDS = 10 };

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
    time_t until;  /* when a slow reader has had his time */
};

static time_t
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

static void
send_all(const struct answer *answer, const char *bytes, size_t length)
{
    while (length > 0 && now() < answer->until) {
        ssize_t sent = send(answer->client, bytes, length, MSG_NOSIGNAL);

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
                        "Cross-Origin-Resource-Policy: same-origin\r\n"
                        "Connection: close\r\n\r\n",
                        status, type, length);

    send_all(answer, head, (size_t)used);
}

static void
send_text(const struct answer *answer, const char *status, const char *type,
          const char *body)
{
    send_head(answer, status, type, strlen(body));
    if (answer->has_body)
        send_all(answer, body, strlen(body));
}

static void
send_missing(const struct answer *answer)
{
    send_text(
        answer, "404 Not Found", "text/plain; charset=utf-8",
        "404 没有这一页。如果还没有生成网站，请看运行 shiji watch 的窗口。\n"
        "No such page. If there is no site yet, see where shiji watch "
        "runs.\n");
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
        /* A named pipe must not keep us waiting. */
        int file =
            openat(at, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

        close(at);
        at = file;
    }
    return at;
}

/* No more than was promised, should the file be growing. */
static void
send_file(const struct answer *answer, int file, const char *type)
{
    struct stat status;
    char bytes[65536];
    ssize_t count;
    off_t left;

    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        send_missing(answer);
        return;
    }
    send_head(answer, "200 OK", type, (size_t)status.st_size);
    if (!answer->has_body)
        return;
    for (left = status.st_size; left > 0; left -= count) {
        count = read(file, bytes, sizeof(bytes));
        if (count <= 0)
            return;
        if (count > left)
            count = (ssize_t)left;
        send_all(answer, bytes, (size_t)count);
    }
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

/* The frame is shown even around a page that is not there: a later build may
   make it. */
static void
send_path(const struct answer *answer, char *path, const char *folder,
          bool in_tab)
{
    const char *type = type_of(path);
    int file;

    if (in_tab && strncmp(type, "text/html", 9) == 0) {
        send_text(answer, "200 OK", "text/html", shell);
        return;
    }
    file = open_below(folder, path);
    if (file < 0) {
        send_missing(answer);
        return;
    }
    send_file(answer, file, type);
    close(file);
}

static void
respond(struct answer *answer, char *request, const struct http_site *site)
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
    } else if (is_get && site->answer != NULL &&
               site->answer(site->context, target + 1, answer->client)) {
        return;
    } else if (strcmp(target + 1, "/reload") == 0) {
        snprintf(path, sizeof(path), "%u", site->builds);
        send_text(answer, "200 OK", "text/plain", path);
    } else if (!path_of(target + 1, path)) {
        send_missing(answer);
    } else {
        send_path(answer, path, site->folder,
                  site->builds > 0 && is_opened_in_tab(headers));
    }
}

void
http_answer_request(int client, char *request, const struct http_site *site)
{
    struct answer answer = {client, true, now() + PATIENCE_SECONDS};

    respond(&answer, request, site);
}

void
http_answer_page(int client, const char *status, const char *html)
{
    struct answer answer = {client, true, now() + PATIENCE_SECONDS};

    send_text(&answer, status, "text/html; charset=utf-8", html);
}
