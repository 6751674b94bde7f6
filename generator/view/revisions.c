#include "view/revisions.h"

#include <inttypes.h>
#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "base/wording.h"
#include "view/data.h"
#include "view/figure.h"
#include "view/report.h"
#include "view/view.h"
#include "year/redact.h"

enum { NAMED_MOST = 6 };

/* A value is an integer or a text; none is a dash. */
static struct text
value_of(struct arena *arena, enum language language,
         const struct json_t *figure, const char *key)
{
    struct text text = json_get_text(figure, key);

    if (figure == NULL || json_get(figure, key) == NULL)
        return say(language, WORDING_NO_VALUE);
    return text.length > 0
               ? text_copy(arena, text)
               : text_format(arena, "%" PRId64, json_get_count(figure, key));
}

/* With its ledger: two of them have a 累计提交. */
static struct text
name_of(const struct report *report, const char *id, const struct json_t *shown,
        struct arena *arena)
{
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (strcmp(figures[i].id, id) == 0)
            return figure_name(report, (enum figure_id)i, arena);
    return json_get_text(shown, "label");
}

static void
add_figure(struct json_t *changed, const char *id, const struct json_t *shown,
           struct text name, const struct text values[2])
{
    struct json_t *object = json_object_new();

    json_put_text(object, "figure", text_of(id));
    json_put_text(object, "label", name);
    json_put_text(object, "unit", json_get_text(shown, "unit"));
    json_put_text(object, "published", values[0]);
    json_put_text(object, "now", values[1]);
    json_add(changed, object);
}

/* The figures that one of the two summaries has otherwise, in the order of the
   new one; behind them those that it has no longer. */
static struct json_t *
changed_figures(const struct report *report, const struct json_t *then,
                const struct json_t *now, struct arena *arena)
{
    struct json_t *changed = json_array_new();
    struct json_t *was = json_get(then, "figures");
    struct json_t *is = json_get(now, "figures");
    enum language language = report->language;

    for (const char *id = json_next_key(is, NULL); id != NULL;
         id = json_next_key(is, id)) {
        const struct json_t *figure = json_get(is, id);
        const struct text values[2] = {
            value_of(arena, language, json_get(was, id), "value"),
            value_of(arena, language, figure, "value")};

        if (!text_equal(values[0], values[1]))
            add_figure(changed, id, figure, name_of(report, id, figure, arena),
                       values);
    }
    for (const char *id = json_next_key(was, NULL); id != NULL;
         id = json_next_key(was, id)) {
        const struct json_t *figure = json_get(was, id);
        const struct text values[2] = {
            value_of(arena, language, figure, "value"),
            say(language, WORDING_NO_VALUE)};

        if (json_get(is, id) == NULL)
            add_figure(changed, id, figure, name_of(report, id, figure, arena),
                       values);
    }
    return changed;
}

struct json_t *
revision_json(const struct report *report, const struct json_t *then,
              struct text reason, const char *before)
{
    struct arena *arena = arena_new();
    struct json_t *now = summary_json(report);
    struct json_t *object = json_object_new();

    json_put_count(object, "version", report->issue);
    json_put_text(object, "reason", reason);
    if (before != NULL)
        json_put_text(object, "before",
                      text_format(arena, "%s/index.html", before));
    json_put(object, "figures", changed_figures(report, then, now, arena));
    json_free(now);
    arena_free(arena);
    return object;
}

struct text
revision_figures(struct arena *arena, enum language language,
                 const struct json_t *revision)
{
    const struct json_t *changed = json_get(revision, "figures");
    size_t count = json_size(changed);
    struct text words = TEXT("");

    for (size_t i = 0; i < count && i < NAMED_MOST; i++) {
        const struct json_t *figure = json_at(changed, i);
        struct text one = SAY(arena, language, WORDING_REVISION_FIGURE,
                              json_get_text(figure, "label"),
                              json_get_text(figure, "published"),
                              json_get_text(figure, "now"));

        words = text_format(
            arena, "%.*s%.*s%.*s", TEXT_ARG(words),
            TEXT_ARG(i > 0 ? say(language, WORDING_SENTENCE_COMMA) : TEXT("")),
            TEXT_ARG(one));
    }
    if (count == 0)
        return say(language, WORDING_REVISION_NO_FIGURE);
    return count <= NAMED_MOST ? words
                               : SAY(arena, language, WORDING_REVISION_MORE,
                                     words, text_format(arena, "%zu", count));
}

static struct text
version_words(struct arena *arena, enum language language, int64_t version)
{
    return SAY(arena, language, WORDING_REVISION_VERSION,
               text_format(arena, "%" PRId64, version));
}

/* Nothing leads out of a month in one file. */
static void
fill_before(const struct report *report, const struct json_t *revision,
            const char *root, struct view *view)
{
    struct text before = json_get_text(revision, "before");
    struct view *item;

    view_list(view, "BEFORE");
    if (before.length == 0 || report->is_one_file)
        return;
    item = view_item(view, "BEFORE");
    view_format(item, "FILE", "%s%.*s", root, TEXT_ARG(before));
    view_text(item, "TITLE",
              version_words(view->arena, view->language,
                            json_get_count(revision, "version") - 1));
}

void
revisions_fill(const struct report *report, const struct json_t *revisions,
               const char *root, struct view *view)
{
    struct arena *arena = view->arena;

    view_list(view, "REVISION");
    for (size_t i = json_size(revisions); i-- > 0;) {
        const struct json_t *revision = json_at(revisions, i);
        struct view *item = view_item(view, "REVISION");

        view_text(item, "VERSION_WORDS",
                  version_words(arena, view->language,
                                json_get_count(revision, "version")));
        view_text(
            item, "REASON",
            redact_text(report->privacy,
                        text_copy(arena, json_get_text(revision, "reason")),
                        arena));
        view_text(item, "FIGURES",
                  revision_figures(arena, view->language, revision));
        fill_before(report, revision, root, item);
    }
}
