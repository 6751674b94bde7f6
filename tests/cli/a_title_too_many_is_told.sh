. "$CLI_TESTS/support.sh"
mkdir input
head=问题编号,问题名称,责任单位,提出时间,办理状态
cat >input/problems.csv <<EOT
$head,,解决措施,工作成效
W-1,供水,区住建局,2025-10-08,办理中,检修,
W-2,供气,区住建局,2025-10-09,办理中,,正常
EOT
exits 0 "$SHIJI" check -i input
has err 'problems.csv:1:6: warning: F1: 表头有 8 格，多数行有 7 格'

# A column without title is none too many where the rows have its cell …
cat >input/problems.csv <<EOT
$head,,解决措施,工作成效
W-1,供水,区住建局,2025-10-08,办理中,,检修,
W-2,供气,区住建局,2025-10-09,办理中,,,正常
EOT
exits 0 "$SHIJI" check -i input
lacks err header-cells

# … and rows without their last cell are as usual.
cat >input/problems.csv <<EOT
$head,解决措施,
W-1,供水,区住建局,2025-10-08,办理中,检修
W-2,供气,区住建局,2025-10-09,办理中,
EOT
exits 0 "$SHIJI" check -i input
lacks err header-cells
