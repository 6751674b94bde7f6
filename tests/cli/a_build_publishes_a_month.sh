. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
has err '2025-10'
[ -f output/site/index.html ]
[ -f output/site/2025-10/index.html ]
has output/site/2025-10/data/summary.json '"format": "shiji-summary/1"'
