. "$CLI_TESTS/support.sh"
small_input input
for month in 2025-13 2025 25-10 2025-1 october ''; do
    exits 2 "$SHIJI" build -m "$month" -t "$templates"
    has err '[option-value]'
done
[ ! -e output ]

# A month folder that holds no ledger is none of the month's.
mkdir -p input/2025-11
printf '会议,地点\n例会,三楼\n' >input/2025-11/会议安排.csv
exits 2 "$SHIJI" build -m 2025-11 -t "$templates"
has err '[month-empty]'
[ ! -e output ]
exits 1 "$SHIJI" build -m 2025-11 -t "$templates" --empty-month
