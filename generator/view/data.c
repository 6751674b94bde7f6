#include "view/data.h"

#include "base/arena.h"
#include "base/json.h"
#include "view/account.h"
#include "view/report.h"

static struct text
written(struct arena *arena, struct json_t *json)
{
    struct text text = json_text(arena, json, false);

    json_free(json);
    return text;
}

void
data_make(const struct report *report, size_t number, struct arena *arena,
          struct data_file *file)
{
    static struct json_t *(*const make[DATA_FILES])(const struct report *) = {
        summary_json, account_of_report, datapackage_json};
    static const char *const names[DATA_FILES] = {
        "summary.json", "quality.json", "datapackage.json"};

    file->name = text_of(names[number]);
    file->content = written(arena, make[number](report));
}
