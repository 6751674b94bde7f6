# A ledger that is written all the time neither keeps the watch from building
# nor from ending.
. "$CLI_TESTS/support.sh"
small_input input
port=$((20000 + $$ % 20000))
"$SHIJI" watch -t "$templates" --port $port >said 2>told &
watch=$!
trap 'kill $watch $writer 2>/dev/null || :' EXIT
(while :; do touch input/problems.csv; : >>input/problems.csv; sleep 0.05; done) &
writer=$!
tries=0
until [ "$(grep -c 'http\|已更新' told said | awk -F: '{ n += $2 } END { print n }')" -ge 3 ]; do
    tries=$((tries + 1))
    [ $tries -lt 150 ]
    sleep 0.1
done
kill -TERM $watch
tries=0
while kill -0 $watch 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ]
    sleep 0.1
done
got=0
wait $watch || got=$?
[ $got = 0 ]
