#!/bin/sh
# One folder for each rule: input/ breaks it, expected holds the lines said.
# args, if there, holds the command line instead of "check -i input"; prepare,
# if there, makes what cannot lie in a repository ($TOP is its top).  With
# --rewrite the expectations are written anew, to be reviewed like code.
cd "$(dirname "$0")" || exit 1
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
TOP=$(cd ../.. && pwd)
export TOP

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
for folder in */; do
    id=${folder%/}
    args="check -i input"
    [ -f "$id/args" ] && args=$(cat "$id/args")
    rm -rf "$work/case"
    cp -r "$id" "$work/case"
    # shellcheck disable=SC2086
    (cd "$work/case" && if [ -f prepare ]; then sh -eu prepare; fi && "$SHIJI" $args -l zh >/dev/null 2>"$work/said")
    LC_ALL=C grep -F "[$id]" "$work/said" | LC_ALL=C sort >"$work/got"
    [ "${1-}" = --rewrite ] && cp "$work/got" "$id/expected"
    if [ -s "$work/got" ] && cmp -s "$work/got" "$id/expected"; then
        passed=$((passed + 1))
    else
        echo "rules: $id: expected and said:"
        diff "$id/expected" "$work/got"
        failed=$((failed + 1))
    fi
done
echo "rules: $passed passed, $failed failed"
[ "$failed" = 0 ]
