# brief.docx: of the form office programs want, and word for word print.html, in
# both editions and languages, also of a revised month and one without anything.
. "$CLI_TESTS/support.sh"
support=$CLI_TESTS/../support
sample=$CLI_TESTS/../../input
for edition in public internal; do
    folder=site
    [ $edition = public ] || folder=internal
    for language in zh en; do
        exits 0 "$SHIJI" build -q -i "$sample" -t "$templates" \
            -o "$language" -e $edition -l $language
        month=$(echo "$language/$folder"/2025-*)
        python3 "$support/office.py" "$month/brief.docx"
        python3 "$support/office.py" --brief "$month"
        has "$month/index.html" 'href="brief.docx"'
    done
done
small_input input
exits 0 "$SHIJI" build -q -t "$templates"
python3 "$support/office.py" --brief output/site/2025-10
echo 'W-4,路灯<不>&亮,区住建局,2025-10-02,,办理中' >>input/problems.csv
exits 0 "$SHIJI" build -q -t "$templates" --revise '补报 <&> 一件'
python3 "$support/office.py" output/site/2025-10/brief.docx
python3 "$support/office.py" --brief output/site/2025-10
