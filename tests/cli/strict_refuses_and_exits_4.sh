. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 4 "$SHIJI" check --strict
exits 4 "$SHIJI" build --strict -t "$templates"
has err '[strict-refused]'
[ ! -e output/site ]
