. "$TORTURES/support.sh"
cp -r "$TOP/tests/golden/small/input" input
"$SHIJI" build -t "$templates" -q || [ $? = 1 ]
cp -a output before

run() {
    "$SHIJI" build -t "$templates" -q >out 2>err
}

# Names, bytes and times of what is published.
seen() {
    find output/site -printf '%p %y %s %T@ %i\n' | sort
}

back() {
    [ -d output ] || cp -a before output
}

judge() {
    case $2 in
    0 | 1) ;;
    3) [ -s err ] || wrong "$1" "$2" "no message" ;;
    *) wrong "$1" "$2" "no such status" ;;
    esac
    if [ "$(ls -A output)" != site ] || [ "$(seen)" != "$published" ]; then
        wrong "$1" "$2" "something was written"
        rm -rf output
        back
        published=$(seen)
    fi
}

published=$(seen)
sweep any 60
sweep malloc 20
FAULT_ERRNO=5 sweep read 10
FAULT_ERRNO=5 sweep open 10
[ $broken = 0 ]
