. "$CLI_TESTS/support.sh"
exits 2 "$SHIJI" build -t "$templates"
has err '[input-missing]'
exits 2 "$SHIJI" check -i nowhere
exits 2 "$SHIJI" check nowhere.csv
has err 'nowhere.csv'
[ ! -e output ]
