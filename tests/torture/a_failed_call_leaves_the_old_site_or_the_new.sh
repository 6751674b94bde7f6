. "$TORTURES/support.sh"
two_states

sweep any 40
sweep malloc 24
FAULT_ERRNO=4 sweep any 12
for call in open read write close stat fsync exchange mkdir link unlink chmod \
    lock folder; do
    FAULT_ERRNO=5 sweep $call 5
done
must_tell=true
sweep fsync 5
sweep write 10
[ $broken = 0 ]
