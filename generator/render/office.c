#include "render/office.h"

#include <errno.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/errno_words.h"
#include "base/zip_writer.h"
#include "render/template.h"

/* What a program looks for first stands first. */
static const struct office_part workbook_parts[] = {
    {"[Content_Types].xml", "tables/content_types"},
    {"_rels/.rels", "tables/relationships"},
    {"docProps/core.xml", "tables/core"},
    {"xl/workbook.xml", "tables/workbook"},
    {"xl/_rels/workbook.xml.rels", "tables/workbook_relationships"},
    {"xl/styles.xml", "tables/styles"},
};

bool
office_expand(const struct office *office, const char *path,
              const struct view *view, struct text *made)
{
    const struct template_names names = {office->templates, path, "xml"};
    struct template_made whole;
    bool good =
        template_expand(office->arena, &names, view, office->diag, &whole);

    *made = whole.text;
    return good;
}

bool
office_put(const struct office *office, const struct office_part *parts,
           size_t count, const struct view *view)
{
    for (size_t i = 0; i < count; i++) {
        struct text made;

        if (!office_expand(office, parts[i].path, view, &made) ||
            !zip_writer_put(office->zip, parts[i].name, made))
            return false;
    }
    return true;
}

bool
office_is_good(const struct office *office, bool good, const char *path)
{
    if (!good && zip_writer_is_too_large(office->zip))
        errno_report(office->diag, RULE_FILE_UNWRITABLE, path, EFBIG);
    return good;
}

const char *
office_sheet_name(const struct office *office, size_t number)
{
    return text_format(office->arena, "xl/worksheets/sheet%zu.xml", number)
        .bytes;
}

bool
office_put_workbook(const struct office *office, const struct view *view)
{
    return office_put(office, workbook_parts,
                      sizeof(workbook_parts) / sizeof(workbook_parts[0]), view);
}
