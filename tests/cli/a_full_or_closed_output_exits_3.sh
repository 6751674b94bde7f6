. "$CLI_TESTS/support.sh"
exits 3 sh -c '"$SHIJI" rules >/dev/full'
has err '[file-unwritable]'
exits 3 sh -c '"$SHIJI" rules >&-'

# A reader who has seen enough is told nothing.
yes 'a,b' | head -n 100000 >long.csv
for command in 'clean long.csv' rules; do
    # shellcheck disable=SC2086
    { "$SHIJI" $command 2>err || echo $? >status; } | true
    lacks err error
done
[ "$(cat status)" = 3 ]
exits 3 sh -c '"$SHIJI" clean long.csv >/dev/full'
has err '[file-unwritable]'

# A build whose report nobody gets publishes nothing.
small_input input
exits 3 sh -c '"$SHIJI" build -t "$1" --format json >/dev/full' sh "$templates"
[ ! -e output ]
exits 0 "$SHIJI" build -t "$templates" --format json
cp -r output before
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
for place in '/dev/full' '&-'; do
    exits 3 sh -c '"$SHIJI" build -t "$1" --format json --revise x >'"$place" \
        sh "$templates"
    diff -r before output
done
exits 4 "$SHIJI" build -t "$templates" --format json
has out '"rule": "month-changed"'
