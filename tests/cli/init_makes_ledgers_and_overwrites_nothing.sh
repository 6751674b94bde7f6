. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" init mine/new
for file in problems.csv suggestions.csv reports.csv settings.csv README.md \
    codes/units.csv; do
    [ -s mine/new/$file ]
done
echo 自己写的 >mine/new/README.md
exits 0 "$SHIJI" init mine/new
has mine/new/README.md 自己写的
exits 0 "$SHIJI" check -i mine/new

# What it made is understood, but holds nothing to publish yet.
lacks err note
exits 2 "$SHIJI" build -i mine/new -t "$templates"
has err '[month-unknown]'
[ ! -e output ]
exits 2 "$SHIJI" build -i mine/new -t "$templates" -m 2025-10
has err '[data-missing]'
[ ! -e output ]

# Excel takes UTF-8 for it only with a mark; the README is for whoever opens
# the folder.
for file in mine/new/*.csv mine/new/codes/*.csv; do
    [ "$(head -c 3 "$file" | od -An -tx1 | tr -d ' ')" = efbbbf ]
    [ "$(tr -cd '\r' <"$file" | wc -c)" = "$(wc -l <"$file")" ]
done
exits 0 "$SHIJI" init other -l en
exits 0 "$SHIJI" init another
cmp other/README.md another/README.md
has other/README.md '| problems.csv | 问题台账 | 问题名称、责任单位、提出时间、办理状态 |'
has other/README.md '## Empty sheets'
exits 3 "$SHIJI" init other/README.md
