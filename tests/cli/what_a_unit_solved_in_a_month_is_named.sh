# A number of the units' table by month leads to the records it counts, named
# on the unit's page; the gate holds their number against it.
. "$CLI_TESTS/support.sh"

mkdir -p input/2025-10
{
    echo 问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
    echo ZD-2025-001,进场道路未打通,区住建局,2025-08-01,2025-09-08,已办结
    echo ZD-2025-002,路灯不亮,区住建局,2025-08-02,2025-09-09,已办结
    echo ZD-2025-003,桥面破损,区住建局,2025-08-03,2025-10-09,已办结
} >input/2025-10/problems.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
month=output/site/2025-10
has $month/units.html '<a href="unit-1.html#solved-m-2025-09">2</a>'
has $month/units.html '<a href="unit-1.html#solved-m-2025-10">1</a>'
sed -n '/id="solved-m-2025-09"/,/<\/ul>/p' $month/unit-1.html >named
has named ZD-2025-001
has named ZD-2025-002
lacks named ZD-2025-003
