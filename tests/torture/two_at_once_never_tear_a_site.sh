# Builds of both editions, archives and verifications, all at once.
. "$TORTURES/support.sh"
two_states
rounds=4
[ "$TORTURE" != full ] || rounds=60

# at_once NUMBER COMMAND…: its status goes to the file of that number.
at_once() {
    number=$1
    shift
    (
        got=0
        "$SHIJI" "$@" >/dev/null 2>"said.$number" || got=$?
        echo $got >"got.$number"
    ) &
}

for round in $(seq 1 $rounds); do
    back
    rm -rf bags
    at_once 1 build -t "$templates" -q --revise '补报一件'
    at_once 2 build -t "$templates" -q -e internal
    at_once 3 build -t "$templates" -q --revise '补报一件'
    at_once 4 archive -t "$templates" -q -m 2025-10 -d bags
    at_once 5 archive -t "$templates" -q -m 2025-10 -d bags
    at_once 6 verify -q output
    wait
    cat said.* >err
    # Whoever came second was told so; nobody saw half a site.
    for number in 1 2 3 4 5 6; do
        got=$(cat got.$number)
        case $got in
        0 | 1) ;;
        3) grep -q 'output-locked' said.$number ||
            wrong "round $round, $number" "$got" "not told of the lock" ;;
        4) [ $number = 4 ] || [ $number = 5 ] ||
            wrong "round $round, $number" "$got" "refused" ;;
        *) wrong "round $round, $number" "$got" "ended otherwise" ;;
        esac
    done
    case $(cat got.1)$(cat got.3) in
    *[01]*) judge "round $round" 1 ;;
    *) judge "round $round" 3 ;;
    esac
    for bag in bags/*; do
        [ ! -d "$bag" ] || "$SHIJI" verify -q "$bag" 2>err ||
            wrong "round $round" $? "a bad bag"
    done
done
[ $broken = 0 ]
