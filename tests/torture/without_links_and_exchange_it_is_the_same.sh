# A file system that has neither hard links nor the exchange of two folders.
. "$TORTURES/support.sh"
export FAULT_LACKS=exchange,link
two_states

sweep any 40
sweep rename 4
sweep unlink 10
[ $broken = 0 ]
