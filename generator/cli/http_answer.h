/*
 * One HTTP request, answered with a file of a published site.
 *
 * Only plain files below the folder are shown, none that is hidden and none
 * behind a link; /reload tells how many builds there have been.
 */
#ifndef CLI_HTTP_ANSWER_H
#define CLI_HTTP_ANSWER_H

/* The request is whole, up to its blank line, and NUL-terminated; it is taken
   apart.  Returns after some seconds even if the client reads nothing. */
void http_answer_request(int client, char *request, const char *folder,
                         unsigned builds);

#endif
