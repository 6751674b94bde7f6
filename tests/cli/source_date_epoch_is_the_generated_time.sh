. "$CLI_TESTS/support.sh"
small_input input
SOURCE_DATE_EPOCH=1767225600 exits 0 "$SHIJI" build -t "$templates"
grep -rqE '2026-01-01|2026年1月1日' output/site/2025-10
SOURCE_DATE_EPOCH=soon exits 2 "$SHIJI" build -t "$templates" -o other
[ ! -e other ]
