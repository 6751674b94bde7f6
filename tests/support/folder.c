#include "support/test.h"

#include "support/folder.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

static char start[4096], made[4096];

void
folder_enter(void)
{
    const char *top = getenv("TMPDIR");

    assert_non_null(getcwd(start, sizeof(start)));
    snprintf(made, sizeof(made), "%s/shiji-test-XXXXXX", top ? top : "/tmp");
    assert_non_null(mkdtemp(made));
    assert_int_equal(chdir(made), 0);
}

void
folder_leave(void)
{
    char command[5000];

    assert_int_equal(chdir(start), 0);
    snprintf(command, sizeof(command), "rm -rf '%s'", made);
    assert_int_equal(system(command), 0);
}

void
folder_put(const char *path, const char *content)
{
    char copy[1024];
    FILE *stream;

    snprintf(copy, sizeof(copy), "%s", path);
    for (char *slash = copy; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(copy, 0755);
        *slash = '/';
    }
    stream = fopen(path, "w");
    assert_non_null(stream);
    assert_int_not_equal(fputs(content, stream), EOF);
    assert_int_equal(fclose(stream), 0);
}

const char *
folder_get(const char *path)
{
    static char content[65536];
    FILE *stream = fopen(path, "r");
    size_t length;

    if (stream == NULL)
        return NULL;
    length = fread(content, 1, sizeof(content) - 1, stream);
    content[length] = '\0';
    fclose(stream);
    return content;
}

static uint64_t
mix(uint64_t print, const char *bytes)
{
    while (*bytes != '\0')
        print = print * UINT64_C(1099511628211) ^ (unsigned char)*bytes++;
    return print * UINT64_C(1099511628211) ^ 256;
}

uint64_t
folder_print(const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    uint64_t print = UINT64_C(14695981039346656037);

    if (count < 0)
        return 0;
    for (int i = 0; i < count; i++) {
        char below[1024];
        struct stat seen;
        const char *name = entries[i]->d_name;

        snprintf(below, sizeof(below), "%s/%s", path, name);
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
            lstat(below, &seen) == 0) {
            print = mix(print, name);
            if (S_ISDIR(seen.st_mode))
                print ^= folder_print(below) * 31;
            else if (S_ISREG(seen.st_mode))
                print = mix(print, folder_get(below));
        }
        free(entries[i]);
    }
    free(entries);
    return print;
}

bool
folder_says(struct diag *diag, const char *words)
{
    struct arena *arena = arena_new();
    size_t count;
    const struct message *messages = diag_messages(diag, &count);
    bool says = false;

    for (size_t i = 0; i < count; i++) {
        struct text wording = message_wording(arena, &messages[i], ZH);

        says = says || text_find(wording, text_of(words)) < wording.length ||
               strcmp(rules[messages[i].rule].id, words) == 0;
    }
    arena_free(arena);
    return says;
}
