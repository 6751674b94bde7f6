#!/bin/sh
# The rules of the house, each a small check; run from the top folder.
cd "$(dirname "$0")/../.." || exit 1

passed=0
failed=0
code="$(ls generator/*/*.c generator/*/*.h generator/*/*.cc)"
tests_code="$(ls tests/unit/*.c tests/fuzz/*.c tests/support/*.[ch] 2>/dev/null)"

prove() {
    name=$1
    shift
    if said=$("$@" 2>&1); then
        passed=$((passed + 1))
    else
        printf '%s\nhouse: %s: broken\n' "$said" "$name"
        failed=$((failed + 1))
    fi
}

# Of the sources there are: objects of others may lie about from before.
symbols() {
    for file in generator/*/*.c generator/*/*.cc; do
        nm -P -A "${B:-build}/${file%.c*}.o"
    done | awk -f tests/house/symbols.awk generator/LAYERS -
}

# shellcheck disable=SC2086
{
    prove "layers are kept" awk -f tests/house/includes.awk generator/LAYERS $code
    prove "no symbol crosses a layer, goes in a circle or is open in vain" symbols
    prove "functions are short" awk -f tests/house/functions.awk $code
    prove "lines are short" awk -f tests/house/lines.awk $code $tests_code
    prove "names keep the style" awk -f tests/house/names.awk $code
    prove "templates are tame" env LC_ALL=C awk -f tests/house/templates.awk \
        generator/base/wording.def generator/view/*.c generator/page/*.c \
        generator/cli/start_page.c generator/cli/empty_workbook.c \
        $(ls templates/*/*.html templates/*/*.md templates/*/*.xml)
    prove "every class is used" awk -f tests/house/classes.awk \
        generator/view/*.c generator/page/*.c templates/assets/*.js \
        $(ls templates/*/*.html) templates/assets/*.css templates/README.md
    prove "every word is said" awk -f tests/house/wordings.awk \
        generator/base/wording.def \
        $(ls generator/*/*.[ch] generator/*/*.cc generator/*/*.def |
            grep -v '/wording\.def$') $(ls templates/*/*)
    prove "every rule has its test" tests/house/rules.sh
    prove "GB18030 is as its script writes it" tests/house/gb18030.sh
    prove "no forbidden words" tests/house/words.sh
    prove "documents are up to date" tests/house/documents.sh
}
echo "house: $passed passed, $failed failed"
[ "$failed" = 0 ]
