# The year's first month has none to compare with: a page says so once, not on
# each of its figures.
. "$CLI_TESTS/support.sh"
small_input input/2025-01
sed -i 's/2025-1\?0\?[0-9]*-\([0-9]*\)/2025-01-\1/g' input/2025-01/problems.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-01
for page in problems.html problems.md; do
    [ "$(grep -c '首月' output/site/2025-01/$page)" = 1 ]
done
# Nor is there anything to draw month by month.
! grep -q 'class="multiples' output/site/2025-01/units.html
