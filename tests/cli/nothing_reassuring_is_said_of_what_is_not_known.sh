. "$CLI_TESTS/support.sh"

month=output/site/2025-10
mkdir -p input/2025-10 input/codes
small_input input/2025-10
cat >input/2025-10/mentoring.csv <<EOT
时间,形式,导师,帮带对象,次数,主题
2025-10-07,一对一辅导,,,1,谈话
EOT

# Nobody gave a deadline: how many, and neither 无逾期 nor a zero.
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
for page in index.md index.html print.html; do
    has "$month/$page" '在办问题中有2项没有明确的办理时限'
    lacks "$month/$page" '无逾期'
    lacks "$month/$page" '无落后'
done
lacks "$month/data/summary.json" 'problems.overdue'

# No column names a field: nothing is parted by it.
lacks "$month/problems.md" '领域'
lacks "$month/index.md" '领域'
lacks "$month/mentoring.md" '导师类型'
lacks "$month/units.html" '逾期'
has "$month/unit-2.html" '难题在办1项'
lacks "$month/unit-2.html" '没有逾期'

# A whole file is not read; a unit that owes no returns is not missing.
cat >input/2025-10/other.csv <<EOT
问题编号,问题名称,责任单位,办理时限,办理状态
X-1,展会无场地,区商务局,2025-12-01,办理中
X-2,仓库不足,区商务局,2025-12-01,办理中
EOT
cat >input/codes/units.csv <<EOT
name,order,aliases,reports,english
区档案馆,1,,否,
EOT
exits 1 "$SHIJI" build -t "$templates" -m 2025-10 --revise 补报
has err '另有 1 个文件整个未读'
for page in index.md print.html; do
    has "$month/$page" '有1个文件整个未读'
done
has "$month/quality.md" '另有1个文件整个未读'
lacks "$month/quality.md" '区档案馆'

# Without gaps the calm is told, of what is known alone.
rm -r input/2025-10/other.csv output
cat >input/2025-10/problems.csv <<EOT
问题编号,问题名称,责任单位,提出时间,办理时限,办结时间,办理状态
W-1,供水管网改造,区住建局,2025-10-08,2025-12-01,,办理中
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
has "$month/index.md" '本月无逾期问题、无搁置数据。'
