. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
cp -r output before
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
exits 4 "$SHIJI" build -t "$templates"
has err '[month-changed]'
diff -r output before
exits 0 "$SHIJI" build -t "$templates" --revise '补报一件'
[ -d output/site/2025-10/v1 ]
has output/site/2025-10/data/summary.json '"version": 2'
has output/site/history.jsonl '补报一件'
exits 0 "$SHIJI" build -t "$templates"
