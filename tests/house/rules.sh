#!/bin/sh
# Every rule of rules.def has its folder tests/rules/<id>, or a line in
# tests/rules/README.md naming the test that proves it; and nothing else has.
bad=0
known=$(sed -n 's/^RULE([A-Z0-9_]*, "\([a-z0-9-]*\)".*/\1/p' \
    generator/base/rules.def)
elsewhere=$(sed -n 's/^| `\([a-z0-9-]*\)` | `\([^`]*\)`.*/\1 \2/p' \
    tests/rules/README.md)

for id in $known; do
    [ -d "tests/rules/$id" ] && continue
    test=$(echo "$elsewhere" | awk -v id="$id" '$1 == id { print $2 }')
    if [ -z "$test" ]; then
        echo "rule $id: neither tests/rules/$id nor a line in its README"
        bad=1
    elif [ ! -e "$test" ]; then
        echo "rule $id: $test does not exist"
        bad=1
    fi
done
for folder in tests/rules/*/; do
    id=$(basename "$folder")
    echo "$known" | grep -qx "$id" || { echo "$folder: no such rule"; bad=1; }
done
exit $bad
