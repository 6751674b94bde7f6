# At some call of the system a signal comes that a user sends: the program ends
# by it, and all it leaves is what was there before or what it was to make.
two_states_of() {
    rm -rf after
    back
    run || [ $? = 1 ]
    mv work after
}
. "$TORTURES/support.sh"
TMPDIR=$PWD/temporary
export TMPDIR
mkdir temporary

back() {
    rm -rf work
    cp -a stage work
}

run() {
    (cd work && eval "$command") >out 2>err
}

# interrupt SAMPLE COMMAND
interrupt() {
    command=$2
    two_states_of
    back
    FAULT_CALL=any FAULT_COUNT=$PWD/count LD_PRELOAD=$FAULT run || [ $? = 1 ]
    total=$(cat count)
    killed=0
    for at in $(points "$total" "$1"); do
        for signal in 1 2 15; do
            back
            got=0
            (FAULT_CALL=any FAULT_AT=$at FAULT_KILL=$signal \
                LD_PRELOAD=$FAULT run) || got=$?
            [ $got != $((128 + signal)) ] || killed=$((killed + 1))
            [ $got -le 1 ] || [ $got = $((128 + signal)) ] ||
                wrong "call $at of $total, signal $signal" $got "other status"
            diff -r work stage >differences || diff -r work after \
                >differences || wrong "call $at of $total, signal $signal" \
                $got "$(head -n 3 differences)"
            [ -z "$(ls -A temporary)" ] ||
                wrong "call $at of $total, signal $signal" $got \
                    "$(find temporary | head -n 3)"
            rm -rf temporary/*
        done
    done
    [ $killed -gt 0 ]
}

mkdir -p stage/output/archive
cp -r "$TOP/tests/golden/small/input" stage/input
(cd stage && "$SHIJI" build -q -t "$templates") 2>err || [ $? = 1 ]
interrupt 6 '"$SHIJI" archive -q -m 2025-10 -t "$templates"'
cp -r after/. stage
interrupt 5 '"$SHIJI" verify -q --rebuild output/archive/shiji-2025-10-v1'
interrupt 4 '"$SHIJI" clean -q -o clean.csv input/2025-10/问题台账.csv'
printf '%s\n' '问题编号,问题名称,责任单位,提出时间,办结时间,办理状态' \
    'W-99,新增事项,区住建局,2025-10-10,,办理中' >stage/input/2025-10/more.csv
interrupt 8 '"$SHIJI" build -q -t "$templates" --revise 补报'
[ $broken = 0 ]
