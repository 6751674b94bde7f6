# A file system that has neither hard links, nor the exchange of two folders,
# nor owners and modes: a stick that another user has mounted.
. "$TORTURES/support.sh"
export FAULT_LACKS=exchange,link,modes
two_states

sweep any 30
sweep rename 4
sweep unlink 8

# Killed at the first rename, between the two, and never: the site comes back.
for at in 1 2 3; do
    back
    (FAULT_CALL=rename FAULT_AT=$at FAULT_KILL=9 LD_PRELOAD=$FAULT run) || :
    got=0
    "$SHIJI" build -t "$templates" -q 2>err || got=$?
    case $(state) in
    before | after) ;;
    *) wrong "killed at rename $at" $got "site lost" ;;
    esac
done
[ $broken = 0 ]
