. "$CLI_TESTS/support.sh"
small_input input/2025-09
small_input input/2025-11
exits 0 "$SHIJI" build -t "$templates"
[ -d output/site/2025-11 ]
exits 0 "$SHIJI" build -t "$templates" -m 2025-09 -o other
[ -d other/site/2025-09 ]
