/*
 * Where a user who names no folder has the ledgers.
 */
#ifndef CLI_LEDGER_FOLDER_H
#define CLI_LEDGER_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "base/language.h"
#include "base/text.h"

struct job;

struct ledger_folder {
    const char *path;
    size_t files;
    struct month newest; /* month folder; number 0: there is none */
};

/* What lies in the folder; false, without a message, if it is none.  With path
   NULL, in a folder that usually holds ledgers; false if none does. */
bool ledger_folder_find(struct job *job, const char *path,
                        struct ledger_folder *found);

/* The folder as a sentence names it: 本文件夹 for the one we are in. */
struct text ledger_folder_words(const char *path, enum language language);

/* What was found and what to type next; false if there is no ledger here. */
bool ledger_folder_say(struct job *job);

#endif
