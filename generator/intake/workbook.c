/*
 * The way leads from the relationships of the archive to the workbook part,
 * from its list of sheets by its own relationships to their parts.  Nothing
 * else is followed, so nothing can lead round in a circle.
 */
#include "intake/workbook.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/xml.h"
#include "base/zip_reader.h"
#include "intake/number_format.h"
#include "intake/shared_strings.h"
#include "intake/sheet.h"
#include "intake/workbook_part.h"
#include "intake/workbook_styles.h"

/* What a part refers to. */
struct relation {
    const char *id;
    const char *kind; /* the last word of its type */
    const char *part;
};

struct relations {
    struct arena *arena;
    const char *folder; /* of the part: "xl/" */
    struct relation *items;
    size_t count, room;
};

struct sheet_entry {
    const char *name;
    const char *relation;
    bool is_hidden;
};

struct sheets_reading {
    struct workbook *book;
    struct sheet_entry *items;
    size_t count, room;
    bool is_workbook; /* its outermost element says so */
    size_t depth;
};

static const char *
copy(struct arena *arena, const char *string)
{
    return string != NULL ? arena_copy(arena, string, strlen(string)) : "";
}

/* The target as a name in the archive; steps upward end at its top. */
static const char *
part_name(struct arena *arena, const char *folder, const char *target)
{
    bool is_absolute = target[0] == '/' || target[0] == '\\';
    char *path = arena_take(arena, strlen(folder) + strlen(target) + 1);

    stpcpy(stpcpy(path, is_absolute ? "" : folder), target);
    for (char *c = path; (c = strchr(c, '\\')) != NULL;)
        *c = '/';
    return path_plain(arena, path);
}

static void
start_relation(void *data, const char *name, const char **attributes)
{
    struct relations *relations = data;
    struct arena *arena = relations->arena;
    const char *type = xml_attribute(attributes, "Type");
    const char *target = xml_attribute(attributes, "Target");
    const char *slash = type != NULL ? strrchr(type, '/') : NULL;

    if (strcmp(name, "Relationship") != 0 || slash == NULL || target == NULL)
        return;
    *ARRAY_ADD(arena, relations->items, relations->count, relations->room) =
        (struct relation){copy(arena, xml_attribute(attributes, "Id")),
                          copy(arena, slash + 1),
                          part_name(arena, relations->folder, target)};
}

/* The relationships of a part, or of the archive when its name is empty. */
static bool
read_relations(struct workbook *book, const char *part,
               struct relations *relations)
{
    const char *slash = strrchr(part, '/');
    size_t length = slash != NULL ? (size_t)(slash - part) + 1 : 0;
    const char *name;

    *relations = (struct relations){
        .arena = book->arena, .folder = arena_copy(book->arena, part, length)};
    name = text_format(book->arena, "%s_rels/%s.rels", relations->folder,
                       part + length)
               .bytes;
    return !workbook_has(book, name) ||
           workbook_part(book, name,
                         &(struct xml_handlers){.start = start_relation,
                                                .data = relations});
}

static const struct relation *
find_relation(const struct relations *relations, const char *kind,
              const char *id)
{
    for (size_t i = 0; i < relations->count; i++) {
        const struct relation *relation = &relations->items[i];

        if ((kind == NULL || strcmp(relation->kind, kind) == 0) &&
            (id == NULL || strcmp(relation->id, id) == 0))
            return relation;
    }
    return NULL;
}

/* No office program lets a name have a slash; in the path of the sheet it would
   be one step more. */
static const char *
sheet_name(struct arena *arena, const char *written)
{
    size_t length = written != NULL ? strlen(written) : 0;
    char *name = arena_copy(arena, written, length);

    for (char *c = name; (c = strchr(c, '/')) != NULL;)
        *c = '_';
    return name;
}

/* What programs add of their own has a workbookPr, too, without the dates. */
static void
start_sheet(void *data, const char *name, const char **attributes)
{
    struct sheets_reading *reading = data;
    struct arena *arena = reading->book->arena;
    const char *state = xml_attribute(attributes, "state");
    const char *relation = NULL;

    if (reading->depth++ == 0)
        reading->is_workbook = strcmp(name, "workbook") == 0;
    if (strcmp(name, "workbookPr") == 0)
        reading->book->since_1904 |= workbook_is_set(attributes, "date1904");
    if (strcmp(name, "sheet") != 0)
        return;
    for (const char **a = attributes; *a != NULL; a += 2)
        if (strchr(*a, ':') != NULL && strcmp(strchr(*a, ':'), ":id") == 0)
            relation = a[1];
    *ARRAY_ADD(arena, reading->items, reading->count, reading->room) =
        (struct sheet_entry){
            sheet_name(arena, xml_attribute(attributes, "name")),
            copy(arena, relation),
            state != NULL && strcmp(state, "visible") != 0};
}

static const char *
sheet_path(const struct workbook *book, const char *name)
{
    return text_format(book->arena, "%s#%s", book->file->path, name).bytes;
}

static void
note_sheet(const struct workbook *book, enum rule rule, const char *name)
{
    diag_report(book->diag, rule,
                &(struct finding){.place = {.path = sheet_path(book, name)}});
}

/* One sheet, if it is to be read and holds anything. */
static bool
read_sheet(struct workbook *book, const struct sheet_entry *entry,
           const struct relations *relations, struct source *sheet)
{
    const struct relation *relation =
        find_relation(relations, NULL, entry->relation);

    *sheet = (struct source){.path = sheet_path(book, entry->name),
                             .folder = book->file->folder,
                             .folder_step = book->file->folder_step};
    if (entry->is_hidden) {
        note_sheet(book, RULE_SHEET_HIDDEN, entry->name);
        return true;
    }
    if (relation != NULL && strcmp(relation->kind, "worksheet") != 0) {
        note_sheet(book, RULE_SHEET_OTHER, entry->name);
        return true;
    }
    if (relation == NULL || !workbook_has(book, relation->part))
        return workbook_refuse(
            book, RULE_WORKBOOK_DAMAGED,
            text_format(book->arena,
                        BOTH("没有工作表“%s”的内容",
                             "nothing is there of the sheet \"%s\""),
                        entry->name, entry->name));
    return sheet_read(book, relation->part, sheet);
}

static bool
read_sheets(struct workbook *book, const struct sheets_reading *entries,
            const struct relations *relations, struct source_list *sheets)
{
    bool good = true, has_hidden = false;

    sheets->items =
        arena_take(book->arena, (entries->count + 1) * sizeof(*sheets->items));
    for (size_t i = 0; good && i < entries->count; i++) {
        struct source *sheet = &sheets->items[sheets->count];

        has_hidden = has_hidden || entries->items[i].is_hidden;
        good = read_sheet(book, &entries->items[i], relations, sheet);
        sheets->count += sheet->bytes != NULL;
    }
    if (good && sheets->count == 0)
        good = workbook_refuse(
            book, has_hidden ? RULE_SHEETS_HIDDEN : RULE_FILE_EMPTY, TEXT(""));
    for (size_t i = 0; !good && i < sheets->count; i++)
        source_close(&sheets->items[i]);
    if (!good)
        sheets->count = 0;
    return good;
}

/* What the cells of every sheet refer to; neither has to be there. */
static bool
read_common(struct workbook *book, const struct relations *relations)
{
    const struct relation *strings =
        find_relation(relations, "sharedStrings", NULL);
    const struct relation *styles = find_relation(relations, "styles", NULL);

    return (strings == NULL || !workbook_has(book, strings->part) ||
            shared_strings_read(book, strings->part)) &&
           (styles == NULL || !workbook_has(book, styles->part) ||
            workbook_styles_read(book, styles->part));
}

static bool
read_parts(struct workbook *book, struct source_list *sheets)
{
    struct sheets_reading entries = {.book = book};
    struct relations relations;
    const struct relation *main_part;
    const char *part;

    if (!read_relations(book, "", &relations))
        return false;
    main_part = find_relation(&relations, "officeDocument", NULL);
    part = main_part != NULL ? main_part->part : "xl/workbook.xml";
    if (!workbook_has(book, part) || text_ends(text_of(part), ".bin"))
        return workbook_refuse(book, RULE_FILE_WORKBOOK, TEXT(""));
    if (!workbook_part(
            book, part,
            &(struct xml_handlers){.start = start_sheet, .data = &entries}))
        return false;
    if (!entries.is_workbook)
        return workbook_refuse(book, RULE_FILE_WORKBOOK, TEXT(""));
    return read_relations(book, part, &relations) &&
           read_common(book, &relations) &&
           read_sheets(book, &entries, &relations, sheets);
}

bool
workbook_read(struct arena *arena, const struct source *file, struct diag *diag,
              struct source_list *sheets)
{
    struct workbook book = {.arena = arena, .diag = diag, .file = file};
    bool good = workbook_open(&book);

    *sheets = (struct source_list){0};
    if (!good)
        return false;
    good = read_parts(&book, sheets);
    shared_strings_free(&book);
    free(book.formats);
    zip_reader_close(book.zip);
    return good;
}
