. "$CLI_TESTS/support.sh"
small_input input
bad_row input
exits 1 "$SHIJI" check
if LC_ALL=C grep -q "$(printf '\033')" err; then exit 1; fi
