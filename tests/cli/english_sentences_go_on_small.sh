# Within an English sentence a label begins small, and a bullet is one blank
# from what it says.
. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" build -t "$templates" -i "$CLI_TESTS/../../input" -o output \
    -l en
month=output/site/2025-10
grep -q '^Solved: .*; open: .*, overdue: ' $month/problems.md
has output/site/index.md 'Targets behind: 3 of 5; suggestions adopted'
if grep -rnE --include='*.md' '^-  |; [A-Z][a-z]+[a-z ]*: \[' output; then
    exit 1
fi
