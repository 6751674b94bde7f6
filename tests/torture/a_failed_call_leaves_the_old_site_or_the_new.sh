. "$TORTURES/support.sh"
# sweep CALL SAMPLE: the revision, with one call of that kind failing.
two_states

# judge WHERE STATUS: exit 3 and a message, or nothing lost by the failure.
judge() {
    now=$(state)
    case $2:$now in
    3:before | 3:after) [ -s err ] && return 0 ;;
    0:after | 1:after) return 0 ;;
    esac
    echo "$1: exit $2, site: $now"
    head -n 5 err
    broken=$((broken + 1))
}

sweep() {
    back
    FAULT_CALL=$1 FAULT_COUNT=$PWD/count LD_PRELOAD=$FAULT rebuild || [ $? = 1 ]
    total=$(cat count)
    [ "$total" -gt 0 ]
    back
    for at in $(points "$total" "$2"); do
        got=0
        FAULT_CALL=$1 FAULT_AT=$at LD_PRELOAD=$FAULT rebuild || got=$?
        judge "$1 $at of $total" $got
        [ "$now" = before ] || back
    done
}

broken=0
sweep any 30
sweep malloc 24
sweep fsync 3
sweep syncfs 3
sweep rename 3
sweep mkdir 4
sweep opendir 4
FAULT_ERRNO=5 sweep any 12
[ $broken = 0 ]
