# check --notes writes a page for every file, as HTML and text, with each fault
# at its cell; the folder may lie in the input and is not read again.
. "$CLI_TESTS/support.sh"
small_input input/2025-10
bad_row input/2025-10
printf '问题编号,问题名称,责任单位,提出时间,办理状态\n"W<9>","a\nb",区住建局,2025-10-44,办理中\n' >input/2025-10/late.csv
python3 "$CLI_TESTS/../support/workbooks.py" odd date-invalid input/2025-10/book.xlsx
exits 1 "$SHIJI" check -i input --notes input/notes
[ "$(find input/notes -name '*.txt' | wc -l)" = 3 ]
for form in html txt; do
    has input/notes/2025-10/problems.csv.$form D5
    has input/notes/2025-10/problems.csv.$form 2025-13-01
    lacks input/notes/2025-10/problems.csv.$form 2025-10-44
    has input/notes/2025-10/book.xlsx.$form '问题!D15'
    lacks input/notes/2025-10/late.csv.$form 'input/'
done
lacks input/notes/2025-10/late.csv.html '<9>'
exits 1 "$SHIJI" check -i input --notes input/notes -l en
lacks err notes
has input/notes/2025-10/book.xlsx.txt 'Must be corrected'
