/*
 * The whole month in one file: every page, one behind the other.
 */
#ifndef PAGE_SINGLE_FILE_H
#define PAGE_SINGLE_FILE_H

struct report;
struct view;

/* Sets PAGE, an item for each page with the names of that page, its FILE's
   STEM and its template's name BODY; IS_CHAPTER marks those a reader goes to
   from the navigation, which has no other.  The report says is_one_file. */
void single_file_fill(const struct report *report, struct view *view);

#endif
