#include "render/brief_file.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/zip_writer.h"
#include "render/office.h"

static const struct office_part parts[] = {
    {"[Content_Types].xml", "brief/content_types"},
    {"_rels/.rels", "brief/relationships"},
    {"docProps/core.xml", "tables/core"},
    {"word/document.xml", "brief/document"},
    {"word/_rels/document.xml.rels", "brief/document_relationships"},
    {"word/styles.xml", "brief/styles"},
    {"word/settings.xml", "brief/settings"},
    {"word/fontTable.xml", "brief/fonts"},
    {"word/footer1.xml", "brief/footer_odd"},
    {"word/footer2.xml", "brief/footer_even"},
};

static bool
gather(void *data, struct text piece)
{
    buffer_put(data, piece);
    return true;
}

bool
brief_file_make(struct arena *arena, const char *templates,
                const struct view *view, struct diag *diag, struct text *file)
{
    struct buffer bytes = {.arena = arena};
    const struct zip_target target = {gather, &bytes};
    const struct office office = {arena, templates, diag,
                                  zip_writer_new(arena, &target)};
    bool good =
        office_put(&office, parts, sizeof(parts) / sizeof(parts[0]), view) &&
        zip_writer_finish(office.zip);

    *file = buffer_text(&bytes);
    return good;
}
