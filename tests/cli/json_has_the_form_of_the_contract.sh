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
