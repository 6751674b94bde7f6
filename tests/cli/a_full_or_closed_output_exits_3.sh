. "$CLI_TESTS/support.sh"
exits 3 sh -c '"$SHIJI" rules >/dev/full'
has err '[file-unwritable]'
exits 3 sh -c '"$SHIJI" rules >&-'
