# The others are looked through all the same, and accounted for.
. "$CLI_TESTS/support.sh"
small_input input
ln -s nowhere.csv input/gone.csv
exits 3 "$SHIJI" check
has err 'input/gone.csv: error: '
has err '读入 3 = 采用 3'
exits 3 "$SHIJI" check --format json
has out '"path": "input/gone.csv"'
has out '"accepted": 3'
exits 3 "$SHIJI" build
[ ! -e output/site ]
