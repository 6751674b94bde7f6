/*
 * JSON, written in the order things are put in (Jansson's door).
 *
 * Objects and arrays own what is put into them; whoever made the outermost
 * one frees it.  Reading is for files shiji wrote itself.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct arena;
struct json_t;

/* Called once, at the start of the program: without memory it ends as an arena
   does, and no function here fails for want of it. */
void json_prepare(void);

struct json_t *json_object_new(void);
struct json_t *json_array_new(void);
struct json_t *json_copied(const struct json_t *json); /* with all it holds */
void json_free(struct json_t *json);

/* Members of an object.  key is borrowed for the call. */
void json_put_text(struct json_t *object, const char *key, struct text value);
void json_put_count(struct json_t *object, const char *key, int64_t value);
void json_put_null(struct json_t *object, const char *key);
void json_put_bool(struct json_t *object, const char *key, bool value);
void json_put(struct json_t *object, const char *key, struct json_t *value);

/* Elements of an array. */
void json_add(struct json_t *array, struct json_t *value);
void json_add_text(struct json_t *array, struct text value);
void json_add_count(struct json_t *array, int64_t value);

/* Indented by two, ending in a line feed; one line without indent if
   compact.  Taken from the arena. */
struct text json_text(struct arena *arena, const struct json_t *json,
                      bool compact);

/* NULL if the text is not one JSON value. */
struct json_t *json_parse(struct text text);

/* Reading: NULL, an empty text or 0 when there is no such member. */
struct json_t *json_get(const struct json_t *object, const char *key);
struct text json_get_text(const struct json_t *object, const char *key);
int64_t json_get_count(const struct json_t *object, const char *key);
size_t json_size(const struct json_t *array);
struct json_t *json_at(const struct json_t *array, size_t index);
struct text json_as_text(const struct json_t *value);

/* An object's keys in the order they were put in: the first for NULL, then
   the one behind the key given last; NULL at the end. */
const char *json_next_key(struct json_t *object, const char *key);

#endif
