#include "support/test.h"

#include <string.h>

#include "intake/workbook_part.h"

static void
escapes_are_undone_but_for_what_is_no_character(void **state)
{
    static const char *const texts[][2] = {
        {"a_x000D_\nb_x000A_c", "a\nb\nc"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x4E2D__x0041_", "中A"},
        {"_xD83D__xDE00_!", "😀!"},
        {"_xD83D_", "_xD83D_"},
        {"_xD83D__x0041_", "_xD83D_A"},
        {"_xD83D__xD83D__xDE00_", "_xD83D_😀"},
        {"_xDE00__xD83D_", "_xDE00__xD83D_"},
        {"_xD83D_-xDE00_", "_xD83D_-xDE00_"},
        {"_x0000__xFFFF_", "_x0000__xFFFF_"},
        {"_x00G1_ _x41_ __x", "_x00G1_ _x41_ __x"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        char bytes[64];
        size_t length = strlen(texts[i][0]);

        memcpy(bytes, texts[i][0], length);
        length = workbook_unescape(bytes, length);
        bytes[length] = '\0';
        assert_string_equal(bytes, texts[i][1]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_are_undone_but_for_what_is_no_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
