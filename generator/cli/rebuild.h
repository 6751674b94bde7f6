/*
 * A month made again from what its bag holds, to be compared byte for byte.
 */
#ifndef CLI_REBUILD_H
#define CLI_REBUILD_H

struct job;

enum rebuilt {
    REBUILT_SAME,
    REBUILT_OTHERWISE, /* other bytes, or it cannot be built */
    REBUILT_NOT,       /* the system failed, which has been reported */
};

/* Builds every edition of the bag in a folder for the occasion.  *differs is
   the path, below the bag's data folder, that is first found to differ. */
enum rebuilt rebuild_bag(struct job *job, const char *bag,
                         const char **differs);

#endif
