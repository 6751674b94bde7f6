/*
 * One HTTP request, answered with a file of a published site.
 *
 * Only plain files below the folder are shown, none that is hidden and none
 * behind a link; /reload tells how many builds there have been.
 */
#ifndef CLI_HTTP_ANSWER_H
#define CLI_HTTP_ANSWER_H

#include <stdbool.h>

/* What is shown.  answer, if there is one, is asked first what a target
   ("/build?token=1") is, and returns false for what is a file of the folder;
   it sends by http_answer_page.  Without builds to wait for, pages are shown
   bare. */
struct http_site {
    const char *folder;
    unsigned builds;
    bool (*answer)(void *context, const char *target, int client);
    void *context;
};

/* The request is whole, up to its blank line, and NUL-terminated; it is taken
   apart.  Returns after some seconds even if the client reads nothing. */
void http_answer_request(int client, char *request,
                         const struct http_site *site);

/* A page, or with another status ("403 Forbidden") what went wrong. */
void http_answer_page(int client, const char *status, const char *html);

#endif
