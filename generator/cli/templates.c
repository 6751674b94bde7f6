/*
 * The templates that the program carries, written out to be changed and used
 * with -t.
 */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/new_file.h"
#include "render/built_in.h"

static bool
write_out(struct job *job, const char *folder, const struct built_in_file *file)
{
    const char *path = command_path(job, folder, file->path);
    struct text above = {path, (size_t)(strrchr(path, '/') - path)};

    return new_folder_make(job, text_copy(job->arena, above).bytes) &&
           new_file_write(job, path, file->content);
}

void
templates_run(struct job *job)
{
    const char *folder = job->options.operands[0];

    for (size_t i = 0; i < built_in_count; i++)
        if (!write_out(job, folder, &built_in_files[i]))
            return;
    printf("%s\n", folder);
}
