#!/bin/sh
# Whole sites, byte for byte.  The lines of <case>/steps are done in turn:
# "input FOLDER" lays a folder, named from here, over the ledgers; any other
# line is a command of the program that takes templates.  What is then in
# output/ must be what <case>/expected holds or, where that would be many
# bytes, what the list <case>/digests names.  With --rewrite the expectations
# are made anew, to be reviewed like code.
cd "$(dirname "$0")" || exit 1
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
here=$PWD
templates=$(cd ../../templates && pwd)

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# take_steps CASE: leaves the sites in output/; exit 1 is rows set aside.
take_steps() {
    rm -rf "$work/input" "$work/output"
    mkdir "$work/input"
    while read -r verb rest; do
        if [ "$verb" = input ]; then
            cp -r "$rest/." "$work/input"
            continue
        fi
        # shellcheck disable=SC2086
        (cd "$work" && "$SHIJI" "$verb" $rest -t "$templates" </dev/null) \
            >/dev/null 2>"$work/said"
        if [ $? -gt 1 ]; then
            echo "golden: $1: failed: $verb $rest"
            cat "$work/said"
            return 1
        fi
    done <"$1/steps"
}

# digests FOLDER: one line a file, by name.
digests() {
    (cd "$1" && find . -type f -exec sha256sum {} + | sed 's|\./||' \
        | LC_ALL=C sort -k 2)
}

rewrite() {
    if [ -d "$1/expected" ]; then
        rm -rf "$1/expected"
        cp -r "$work/output" "$1/expected"
    else
        cp "$work/got" "$1/digests"
    fi
}

# compare CASE: names the files that differ, and shows how where it can.
compare() {
    if [ -d "$1/expected" ]; then
        digests "$1/expected" >"$work/wanted"
    else
        cat "$1/digests" >"$work/wanted"
    fi
    cmp -s "$work/wanted" "$work/got" && return
    echo "golden: $1 differs:"
    LC_ALL=C sort "$work/wanted" "$work/got" | uniq -u | cut -c 67- | sort -u
    if [ -d "$1/expected" ]; then
        (cd "$work" && diff -rN "$here/$1/expected" output | head -n 40)
    fi
    return 1
}

passed=0
failed=0
for steps in */steps; do
    case=${steps%/steps}
    if take_steps "$case" && digests "$work/output" >"$work/got" \
        && { [ "${1-}" != --rewrite ] || rewrite "$case"; } \
        && compare "$case"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
    fi
done
echo "golden: $passed passed, $failed failed"
[ "$failed" = 0 ]
