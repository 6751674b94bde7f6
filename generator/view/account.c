#include "view/account.h"

#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "ledger/book.h"
#include "view/report.h"
#include "year/redact.h"

/* What the whole of one account needs to know. */
struct account {
    const struct book *book;
    enum language language;
    const struct redact *privacy;
    struct text input; /* folder to leave off from paths, or empty */
    struct arena *arena;
};

static bool
is_path_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || strchr("._-/", c) != NULL;
}

/* Takes "folder/" out wherever a path begins with it. */
static struct text
without_folder(struct text text, struct text folder, struct arena *arena)
{
    struct buffer buffer = {.arena = arena};
    struct text start;
    size_t from = 0;
    size_t at = 0;

    while (text_ends(folder, "/"))
        folder.length--;
    start = text_format(arena, "%.*s/", TEXT_ARG(folder));
    if (folder.length == 0 || text_find(text, start) == text.length)
        return text;
    while (at < text.length)
        if (text_starts(text_from(text, at), start.bytes) &&
            (at == 0 || !is_path_byte(text.bytes[at - 1]))) {
            buffer_put(&buffer, text_slice(text, from, at - from));
            at += start.length;
            while (at < text.length && text.bytes[at] == '/')
                at++;
            from = at;
        } else {
            at++;
        }
    buffer_put(&buffer, text_from(text, from));
    return buffer_text(&buffer);
}

static struct text
shown(const struct account *account, struct text text)
{
    text = without_folder(text, account->input, account->arena);
    text = account->privacy ? text_escaped(account->arena, text) : text;
    return account->privacy
               ? redact_text(account->privacy, text, account->arena)
               : text;
}

static void
put_text(const struct account *account, struct json_t *object, const char *key,
         struct text text)
{
    json_put_text(object, key, shown(account, text));
}

bool
account_is_silent_on(enum rule rule)
{
    return rule == RULE_FOLDER_LINKED || rule == RULE_INPUT_LINKED ||
           rule == RULE_FILE_NAME_CODED;
}

struct json_t *
account_rows(const struct row_counts *rows)
{
    struct json_t *object = json_object_new();

    json_put_count(object, "files", (int64_t)rows->files);
    json_put_count(object, "read", (int64_t)rows->read);
    json_put_count(object, "accepted", (int64_t)rows->accepted);
    json_put_count(object, "rejected", (int64_t)rows->rejected);
    json_put_count(object, "duplicate", (int64_t)rows->duplicate);
    json_put_count(object, "superseded", (int64_t)rows->superseded);
    json_put_count(object, "skipped", (int64_t)rows->skipped);
    return object;
}

size_t
account_unread(const struct book *book)
{
    size_t unread = 0;

    for (size_t i = 0; i < book->file_count; i++)
        unread += book->files[i].ledger < 0;
    return unread;
}

long
account_balance(const struct row_counts *rows)
{
    return (long)rows->read - (long)rows->accepted - (long)rows->rejected -
           (long)rows->duplicate - (long)rows->superseded;
}

static struct json_t *
skipped_json(const struct input_file *export)
{
    struct json_t *array = json_array_new();

    for (size_t i = 0; i < export->skipped_count; i++) {
        struct json_t *object = json_object_new();

        json_put_count(object, "line", export->skipped[i].line);
        if (export->skipped[i].to > export->skipped[i].line)
            json_put_count(object, "to", export->skipped[i].to);
        json_put_text(object, "reason",
                      text_of(skip_reason_ids[export->skipped[i].reason]));
        json_add(array, object);
    }
    return array;
}

/* What stood above the header, as far as it was given. */
static struct json_t *
notes_json(const struct account *account, const struct input_file *export)
{
    struct json_t *object = json_object_new();

    if (export->unit.length > 0 && export->ledger >= 0)
        put_text(account, object, "unit", export->unit);
    if (date_is_given(export->as_of))
        json_put_text(object, "as_of",
                      date_text(account->arena, export->as_of));
    return object;
}

static struct json_t *
file_json(const struct account *account, const struct input_file *export)
{
    struct json_t *object = json_object_new();
    bool is_accepted = export->ledger >= 0;
    size_t stated = export->delimiter != '\0';

    put_text(account, object, "path", text_of(export->source.path));
    if (is_accepted)
        json_put_text(object, "ledger", text_of(ledgers[export->ledger]->name));
    else
        json_put_null(object, "ledger");
    json_put_text(object, "status",
                  is_accepted ? TEXT("accepted") : TEXT("rejected"));
    json_put_text(object, "encoding",
                  text_of(encoding_name(export->source.encoding)));
    json_put_text(object, "delimiter",
                  (struct text){&export->delimiter, stated});
    json_put_count(object, "header_line", export->header_line);
    json_put(object, "rows", account_rows(&export->rows));
    json_put(object, "skipped", skipped_json(export));
    json_put(object, "notes", notes_json(account, export));
    return object;
}

/* Whether the file the message is about was read as a ledger, or is none. */
static bool
is_of_accepted(const struct book *book, const struct finding *finding)
{
    const char *path = finding->place.path ? finding->place.path : "";

    for (size_t i = 0; i < book->file_count; i++)
        if (strcmp(book->files[i].source.path, path) == 0)
            return book->files[i].ledger >= 0;
    return true;
}

/* In public neither a cell's value nor a title of a file that was not
   accepted. */
static struct account_message
told(const struct account *account, const struct message *message)
{
    const struct finding *finding = &message->finding;
    struct arena *arena = account->arena;
    enum language language = account->language;

    if (account->privacy == NULL || !redact_is_public(account->privacy))
        return (struct account_message){
            shown(account, finding->title), shown(account, finding->value),
            shown(account, message_wording(arena, message, language)),
            shown(account, message_advice(arena, message, language))};
    return (struct account_message){
        is_of_accepted(account->book, finding) ? shown(account, finding->title)
                                               : TEXT(""),
        TEXT(""),
        shown(account, message_public_wording(arena, message, language)),
        shown(account, message_public_advice(arena, message, language))};
}

static struct json_t *
message_json(const struct account *account, const struct message *message)
{
    const struct finding *finding = &message->finding;
    const struct rule_entry *rule = &rules[message->rule];
    struct arena *arena = account->arena;
    struct json_t *object = json_object_new();
    struct account_message said = told(account, message);
    const char *path = finding->place.path ? finding->place.path : "";

    put_text(account, object, "path", text_of(path));
    json_put_count(object, "line", finding->place.line);
    json_put_count(object, "field", finding->place.field);
    json_put_text(object, "cell", place_cell(arena, finding->place));
    json_put_text(object, "severity", text_of(severity_name(rule->severity)));
    json_put_text(object, "rule", text_of(rule->id));
    json_put_text(object, "title", said.title);
    json_put_text(object, "value", said.value);
    json_put_text(object, "text", said.text);
    json_put_text(object, "advice", said.advice);
    if (message->more > 0)
        json_put_count(object, "more", (int64_t)message->more);
    return object;
}

static struct json_t *
account_new(const struct account *account, struct diag *diag)
{
    const struct book *book = account->book;
    struct json_t *object = json_object_new();
    struct json_t *files = json_array_new();
    struct json_t *messages = json_array_new();
    size_t count;
    const struct message *all = diag_messages(diag, &count);

    json_put_text(object, "format", TEXT("shiji-check/1"));
    json_put(object, "rows", account_rows(&book->rows));
    for (size_t i = 0; i < book->file_count; i++)
        json_add(files, file_json(account, &book->files[i]));
    json_put(object, "files", files);
    for (size_t i = 0; i < count; i++)
        if (account->privacy == NULL || !account_is_silent_on(all[i].rule))
            json_add(messages, message_json(account, &all[i]));
    json_put(object, "messages", messages);
    arena_free(account->arena);
    return object;
}

struct json_t *
account_json(const struct book *book, struct diag *diag, enum language language,
             const struct redact *privacy)
{
    struct account account = {
        .book = book,
        .language = language,
        .privacy = privacy,
        .arena = arena_new(),
    };

    return account_new(&account, diag);
}

struct json_t *
account_of_report(const struct report *report)
{
    struct account account = {
        .book = report->book,
        .language = report->language,
        .privacy = report->privacy,
        .input = report->input,
        .arena = arena_new(),
    };

    return account_new(&account, report->diag);
}

struct account_message
account_message(const struct report *report, const struct message *message,
                struct arena *arena)
{
    struct account account = {
        .book = report->book,
        .language = report->language,
        .privacy = report->privacy,
        .input = report->input,
        .arena = arena,
    };

    return told(&account, message);
}

struct text
account_text(const struct report *report, struct text text, struct arena *arena)
{
    struct account account = {
        .privacy = report->privacy,
        .input = report->input,
        .arena = arena,
    };

    return shown(&account, text);
}
