. "$TORTURES/support.sh"
two_states

sweep any 60
sweep malloc 30
FAULT_ERRNO=5 sweep any 20
FAULT_ERRNO=4 sweep any 20
[ $broken = 0 ]
