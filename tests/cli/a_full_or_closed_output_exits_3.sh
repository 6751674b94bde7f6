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
