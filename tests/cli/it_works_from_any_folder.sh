. "$CLI_TESTS/support.sh"
small_input data
mkdir -p deep/er
cd deep/er
exits 0 "$SHIJI" build -i ../../data -o ../../out2 -t "$templates"
[ -f ../../out2/site/2025-10/index.html ]
