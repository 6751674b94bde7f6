# A campaign year may begin more than twelve months ago: what lies between its
# start and the cutoff counts, with the month known beforehand or found.
. "$CLI_TESTS/support.sh"

printf 'key,value\nyear_start,2024-10\n' >settings.csv
cat >problems.csv <<'END'
问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
P-1,路灯不亮,区住建局,2024-10-08,2024-10-20,已办结
P-2,井盖松动,区住建局,2025-10-09,2025-10-20,已办结
P-3,树木倒伏,区住建局,2025-10-10,2025-10-21,已办结
END
mkdir -p flat dated/2025-10
cp settings.csv problems.csv flat
cp settings.csv dated
cp problems.csv dated/2025-10
for input in flat dated; do
    exits 0 "$SHIJI" build -t "$templates" -i "$input" -o "$input-out"
    page=$input-out/site/2025-10/problems.html
    grep -q '"value": 3,' "$input-out/site/2025-10/data/summary.json"
    grep -q '同比增加1项' "$page"
done
