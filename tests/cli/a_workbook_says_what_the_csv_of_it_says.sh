# The sample's ledgers, settings and lists as workbooks of six programs, their
# dates displayed without a year, give the same site, but for the pages that name
# the files.
. "$CLI_TESTS/support.sh"
top=$CLI_TESTS/../..
python3 "$top/tests/support/workbooks.py" folder "$top/input" books
[ -e books/settings.xlsx ] && [ -e books/codes/units.xlsx ]
! find books -name '*.csv' | grep .
for edition in public internal; do
    exits 0 "$SHIJI" build -i "$top/input" -o csv -m 2025-10 -e "$edition" -t "$templates"
    exits 0 "$SHIJI" build -i books -o xlsx -m 2025-10 -e "$edition" -t "$templates"
done
has xlsx/site/2025-10/data/quality.json '2025-10/problems-late.xlsx#台账'
for edition in site internal; do
    (cd "csv/$edition" && find . -type f) |
        grep -v 'MANIFEST\|history\|quality\|2025-10/report' >"$edition.files"
    while read -r file; do
        cmp "csv/$edition/$file" "xlsx/$edition/$file"
    done <"$edition.files"
    [ "$(wc -l <"$edition.files")" -gt 100 ]
done
# An archive keeps each workbook once, as it was received.
exits 0 "$SHIJI" archive -i books -o xlsx -m 2025-10 -t "$templates"
bag=$(echo xlsx/archive/*)
(cd books && find . -name '*.xlsx') | while read -r file; do
    cmp "books/$file" "$bag/data/input/$file"
done
