# An export under a name in GB18030 is archived under the same name in UTF-8,
# and so is what lies in a folder of such a name; the bag gives the same site.
. "$CLI_TESTS/support.sh"
small_input input
mkdir -p "input/2025-10/$(printf '\315\370')"
mv input/problems.csv \
    "input/2025-10/$(printf '\315\370')/$(printf '\316\312\314\342').csv"
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
has err '[file-name-coded]'
exits 0 "$SHIJI" archive -t "$templates"
bag=output/archive/shiji-2025-10-v1
[ -f "$bag/data/input/2025-10/网/问题.csv" ]
has "$bag/manifest-sha256.txt" 'data/input/2025-10/网/问题.csv'
has "$bag/data/provenance.json" '2025-10/网/问题.csv'
exits 0 "$SHIJI" verify --rebuild "$bag"
