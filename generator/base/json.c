#include "base/json.h"

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/arena.h"

static void *
take(size_t size)
{
    return arena_must(malloc(size > 0 ? size : 1));
}

void
json_prepare(void)
{
    json_set_alloc_funcs(take, free);
}

struct json_t *
json_object_new(void)
{
    return arena_must(json_object());
}

struct json_t *
json_array_new(void)
{
    return arena_must(json_array());
}

void
json_free(struct json_t *json)
{
    json_decref(json);
}

static json_t *
string_of(struct text value)
{
    return arena_must(
        json_stringn(value.bytes ? value.bytes : "", value.length));
}

void
json_put(struct json_t *object, const char *key, struct json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        arena_must(NULL);
}

void
json_put_text(struct json_t *object, const char *key, struct text value)
{
    json_put(object, key, string_of(value));
}

void
json_put_count(struct json_t *object, const char *key, int64_t value)
{
    json_put(object, key, arena_must(json_integer(value)));
}

void
json_put_null(struct json_t *object, const char *key)
{
    json_put(object, key, json_null());
}

void
json_put_bool(struct json_t *object, const char *key, bool value)
{
    json_put(object, key, json_boolean(value));
}

void
json_add(struct json_t *array, struct json_t *value)
{
    if (json_array_append_new(array, value) != 0)
        arena_must(NULL);
}

void
json_add_text(struct json_t *array, struct text value)
{
    json_add(array, string_of(value));
}

void
json_add_count(struct json_t *array, int64_t value)
{
    json_add(array, arena_must(json_integer(value)));
}

struct json_t *
json_copied(const struct json_t *json)
{
    return json_deep_copy(json);
}

struct text
json_text(struct arena *arena, const struct json_t *json, bool compact)
{
    char *dumped =
        arena_must(json_dumps(json, compact ? JSON_COMPACT : JSON_INDENT(2)));
    struct text text =
        text_join(arena, text_of(dumped), text_of(compact ? "" : "\n"));

    free(dumped);
    return text;
}

struct json_t *
json_parse(struct text text)
{
    return json_loadb(text.bytes ? text.bytes : "", text.length, 0, NULL);
}

struct json_t *
json_get(const struct json_t *object, const char *key)
{
    return json_object_get(object, key);
}

struct text
json_as_text(const struct json_t *value)
{
    if (!json_is_string(value))
        return text_of("");
    return (struct text){json_string_value(value), json_string_length(value)};
}

struct text
json_get_text(const struct json_t *object, const char *key)
{
    return json_as_text(json_object_get(object, key));
}

int64_t
json_get_count(const struct json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

size_t
json_size(const struct json_t *array)
{
    return json_array_size(array);
}

struct json_t *
json_at(const struct json_t *array, size_t index)
{
    return json_array_get(array, index);
}

const char *
json_next_key(struct json_t *object, const char *key)
{
    void *at = key ? json_object_iter_next(object, json_object_key_to_iter(key))
                   : json_object_iter(object);

    return at ? json_object_iter_key(at) : NULL;
}
