#!/bin/sh
# Attacks: faults, kills, races, leaks, hostile cells.  Each script runs in a
# folder of its own and fails by its exit status.  Long sweeps take a sample
# of their points unless TORTURE is "full".
here=$(cd "$(dirname "$0")" && pwd)
cd "$here" || exit 1
: "${SHIJI:=$(cd ../.. && pwd)/build/shiji}"
: "${FAULT:=$(dirname "$SHIJI")/tests/support/fault.so}"
: "${TORTURE:=sample}"
CLI_TESTS=$(cd ../cli && pwd)
TORTURES=$here
export SHIJI FAULT TORTURE CLI_TESTS TORTURES

# In memory where there is room for it: thousands of small sites are made.
[ ! -w /dev/shm ] || : "${TMPDIR:=/dev/shm}"
work=$(mktemp -d "${TMPDIR:-/tmp}/torture.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
passed=0
failed=0
for script in "${1:-}"*.sh; do
    case $script in run.sh | support.sh) continue ;; esac
    mkdir "$work/$script"
    if (cd "$work/$script" && sh -eu "$here/$script") >"$work/said" 2>&1; then
        passed=$((passed + 1))
        grep '^skipped' "$work/said" | sed "s/^/torture: ${script%.sh}: /"
    else
        echo "torture: ${script%.sh}: failed:"
        tail -n 30 "$work/said"
        failed=$((failed + 1))
    fi
    chmod -R u+w "$work/$script" 2>/dev/null
    rm -rf "${work:?}/$script"
done
echo "torture: $passed passed, $failed failed"
[ "$failed" = 0 ]
