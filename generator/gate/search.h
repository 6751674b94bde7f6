/*
 * Searches files that were published earlier for what is known by now.
 */
#ifndef GATE_SEARCH_H
#define GATE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

struct folder;
struct leak_search;

/* Sets found[i] of each file below the folder that holds a personal value, in
   its bytes or in its name.  False, with a message, if the system does not
   give a file. */
bool search_files(const struct folder *folder, const char *const *paths,
                  size_t count, const struct leak_search *search, bool *found);

#endif
