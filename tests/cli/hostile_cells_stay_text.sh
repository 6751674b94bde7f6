# Whatever a cell holds, in any column of any ledger and either edition: it is
# text.  The program's own gate has read each page strictly; this looks again.
. "$CLI_TESTS/support.sh"
"$CLI_TESTS/../support/hostile.sh" "$SHIJI" input
rm input/payloads
for edition in public internal; do
    exits 1 "$SHIJI" build -t "$templates" -e $edition
done
find output -name '*.html' >pages
[ "$(wc -l <pages)" -gt 150 ]
while read -r page; do
    # What a browser takes for tags: no script but ours, no handler, no address
    # that is not a file of ours.
    tr '\n' ' ' <"$page" | sed 's/<style>[^<]*<\/style>//; s/</\n</g' |
        sed -n 's/^\(<[^>]*>\).*/\1/p' >tags
    sed 's/="[^"]*"//g' tags >bare
    grep -oE ' (href|src|action|style)="[^"]*"' tags >addresses || :
    if grep -iE '<(img|iframe|object|embed|base)| on[a-z]|srcdoc|"' bare ||
        grep -vE '="(data:,|[a-z0-9./#-]+)"$' addresses |
        grep -vE '="[a-z0-9./-]*#[^:"]*"$'; then
        echo "$page"
        exit 1
    fi
    # Scripts and styles are the lines of ours that the policy names.
    # Data of the month is a block that no browser runs.
    sed 's/<script type="application\/ld+json">[^<]*<\/script>//g' "$page" |
        grep -o '<script.*</script>\|<style>@.*</style>' >>scripts || :
    [ "$(grep '^<script' tags | grep -vc 'type="application/ld+json"')" -le 2 ]
    has "$page" "default-src 'none'"
    lacks "$page" unsafe-
done <pages
sed 's/\.\.\///g' scripts | sort -u >ours
[ "$(wc -l <ours)" -le 4 ]
if grep -v 'assets/[a-z]*-[0-9a-f]\{8\}' ours; then exit 1; fi
# Markdown: no tag, no address.
if grep -rnE --include='*.md' '^[^`]*(<(script|img|svg|a )|[^\\]\]\((javascript|http))' \
    output; then
    exit 1
fi
# CSV: no cell a spreadsheet would compute.
if grep -rnE --include='*.csv' "(^|,)\"?[=+@-][^0-9,]" output; then
    exit 1
fi
# Markers of templates are text too; in a cell of persons they are a name, which
# the public edition masks.
grep -rqF '{{TEMPLATE}}' output/internal/2025-10/problems-raised.html
