#!/bin/sh
# Builds the sites the tests open, below $SITES:
#   sample   the sample of input/, two months, both editions
#   english  the same in English, internal edition
#   big      a ledger of 10,000 problems
#   first    a ledger of one problem, as in the first week of a campaign
#   hostile  cells that try to run, in every column of every ledger
set -eu
cd "$(dirname "$0")"
: "${SHIJI:?}" "${SITES:?}"
top=$(cd ../.. && pwd)

# Rows may be set aside, which exit status 1 tells; more may not happen.
build() {
    status=0
    "$SHIJI" build -t "$top/templates" "$@" >"$SITES/said" 2>&1 || status=$?
    [ $status -le 1 ] || {
        cat "$SITES/said"
        exit 1
    }
}

rm -rf "$SITES"
mkdir -p "$SITES"/big-input/2025-10 "$SITES"/first-input/2025-10
for edition in public internal; do
    for month in 2025-09 2025-10; do
        build -i "$top/input" -o "$SITES/sample" -e $edition -m $month
    done
done
build -i "$top/input" -o "$SITES/english" -e internal -l en

"${SHIJI%/*}/bench/ledger" 10000 clean \
    >"$SITES/big-input/2025-10/problems.csv"
build -i "$SITES/big-input" -o "$SITES/big"

cat >"$SITES/first-input/2025-10/problems.csv" <<'EOF'
问题编号,问题名称,责任单位,提出时间,办理状态
ZD-2025-001,进场道路未打通,区住建局,2025-10-08,办理中
EOF
build -i "$SITES/first-input" -o "$SITES/first"

for edition in public internal; do
    node hostile.mjs $edition "$SITES/hostile-$edition" \
        "$SITES"/sample/internal/2025-10/data/*.csv \
        "$top/input/2025-10/indicators.csv"
    build -i "$SITES/hostile-$edition" -o "$SITES/hostile" -e $edition
done
rm -f "$SITES/said"
