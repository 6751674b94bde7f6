#include "publish/history.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/json.h"

enum { DIGEST_LETTERS = 64, LONGEST_FOLDER = 64 };

static size_t
count_lines(struct text text)
{
    size_t lines = 0;

    for (size_t i = 0; i < text.length; i++)
        lines += text.bytes[i] == '\n';
    return lines;
}

/* Fills a line from its JSON; texts are copied. */
static bool
parse_line(struct arena *arena, struct text text, struct history_line *line)
{
    struct json_t *json = json_parse(text);

    if (json == NULL)
        return false;
    line->month = text_copy(arena, json_get_text(json, "month"));
    line->version = json_get_count(json, "version");
    line->cutoff = text_copy(arena, json_get_text(json, "cutoff"));
    line->digest = text_copy(arena, json_get_text(json, "digest"));
    line->previous = text_copy(arena, json_get_text(json, "previous"));
    line->reason_digest =
        text_copy(arena, json_get_text(json, "reason_sha256"));
    line->reason = text_copy(arena, json_get_text(json, "reason"));
    line->is_withdrawn = json_get(json, "withdrawn") != NULL;
    line->seal = text_copy(arena, json_get_text(json, "seal"));
    json_free(json);
    return line->month.length > 0 && line->digest.length == DIGEST_LETTERS;
}

const struct history_line *
history_of(const struct history *history, struct text month)
{
    for (size_t i = history->count; i-- > 0;)
        if (text_equal(history->lines[i].month, month))
            return &history->lines[i];
    return NULL;
}

/* The newest line, or one that says nothing. */
static struct history_line
last_line(const struct history *history)
{
    if (history->count > 0)
        return history->lines[history->count - 1];
    return (struct history_line){.digest = TEXT(""), .seal = TEXT("")};
}

static void
put_or_null(struct json_t *json, const char *key, struct text value)
{
    if (value.length > 0)
        json_put_text(json, key, value);
    else
        json_put_null(json, key);
}

/* What the seal covers of a line: all in front of it. */
static struct text
sealed_part(struct arena *arena, const struct history_line *line)
{
    struct json_t *json = json_object_new();
    struct text text;

    json_put_text(json, "month", line->month);
    json_put_count(json, "version", line->version);
    if (line->is_withdrawn)
        json_put_bool(json, "withdrawn", true);
    json_put_text(json, "cutoff", line->cutoff);
    json_put_text(json, "digest", line->digest);
    put_or_null(json, "previous", line->previous);
    put_or_null(json, "reason_sha256", line->reason_digest);
    text = json_text(arena, json, true);
    json_free(json);
    return text_slice(text, 0, text.length - 1);
}

static struct text
seal_of(struct arena *arena, struct text seal_before,
        const struct history_line *line)
{
    return digest_sha256(
        arena, text_join(arena, seal_before, sealed_part(arena, line)));
}

/* Without its line feed. */
static struct text
line_text(struct arena *arena, const struct history_line *line)
{
    struct text says = sealed_part(arena, line);
    struct json_t *json = json_object_new();
    struct text tail;

    json_put_text(json, "seal", line->seal);
    if (line->reason.length > 0)
        json_put_text(json, "reason", line->reason);
    tail = json_text(arena, json, true);
    json_free(json);
    return text_format(arena, "%.*s,%.*s", TEXT_ARG(says),
                       TEXT_ARG(text_from(tail, 1)));
}

/* Whether its number may follow what the month has had. */
static bool
is_next(const struct history *history, const struct history_line *line)
{
    const struct history_line *older = history_of(history, line->month);

    if (line->is_withdrawn)
        return older != NULL && !older->is_withdrawn &&
               line->version == older->version;
    return line->version == (older ? older->version + 1 : 1);
}

/* Whether a line may follow those before it. */
static bool
continues(const struct history *history, const struct history_line *line,
          struct text text)
{
    struct history_line last = last_line(history);

    return text_equal(line->previous, last.digest) &&
           text_equal(line->seal, seal_of(history->arena, last.seal, line)) &&
           text_equal(text, line_text(history->arena, line)) &&
           is_next(history, line);
}

size_t
history_parse(struct text text, struct history *history)
{
    size_t lines = count_lines(text);

    history->count = 0;
    history->lines =
        arena_take(history->arena, (lines + 1) * sizeof(*history->lines));
    while (text.length > 0) {
        size_t end = text_find(text, TEXT("\n"));
        struct history_line *line = &history->lines[history->count];

        if (end == text.length ||
            !parse_line(history->arena, text_slice(text, 0, end), line) ||
            !continues(history, line, text_slice(text, 0, end)))
            return history->count + 1;
        history->count++;
        text = text_from(text, end + 1);
    }
    return 0;
}

const struct history_line *
history_standing(const struct history *history, struct text month)
{
    const struct history_line *newest = history_of(history, month);

    return newest == NULL || newest->is_withdrawn ? NULL : newest;
}

const struct history_line *
history_of_path(const struct history *history, const char *path)
{
    for (size_t i = 0; i < history->count; i++) {
        const struct history_line *line = &history->lines[i];
        char folder[LONGEST_FOLDER];
        size_t length =
            (size_t)snprintf(folder, sizeof(folder), "%.*s-v%" PRId64,
                             TEXT_ARG(line->month), line->version);

        if (!line->is_withdrawn && strncmp(path, folder, length) == 0 &&
            (path[length] == '/' || path[length] == '\0'))
            return line;
    }
    return NULL;
}

void
history_copy(struct history *history)
{
    struct history_line *lines =
        arena_take(history->arena, (history->count + 1) * sizeof(*lines));

    if (history->count > 0)
        memcpy(lines, history->lines, history->count * sizeof(*lines));
    history->lines = lines;
}

void
history_add(struct history *history, struct history_line line)
{
    struct arena *arena = history->arena;
    struct history_line last = last_line(history);

    line.previous = last.digest;
    line.reason_digest =
        line.reason.length > 0 ? digest_sha256(arena, line.reason) : TEXT("");
    line.seal = seal_of(arena, last.seal, &line);
    history->lines[history->count++] = line;
}

struct text
history_text(const struct history *history)
{
    struct buffer buffer = {.arena = history->arena};

    for (size_t i = 0; i < history->count; i++) {
        buffer_put(&buffer, line_text(history->arena, &history->lines[i]));
        buffer_put(&buffer, TEXT("\n"));
    }
    return buffer_text(&buffer);
}
