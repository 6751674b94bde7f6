. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" check -q
[ ! -s err ]
bad_row input
exits 1 "$SHIJI" check -q
has err 'error: '
lacks err 'warning: '
lacks err '读入'
