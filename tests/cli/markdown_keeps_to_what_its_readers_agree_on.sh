# Of Markdown only what every reader shows alike: no blank at the end of a
# line, where two are a line break, and no line all in bold, which is neither
# a heading nor able to stress anything within.
. "$CLI_TESTS/support.sh"
for edition in public internal; do
    exits 0 "$SHIJI" build -t "$templates" -i "$CLI_TESTS/../../input" \
        -o output -e $edition
done
if grep -rnE --include='*.md' ' $|^\*\*.*\*\*$' output; then exit 1; fi
