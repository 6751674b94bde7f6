/*
 * Files and folders that must not outlive the program.
 *
 * What is named here is removed when the program ends before it says that it
 * is done with it: by exit, for want of memory for instance, or by an
 * interrupt (SIGINT, SIGTERM, SIGHUP), which then ends the program as if
 * nobody had caught it.  A killed program leaves everything behind.
 */
#ifndef BASE_CLEANUP_H
#define BASE_CLEANUP_H

/* From here on interrupts and exit remove what is temporary; an interrupt that
   the program was started to ignore stays ignored.  Called once. */
void cleanup_prepare(void);

/* The file or folder of that name in an open folder, or AT_FDCWD, is temporary
   from now on; the folder stays open until cleanup_end.  Returns its
   number, which is above 0; 0, for which cleanup_end does nothing, when there
   is no place for more. */
int cleanup_begin(int at, const char *name);

/* It has been removed, or has got its name for good. */
void cleanup_end(int number);

/* Between these two interrupts wait: for what would be wrong to stop half
   way.  No nesting. */
void cleanup_hold(void);
void cleanup_release(void);

/* Removes everything that is temporary, at once; for handlers of signals. */
void cleanup_remove(void);

#endif
