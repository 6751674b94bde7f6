. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
has out '已发布：output/site/index.html（'
cp -r output before
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
exits 4 "$SHIJI" build -t "$templates"
has err '[month-changed]'
has err '累计提出 3→4'
lacks err 'problems.html'
has out '未发布：2025-10 已经发布'
diff -r output before
exits 0 "$SHIJI" build -t "$templates" --revise '补报一件'
[ -d output/site/2025-10-v1 ]
has output/site/2025-10/index.html '累计提出 3→4'
has output/site/2025-10/changes.html '../2025-10-v1/index.html'
has output/site/index.html '补报一件'
has output/site/feed.xml '<updated>2025-10-31T01:00:00Z</updated>'
has output/site/history.jsonl "$(printf 补报一件 | sha256sum | cut -c 1-64)"
has output/site/2025-10/data/summary.json '"version": 2'
has output/site/history.jsonl '补报一件'
exits 0 "$SHIJI" build -t "$templates"
has out '已发布：output/site/index.html（'
