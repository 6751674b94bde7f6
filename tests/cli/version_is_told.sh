. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" --version
grep -qxE 'shiji [0-9]+\.[0-9]+\.[0-9]+' out
