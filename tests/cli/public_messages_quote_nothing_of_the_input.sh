# Every rule is broken by its own test's input with a marker in the cells: in
# all of them, or in one column at a time instead of what stood there, or in
# the header too, which no ledger is known by then.  The marker is in none of
# the messages of the public edition.
. "$CLI_TESTS/support.sh"
rules=$CLI_TESTS/../rules

# What records and units say of themselves may be shown; messages quote nothing.
messages_lack() {
    has "$month/data/quality.json" '"rule"'
    if grep -hF -e "$1" "$month/method.html" "$month/data/quality.json"; then
        exit 1
    fi
    if grep -hF -e "$1" "$month/quality.html" "$month/report.html" |
        grep -F '</code>'; then
        exit 1
    fi
}

# plant COLUMN MARKER: in column 0 stands behind the cells of every row, in -1
# of the headers too.
plant() {
    rm -rf input output
    mkdir -p input/2025-10
    small_input input
    for file in "$rules"/*/input/*.csv "$rules"/*/input/2025-10/*.csv; do
        rule=${file#"$rules"/}
        rule=${rule%%/*}
        case $file in */settings.csv | */targets.csv) continue ;; esac
        iconv -f UTF-8 -t UTF-8 "$file" >/dev/null 2>&1 || continue
        mkdir -p "input/2025-10/$rule"
        awk -F, -v OFS=, -v column="$1" -v marker="$2" '
            /"/ || (column >= 0 && /编号|题目|名称|姓名|月份|形式/) { print; next }
            { for (i = 1; i <= NF; i++) {
                  end = sub(/\r$/, "", $i) ? "\r" : ""
                  if (column <= 0 && $i != "") $i = $i marker
                  if (column == i) $i = marker
                  $i = $i end
              }
              print }' "$file" >"input/2025-10/$rule/$(basename "$file")"
    done
    exits 1 "$SHIJI" build -t "$templates" -m 2025-10 --partial 试验
    month=output/site/2025-10
}

for column in -1 0 2 3 4 5 6 7; do
    plant $column 阿婆留言
    messages_lack 阿婆留言
done
for column in 5 6; do
    plant $column Q7
    messages_lack Q7
done
