# Every size of disk from too small for anything to large enough for all.
. "$TORTURES/support.sh"
two_states
mkdir disk
if ! mount -t tmpfs -o size=64k none disk 2>/dev/null; then
    echo "skipped: no small disk can be made here"
    exit 0
fi
umount disk
trap 'umount disk 2>/dev/null || :' EXIT

step=400
[ "$TORTURE" != full ] || step=12
full=0
size=$(du -sk before | cut -f 1)
done=0
while [ $done = 0 ]; do
    mount -t tmpfs -o "size=${size}k" none disk
    if cp -a before disk/output 2>/dev/null; then
        got=0
        "$SHIJI" build -t "$templates" -q -o disk/output --revise '补报一件' \
            2>err || got=$?
        rm -rf output
        cp -a disk/output output
        judge "a disk of $size KiB" $got
        # A disk that was full is as it was; the next build finds nothing.
        [ $got != 3 ] || full=$((full + 1))
        [ $got -gt 1 ] || done=1
        [ -z "$(find disk/output -name '.site*')" ] ||
            wrong "a disk of $size KiB" $got "debris left"
    fi
    umount disk
    size=$((size + step))
done
[ $full -gt 0 ]
[ $broken = 0 ]
