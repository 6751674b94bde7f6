#include "publish/history.h"

#include "base/arena.h"
#include "base/digest.h"
#include "base/json.h"

enum { DIGEST_LETTERS = 64 };

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
    line->reason = text_copy(arena, json_get_text(json, "reason"));
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

/* The line sealed: what it says, without its last brace, then the seal. */
static struct text
sealed(const struct history *history, struct text says)
{
    struct arena *arena = history->arena;
    struct text seal =
        digest_sha256(arena, text_join(arena, last_line(history).seal, says));

    return text_format(arena, "%.*s,\"seal\":\"%.*s\"}", TEXT_ARG(says),
                       TEXT_ARG(seal));
}

/* Whether a line may follow those before it. */
static bool
continues(const struct history *history, const struct history_line *line,
          struct text text)
{
    const struct history_line *older = history_of(history, line->month);
    size_t end = text_find(text, TEXT(",\"seal\":"));

    return text_equal(line->previous, last_line(history).digest) &&
           text_equal(text, sealed(history, text_slice(text, 0, end))) &&
           line->version == (older ? older->version + 1 : 1);
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

static void
put_or_null(struct json_t *json, const char *key, struct text value)
{
    if (value.length > 0)
        json_put_text(json, key, value);
    else
        json_put_null(json, key);
}

struct text
history_append(const struct history *history, struct history_line line)
{
    struct json_t *json = json_object_new();
    struct text text;

    line.previous = last_line(history).digest;
    json_put_text(json, "month", line.month);
    json_put_count(json, "version", line.version);
    json_put_text(json, "cutoff", line.cutoff);
    json_put_text(json, "digest", line.digest);
    put_or_null(json, "previous", line.previous);
    put_or_null(json, "reason", line.reason);
    text = json_text(history->arena, json, true);
    json_free(json);
    text = sealed(history, text_slice(text, 0, text.length - 1));
    return text_join(history->arena, text, TEXT("\n"));
}
