#include "view/dataset.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "view/data.h"
#include "view/report.h"
#include "year/year.h"

static struct json_t *
distribution_json(const struct report *report, struct arena *arena)
{
    struct json_t *array = json_array_new();

    for (int ledger = 0; ledger < LEDGER_COUNT; ledger++) {
        const struct ledger_type *type = ledgers[ledger];
        struct json_t *object;

        if (!download_has(report, ledger))
            continue;
        object = json_object_new();
        json_put_text(object, "@type", TEXT("DataDownload"));
        json_put_text(
            object, "name",
            text_of(report->language == ZH ? type->title : type->english));
        json_put_text(object, "encodingFormat", TEXT("text/csv"));
        json_put_text(object, "contentUrl", download_file(ledger, arena));
        json_add(array, object);
    }
    return array;
}

/* Nothing in it may end the element it stands in, or begin another. */
static struct text
without_brackets(struct text json, struct arena *arena)
{
    struct buffer safe = {.arena = arena};

    for (size_t i = 0; i < json.length; i++) {
        char byte = json.bytes[i];

        if (byte == '<' || byte == '>' || byte == '&')
            buffer_put(&safe, text_format(arena, "\\u%04x", (unsigned)byte));
        else
            buffer_put(&safe, text_slice(json, i, 1));
    }
    return buffer_text(&safe);
}

static struct json_t *
named(const char *type, struct text name)
{
    struct json_t *object = json_object_new();

    json_put_text(object, "@type", text_of(type));
    json_put_text(object, "name", name);
    return object;
}

struct text
dataset_text(const struct report *report, const struct dataset_words *words,
             struct arena *arena)
{
    const struct year *year = report->year;
    struct json_t *object = json_object_new();
    struct text text;

    json_put_text(object, "@context", TEXT("https://schema.org"));
    json_put_text(object, "@type", TEXT("Dataset"));
    json_put_text(object, "name", words->name);
    json_put_text(object, "description", words->description);
    json_put_text(object, "inLanguage",
                  report->language == ZH ? TEXT("zh-CN") : TEXT("en"));
    json_put_text(object, "temporalCoverage",
                  text_format(arena, "%.*s-01/%.*s",
                              TEXT_ARG(month_text(arena, year->start)),
                              TEXT_ARG(date_text(arena, year->cutoff))));
    json_put_text(object, "version",
                  text_format(arena, "%d", (int)report->issue));
    json_put_text(object, "dateModified", report->updated);
    if (words->creator.length > 0)
        json_put(object, "creator", named("Organization", words->creator));
    if (words->district.length > 0)
        json_put(object, "spatialCoverage", named("Place", words->district));
    json_put_bool(object, "isAccessibleForFree", true);
    json_put(object, "distribution", distribution_json(report, arena));
    text = without_brackets(json_text(arena, object, true), arena);
    json_free(object);
    return text;
}
