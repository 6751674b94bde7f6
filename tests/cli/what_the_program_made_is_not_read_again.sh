# The output may lie in the input folder, or be it.
. "$CLI_TESTS/support.sh"
archive() {
    "$SHIJI" archive -t "$templates" -m 2025-10 "$@"
}
small_input plain
exits 0 "$SHIJI" build -t "$templates" -i plain
for place in . results 2025-10/deep; do
    rm -rf input
    small_input input
    for turn in 1 2; do
        exits 0 "$SHIJI" build -t "$templates" -o input/$place
        has err '读入 3 = 采用 3'
        lacks err file-not-ledger
    done
    exits 0 "$SHIJI" check
    has err '读入 3 = 采用 3'
    cmp output/site/2025-10/data/summary.json \
        input/$place/site/2025-10/data/summary.json
    for turn in 1 2; do
        exits 0 archive -o input/$place
    done
    bag=input/$place/archive/shiji-2025-10-v1
    [ "$(find $bag/data/input -type f | wc -l)" = 1 ]
    exits 0 "$SHIJI" verify --rebuild $bag
done

# Input and templates may be symbolic links, and hold some.
mkdir -p received/codes
cp plain/problems.csv received/ledger
printf 'wrong,right\n截止,截至\n' >received/codes/replacements.csv
mkdir linked
ln -s ../received/ledger linked/problems.csv
ln -s ../received/codes/replacements.csv linked/note.md
ln -s ../linked linked/round
ln -s linked link
cp -r "$templates" copied
mv copied/parts elsewhere
mkdir copied/parts
for part in elsewhere/*; do ln -s "../../$part" copied/parts/; done
ln -s copied mine
exits 0 "$SHIJI" build -t mine -i link -o third
exits 0 "$SHIJI" archive -t mine -i link -o third -m 2025-10
bag=third/archive/shiji-2025-10-v1
cmp received/ledger $bag/data/input/problems.csv
[ -z "$(find $bag -type l)" ]
for file in problems.csv note.md; do
    has $bag/data/provenance.json "\"$file\": \"$(sha256sum <linked/$file |
        cut -c 1-64)\""
done
exits 0 "$SHIJI" verify --rebuild $bag

# A link that leads nowhere is told by name.
ln -s nowhere linked/lost.md
exits 3 "$SHIJI" archive -t mine -i link -o third -m 2025-10 -d fourth
has err 'lost.md'
[ -z "$(ls -A fourth 2>/dev/null)" ]
