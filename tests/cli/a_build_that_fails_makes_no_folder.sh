. "$CLI_TESTS/support.sh"
small_input input
exits 2 "$SHIJI" build -t nowhere -o made/for/this
[ ! -e made ]
mkdir mine
exits 2 "$SHIJI" build -t nowhere -o mine/
[ -d mine ]
exits 2 "$SHIJI" build -t nowhere -o mine/new/
[ -d mine ]
[ ! -e mine/new ]
