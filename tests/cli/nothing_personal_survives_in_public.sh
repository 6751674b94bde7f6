# Names and numbers of every row, file, note and dropped column: masked or not
# there, in any byte of the public edition; and masking never stops a build.
. "$CLI_TESTS/support.sh"
mkdir -p input/2025-09 input/2025-10
cat >input/2025-10/problems.csv <<'EOT'
区问题台账,,,,,,,,,
填表人：钱留名,审核人:,孙审核,,,,,,,
问题编号,问题名称,责任单位,责任人,提出时间,办结时间,办理状态,手机号,身份证号,工作成效
W-1,管网由赵一民负责 电话13812345678,区住建局,赵一民,2025-10-08,2025-10-20,已办结,13900001111,420111199003071234,13900001111，钱留名 孙审核 周台账 吴搁置 郑旧行 文明 李四
W-2,用工短缺 吴搁置,区人社局,张三、李四（组长）,2025-10-09,,办理中,,,卡号 6222020000000000 电话0722-3312345 张三
W-3,坏日期,区交通局,吴搁置,2025-13-01,,办理中,,,
W-4,单位是人,陈小明,陈小明,2025-10-02,,办理中,,,"文明, 07, 卡 4904874274244463"
13912345678,编号像手机,区交通局,文明,2025-10-02,,办理中,,,
备注：负责人：冯备注,,,,,,,,,
W-5,冯备注 Li Wei,区交通局,Li Wei,2025-10-02,,办理中,,,
W-6,统计口径和数据,区交通局,口径、数据,2025-10-02,,办理中,,,
EOT
cat >input/2025-10/周台账的名册.csv <<'EOT'
姓名,派出单位,电话
周台账,区住建局,13712345678
EOT
cat >input/2025-09/problems.csv <<'EOT'
问题编号,问题名称,责任单位,责任人,提出时间,办理状态
W-1,旧,区住建局,郑旧行,2025-10-08,办理中
EOT
exits 1 "$SHIJI" build -t "$templates"
has output/site/2025-10/data/problems.csv '赵**负责 电话138****5678'
has output/site/2025-10/data/problems.csv '周**'
names='赵一民|张三|李四|吴搁置|郑旧行|周台账|钱留名|孙审核|冯备注|陈小明|文明'
numbers='Li Wei|13812345678|13900001111|13712345678|13912345678|07-3312345'
cards='6222020000000000|4904874274244463|420111199003071234|3312345'
if grep -rE "$names|$numbers|$cards" output; then exit 1; fi
if find output | grep -E "$names"; then exit 1; fi
