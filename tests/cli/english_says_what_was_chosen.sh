# A choice, a yes and a no are said in the language of the page, in a row and
# where a column of one value is said once above the table.
. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" build -e internal -l en -i "$CLI_TESTS/../../input" \
    -t "$templates"
month=output/internal/2025-10
has $month/outcomes-promoted.html '20 records; Kind: Promoted.'
has $month/results.html '<td class="d">Promoted</td>'
has $month/projects-signed.html 'data-l="Sped up">no<'
has $month/projects-accelerated.html 'Sped up: yes.'
has $month/indicators.html 'Scope: Cumulative'
has $month/problems-solved.html 'Status: Solved.'
# What is said of the rows of a part is said of the part once.
has $month/report.html 'all listed here have Topic:'
has $month/report.html '; Form: One-to-one session; Times: 2.'
