. "$CLI_TESTS/support.sh"
command -v curl >/dev/null || exit 0
small_input input
port=$((20000 + $$ % 20000))
"$SHIJI" watch -t "$templates" --port $port >out 2>err &
watch=$!
trap 'kill $watch' EXIT
at=http://127.0.0.1:$port
tries=0
until curl -sf "$at/reload" >was; do
    tries=$((tries + 1))
    [ $tries -lt 100 ]
    sleep 0.1
done
curl -sf "$at/2025-10/index.html" | cmp - output/site/2025-10/index.html
for path in /../input/problems.csv /%2e%2e/README.md //etc/passwd /.x; do
    [ "$(curl -s --path-as-is -o /dev/null -w '%{http_code}' "$at$path")" \
        = 404 ]
done
[ "$(curl -s -o /dev/null -w '%{http_code}' -X POST "$at/")" = 405 ]
[ "$(curl -s -o /dev/null -w '%{http_code}' -H 'Host: evil.example' "$at/")" \
    = 400 ]
echo 'W-7,新增,区住建局,2025-10-11,,办理中' >>input/problems.csv
tries=0
until curl -sf "$at/reload" | { ! cmp -s - was; }; do
    tries=$((tries + 1))
    [ $tries -lt 100 ]
    sleep 0.1
done
has output/site/2025-10/data/problems.csv 'W-7'
