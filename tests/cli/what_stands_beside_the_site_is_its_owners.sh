# Files of others in the site's folder stay; what an earlier build wrote there
# goes when it is no longer made.
. "$CLI_TESTS/support.sh"
build() {
    "$SHIJI" build -t "$templates" "$@"
}
small_input input
mkdir -p output/site/pictures
for file in sitemap.xml robots.txt 404.html pictures/1.html CNAME; do
    echo "mine <&" >output/site/$file
done
cp -r output/site mine
kept() {
    for file in $(cd mine && find . -type f); do
        cmp "mine/$file" "output/site/$file"
    done
}
exits 0 build -m 2025-09
kept
exits 0 build -m 2025-10
kept

# Ours would take its place: that is told, and nothing changed.
cp -r output before
printf 'key,value\nbase_url,https://example.org/\n' >input/settings.csv
exits 3 build -m 2025-10
has err 'sitemap.xml'
diff -r before output
rm output/site/sitemap.xml mine/sitemap.xml
exits 0 build -m 2025-10 --revise '有了网址'
has output/site/sitemap.xml 'example.org'
has output/site/MANIFEST.sha256 '  sitemap.xml'
kept
rm input/settings.csv
exits 0 build -m 2025-10 --revise '没有网址了'
[ ! -e output/site/sitemap.xml ]
kept
exits 1 "$SHIJI" verify output
has err 'CNAME'

# A folder where an old version would be kept.
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
mkdir -p output/site/2025-10-v1
echo mine >output/site/2025-10-v1/index.html
rm -r before
cp -r output before
exits 3 build -m 2025-10 --revise '补报'
has err '2025-10-v1'
diff -r before output

# The same goes for the very first build.
mkdir -p other/site
echo mine >other/site/index.md
exits 3 build -o other
has err 'index.md'
has other/site/index.md mine
