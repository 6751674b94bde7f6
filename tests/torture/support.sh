# Shared by the scripts here, besides what tests/cli shares.
. "$CLI_TESTS/support.sh"
TOP=$CLI_TESTS/../..
broken=0
# Whether the failure may not be got over, but must be told.
must_tell=false

# points TOTAL SAMPLE: numbers from 1 to TOTAL; all, or as many as the sample.
points() {
    if [ "$TORTURE" = full ]; then
        seq 1 "$1"
    else
        awk -v total="$1" -v wanted="$2" 'BEGIN {
            if (wanted > total) wanted = total
            for (i = 1; i <= wanted; i++)
                print int((i - 0.5) * total / wanted) + 1 }'
    fi
}

# sweep CALL SAMPLE: what the script calls "run", with one call of that kind
# failing.  "back" makes its surroundings, "judge WHERE STATUS" looks at them.
sweep() {
    back
    FAULT_CALL=$1 FAULT_COUNT=$PWD/count LD_PRELOAD=$FAULT run || [ $? = 1 ]
    total=$(cat count)
    [ "$total" -gt 0 ]
    for at in $(points "$total" "$2"); do
        back
        got=0
        FAULT_CALL=$1 FAULT_AT=$at LD_PRELOAD=$FAULT run || got=$?
        judge "$1 $at of $total${FAULT_ERRNO:+ (errno $FAULT_ERRNO)}" $got
    done
}

# wrong WHERE STATUS WHAT: counted, and told with what the program said.
wrong() {
    echo "${command-build}: $1: exit $2, $3"
    head -n 5 err
    broken=$((broken + 1))
}

# two_states: input/ with one month and output/ made from it; before/ is that
# output, after/ what a revision with one row more makes of it.
two_states() {
    cp -r "$TOP/tests/golden/small/input" input
    "$SHIJI" build -t "$templates" -q || [ $? = 1 ]
    cp -a output before
    mkdir -p input/2025-10
    printf '%s\n' '问题编号,问题名称,责任单位,提出时间,办结时间,办理状态' \
        'W-99,新增事项,区住建局,2025-10-10,,办理中' \
        >input/2025-10/more.csv
    run || [ $? = 1 ]
    cp -a output after
    if diff -rq before after >/dev/null; then
        echo "the revision changes nothing"
        exit 1
    fi
    back
}

# The revision; scripts about something else define their own.
run() {
    "$SHIJI" build -t "$templates" -q --revise '补报一件' >out 2>err
}

# The site as before the revision.
back() {
    rm -rf output
    cp -a before output
}

# state: "before" or "after", by the bytes of the published files.
state() {
    if diff -r output/site before/site >/dev/null; then
        echo before
    elif diff -r output/site after/site >/dev/null; then
        echo after
    else
        echo torn
        diff -rq output/site before/site | head -n 5
        diff -rq output/site after/site | head -n 5
    fi
}

# judge WHERE STATUS: exit 3 and a message, or nothing lost by the failure.
judge() {
    now=$(state)
    case $2:$now in
    3:before | 3:after) [ -s err ] || wrong "$1" "$2" "no message" ;;
    0:after | 1:after) ! $must_tell || wrong "$1" "$2" "nobody was told" ;;
    *) wrong "$1" "$2" "site: $now" ;;
    esac
}
