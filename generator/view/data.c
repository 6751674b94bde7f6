#include "view/data.h"

#include "base/arena.h"
#include "base/json.h"
#include "view/account.h"
#include "view/report.h"

/* The files that every month has come first, then the ledgers' CSVs. */
enum { SUMMARY, QUALITY, PACKAGE, FIXED_FILES };

size_t
data_count(const struct report *report)
{
    size_t count = FIXED_FILES;

    for (int ledger = 0; ledger < LEDGER_COUNT; ledger++)
        count += download_has(report, ledger);
    return count;
}

static struct text
written(struct arena *arena, struct json_t *json)
{
    struct text text = json_text(arena, json, false);

    json_free(json);
    return text;
}

static void
make_csv(const struct report *report, size_t number, struct arena *arena,
         struct data_file *file)
{
    int ledger = 0;

    while (!download_has(report, ledger) || number-- > 0)
        ledger++;
    file->name = text_format(arena, "%s.csv", ledgers[ledger]->name);
    file->content = download_csv(report, ledger, arena);
}

void
data_make(const struct report *report, size_t number, struct arena *arena,
          struct data_file *file)
{
    switch (number) {
    case SUMMARY:
        file->name = TEXT("summary.json");
        file->content = written(arena, summary_json(report));
        break;
    case QUALITY:
        file->name = TEXT("quality.json");
        file->content = written(arena, account_of_report(report));
        break;
    case PACKAGE:
        file->name = TEXT("datapackage.json");
        file->content = written(arena, datapackage_json(report));
        break;
    default:
        make_csv(report, number - FIXED_FILES, arena, file);
    }
}
