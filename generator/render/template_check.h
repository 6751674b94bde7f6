/*
 * Templates as a whole, before anything is made of them: what a template may
 * not do is refused before a file is written.
 */
#ifndef RENDER_TEMPLATE_CHECK_H
#define RENDER_TEMPLATE_CHECK_H

#include <stdbool.h>

struct arena;
struct diag;

/* Whether every template of the folder is a plain file of UTF-8 that leaves
   escaping on and does not include itself, be it by way of others.  False,
   with a message naming each that does not.  A folder that is not there is
   found when it is used; what is built in was checked before.  The arena lives
   as long as the diag. */
bool template_check(struct arena *arena, const char *templates,
                    struct diag *diag);

#endif
