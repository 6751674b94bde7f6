. "$CLI_TESTS/support.sh"
# Without an argument the program says what lies here and what to type next.
exits 2 "$SHIJI"
has err '[command-missing]'
has err 'shiji init 台账'
exits 2 "$SHIJI" start
has err 'shiji init 台账'
small_input 收到的/2025-10
(cd 收到的 && "$SHIJI") >here
has here '本文件夹 中有 1 个台账文件'
has here 'shiji check -i .'
small_input 台账/2025-10
exits 0 "$SHIJI"
has out '台账 中有 1 个台账文件，最新的月份文件夹是2025年10月'
has out 'shiji check -i 台账'
exits 2 "$SHIJI" start nowhere

command -v curl >/dev/null || exit 0
port=$((20000 + $$ % 20000))
"$SHIJI" start -t "$templates" --port $port >said 2>err &
start=$!
trap 'kill $start' EXIT
at=http://127.0.0.1:$port
tries=0
until curl -sf "$at/" >page; do
    tries=$((tries + 1))
    [ $tries -lt 100 ]
    sleep 0.1
done
has said "$at/"
has err 'Ctrl+C'
has page '没有发现问题'
has page '读入 3 = 采用 3'
[ ! -e output ]
token=$(sed -n 's/.*name="token" value="\([0-9a-f]*\)".*/\1/p' page)
[ ${#token} = 32 ]

# No other page can press the button.
code() { curl -s -o /dev/null -w '%{http_code}' "$@"; }
[ "$(code "$at/build")" = 403 ]
[ "$(code "$at/build?token=$(echo "$token" | tr 0-9a-f 1-9a-f0)")" = 403 ]
[ "$(code -H 'Host: evil.example' "$at/build?token=$token")" = 400 ]
[ ! -e output ]

curl -sf "$at/build?token=$token" >page
has page '已发布。'
has page 'href="/index.html"'
curl -sf "$at/2025-10/index.html" | cmp - output/site/2025-10/index.html

# What is wrong stands on the page, escaped; a revision wants its reason.
sed -i 's/道路破损,区交通局,2025-09-11/<b>道路\&,区交通局,2025-13-11/' \
    台账/2025-10/problems.csv
curl -sf "$at/" >page
has page '[date-invalid]'
lacks page '<b>'
lacks page 'name="reason"'
curl -sf "$at/build?token=$token" >page
has page '未发布'
has page 'name="reason"'
curl -sf -G --data-urlencode 'reason=更正 W-3+&' "$at/build?token=$token" >page
has page '已发布。'
has output/site/history.jsonl '更正 W-3+&'
