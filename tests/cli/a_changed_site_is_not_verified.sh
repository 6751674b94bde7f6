. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
echo >>output/site/2025-10/problems.html
exits 4 "$SHIJI" verify output
has err 'problems.html'
exits 2 "$SHIJI" verify nowhere
