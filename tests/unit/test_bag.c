#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive/bag.h"
#include "archive/verify.h"
#include "base/arena.h"
#include "base/diag.h"
#include "intake/file_name.h"
#include "support/folder.h"

#define BAG "archive/october"

static int
enter(void **state)
{
    (void)state;
    folder_enter();
    folder_put("input/2025-10/problems.csv", "a,b\r\n");
    folder_put("input/odd 100%\n.csv", "x");
    folder_put("input/empty", "");
    folder_put("site/index.html", "index");
    folder_put("site/2025-09/index.html", "september");
    folder_put("site/2025-10/index.html", "october");
    return 0;
}

static int
leave(void **state)
{
    (void)state;
    folder_leave();
    return 0;
}

static bool
write_bag(const char *provenance)
{
    const struct bag_source sources[] = {
        {"input", "input", NULL, file_name_utf8},
        {"site", "site", "2025-10", file_name_utf8}};
    const struct bag_text texts[] = {{"provenance.json", text_of(provenance)}};
    const struct bag_label labels[] = {
        {"Source-Organization", TEXT("组织部\nPayload-Oxum: 0.0")}};
    const struct bag_request request = {
        .folder = "archive",
        .name = "october",
        .date = "2025-10-31",
        .sources = sources,
        .source_count = 2,
        .texts = texts,
        .text_count = 1,
        .labels = labels,
        .label_count = 1,
    };
    struct diag *diag = diag_new();
    bool written = bag_write(&request, diag);

    assert_int_equal(diag_exit_status(diag), written ? 0 : 3);
    diag_free(diag);
    return written;
}

/* Whether the bag is refused, in words that hold these. */
static void
expect_refusal(const char *words)
{
    struct diag *diag = diag_new();

    assert_false(verify_bag(BAG, diag));
    assert_true(folder_says(diag, words));
    assert_int_equal(diag_exit_status(diag), 4);
    diag_free(diag);
}

static void
a_bag_holds_everything_byte_for_byte_and_is_valid(void **state)
{
    struct diag *diag = diag_new();

    (void)state;
    assert_true(write_bag("{}"));
    assert_true(verify_is_bag(BAG));
    assert_true(verify_bag(BAG, diag));
    assert_string_equal(folder_get(BAG "/data/input/odd 100%\n.csv"), "x");
    assert_string_equal(folder_get(BAG "/data/site/2025-10/index.html"),
                        "october");
    assert_null(folder_get(BAG "/data/site/2025-09/index.html"));
    assert_non_null(strstr(folder_get(BAG "/manifest-sha256.txt"),
                           "  data/input/odd 100%25%0A.csv\n"));
    assert_string_equal(folder_get(BAG "/bagit.txt"),
                        "BagIt-Version: 1.0\n"
                        "Tag-File-Character-Encoding: UTF-8\n");
    assert_string_equal(folder_get(BAG "/bag-info.txt"),
                        "Source-Organization: 组织部 Payload-Oxum: 0.0\n"
                        "Bagging-Date: 2025-10-31\nPayload-Oxum: 20.6\n");
    assert_int_equal(system("cd " BAG " && grep -v odd manifest-sha512.txt | "
                            "sha512sum -c --quiet --strict && sha256sum -c "
                            "--quiet --strict tagmanifest-sha256.txt"),
                     0);
    diag_free(diag);
}

static void
the_same_content_gives_the_same_bag(void **state)
{
    uint64_t print;

    (void)state;
    assert_true(write_bag("{}"));
    print = folder_print("archive");
    assert_true(write_bag("{}"));
    assert_int_equal(folder_print("archive"), print);
    assert_false(write_bag("{\"other\": 1}"));
    assert_int_equal(folder_print("archive"), print);
    assert_int_equal(system("rm -rf archive"), 0);
    assert_true(write_bag("{}"));
    assert_int_equal(folder_print("archive"), print);
}

static void
a_missing_file_is_refused(void **state)
{
    (void)state;
    assert_true(write_bag("{}"));
    assert_int_equal(remove(BAG "/data/input/empty"), 0);
    expect_refusal("data/input/empty: 缺少文件");
}

static void
an_extra_file_is_named(void **state)
{
    struct diag *diag = diag_new();

    (void)state;
    assert_true(write_bag("{}"));
    folder_put(BAG "/data/more", "");
    assert_false(verify_bag(BAG, diag));
    assert_true(folder_says(diag, "清单中没有这个文件：data/more"));
    assert_int_equal(diag_exit_status(diag), 1);
    diag_free(diag);
}

static void
a_changed_byte_is_refused(void **state)
{
    (void)state;
    assert_true(write_bag("{}"));
    folder_put(BAG "/data/site/index.html", "inDex");
    expect_refusal("data/site/index.html: 内容已改变");
}

static void
a_changed_tag_file_is_refused(void **state)
{
    (void)state;
    assert_true(write_bag("{}"));
    folder_put(BAG "/bag-info.txt", "Payload-Oxum: 20.6\n");
    expect_refusal("bag-info.txt: 内容已改变");
}

/* Writes a tag file anew and takes the digests of tag files away, so that
   only what it says can be wrong. */
static void
replace_tag(const char *name, const char *content)
{
    char path[256];

    assert_true(write_bag("{}"));
    snprintf(path, sizeof(path), BAG "/%s", name);
    folder_put(path, content);
    remove(BAG "/tagmanifest-sha256.txt");
    remove(BAG "/tagmanifest-sha512.txt");
}

static void
a_wrong_oxum_is_refused(void **state)
{
    (void)state;
    replace_tag("bag-info.txt", "Payload-Oxum: 20.5\n");
    expect_refusal("Payload-Oxum 不符");
}

static void
a_bad_encoding_line_is_refused(void **state)
{
    (void)state;
    replace_tag("bagit.txt", "BagIt-Version: 1.0\n"
                             "Tag-File-Character-Encoding: GBK\n");
    expect_refusal("bagit.txt: 版本或编码行不对");
    folder_put(BAG "/bagit.txt",
               "\xEF\xBB\xBF"
               "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
    expect_refusal("bagit.txt: 版本或编码行不对");
}

static void
a_path_that_leads_out_is_refused(void **state)
{
    static const char *const paths[] = {
        "data/../../site/index.html", "/etc/passwd",
        "../site/index.html",         "data//x",
        "data/%0A/../../x",           ""};

    (void)state;
    assert_true(write_bag("{}"));
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        char line[512];

        snprintf(line, sizeof(line), "%064d  %s\n", 0, paths[i]);
        folder_put(BAG "/manifest-sha256.txt", line);
        expect_refusal("manifest-sha256.txt: ");
    }
}

static void
a_symbolic_link_is_refused(void **state)
{
    (void)state;
    assert_true(write_bag("{}"));
    assert_int_equal(remove(BAG "/data/site/index.html"), 0);
    assert_int_equal(
        symlink("../../../../site/index.html", BAG "/data/site/index.html"), 0);
    expect_refusal("data/site/index.html: 是符号链接");
}

static void
a_bag_without_manifest_is_refused(void **state)
{
    (void)state;
    assert_true(write_bag("{}"));
    remove(BAG "/manifest-sha256.txt");
    remove(BAG "/manifest-sha512.txt");
    remove(BAG "/tagmanifest-sha256.txt");
    remove(BAG "/tagmanifest-sha512.txt");
    expect_refusal("manifest-*.txt: 缺少文件");
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, enter, leave)
    const struct CMUnitTest tests[] = {
        CASE(a_bag_holds_everything_byte_for_byte_and_is_valid),
        CASE(the_same_content_gives_the_same_bag),
        CASE(a_missing_file_is_refused),
        CASE(an_extra_file_is_named),
        CASE(a_changed_byte_is_refused),
        CASE(a_changed_tag_file_is_refused),
        CASE(a_wrong_oxum_is_refused),
        CASE(a_bad_encoding_line_is_refused),
        CASE(a_path_that_leads_out_is_refused),
        CASE(a_symbolic_link_is_refused),
        CASE(a_bag_without_manifest_is_refused),
    };

    return cmocka_run_group_tests_name("bag", tests, NULL, NULL);
}
