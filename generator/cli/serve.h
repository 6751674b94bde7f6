/*
 * A small web server for one folder on this machine: GET and HEAD, files
 * below the folder and nothing else, one request a connection.
 */
#ifndef CLI_SERVE_H
#define CLI_SERVE_H

#include <stdint.h>

/* Listens on 127.0.0.1; -1 with errno if the port is taken. */
int serve_open(uint16_t port);

/* Answers one waiting client from the folder.  The path /reload answers with
   the number given, which a page compares to learn of a new build. */
void serve_once(int listener, const char *folder, unsigned builds);

#endif
