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
[ "$(tail -n 1 err)" = '读入 6 = 采用 3 + 搁置 3 + 重复 0 + 更新替代 0；核对意见已写入 input/notes' ]
exits 1 "$SHIJI" check -i input --notes input/notes -l en
lacks err notes/
has input/notes/2025-10/book.xlsx.txt 'Must be corrected'
# Whatever a sheet or a workbook is called: a page a file, in the folder.
mkdir hostile
python3 "$CLI_TESTS/../support/workbooks.py" odd sheet-upward hostile/up.xlsx
python3 "$CLI_TESTS/../support/workbooks.py" odd date-invalid hostile/old.xls
exits 1 "$SHIJI" check -i hostile --notes up/notes
[ "$(find . -name 'outside*')" = '' ]
[ "$(find up -name '*.txt' | sort)" = "$(printf 'up/notes/old.xls.txt\nup/notes/up.xlsx.txt')" ]
has up/notes/old.xls.txt '问题!D15'
has err 'hostile/old.xls:问题:D15: error'
exits 1 "$SHIJI" check --notes far/notes hostile/../hostile/../hostile/old.xls
[ -e far/notes/hostile/old.xls.txt ]
# A folder with notes is not read again, so none with ledgers becomes one.
for folder in input input/ input/2025-10; do
    exits 2 "$SHIJI" check -i input --notes $folder
done
exits 2 "$SHIJI" check --notes input/2025-10 input/2025-10/late.csv
(cd input/2025-10 && exits 2 "$SHIJI" check --notes . late.csv && rm out err)
[ "$(ls input/2025-10)" = "$(printf 'book.xlsx\nlate.csv\nproblems.csv')" ]
# As long as a name may be.
mkdir -p long
long=$(printf '%0250d' 0)
small_input long
mv long/problems.csv "long/$long.csv"
exits 0 "$SHIJI" check -i long --notes long-notes
[ "$(cat long-notes/*.txt | grep -cF "$long.csv")" = 1 ]
# The sender has no lists of ours to add to.
printf '问题名称,责任单位,提出时间,办理状态,所属领域,别的\na,区住建局,2025-10-08,在搞,照明,x\n' >input/2025-10/late.csv
printf '问题名称,提出时间,办理状态,负责的\na,2025-10-08,办理中,x\n' >input/2025-10/lacks.csv
mkdir input/codes
printf 'name\n区住建局\n' >input/codes/units.csv
for language in zh en; do
    exits 1 "$SHIJI" check -i input --notes input/notes -l $language
    has err codes/statuses.csv
    ! grep -rF -e codes/ -e 'shiji ' -e 'csv（' input/notes
done
has input/notes/2025-10/late.csv.txt 'Advice: accepted: '
has input/notes/2025-10/late.csv.txt '1. row 1 问题编号'
has input/notes/2025-10/late.csv.txt 'counts already'
lacks input/notes/2025-10/lacks.csv.txt 'counts already'
