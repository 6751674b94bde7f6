. "$TORTURES/support.sh"
# Killed at some call of the system, or at some moment between two.
two_states

after_kill() {
    now=$(state)
    case $now in before | after) ;; *)
        echo "$1: $now"
        exit 1
        ;;
    esac
    run || [ $? = 1 ]
    [ "$(state)" = after ]
    # Nothing is left beside what a build without accident leaves.
    (cd output && find . -name '.*' ! -name .) >left
    (cd after && find . -name '.*' ! -name .) >usual
    cmp left usual
}

FAULT_CALL=any FAULT_COUNT=$PWD/count LD_PRELOAD=$FAULT run || [ $? = 1 ]
total=$(cat count)
killed=0
for at in $(points "$total" 12); do
    back
    got=0
    (FAULT_CALL=any FAULT_AT=$at FAULT_KILL=9 LD_PRELOAD=$FAULT run) ||
        got=$?
    [ $got -le 1 ] || killed=$((killed + 1))
    after_kill "killed at call $at of $total"
done
[ $killed -gt 0 ]

moments=8
[ "$TORTURE" != full ] || moments=200
for at in $(seq 1 $moments); do
    back
    "$SHIJI" build -t "$templates" -q --revise '补报一件' 2>err &
    child=$!
    signal=KILL
    [ $((at % 3)) != 0 ] || signal=TERM
    sleep "0.0$(awk -v i="$at" -v n=$moments \
        'BEGIN { printf "%02d", i * 60 / n }')"
    kill -$signal $child 2>/dev/null || :
    wait $child 2>/dev/null || :
    after_kill "killed at moment $at"
done
