. "$CLI_TESTS/support.sh"

# What other units state of a published month may be another number today;
# changes.html vouches for the figures that it compares.
small_input input/2025-10
sed -i 's/2025-10-/2025-09-/g' input/2025-10/problems.csv
mkdir input/2025-09
mv input/2025-10/problems.csv input/2025-09
echo '指标代码,指标名称,月份,数值,计量单位,来源' >input/2025-09/indicators.csv
echo 'award,获奖,2025-09,15,项,区委办' >>input/2025-09/indicators.csv
exits 0 "$SHIJI" build -i input -o output -m 2025-09 -t "$templates"
sed 's/,15,/,16,/' input/2025-09/indicators.csv >input/2025-10/indicators.csv
cp input/2025-09/problems.csv input/2025-10
echo 'W-9,路灯不亮,区住建局,2025-10-09,,办理中' >>input/2025-10/problems.csv
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates"
for page in output/site/2025-10/changes.html output/site/2025-10/changes.md; do
    has $page '（其他单位的指标除外）与现有数据一致。'
done
rm input/*/indicators.csv
rm -r output
exits 0 "$SHIJI" build -i input -o output -m 2025-09 -t "$templates"
exits 0 "$SHIJI" build -i input -o output -m 2025-10 -t "$templates"
has output/site/2025-10/changes.md '已发布各月的数字与现有数据一致。'
