# A file of more than 4 MB stays in GB18030 while it is read; messages and site
# are those of the same records in UTF-8, but for the word that names the
# encoding.
. "$CLI_TESTS/support.sh"
mkdir -p plain/input/2025-10 coded/input/2025-10
awk 'BEGIN {
    print "填报单位：区住建局,,,,,,,"
    print "问题编号,问题名称,责任单位,责任人,提出时间,办结时间,办理状态,解决措施"
    for (i = 1; i <= 45000; i++) {
        id = sprintf("W-%05d", i); title = "供水管网改造第" i "处"
        owner = "张䶮㛃"; status = "已办结"; measure = "专班驻点，倒排工期，每周调度并逐项销号，群众满意"
        if (i % 1000 == 1) measure = "\"第一行\n第二行，\"\"另见\"\"附件\"";
        if (i % 1000 == 2) id = "=\"" id "\""
        if (i % 1000 == 3) title = "引号\"在当中" i
        if (i % 1000 == 4) id = sprintf("W-%05d", i - 1)
        if (i % 1000 == 5) status = "不知道"
        if (i % 1000 == 6) measure = "请电13800138000，" measure
        if (i % 1000 == 7) title = "\"未闭合" i
        if (i % 1000 == 8) owner = "欧阳㛃，𬱖某　ü"
        printf "%s,%s,区住建局,%s,2025-%02d-08,2025-10-20,%s,%s\n", id, title,
            owner, i % 9 + 1, status, measure
        if (i % 9000 == 0) print "合计,35," i ",,,,,"
    }
}' >plain/input/2025-10/problems.csv
iconv -f UTF-8 -t GB18030 plain/input/2025-10/problems.csv \
    >coded/input/2025-10/problems.csv
[ "$(wc -c <coded/input/2025-10/problems.csv)" -gt 4200000 ]
for form in plain coded; do
    (cd "$form" && exits 1 "$SHIJI" build -m 2025-10 -t "$templates" -v)
    (cd "$form/output" && find . -type f | sort | grep -v 'MANIFEST\|history' |
        xargs sed 's/utf-8/X/g;s/gb18030/X/g') >"$form.all"
done
cmp plain/err coded/err
cmp plain.all coded.all
lacks coded.all 13800138000
has coded/output/site/2025-10/data/quality.json '"encoding": "gb18030"'
