/*
 * The files by which a folder is known as one that this program made: where
 * the output lies in the input folder, it is not taken for something sent.
 */
#ifndef BASE_OWN_FOLDERS_H
#define BASE_OWN_FOLDERS_H

#include <stdbool.h>

#define MARK_OF_SITE  "history.jsonl"
#define MARK_OF_BAG   "bagit.txt"
#define MARK_OF_DRAFT ".shiji-draft"
#define MARK_OF_NOTES ".shiji-notes"

enum { OWN_FOLDER_MARKS = 4 };
extern const char *const own_folder_marks[OWN_FOLDER_MARKS];

/* Whether one of them stands in the folder. */
bool own_folders_has(const char *folder);

#endif
