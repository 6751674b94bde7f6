/*
 * A temporary folder of a test, and what stands in it.
 */
#ifndef SUPPORT_FOLDER_H
#define SUPPORT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Makes a new folder and goes into it; the test's paths are relative. */
void folder_enter(void);

/* Leaves it and removes it with all its content. */
void folder_leave(void);

void folder_put(const char *path, const char *content);

/* The content of a file, in a static buffer; NULL if there is none. */
const char *folder_get(const char *path);

/* One number for names and bytes of everything below path. */
uint64_t folder_print(const char *path);

/* Whether a message of the diag contains the words, in Chinese. */
struct diag;
bool folder_says(struct diag *diag, const char *words);

#endif
