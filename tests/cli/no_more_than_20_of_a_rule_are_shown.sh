. "$CLI_TESTS/support.sh"
small_input input
i=0
while [ $i -lt 30 ]; do
    echo "Y-$i,事项,区住建局,2025-13-01,,办理中" >>input/problems.csv
    i=$((i + 1))
done
exits 1 "$SHIJI" check
[ "$(grep -c '\[date-invalid\];' err)" = 20 ]
has err '10'
exits 1 "$SHIJI" check -v
[ "$(grep -c '\[date-invalid\];' err)" = 30 ]
