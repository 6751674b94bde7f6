. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" -o one
(umask 077; TZ=America/New_York LC_ALL=C "$SHIJI" build -t "$templates" \
    -o two) 2>err
diff -r one two
exits 0 "$SHIJI" build -t "$templates" -o one
diff -r one two
