#include "support/test.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archive/verify.h"
#include "base/arena.h"
#include "base/diag.h"
#include "publish/release.h"
#include "support/folder.h"

static int
enter(void **state)
{
    (void)state;
    folder_enter();
    return 0;
}

static int
leave(void **state)
{
    (void)state;
    folder_leave();
    return 0;
}

/* Adds a small site whose month says so many solved. */
static bool
add_site(struct release *release, const char *month, const char *says)
{
    char path[64], page[512];
    struct text content;

    snprintf(path, sizeof(path), "%s/data/summary.json", month);
    if (!release_add(release, path, TEXT("{\"figures\": {}}\n")))
        return false;
    snprintf(path, sizeof(path), "%s/index.html", month);
    snprintf(page, sizeof(page),
             "<!DOCTYPE html>\n<html><body><p>%s v%d</p>"
             "<a href=\"../index.html\">x</a></body></html>\n",
             says, release_version(release));
    content = text_of(page);
    return release_begin(release, path) &&
           release_append(release, text_slice(content, 0, 20)) &&
           release_append(release, text_from(content, 20)) &&
           release_end(release) &&
           release_add(release, "index.html",
                       TEXT("<!DOCTYPE html>\n<html></html>\n")) &&
           release_add(release, "assets/site-6f61eac3.css", TEXT("p {}\n"));
}

struct outcome {
    int status;
    int version;
    struct diag *diag;
};

static struct outcome
publish(const char *month, const char *says, const char *reason)
{
    struct release_request request = {
        .output = "output",
        .edition = "site",
        .month = month,
        .cutoff = "2025-10-31",
        .reason = reason,
    };
    struct outcome outcome = {.diag = diag_new()};
    struct release *release = release_open(&request, outcome.diag);
    bool good = release != NULL && add_site(release, month, says);
    enum settled settled = good ? release_settle(release) : SETTLED_FAILED;

    if (settled == SETTLED_CHANGED && reason == NULL)
        diag_report(outcome.diag, RULE_MONTH_CHANGED,
                    &(struct finding){
                        .detail = {text_of(month), release_changes(release)}});
    if (settled == SETTLED_CHANGED)
        settled = reason && release_revise(release, true) &&
                          add_site(release, month, says)
                      ? release_settle(release)
                      : SETTLED_FAILED;
    if (settled == SETTLED_SAME)
        release_publish(release, NULL);
    if (release != NULL)
        outcome.version = release_version(release);
    release_close(release);
    outcome.status = diag_exit_status(outcome.diag);
    return outcome;
}

static void
expect(struct outcome outcome, int status)
{
    if (outcome.status != status)
        diag_print(outcome.diag, stderr, EN, 20);
    assert_int_equal(outcome.status, status);
    diag_free(outcome.diag);
}

static void
a_month_is_published_with_its_manifest_and_history(void **state)
{
    struct stat seen;
    mode_t mask = umask(0077);

    (void)state;
    expect(publish("2025-10", "132", NULL), 0);
    umask(mask);
    assert_non_null(
        strstr(folder_get("output/site/2025-10/index.html"), "132"));
    assert_int_equal(
        system("cd output/site/2025-10 && sha256sum -c --quiet --strict "
               "MANIFEST.sha256"),
        0);
    assert_non_null(strstr(folder_get("output/site/history.jsonl"),
                           "{\"month\":\"2025-10\",\"version\":1,"
                           "\"cutoff\":\"2025-10-31\",\"digest\":\""));
    assert_non_null(strstr(folder_get("output/site/history.jsonl"),
                           "\"previous\":null,\"reason_sha256\":null,"));
    assert_int_equal(stat("output/site/2025-10/index.html", &seen), 0);
    assert_int_equal(seen.st_mode & 07777, 0644);
    assert_int_equal(stat("output/site/2025-10", &seen), 0);
    assert_int_equal(seen.st_mode & 07777, 0755);
    assert_int_equal(access("output/.site.staging", F_OK), -1);
}

static void
the_same_bytes_again_change_nothing(void **state)
{
    static const struct timespec long_ago[2] = {{1, 0}, {1, 0}};
    struct stat before, after;

    (void)state;
    expect(publish("2025-10", "132", NULL), 0);
    assert_int_equal(stat("output/site", &before), 0);
    assert_int_equal(utimensat(AT_FDCWD, "output", long_ago, 0), 0);
    expect(publish("2025-10", "132", "perhaps"), 0);
    assert_int_equal(stat("output", &after), 0);
    assert_int_equal(after.st_mtim.tv_sec, 1); /* nothing was made in it */
    assert_int_equal(stat("output/site", &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_null(strstr(folder_get("output/site/history.jsonl"), "perhaps"));
}

static void
other_bytes_are_refused_without_a_reason(void **state)
{
    uint64_t print;
    struct outcome outcome;

    (void)state;
    expect(publish("2025-10", "132", NULL), 0);
    print = folder_print("output");
    outcome = publish("2025-10", "133", NULL);
    assert_true(folder_says(outcome.diag, "2025-10 已经发布，内容将有变化："
                                          "index.html"));
    expect(outcome, 4);
    assert_int_equal(folder_print("output"), print);
}

static void
a_revised_month_keeps_its_old_version(void **state)
{
    struct outcome outcome;
    struct arena *arena = arena_new();
    struct diag *diag = diag_new();
    uint64_t print;

    (void)state;
    expect(publish("2025-10", "132", NULL), 0);
    print = folder_print("output/site/2025-10");
    outcome = publish("2025-10", "133", "迟报两条");
    assert_int_equal(outcome.version, 2);
    expect(outcome, 0);
    assert_non_null(
        strstr(folder_get("output/site/2025-10/index.html"), "133 v2"));
    assert_int_equal(folder_print("output/site/2025-10-v1"), print);
    expect(publish("2025-10", "134", "又一条"), 0);
    assert_int_equal(folder_print("output/site/2025-10-v1"), print);
    assert_non_null(
        strstr(folder_get("output/site/2025-10-v2/index.html"), "133 v2"));
    assert_non_null(
        strstr(folder_get("output/site/history.jsonl"), "迟报两条"));
    assert_true(verify_site("output", arena, diag));
    diag_free(diag);
    arena_free(arena);
}

static void
other_months_and_foreign_files_are_carried_over_as_links(void **state)
{
    struct stat before, after;

    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    folder_put("output/README.md", "ours in git");
    folder_put("output/site/CNAME", "example.org");
    folder_put("output/site/2025-09/note.txt", "mine");
    folder_put("output/site/assets/site-0.css", "old");
    assert_int_equal(symlink("/etc", "output/site/link"), 0);
    assert_int_equal(stat("output/site/2025-09/index.html", &before), 0);
    expect(publish("2025-10", "132", NULL), 0);
    assert_int_equal(stat("output/site/2025-09/index.html", &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_string_equal(folder_get("output/README.md"), "ours in git");
    assert_string_equal(folder_get("output/site/CNAME"), "example.org");
    assert_string_equal(folder_get("output/site/2025-09/note.txt"), "mine");
    assert_string_equal(folder_get("output/site/assets/site-0.css"), "old");
    assert_int_equal(lstat("output/site/link", &after), 0);
    assert_true(S_ISLNK(after.st_mode));
    expect(publish("2025-08", "100", NULL), 0);
    assert_non_null(folder_get("output/site/2025-10/index.html"));
}

static void
a_file_of_somebody_else_is_never_replaced(void **state)
{
    (void)state;
    folder_put("output/site/index.html", "mine");
    expect(publish("2025-10", "132", NULL), 3);
    assert_string_equal(folder_get("output/site/index.html"), "mine");
    assert_int_equal(unlink("output/site/index.html"), 0);
    expect(publish("2025-09", "118", NULL), 0);
    folder_put("output/site/2025-10/index.html", "mine too");
    expect(publish("2025-10", "132", NULL), 3);
    assert_string_equal(folder_get("output/site/2025-10/index.html"),
                        "mine too");
}

static void
a_second_build_at_once_is_told_so(void **state)
{
    struct release_request request = {.output = "output",
                                      .edition = "internal",
                                      .month = "2025-10",
                                      .cutoff = "2025-10-31"};
    struct diag *diag = diag_new();
    struct release *first = release_open(&request, diag);
    struct outcome outcome = {0};
    int status;
    pid_t child;

    (void)state;
    assert_non_null(first);
    child = fork();
    if (child == 0) {
        outcome = publish("2025-10", "132", NULL);
        _exit(folder_says(outcome.diag, "output-locked") ? outcome.status : 99);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 3);
    release_close(first);
    diag_free(diag);
    expect(publish("2025-10", "132", NULL), 0);
}

static void
a_full_disk_leaves_the_old_site_as_it_was(void **state)
{
    struct rlimit before, little = {40, RLIM_INFINITY};
    struct outcome outcome;
    uint64_t print;

    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    print = folder_print("output");
    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before);
    little.rlim_max = before.rlim_max;
    setrlimit(RLIMIT_FSIZE, &little);
    outcome = publish("2025-10", "132", NULL);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_true(folder_says(outcome.diag, "文件超过上限"));
    expect(outcome, 3);
    assert_int_equal(folder_print("output"), print);
}

static void
an_output_that_is_no_folder_is_refused(void **state)
{
    struct outcome outcome;

    (void)state;
    folder_put("output", "a file");
    expect(publish("2025-10", "132", NULL), 3);
    assert_string_equal(folder_get("output"), "a file");
    assert_int_equal(remove("output"), 0);
    assert_int_equal(mkdir("elsewhere", 0755), 0);
    assert_int_equal(symlink("elsewhere", "output"), 0);
    outcome = publish("2025-10", "132", NULL);
    assert_true(folder_says(outcome.diag, "是符号链接"));
    expect(outcome, 3);
    assert_int_equal(rmdir("elsewhere"), 0);
}

static void
a_broken_chain_of_versions_is_not_continued(void **state)
{
    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    folder_put("output/site/history.jsonl", "{\"month\":\"2025-09\"}\n");
    expect(publish("2025-10", "132", NULL), 4);
}

static void
debris_of_a_killed_build_is_removed(void **state)
{
    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    folder_put("output/.site.staging/.shiji-draft", "");
    assert_int_equal(rename("output/site", "output/.site.staging/previous"), 0);
    folder_put("output/.site.staging/tree/2025-10/index.html", "half");
    folder_put("output/.internal.staging/.shiji-draft", "");
    folder_put("output/.internal.staging/tree/cadres.html", "half");
    expect(publish("2025-10", "132", NULL), 0);
    assert_non_null(folder_get("output/site/2025-09/index.html"));
    assert_int_equal(access("output/.site.staging", F_OK), -1);
    assert_int_equal(access("output/.internal.staging", F_OK), -1);
}

static void
a_folder_called_like_a_draft_is_not_touched(void **state)
{
    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    folder_put("output/.site.staging/notes.txt", "mine");
    expect(publish("2025-10", "132", NULL), 3);
    assert_string_equal(folder_get("output/.site.staging/notes.txt"), "mine");
    assert_null(folder_get("output/site/2025-10/index.html"));
}

static void
a_kill_at_any_moment_leaves_the_old_or_the_new_site(void **state)
{
    uint64_t old, new;

    (void)state;
    expect(publish("2025-09", "118", NULL), 0);
    old = folder_print("output/site");
    expect(publish("2025-10", "132", NULL), 0);
    new = folder_print("output/site");
    for (useconds_t moment = 0; moment < 30; moment++) {
        uint64_t found;
        pid_t child;

        assert_int_equal(system("rm -rf output"), 0);
        expect(publish("2025-09", "118", NULL), 0);
        child = fork();
        if (child == 0) {
            publish("2025-10", "132", NULL);
            _exit(0);
        }
        usleep(moment * 150);
        kill(child, SIGKILL);
        waitpid(child, NULL, 0);
        found = folder_print("output/site");
        assert_true(found == old || found == new);
        expect(publish("2025-10", "132", NULL), 0);
        assert_int_equal(folder_print("output/site"), new);
        assert_int_equal(access("output/.site.staging", F_OK), -1);
    }
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_month_is_published_with_its_manifest_and_history),
        CASE(the_same_bytes_again_change_nothing),
        CASE(other_bytes_are_refused_without_a_reason),
        CASE(a_revised_month_keeps_its_old_version),
        CASE(other_months_and_foreign_files_are_carried_over_as_links),
        CASE(a_file_of_somebody_else_is_never_replaced),
        CASE(a_second_build_at_once_is_told_so),
        CASE(a_full_disk_leaves_the_old_site_as_it_was),
        CASE(an_output_that_is_no_folder_is_refused),
        CASE(a_broken_chain_of_versions_is_not_continued),
        CASE(debris_of_a_killed_build_is_removed),
        CASE(a_folder_called_like_a_draft_is_not_touched),
        CASE(a_kill_at_any_moment_leaves_the_old_or_the_new_site),
    };

    return cmocka_run_group_tests_name("release", tests, NULL, NULL);
}
