/*
 * How a finding reads: as a line for people and editors, and as JSON.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/wording.h"

const char *
severity_name(enum severity severity)
{
    return severity == NOTE      ? "note"
           : severity == WARNING ? "warning"
                                 : "error";
}

struct text
place_cell(struct arena *arena, struct place place)
{
    char letters[8];
    size_t start = sizeof(letters);

    if (place.field == 0 || place.row == 0)
        return text_of("");
    for (uint32_t rest = place.field; rest > 0; rest = (rest - 1) / 26)
        letters[--start] = (char)('A' + (rest - 1) % 26);
    return text_format(arena, "%.*s%u", (int)(sizeof(letters) - start),
                       letters + start, place.row);
}

struct text
place_within(struct arena *arena, struct place place, enum language language)
{
    struct text cell = place_cell(arena, place);

    if (cell.length > 0 || place.line == 0)
        return cell;
    return SAY(arena, language, WORDING_PLACE_ROW,
               text_format(arena, "%u", place.row ? place.row : place.line));
}

/* A detail with one of the languages of each BOTH. */
static struct text
in_language(struct arena *arena, struct text detail, enum language language)
{
    struct text said = text_of("");

    while (detail.length > 0) {
        size_t start = text_find(detail, TEXT("\x1e"));
        size_t middle = text_find(detail, TEXT("\x1f"));
        size_t end = text_find(detail, TEXT("\x1d"));

        said = text_join(arena, said, text_slice(detail, 0, start));
        if (start >= middle || middle >= end || end == detail.length)
            return text_join(arena, said, text_from(detail, start));
        said = text_join(
            arena, said,
            language == EN ? text_slice(detail, middle + 1, end - middle - 1)
                           : text_slice(detail, start + 1, middle - start - 1));
        detail = text_from(detail, end + 1);
    }
    return said;
}

static struct text
filled(struct arena *arena, const char *wording, const struct text *detail,
       enum language language, bool is_public)
{
    struct text said = text_of("");

    for (const char *from = wording; *from != '\0';) {
        const char *mark = strchr(from, '%');
        size_t plain = mark ? (size_t)(mark - from) : strlen(from);
        bool is_quote;
        char number;

        said = text_join(arena, said, (struct text){from, plain});
        from += plain;
        if (mark == NULL)
            break;
        is_quote = from[1] == 'q';
        number = from[is_quote ? 2 : 1];
        if (number >= '1' && number < '1' + DETAILS) {
            said = text_join(
                arena, said,
                is_quote && is_public
                    ? TEXT("…")
                    : in_language(arena, detail[number - '1'], language));
            from += is_quote ? 3 : 2;
        } else {
            said = text_join(arena, said, TEXT("%"));
            from++;
        }
    }
    return said;
}

struct text
message_wording(struct arena *arena, const struct message *message,
                enum language language)
{
    return filled(arena, rules[message->rule].words[language].wording,
                  message->finding.detail, language, false);
}

struct text
message_advice(struct arena *arena, const struct message *message,
               enum language language)
{
    return filled(arena, rules[message->rule].words[language].advice,
                  message->finding.detail, language, false);
}

struct text
message_public_wording(struct arena *arena, const struct message *message,
                       enum language language)
{
    return filled(arena, rules[message->rule].words[language].wording,
                  message->finding.detail, language, true);
}

struct text
message_public_advice(struct arena *arena, const struct message *message,
                      enum language language)
{
    return filled(arena, rules[message->rule].words[language].advice,
                  message->finding.detail, language, true);
}

/* Line breaks and other control characters, and those that reverse the
   direction of writing, would let a cell change what the reader sees. */
static void
print_tame(FILE *stream, struct text text)
{
    size_t offset = 0, start = 0;

    for (int32_t c; (c = text_next(text, &offset)) >= 0; start = offset) {
        bool wild = c < 0x20 || (c >= 0x7F && c < 0xA0) ||
                    (c >= 0x200B && c <= 0x200F) ||
                    (c >= 0x2028 && c <= 0x202E) ||
                    (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;

        if (wild && c < 0x100)
            fprintf(stream, "\\x%02X", (unsigned)c);
        else if (wild)
            fprintf(stream, "\\u%04X", (unsigned)c);
        else
            fwrite(text.bytes + start, 1, offset - start, stream);
    }
}

struct text
message_tame(struct arena *arena, struct text text)
{
    char *bytes = NULL;
    size_t length;
    FILE *stream = arena_must(open_memstream(&bytes, &length));
    struct text tame;

    print_tame(stream, text);
    fclose(stream);
    tame = text_copy(arena, (struct text){bytes, length});
    free(bytes);
    return tame;
}

/* "x.xlsx:表名:E15", or the row where it is all of it: a sheet has no lines. */
static void
print_sheet_place(FILE *stream, struct place place, const char *sheet)
{
    struct arena *arena = arena_new();
    struct text cell = place_cell(arena, place);

    print_tame(stream, (struct text){place.path, (size_t)(sheet - place.path)});
    fputc(':', stream);
    print_tame(stream, text_of(sheet + 1));
    if (cell.length > 0)
        fprintf(stream, ":%.*s", TEXT_ARG(cell));
    else if (place.line > 0)
        fprintf(stream, ":%u", place.row > 0 ? place.row : place.line);
    arena_free(arena);
}

static void
print_place(FILE *stream, struct place place)
{
    const char *sheet = path_sheet(place.path);

    if (sheet != NULL) {
        print_sheet_place(stream, place, sheet);
        return;
    }
    print_tame(stream, text_of(place.path[0] ? place.path : "shiji"));
    if (place.line > 0 && place.field > 0)
        fprintf(stream, ":%u:%u", place.line, place.field);
    else if (place.line > 0)
        fprintf(stream, ":%u", place.line);
}

/* The severity is in words; colour only helps to find it. */
static void
print_severity(FILE *stream, enum severity severity, bool is_coloured)
{
    const char *colour = severity == NOTE      ? "36"
                         : severity == WARNING ? "33"
                                               : "31";

    if (is_coloured)
        fprintf(stream, "\x1b[1;%sm%s\x1b[0m", colour, severity_name(severity));
    else
        fputs(severity_name(severity), stream);
}

static void
print_message(FILE *stream, const struct message *message,
              const struct diag_look *look)
{
    const struct finding *finding = &message->finding;
    struct arena *arena = arena_new();
    struct text cell = place_cell(arena, finding->place);
    struct text subject[2] = {cell, finding->title};
    bool named = false;

    print_place(stream, finding->place);
    fputs(": ", stream);
    print_severity(stream, rules[message->rule].severity, look->is_coloured);
    fputs(": ", stream);
    for (int i = 0; i < 2; i++)
        if (subject[i].length > 0) {
            fputs(named ? " " : "", stream);
            print_tame(stream, subject[i]);
            named = true;
        }
    if (finding->value.length > 0) {
        fputs(named ? " \"" : "\"", stream);
        print_tame(stream, finding->value);
        fputc('"', stream);
        named = true;
    }
    fputs(named ? ": " : "", stream);
    print_tame(stream, message_wording(arena, message, look->language));
    fprintf(stream, " [%s]; ", rules[message->rule].id);
    print_tame(stream, message_advice(arena, message, look->language));
    fputc('\n', stream);
    arena_free(arena);
}

static void
print_rest(FILE *stream, const struct message *message, size_t rest,
           enum language language)
{
    const char *id = rules[message->rule].id;
    struct arena *arena = arena_new();
    struct text count = text_format(arena, "%zu", rest);
    struct text said = SAY(arena, language, WORDING_MESSAGES_REST, count);

    print_tame(stream, text_of(message->finding.place.path));
    fprintf(stream, ": note: %.*s [%s]\n", TEXT_ARG(said), id);
    arena_free(arena);
}

/* Of one file: what was shown and what was not, by rule. */
struct figure_marks {
    size_t shown[RULE_COUNT];
    size_t hidden[RULE_COUNT];
};

static void
print_hidden(FILE *stream, const struct message *any, struct figure_marks *file,
             enum language language)
{
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (file->hidden[rule] > 0) {
            struct message last = *any;

            last.rule = (enum rule)rule;
            print_rest(stream, &last, file->hidden[rule], language);
        }
    memset(file, 0, sizeof(*file));
}

void
diag_print_as(struct diag *diag, FILE *stream, const struct diag_look *look)
{
    size_t count;
    const struct message *messages = diag_messages(diag, &count);
    struct figure_marks file;

    memset(&file, 0, sizeof(file));
    for (size_t i = 0; i < count; i++) {
        const struct message *message = &messages[i];
        const char *path = message->finding.place.path;

        if (rules[message->rule].severity >= look->least) {
            if (file.shown[message->rule]++ < look->most_per_rule)
                print_message(stream, message, look);
            else
                file.hidden[message->rule]++;
            file.hidden[message->rule] += message->more;
        }
        if (i + 1 == count ||
            strcmp(path, messages[i + 1].finding.place.path) != 0)
            print_hidden(stream, message, &file, look->language);
    }
}

void
diag_print(struct diag *diag, FILE *stream, enum language language,
           size_t most_per_rule)
{
    diag_print_as(diag, stream,
                  &(struct diag_look){language, most_per_rule, NOTE, false});
}
