/*
 * What a page says: names with texts or lists of further views.
 *
 * A template sees nothing else.  A name not set here is an error when a
 * template asks for it; an empty list hides its section.
 */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/language.h"
#include "base/text.h"

struct arena;

enum view_kind { VIEW_TEXT, VIEW_LIST, VIEW_PART };

struct view_name {
    const char *name; /* a literal; compared by content */
    size_t length;    /* of the name */
    struct view_name *next;
    enum view_kind kind;
    struct text text;
    struct view *first, *last; /* of a list */
};

struct view {
    struct arena *arena;
    enum language language;
    struct view_name *first, *last;
    struct view *next; /* in the list it is an item of */
};

struct view *view_new(struct arena *arena, enum language language);

/* The text is borrowed and must live as long as the view's arena. */
void view_text(struct view *view, const char *name, struct text text);

/* A text beside the list that has it whole: as much of it as tells which
   record is meant. */
void view_brief(struct view *view, const char *name, struct text text);
void view_count(struct view *view, const char *name, int64_t count);
void view_format(struct view *view, const char *name, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sets an empty list, so that the name is known; view_item adds to it (and
   sets it first if need be). */
void view_list(struct view *view, const char *name);
struct view *view_item(struct view *view, const char *name);

/* Adds an item made before. */
void view_append(struct view *view, const char *name, struct view *item);

/* A list of one empty item when on, of none when off: {{#IS_OPEN}}. */
void view_flag(struct view *view, const char *name, bool on);

/* {{>RECORDS}} as it has been made before: put in as it is, not escaped. */
void view_part(struct view *view, const char *name, struct text made);

/* What of each kind has the name; NULL if nothing has. */
const struct view_name *view_find_text(const struct view *view,
                                       const char *name);
const struct view_name *view_find_list(const struct view *view,
                                       const char *name);

/* The same for a name that a template gives, which ends where it says. */
const struct view_name *view_find(const struct view *view, struct text name,
                                  enum view_kind kind);

/* "MONTH[3].SOLVED = 1", a line each, for tests and templates/README.md. */
void view_dump(const struct view *view, FILE *stream);

#endif
