. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 -e internal
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10 --revise '补报一件'
mv output kept

fresh() {
    rm -rf output
    cp -a kept output
    history=output/site/history.jsonl
    october=output/site/2025-10
}

# bad WHAT: refused in these words.
bad() {
    exits 4 "$SHIJI" verify output
    has err "$1"
    has err '[archive-invalid]'
    fresh
}

# foreign WHAT: named, and no more than that.
foreign() {
    exits 1 "$SHIJI" verify output
    has err "$1 [file-foreign]"
    lacks err '[archive-invalid]'
    fresh
}

fresh
exits 0 "$SHIJI" verify output
exits 0 "$SHIJI" verify output/internal
echo 'not ours' >output/site/CNAME
exits 1 "$SHIJI" verify output
has err 'CNAME [file-foreign]'
fresh

# A file of a month, of an old version, of the other edition; an asset.
echo >>$october/problems.html && bad 'problems.html'
echo >>output/site/2025-09/index.md && bad '2025-09/index.md'
echo >>$october-v1/index.html && bad '2025-10-v1/index.html'
echo >>output/internal/2025-10/index.html && bad 'output/internal'
for asset in output/site/assets/site-*.css; do
    echo >>"$asset" && bad "$(basename "$asset")"
done
rm $october/index.html && bad '2025-10/index.html'
rm -r output/site/2025-09 && bad '2025-09/MANIFEST.sha256'
rm $october/index.html && ln -s /dev/null $october/index.html &&
    bad '2025-10/index.html'
echo >$october/more && foreign '2025-10/more'
mkdir $october-v7 && echo >$october-v7/more && foreign '2025-10-v7/more'
echo >$october-v1/more && foreign '2025-10-v1/more'
echo >output/site/assets/more && foreign 'assets/more'

# What stands beside the months.
for file in index.html index.md feed.xml MANIFEST.sha256; do
    echo >>output/site/$file && bad "$file"
    rm output/site/$file && bad "$file"
    ln -sf /dev/null output/internal/$file && bad "$file"
done
sed -i 's/^./x/' output/site/MANIFEST.sha256 && bad 'MANIFEST.sha256'
(cd output/site && sha256sum -c --quiet --strict MANIFEST.sha256)

# The manifest of a month.
sed -i 1d $october/MANIFEST.sha256 && bad 'MANIFEST.sha256'
echo "$(printf '' | sha256sum | cut -c 1-64)  more" >>$october/MANIFEST.sha256
: >$october/more && bad 'MANIFEST.sha256'
rm $october/MANIFEST.sha256 && bad 'MANIFEST.sha256'
cp -r output/site/2025-09 output/site/2025-08 && bad '2025-08/MANIFEST.sha256'

# The chain of versions: a line changed, removed, moved, added.
for change in s/补报/漏报/ s/2025-10-31/2025-10-30/ '1s/"version":1/"version":2/' \
    '2s/"digest":"./&0/' '$s/"seal":"./&0/' '$s/"previous":"[^"]*"/"previous":null/' \
    s/month/Month/ s/:/::/ 's/:/: /' '1s/$/ /' 1d 2d '$d' '1{h;d};2G' \
    '$p' '$s/}//' 's/^/ /'; do
    sed -i "$change" $history && bad 'output/site'
done
printf '{}\n' >>$history && bad 'history.jsonl'
truncate -s -1 $history && bad 'history.jsonl'
: >$history && bad '2025-10/MANIFEST.sha256'
rm $history && bad 'history.jsonl'
rm -r output/site output/internal && bad 'history.jsonl'
exits 2 "$SHIJI" verify nowhere
