# The empty ledgers as workbooks: of the form office programs want, typed, with
# lists to choose from, and read back as the CSV of the same rows is.
. "$CLI_TESTS/support.sh"
support=$CLI_TESTS/../support
exits 0 "$SHIJI" init --xlsx new
[ ! -e new/problems.csv ]
python3 "$support/office.py" new/*.xlsx
has new/README.md '| problems.xlsx | 问题台账 |'
exits 0 "$SHIJI" check -i new
lacks err error

python3 - new/problems.xlsx <<'EOT'
import sys, zipfile
sheet = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
for part in ('state="frozen"', '"已办结,办理中,未启动,不予办理"', '"项目建设,企业发展,基层治理,矛盾化解,其他"',
             '<col min="8" max="8" width="12" style="3"'):
    assert part in sheet, part
EOT

cat >rows.csv <<'EOT'
问题编号,问题名称,所属领域,责任单位,配合单位,责任人,涉及企业（项目）,提出时间,办理时限,办结时间,办理状态,解决措施,工作成效,问题来源
0001,供水管网改造,基层治理,区住建局,,张三,,2025-10-08,2025-10-30,2025-10-20,已办结,,,
0002,用工短缺,企业发展,区人社局,,李四,甲公司,2025-10-09,2025-11-30,,办理中,组织招聘会,,
EOT
python3 "$support/workbooks.py" fill new/problems.xlsx rows.csv filled.xlsx
"$SHIJI" clean -q rows.csv >csv.out
"$SHIJI" clean -q filled.xlsx >xlsx.out
cmp csv.out xlsx.out

# What is there is the user's; a workbook beside an empty CSV would not be read.
cp filled.xlsx new/problems.xlsx
exits 0 "$SHIJI" init --xlsx new
cmp filled.xlsx new/problems.xlsx
exits 0 "$SHIJI" init both
exits 0 "$SHIJI" init --xlsx both
[ ! -e both/problems.xlsx ]
has err both/problems.csv

# Asked twice, the same bytes.
exits 0 "$SHIJI" init --xlsx again
cmp new/reports.xlsx again/reports.xlsx
