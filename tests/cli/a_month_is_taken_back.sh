# With all its versions; the months beside it stand as they were, and the same
# month published again gets the next number.
. "$CLI_TESTS/support.sh"
build() {
    "$SHIJI" build -t "$templates" "$@"
}
small_input input
printf 'key,value\nbase_url,https://example.org/\n' >input/settings.csv
exits 0 build -m 2025-09
exits 0 build -m 2025-10
small_input input/2025-10
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/2025-10/problems.csv
exits 0 build -m 2025-10 --revise '补报一件'
cp -r output/site/2025-09 before
exits 2 "$SHIJI" withdraw -t "$templates" -m 2025-10
exits 2 "$SHIJI" withdraw -t "$templates" -m 2025-08 --reason '误发'
has err '[month-absent]'
exits 0 "$SHIJI" withdraw -t "$templates" -m 2025-10 --reason '误发一期'
has out '已撤回：2025年10月'
[ ! -e output/site/2025-10 ]
[ ! -e output/site/2025-10-v1 ]
diff -r before output/site/2025-09
lacks output/site/feed.xml '2025-10/'
has output/site/sitemap.xml 'https://example.org/2025-09/index.html'
has output/site/history.jsonl '"withdrawn":true'
has output/site/history.jsonl '误发一期'
exits 0 "$SHIJI" verify output
exits 0 build -m 2025-09
diff -r before output/site/2025-09
exits 0 build -m 2025-10
has out '第3版'
exits 0 "$SHIJI" verify output

# The last month too.
exits 0 "$SHIJI" withdraw -t "$templates" -m 2025-10 --reason '再撤'
exits 0 "$SHIJI" withdraw -t "$templates" -m 2025-09 --reason '全撤'
has output/site/feed.xml '</feed>'
lacks output/site/feed.xml '<entry>'
exits 0 "$SHIJI" verify output
exits 0 build -m 2025-09
has out '第2版'
