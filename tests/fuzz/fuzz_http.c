/*
 * Whatever is asked, the answer is one of HTTP or none, and nothing of what
 * is hidden, linked out of the folder or beside it.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/http_answer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LONGEST_REQUEST = 8192, LONGEST_ANSWER = 65536 };

static const char secret[] = "SECRET-BESIDE-THE-SITE";
static char above[] = "/tmp/shiji-fuzz-XXXXXX", site[64];

static void
demand(int is_true)
{
    if (!is_true)
        abort();
}

static void
write_file(const char *folder, const char *name, const char *bytes)
{
    char path[96];
    FILE *file;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    file = fopen(path, "w");
    demand(file != NULL && fputs(bytes, file) >= 0 && fclose(file) == 0);
}

static void
remove_site(void)
{
    static const char *const names[] = {
        "site/index.html", "site/.hidden", "site/out", "site", "beside", ""};
    char path[96];

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        snprintf(path, sizeof(path), "%s/%s", above, names[i]);
        remove(path);
    }
}

static void
make_site(void)
{
    char path[96];

    demand(mkdtemp(above) != NULL);
    atexit(remove_site);
    snprintf(site, sizeof(site), "%s/site", above);
    demand(mkdir(site, 0700) == 0);
    write_file(above, "beside", secret);
    write_file(site, ".hidden", secret);
    write_file(site, "index.html", "a page");
    snprintf(path, sizeof(path), "%s/out", site);
    demand(symlink("../beside", path) == 0);
}

static void
check_answer(int socket)
{
    static char answer[LONGEST_ANSWER + 1];
    ssize_t length = recv(socket, answer, LONGEST_ANSWER, MSG_DONTWAIT);

    if (length <= 0)
        return;
    demand(memmem(answer, (size_t)length, secret, sizeof(secret) - 1) == NULL);
    demand(length > 12 && memcmp(answer, "HTTP/1.1 ", 9) == 0);
    demand(memmem(answer, (size_t)length, "\r\n\r\n", 4) != NULL);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char request[LONGEST_REQUEST + 8];
    int sockets[2];

    if (size > LONGEST_REQUEST)
        return 0;
    if (site[0] == '\0')
        make_site();
    memcpy(request, data, size);
    memcpy(request + size, "\r\n\r\n", 5);
    demand(socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
    http_answer_request(sockets[0], request,
                        &(struct http_site){.folder = site, .builds = 3});
    check_answer(sockets[1]);
    close(sockets[0]);
    close(sockets[1]);
    return 0;
}
