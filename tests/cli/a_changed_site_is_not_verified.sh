. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates"
echo 'W-9,新增,区住建局,2025-10-30,,办理中' >>input/problems.csv
exits 0 "$SHIJI" build -t "$templates" --revise '迟报一条'
exits 0 "$SHIJI" verify output
exits 0 "$SHIJI" verify output/site
cp -r output whole

# refused WHAT TEXT: the site as it is now, which is then made whole again.
refused() {
    exits 4 "$SHIJI" verify output
    has err "$2"
    rm -rf output
    cp -r whole output
}

site=output/site
echo >>$site/2025-10/problems.html && refused 'a page' problems.html
echo >>$site/2025-10/v1/index.html && refused 'an old page' v1/index.html
rm $site/2025-10/units.md && refused 'a missing page' units.md
: >$site/2025-10/more.html && refused 'one more page' more.html
mkdir $site/2025-10/v9 && : >$site/2025-10/v9/x && refused 'no version' v9/x
for asset in $site/assets/*.css; do echo >>"$asset"; done
refused 'an asset' assets/site-
sed -i 1d $site/history.jsonl && refused 'a line of history' history.jsonl
sed -i '$d' $site/history.jsonl && refused 'the last line' MANIFEST.sha256
rm $site/history.jsonl && refused 'no history' history.jsonl
echo x >>$site/2025-10/MANIFEST.sha256 && refused 'a manifest' MANIFEST.sha256
exits 2 "$SHIJI" verify nowhere
