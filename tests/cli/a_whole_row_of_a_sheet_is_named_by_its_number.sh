# What is wrong with a header as a whole has no cell: its row is named, as that
# of a CSV is, and nothing stands empty between two colons.
. "$CLI_TESTS/support.sh"
mkdir -p input/2025-10
cat >ledger.csv <<'CSV'
问题名称,责任单位,提出时间,办理状态
井盖破损,区住建局,2025-10-01,办理中
CSV
python3 "$CLI_TESTS/../support/workbooks.py" file ledger.csv input/2025-10/问题.xlsx excel
"$SHIJI" check -i input >said 2>&1 || true
has said '问题.xlsx:台账:1: warning: 问题编号'
lacks said '台账::'
