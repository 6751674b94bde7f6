. "$CLI_TESTS/support.sh"

# In February what was solved last April is of the year that began then.
mkdir -p input/2026-02
printf 'key,value\nyear_start,2025-04\n' >input/settings.csv
printf 'figure,target\nproblems.solved,4\n' >input/targets.csv
cat >input/2026-02/problems.csv <<EOT
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
W-1,供水管网改造,区住建局,2025-04-08,2025-04-20,已办结
W-2,用工短缺,区人社局,2026-02-09,2026-02-11,已办结
EOT
exits 0 "$SHIJI" build -i input -o output -t "$templates"
has output/site/2026-02/index.md '本年度难题解决[2]'
lacks output/site/2026-02/index.md 今年难题
small_input 2025-10
cp input/targets.csv 2025-10
exits 0 "$SHIJI" build -i 2025-10 -o january -m 2025-10 -t "$templates"
has january/site/2025-10/index.md '今年难题解决[1]'
