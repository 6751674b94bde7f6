# RFC 4287: what a feed and its entries must have, once each; and a site map
# when the address is known.
. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
feed=output/site/feed.xml
# count TEXT NUMBER
count() {
    [ "$(grep -cF -- "$1" $feed)" = "$2" ] || { cat $feed; exit 1; }
}
has $feed '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">'
count '<entry>' 2
count '<author><name>' 1
count 'rel="self"' 1
for element in id title updated; do count "<$element>" 3; done
grep -o '<id>urn:uuid:[0-9a-f-]*</id>' $feed | sort | uniq | wc -l | grep -qx ' *3'
grep -oE '<updated>[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z</updated>' $feed |
    wc -l | grep -qx ' *3'
# Links lead somewhere, the newest entry stands first.
grep -o 'href="[^"]*"' $feed | sed 's/href="//; s/"//' | while read -r file; do
    [ -f "output/site/$file" ]
done
grep -o '2025-..</\|href="2025-../' $feed | head -n 1 | grep -q 2025-10
[ ! -e output/site/sitemap.xml ]
has output/site/2025-10/index.html 'href="../feed.xml"'
cp $feed before

printf 'key,value\nbase_url,https://example.gov.cn/a&b\ntitle,<实绩> & 月报\n' \
    >input/settings.csv
exits 0 "$SHIJI" build -t "$templates" -o other
has other/site/sitemap.xml \
    '<loc>https://example.gov.cn/a&amp;b/2025-10/index.html</loc>'
has other/site/feed.xml 'href="https://example.gov.cn/a&amp;b/feed.xml"'
lacks other/site/feed.xml '<实绩>'
if command -v xmllint >/dev/null; then
    xmllint --noout $feed other/site/feed.xml other/site/sitemap.xml
fi
