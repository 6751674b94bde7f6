#!/bin/sh
# Whole sites: <case>/input and the options in <case>/args give
# <case>/expected, byte for byte.  With --rewrite the expectations are made.
cd "$(dirname "$0")" || exit 1
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
templates=$(cd ../../templates && pwd)
passed=0
failed=0
for folder in */; do
    case=${folder%/}
    rm -rf "$work/case" "$work/out"
    cp -r "$case/input" "$work/case"
    # shellcheck disable=SC2046
    (cd "$work" && mv case input && "$SHIJI" build -i input -o out \
        -t "$templates" $(cat "$OLDPWD/$case/args") >/dev/null 2>said)
    status=$?
    rm -rf "$work/input"
    if [ $status -gt 1 ]; then
        cat "$work/said"
    elif [ "${1-}" = --rewrite ]; then
        rm -rf "$case/expected"
        cp -r "$work/out" "$case/expected"
    fi
    if [ $status -le 1 ] && diff -r "$work/out" "$case/expected" >"$work/diff"
    then
        passed=$((passed + 1))
    else
        echo "golden: $case differs:"
        head -n 40 "$work/diff"
        failed=$((failed + 1))
    fi
done
echo "golden: $passed passed, $failed failed"
[ "$failed" = 0 ]
