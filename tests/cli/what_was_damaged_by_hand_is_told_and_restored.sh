. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
mkdir output/site/private output/site/2025-10/notes
chmod 700 output/site/private
echo mine >output/site/2025-10/notes/mine
mv output kept
october=output/site/2025-10

fresh() {
    rm -rf output
    cp -a kept output
}

# restored WHAT: the month is as it was published, and the user told.
restored() {
    exits 0 "$SHIJI" build -t "$templates" -m 2025-10
    has err '[month-restored]'
    has err "$1"
    diff -r kept output
    exits 0 "$SHIJI" build -t "$templates" -m 2025-10
    lacks err month-restored
    fresh
}

fresh
echo >>$october/problems.html && restored problems.html
rm $october/units.md && restored units.md
rm $october/MANIFEST.sha256 && restored 2025-10
sed -i 1d $october/MANIFEST.sha256 && restored 2025-10
mv $october/notes . && rm -r $october && mkdir $october && mv notes $october &&
    restored 2025-10

# So does what stands beside the months.
for file in index.html feed.xml history.jsonl MANIFEST.sha256; do
    [ $file = history.jsonl ] || echo >>output/site/$file
    exits 0 "$SHIJI" build -t "$templates" -m 2025-10
    diff -r kept output
done
rm output/site/MANIFEST.sha256
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
diff -r kept output
fresh

# Another month is not this build's to make again.
rm -r output/site/2025-09
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
has err '2025-09'
has err '[month-lost]'
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
has err '[month-restored]'
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
lacks err month-lost
diff -r kept output
[ "$(stat -c %a output/site/private)" = 700 ]

# A damaged version is not kept as if it were the published one.
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
echo >>$october/problems.html
cp -r output before
exits 4 "$SHIJI" build -t "$templates" -m 2025-10 --revise '补报一件'
has err '2025-10/problems.html'
has err '[archive-invalid]'
diff -r before output

# What only has the name of our debris stays.
fresh
echo mine >output/.site.staging
exits 3 "$SHIJI" build -t "$templates" -m 2025-10 --revise '补报一件'
has err '.site.staging'
has output/.site.staging mine
rm output/.site.staging
ln -s ../input output/.internal.staging
exits 3 "$SHIJI" build -t "$templates" -m 2025-10 --revise '补报一件'
[ -L output/.internal.staging ]
rm output/.internal.staging
diff -r kept output
