. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 1 "$SHIJI" check --format json
for key in '"format": "shiji-check/1"' '"rows": {' '"files": [' \
    '"messages": [' '"encoding": "utf-8"' '"delimiter": ","' \
    '"header_line": 1' '"ledger": "problems"' '"status": "accepted"' \
    '"cell": "D5"' '"rule": "date-invalid"' '"value": "2025-13-01"' \
    '"rejected": 1' '"read": 4'; do
    has out "$key"
done

# However many there are, all are told.
i=0
while [ $i -lt 1100 ]; do
    echo "Y-$i,事项,区住建局,2025-13-01,,办理中"
    i=$((i + 1))
done >>input/problems.csv
exits 1 "$SHIJI" check --format json
[ "$(grep -c '"rule": "date-invalid"' out)" = 1101 ]
[ "$(grep -c '\[date-invalid\];' err)" = 20 ]
