/*
 * shiji columns FILE…: what each title of these files means.
 */
#ifndef CLI_FILE_TITLES_H
#define CLI_FILE_TITLES_H

struct job;

/* Prints it, as text, Markdown or JSON; files that cannot be read are told of
   as everywhere. */
void file_titles_print(struct job *job);

#endif
