. "$CLI_TESTS/support.sh"
command -v curl >/dev/null || exit 0
small_input input
port=$((20000 + $$ % 20000))
"$SHIJI" watch -t "$templates" --port $port >said 2>told &
watch=$!
trap 'kill $watch 2>/dev/null || :' EXIT
at=http://127.0.0.1:$port

# built COUNT: waits until so many builds have been made.
built() {
    tries=0
    until [ "$(curl -s "$at/reload")" = "$1" ]; do
        tries=$((tries + 1))
        [ $tries -lt 100 ] || {
            echo "not built $1 times"
            exit 1
        }
        sleep 0.1
    done
}
built 1

# What programs keep beside the file being edited changes nothing.
touch input/.problems.csv.swp input/problems.csv~ 'input/~$problems.csv' \
    'input/.~lock.problems.csv#'
# An editor writes anew and renames.
cp input/problems.csv input/.new
echo 'W-8,改名,区住建局,2025-10-11,,办理中' >>input/.new
mv input/.new input/problems.csv
built 2
has output/site/2025-10/data/problems.csv W-8

# What is broken is told, the site stays, and the next change mends it.
printf 'key,value\nno_such_key,1\n' >input/settings.csv
built 3
has told '[setting-unknown]'
has output/site/2025-10/data/problems.csv W-8
rm input/settings.csv
built 4

# A month folder made while watching is watched too.
mkdir input/2025-11
built 5
sed 's/2025-1[01]/2025-11/g; s/W-/V-/' input/problems.csv \
    >input/2025-11/problems.csv
built 6
has output/site/2025-11/data/problems.csv V-1
[ ! -e output/internal ]
