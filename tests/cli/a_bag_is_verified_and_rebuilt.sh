. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
exits 0 "$SHIJI" archive -t "$templates"
exits 2 "$SHIJI" archive -t "$templates" -m 2025-09
exits 0 "$SHIJI" archive -t "$templates" -m 2025-10
bag=output/archive/shiji-2025-10-v1
has out $bag
exits 0 "$SHIJI" verify $bag
exits 0 "$SHIJI" verify --rebuild $bag
exits 0 "$SHIJI" verify output
echo >>$bag/data/input/problems.csv
exits 4 "$SHIJI" verify $bag
has err '[archive-invalid]'
