. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" --format json
has out '"format": "shiji-check/1"'
