. "$CLI_TESTS/support.sh"
archive() {
    "$SHIJI" archive -t "$templates" -m 2025-10 "$@"
}
small_input input
mkdir elsewhere input/old
printf 'kept as it is\r\n' >elsewhere/note.txt
ln -s ../elsewhere/note.txt input/note.md
ln -s ../elsewhere input/folder
exits 0 "$SHIJI" build -t "$templates" -m 2025-09
exits 0 env SOURCE_DATE_EPOCH=1760000000 "$SHIJI" build -t "$templates" -l en

# Ledgers, settings and templates as they were published from, or no bag.
cp -r input before
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
exits 4 archive
has err '[archive-unpaired]'
has err 'site/2025-10/'
[ -z "$(ls -A output/archive)" ]
rm -r input
cp -a before input
echo 'title,别的标题' >input/settings.csv
exits 4 archive
rm input/settings.csv
cp -r "$templates" changed
echo '<!-- -->' >>changed/layouts/page.html
exits 4 archive -t changed
[ -z "$(ls -A output/archive)" ]

# What was received under a link is kept as what was received; a link that
# somebody made in the site is his.
ln -s 2025-10 output/site/latest
exits 0 archive
[ -L output/site/latest ]
[ -z "$(find output/archive -type l)" ]
bag=output/archive/shiji-2025-10-v1
cmp elsewhere/note.txt $bag/data/input/note.md
[ ! -e $bag/data/input/folder ]
exits 0 "$SHIJI" verify --rebuild $bag
exits 0 env TMPDIR= "$SHIJI" archive -t "$templates" -m 2025-10 -d other
diff -r $bag other/shiji-2025-10-v1

# The next version beside it; the old one is never replaced.
echo 'W-9,新增事项,区住建局,2025-10-10,,办理中' >>input/problems.csv
exits 0 "$SHIJI" build -t "$templates" -l en --revise '补报一件'
exits 0 archive
has out output/archive/shiji-2025-10-v2
exits 0 "$SHIJI" verify --rebuild output/archive/shiji-2025-10-v2
exits 0 "$SHIJI" verify --rebuild $bag
exits 4 archive -m 2025-09
has err '[archive-unpaired]'

# A manifest cannot name what is of no encoding.
: >"$(printf 'input/\377')"
exits 3 archive -d third
has err 'UTF-8'
rm input/$(printf '\377')

# Builds and archives at once: whoever comes second is told so.
exits 3 flock output "$SHIJI" archive -t "$templates" -m 2025-10
has err '[output-locked]'
exits 3 flock -s output "$SHIJI" build -t "$templates" -l en
has err '[output-locked]'
exits 0 flock -s output "$SHIJI" archive -t "$templates" -m 2025-10 -d third
exits 3 flock output "$SHIJI" verify output
mkdir third/.shiji-2025-10-v2.part
exits 3 flock third/.shiji-2025-10-v2.part "$SHIJI" archive -t "$templates" \
    -m 2025-10 -d third
[ -d third/.shiji-2025-10-v2.part ]
mine=third/.shiji-2025-10-v2.part/mine
: >$mine
rm -r third/shiji-2025-10-v2
exits 3 archive -d third
has err '.shiji-2025-10-v2.part'
[ -f $mine ]
mv $mine third/.shiji-2025-10-v2.part/.shiji-draft
mkdir third/.shiji-2025-10-v2.part/bag
: >third/.shiji-2025-10-v2.part/bag/debris
exits 0 archive -d third
[ ! -e third/.shiji-2025-10-v2.part ]
