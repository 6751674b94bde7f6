. "$CLI_TESTS/support.sh"

titles='问题编号,问题名称,责任单位,提出时间,办结时间,办理状态'

mkdir -p input/2025-09 input/2025-10
cat >input/2025-09/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-08,2025-09-20,已办结
W-2,用工短缺,区住建局,2025-09-09,2025-09-21,已办结
EOT
cat >input/2025-10/problems.csv <<EOT
$titles
W-1,供水管网改造,区住建局,2025-08-08,,办理中
W-2,用工短缺,区住建局,2025-09-09,2025-09-21,已办结
W-3,道路破损,区住建局,2025-09-11,2025-10-30,已办结
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-10

# Two solved in September, one of them open again, one more in October.
has output/site/2025-10/problems.md '本月1项，上月2项，恢复办理1项'
has output/site/2025-10/changes.md \
    '2 + [1](problems-solved-month.md) − 1恢复办理 + 0补报 = [2](problems-solved.md)'
