. "$CLI_TESTS/support.sh"
mkdir -p in/codes
printf '序号,问题名称,责任单位,立项日期,办理状态,信访人,问题描述\n1,甲,乙,2025-10-02,办理中,,丙\n' >in/a.csv
printf '督导片区,联系人\n一,\n' >in/b.csv
exits 0 "$SHIJI" columns in/a.csv in/b.csv
has out 'in/a.csv  问题台账'
has out 'in/b.csv  （不像任何台账的表头）'
has out 'problems,raised_on,立项日期'
has out '  责任单位  unit'
exits 0 "$SHIJI" columns -l en in/a.csv
has out 'Lead unit'
exits 0 "$SHIJI" columns --format md in/a.csv
has out '| 责任单位 | unit | 责任单位 |'

# For a program.
exits 0 "$SHIJI" columns --format json in/a.csv in/b.csv
tr -d ' \n' <out >flat
has flat '"format":"shiji-titles/1"'
has flat '{"path":"in/a.csv","ledger":"problems","titles":['
has flat '{"title":"责任单位","ledger":"problems","key":"unit"}'
has flat '{"title":"立项日期","ledger":"problems","key":null,"proposal":"raised_on"}'
has flat '{"title":"信访人","ledger":"problems","key":"personal"}'
has flat '{"title":"问题描述","ledger":"problems","key":"further"}'
has flat '{"path":"in/b.csv","ledger":null,"titles":['
has flat '{"title":"督导片区","ledger":null,"key":null,"proposal":null}'

printf '问题名称,"责任\n单位",提出时间,状态\n甲,乙,2025-10-02,在办\n' >in/d.csv
exits 0 "$SHIJI" columns in/d.csv
has out '  责任 单位  unit'

# What the office says is heeded.
printf 'ledger,key,title\nproblems,raised_on,立项日期\n' >in/codes/aliases.csv
exits 0 "$SHIJI" columns -i in in/a.csv
has out '  立项日期  raised_on'

# Files that cannot be read are told of, the others are shown.
exits 2 "$SHIJI" columns in/none.csv
printf '\377\377\377' >in/c.csv
exits 1 "$SHIJI" columns in/c.csv in/a.csv
has out 'in/a.csv'
has err 'in/c.csv'
