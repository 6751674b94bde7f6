/*
 * What must be true of the finished bytes before they are published.  Every
 * file is read back from the staging folder:
 *
 *   figures   each figure equals its list in HTML, Markdown, JSON and CSV
 *   links     each internal link and anchor has its target
 *   html      each page is well formed
 *   leak      no personal value of the input is anywhere in the bytes
 */
#ifndef GATE_GATES_H
#define GATE_GATES_H

#include <stdbool.h>

struct folder;
struct leak_search;
struct manifest;

struct gates {
    const struct folder *staging;
    const char *month;            /* NULL: what is looked at is no month's */
    const struct manifest *added; /* the files to look at, sorted */
    const struct leak_search *search; /* NULL: personal values may stay */
};

/* Runs all of them.  False, with a message for each fault, if one closes;
   messages name the staging folder's path. */
bool gates_pass(const struct gates *gates);

#endif
