/*
 * Makes a file that holds many pages stand alone: what led from one page to
 * another leads to its place in the file, and what leads elsewhere is no link
 * any more.
 *
 * In HTML a page is a section with data-part="problems"; that becomes its id,
 * ids in it get "problems." before them, and its headings go one level down.
 * In Markdown a page begins with <!-- part: problems --> and its title; links
 * lead to the anchors GitHub gives to titles (base/heading_ids.h).
 */
#ifndef RENDER_SINGLE_FILE_H
#define RENDER_SINGLE_FILE_H

#include "base/text.h"

struct arena;

/* Both take what our own templates make: quoted attributes, escaped text. */
struct text single_file_html(struct arena *arena, struct text html);
struct text single_file_markdown(struct arena *arena, struct text markdown);

#endif
