# Where others have a number it has a dash, or its link would have no name.
. "$CLI_TESTS/support.sh"

mkdir -p input/2025-10
small_input input/2025-10
sed -i 's/^W-3,/,/' input/2025-10/problems.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
list=output/site/2025-10/problems-raised.html
has $list '>W-2</a>'
grep -q '<td class="id"><a href="#[^"]*">—</a></td>' $list
lacks $list '"></a>'
