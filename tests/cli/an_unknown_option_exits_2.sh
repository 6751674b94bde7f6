. "$CLI_TESTS/support.sh"
small_input input
exits 2 "$SHIJI" check --nonsense
has err '[option-unknown]'
exits 2 "$SHIJI" nonsense
has err '[option-unknown]'
exits 2 "$SHIJI" check --port 80
exits 2 "$SHIJI"
