/*
 * Proof-reading of what is published besides cells: the text of the templates
 * and the paragraph written by hand, for the wordings that the office wants
 * mended (codes/replacements.csv).
 */
#ifndef CLI_WORDING_CHECK_H
#define CLI_WORDING_CHECK_H

#include "base/text.h"

struct codes;
struct job;

/* Tells each wording at its line.  The path is borrowed and lives as long as
   the messages. */
void wording_check_text(struct job *job, const struct codes *codes,
                        const char *path, struct text text);

/* Every layout, page and part of the templates. */
void wording_check_templates(struct job *job, const struct codes *codes);

#endif
