# The commands beside build: what they leave is whole or not there, and a
# failure is told or changes nothing.
. "$TORTURES/support.sh"

back() {
    rm -rf work
    cp -a stage work
}

run() {
    (cd work && eval "$command") >out 2>err
}

# Debris with a name of its own is removed by the next run.
same() {
    diff -r -x '.*.part' work "$1" >differences
}

# Files that are there are whole.
only_less() {
    ! diff -r work usual | grep -v '^Only in usual' >differences
}

judge() {
    case $2 in
    3)
        [ -s err ] || wrong "$1" "$2" "no message"
        same stage || same usual || $excused || wrong "$1" "$2" "torn"
        ;;
    "$usual") cmp -s out usual.out && same usual || wrong "$1" "$2" "changed" ;;
    *) wrong "$1" "$2" "not told as a failure" ;;
    esac
}

# attack SAMPLE COMMAND: each of its calls and allocations fails once.
attack() {
    command=$2
    rm -rf usual
    back
    usual=0
    run || usual=$?
    mv work usual
    mv out usual.out
    for call in any malloc; do
        FAULT_ERRNO=5 sweep $call "$1"
    done
}

mkdir -p stage/output/archive
cp -r "$TOP/tests/golden/small/input" stage/input
(cd stage && "$SHIJI" build -q -t "$templates") 2>err || [ $? = 1 ]
excused=false
attack 20 '"$SHIJI" archive -q -m 2025-10 -t "$templates"'
attack 10 '"$SHIJI" verify -q output'
cp -r usual/. stage
(cd stage && "$SHIJI" archive -q -m 2025-10 -t "$templates") >out
bag=output/archive/shiji-2025-10-v1
attack 10 '"$SHIJI" verify -q '$bag
attack 20 '"$SHIJI" verify -q --rebuild '$bag

rm -rf stage/output
attack 12 '"$SHIJI" check'
attack 6 '"$SHIJI" check --format json'
attack 10 '"$SHIJI" clean -o clean.csv input/2025-10/问题台账.csv'
attack 6 '"$SHIJI" clean input/2025-10/问题台账.csv'
attack 4 '"$SHIJI" figures --format json'
attack 4 '"$SHIJI" help --format man'
excused=only_less
attack 10 '"$SHIJI" init new'
[ $broken = 0 ]
