. "$CLI_TESTS/support.sh"
command -v curl >/dev/null || exit 0
small_input input
port=$((20000 + $$ % 20000))
"$SHIJI" watch -t "$templates" --port $port >said 2>told &
watch=$!
trap 'kill $watch 2>/dev/null || :' EXIT
at=http://127.0.0.1:$port
tries=0
until curl -sf "$at/reload" >/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 100 ]
    sleep 0.1
done

# status WANTED ARGUMENT…: of one request, which must not take long.
status() {
    wanted=$1
    shift
    got=$(curl -s -m 4 --path-as-is -o /dev/null -w '%{http_code}' "$@") || :
    [ "$got" = "$wanted" ] || {
        echo "$got, not $wanted: $*"
        exit 1
    }
}

site=output/site
echo secret >secret.txt
ln -s "$PWD/secret.txt" $site/link.txt
ln -s "$PWD" $site/folder
mkfifo $site/pipe.txt
echo hidden >$site/.hidden
for path in /link.txt /folder/secret.txt /pipe.txt /.hidden /2025-10 \
    /../secret.txt /..%2f..%2fsecret.txt /%2e%2e/%2e%2e/secret.txt \
    '/..\..\secret.txt' /2025-10//index.html //etc/passwd /%00 /%zz /%; do
    status 404 "$at$path"
done
status 200 -I "$at/index.html"
status 405 -X DELETE "$at/"
status 400 -H 'Host: evil.example' "$at/"
status 400 -H "Host: 127.0.0.1.evil.example:$port" "$at/"
status 400 -H 'Host:' "$at/"
status 000 -H "X-Long: $(head -c 9000 /dev/zero | tr '\0' a)" "$at/"

# Nobody listens on another address of this machine.
other=$(hostname -I 2>/dev/null | awk '{ print $1 }')
[ -z "$other" ] || status 000 "http://$other:$port/"

# Those who say nothing keep nobody waiting.
if command -v bash >/dev/null; then
    bash -c "for i in 1 2 3 4 5; do exec {fd}<>/dev/tcp/127.0.0.1/$port;
        printf 'GET / HTT' >&\$fd; done; sleep 3" &
    sleep 0.2
    status 200 "$at/2025-10/index.html"
fi

# The port is taken: said, and the other one goes on.
exits 3 "$SHIJI" watch -t "$templates" --port $port
has err '[port-closed]'
status 200 "$at/2025-10/index.html"

kill -INT $watch
wait $watch
trap - EXIT
lacks told error
