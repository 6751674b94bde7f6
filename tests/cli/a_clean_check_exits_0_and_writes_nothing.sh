. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" check
[ "$(ls)" = "$(printf 'err\ninput\nout')" ]
