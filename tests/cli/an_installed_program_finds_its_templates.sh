. "$CLI_TESTS/support.sh"
# Installed, then moved as a whole.
small_input input
mkdir -p usr/bin usr/share/shiji
cp "$SHIJI" usr/bin/shiji
cp -r "$templates" usr/share/shiji/templates
mv usr elsewhere
exits 0 elsewhere/bin/shiji build
[ -f output/site/2025-10/index.html ]
