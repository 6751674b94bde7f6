. "$CLI_TESTS/support.sh"

mkdir -p input
cat >input/problems.csv <<EOT
问题编号,问题名称,责任单位,配合单位,提出时间,办理状态
W-1,供水管网改造,区住建局、区水利局,,2025-10-08,办理中
W-2,用工短缺,区人社局,区住建局,2025-10-09,办理中
EOT
exits 0 "$SHIJI" build -t "$templates"
month=output/site/2025-10

# Each of the two is counted once, for its lead.
has $month/units.md '| [区住建局](unit-1.md) | 1 |'
has $month/units.md '| [区人社局](unit-3.md) | 1 |'

# 区水利局 leads nothing and has a page nevertheless.
has $month/units.md '| [区水利局](unit-2.md) | 1 |'
has $month/unit-2.md '| [W-1](problems-raised.md) | 供水管网改造 | 10月8日 | 区住建局、区水利局 |'
has $month/unit-1.md '| [W-2](problems-raised.md) | 用工短缺 | 10月9日 | 区人社局 |'
has $month/unit-2.html '配合办理'
lacks $month/unit-3.html '配合办理'

# A cadre whom two units sent is no work that they share.
cat >input/cadres.csv <<EOT
干部编号,姓名,派出单位,战场
G01,干部01,区住建局、区水利局,重点项目
EOT
exits 0 "$SHIJI" build -t "$templates" -e internal
lacks output/internal/2025-10/unit-2.html 'shared-cadres'
