#!/bin/sh
# One script for each promise of the manual; each runs in a folder of its own
# and fails by its exit status.  tests/cli/support.sh is what they share.
cd "$(dirname "$0")" || exit 1
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
CLI_TESTS=$(pwd)
export SHIJI CLI_TESTS

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
for script in "${1:-}"*.sh; do
    case $script in run.sh | support.sh) continue ;; esac
    mkdir "$work/$script"
    if (cd "$work/$script" && sh -eu "$CLI_TESTS/$script") \
        >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        echo "cli: ${script%.sh}: failed:"
        tail -n 20 "$work/said"
        failed=$((failed + 1))
    fi
done
echo "cli: $passed passed, $failed failed"
[ "$failed" = 0 ]
