. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 1 "$SHIJI" build -t "$templates"
[ -f output/site/2025-10/index.html ]
