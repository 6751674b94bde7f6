# index.html: each target, every month as it was published and as it is known
# now, quarters by the newest data, and each revision with its reason.
. "$CLI_TESTS/support.sh"

head=问题编号,问题名称,责任单位,提出时间,办结时间,办理状态
mkdir -p input/2025-03 input/2025-04
printf 'figure,target\nproblems.solved,12\n' >input/targets.csv
printf '%s\n' $head "1,路,区住建局,2025-01-02,2025-02-03,已办结" \
    "2,桥,区住建局,2025-01-02,2025-03-03,已办结" >input/2025-03/a.csv
printf '%s\n' $head "3,渠,区水利局,2025-01-02,2025-03-09,已办结" \
    "4,坝,区水利局,2025-01-02,2025-04-09,已办结" >input/2025-04/a.csv
page=output/site/index.html

exits 0 "$SHIJI" build -t "$templates" -m 2025-03
grep -q '年度目标' $page
grep -q '还差10项' $page
! grep -q 'id="periods"' $page
exits 0 "$SHIJI" build -t "$templates" -m 2025-04
grep -q '现为3' $page
tr -d '\n' <$page | grep -q \
    '一季度</th><td class="n">3</td><td class="n">3</td>.*二季度至今</th><td class="n">1</td><td class="n">4</td>'
grep -q '2025-04/index.html">2025年4月' $page
grep -q '未发布' $page
grep -q '区水利局' $page
# What is worst stands in its heading; its parts are a click away; a count
# leads to its records or says that no one place has them.
grep -q '<h1 class="lede">目标1项' $page
grep -q 'aria-current="page">全年' $page
for part in goals months periods returns; do
    grep -q "href=\"#$part\"" $page
    grep -q "id=\"$part\"" $page
done
grep -q 'data-table="year.months"' $page
grep -q '2025-04/problems-solved.html#m-2025-04"><b>1<' $page
# Of returns, the months of which something came in.
tr -d '\n' <$page | grep -q '单位</th><th scope="col">2025年3月</th><th scope="col">2025年4月</th></tr>'

# An older month made again leaves the newest on top.
sed 's/路/路灯/' input/2025-03/a.csv >a && mv a input/2025-03/a.csv
exits 0 "$SHIJI" build -t "$templates" -m 2025-03 --revise 更名
grep -q '第2版.*更名' $page
grep -q 'headline\|lede">目标1项' $page
tr -d '\n' <$page | grep -q '二季度至今'

# Taken back, the page is made of what is left.
exits 0 "$SHIJI" withdraw -m 2025-04 --reason 有误 -t "$templates"
! grep -q '2025-04/index.html' $page
