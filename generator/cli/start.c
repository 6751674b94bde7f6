/*
 * Checks the ledgers and publishes the month in a browser, for desks where
 * nobody types commands.
 *
 * Each page is made by a process of its own: it forgets what it took, and a
 * ledger that is cut while it is read ends that one only.  Any page in the
 * same browser may send us a request; the button works only with a token that
 * no other page can know.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/errno_words.h"
#include "base/utf8.h"
#include "cli/build.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/http_answer.h"
#include "cli/http_server.h"
#include "cli/ledger_folder.h"
#include "cli/read_input.h"
#include "cli/start_page.h"
#include "cli/usage.h"

enum { TOKEN_BYTES = 16, PORTS_TRIED = 10, LONGEST_REASON = 600 };

struct desk {
    struct job *job;
    char token[2 * TOKEN_BYTES + 1];
};

static bool
make_token(char token[2 * TOKEN_BYTES + 1])
{
    unsigned char bytes[TOKEN_BYTES];

    if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
        return false;
    for (size_t i = 0; i < sizeof(bytes); i++)
        snprintf(token + 2 * i, 3, "%02x", bytes[i]);
    return true;
}

/* Name and value of a query up to the next &, percent signs undone. */
static struct text
query_value(struct arena *arena, const char *query, const char *name)
{
    size_t length = strlen(name);
    char *value, *end;

    while (strncmp(query, name, length) != 0 || query[length] != '=') {
        query += strcspn(query, "&");
        if (*query++ == '\0')
            return TEXT("");
    }
    query += length + 1;
    length = strcspn(query, "&");
    end = value = arena_take(arena, length + 1);
    for (size_t i = 0; i < length; i++) {
        unsigned byte;

        if (query[i] == '%' && i + 2 < length &&
            sscanf(query + i + 1, "%2x", &byte) == 1) {
            *end++ = (char)byte;
            i += 2;
        } else {
            *end++ = query[i] == '+' ? ' ' : query[i];
        }
    }
    *end = '\0';
    return (struct text){value, (size_t)(end - value)};
}

/* A job of the same options and of messages of its own. */
static struct job
job_of_page(const struct job *job)
{
    struct job page = {
        .options = job->options, .arena = arena_new(), .diag = diag_new()};

    page.options.spoken = page.options.language;
    page.options.operand_count = 0;
    page.options.values[OPTION_FORMAT] = "text";
    page.options.given[OPTION_QUIET] = true;
    return page;
}

static const char *
site_of(struct job *job)
{
    bool is_internal =
        strcmp(job->options.values[OPTION_EDITION], "internal") == 0;

    return command_path(job, job->options.values[OPTION_OUTPUT],
                        is_internal ? "internal" : "site");
}

static void
send_page(struct desk *desk, struct job *job, struct start_page *page,
          int client)
{
    const char *site = site_of(job);

    page->input = job->options.values[OPTION_INPUT];
    page->token = desk->token;
    if (is_there(command_path(job, site, "index.html")))
        page->site = "/index.html";
    http_answer_page(client, "200 OK", start_page_make(job, page).bytes);
}

static void
send_check(struct desk *desk, int client)
{
    struct job job = job_of_page(desk->job);
    struct start_page page = {.outcome = NULL};
    struct reading reading;

    read_input_open(&job, &reading);
    send_page(desk, &job, &page, client);
    read_input_close(&reading);
}

static void
send_build(struct desk *desk, struct text reason, int client)
{
    struct job job = job_of_page(desk->job);
    struct start_page page = {.outcome = NULL};

    if (reason.length > 0)
        job.options.values[OPTION_REVISE] = reason.bytes;
    page.outcome =
        command_say(&job, build_site(&job) ? WORDING_START_PUBLISHED
                                           : WORDING_START_NOT_PUBLISHED);
    send_page(desk, &job, &page, client);
}

/* What may be said as the reason of a revision. */
static bool
is_reason(struct text reason)
{
    size_t valid;

    for (size_t i = 0; i < reason.length; i++)
        if ((unsigned char)reason.bytes[i] < ' ')
            return false;
    return reason.length <= LONGEST_REASON && utf8_is_valid(reason, &valid);
}

static void
send_answer(struct desk *desk, const char *target, int client)
{
    struct arena *arena = desk->job->arena;
    const char *query = target + strcspn(target, "?");
    struct text reason = query_value(arena, query + (*query == '?'), "reason");

    if (target[1] == '\0' || target[1] == '?')
        send_check(desk, client);
    else if (!text_is(query_value(arena, query + (*query == '?'), "token"),
                      desk->token) ||
             !is_reason(reason))
        http_answer_page(client, "403 Forbidden", "403\n");
    else
        send_build(desk, reason, client);
}

static bool
answer(void *context, const char *target, int client)
{
    struct desk *desk = context;
    pid_t child;
    int status;

    if (target[1] != '\0' && target[1] != '?' &&
        strcmp(target, "/build") != 0 && strncmp(target, "/build?", 7) != 0)
        return false;
    fflush(NULL);
    child = fork();
    if (child == 0) {
        send_answer(desk, target, client);
        _exit(0);
    }
    if (child < 0)
        http_answer_page(client, "503 Service Unavailable", "503\n");
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return true;
}

/* The port named; if none was, the next that nobody uses. */
static struct server *
open_server(struct job *job, long *port)
{
    int tries = job->options.given[OPTION_PORT] ? 1 : PORTS_TRIED;
    struct server *server = NULL;
    char reason[ERRNO_WORDS_BYTES];

    for (int i = 0; server == NULL && i < tries; i++) {
        server = http_server_open((uint16_t)(*port + i));
        *port += server != NULL ? i : 0;
    }
    if (server == NULL)
        command_report(job, RULE_PORT_CLOSED,
                       text_format(job->arena, "127.0.0.1:%ld", *port).bytes,
                       errno_words(errno, reason).bytes);
    return server;
}

/* Where a program for it is known.  Nobody waits for it. */
static void
open_browser(const char *address)
{
    bool is_windows = getenv("WSL_DISTRO_NAME") != NULL;
    const char *program = is_windows ? "explorer.exe" : "xdg-open";

    if (!is_windows && getenv("DISPLAY") == NULL &&
        getenv("WAYLAND_DISPLAY") == NULL)
        return;
    if (fork() == 0) {
        if (fork() == 0)
            execlp(program, program, address, (char *)NULL);
        _exit(0);
    }
    wait(NULL);
}

static void
serve(struct desk *desk, struct server *server)
{
    const struct http_site site = {site_of(desk->job), 0, answer, desk};

    for (;;) {
        struct pollfd waits[HTTP_SERVER_WAITS];

        if (poll(waits, HTTP_SERVER_WAITS, http_server_waits(server, waits)) >=
            0)
            http_server_work(server, waits, &site);
    }
}

void
start_run(struct job *job)
{
    const char *named =
        job->options.operand_count > 0 ? job->options.operands[0] : NULL;
    long port = strtol(job->options.values[OPTION_PORT], NULL, 10);
    struct desk desk = {.job = job};
    struct ledger_folder found;
    struct server *server;
    const char *address;

    if (port < 1 || port > 65535 - PORTS_TRIED) {
        usage_value(job->diag, job->options.spoken, "--port",
                    job->options.values[OPTION_PORT], "1–65535");
        return;
    }
    if (!ledger_folder_find(job, named, &found)) {
        command_report(job, RULE_INPUT_MISSING, named ? named : "input", "");
        return;
    }
    job->options.values[OPTION_INPUT] = found.path;
    server = make_token(desk.token) ? open_server(job, &port) : NULL;
    if (server == NULL)
        return;
    address = text_format(job->arena, "http://127.0.0.1:%ld/", port).bytes;
    puts(address);
    fflush(stdout);
    command_note(job, "%s", command_say(job, WORDING_SERVING));
    open_browser(address);
    serve(&desk, server);
}
