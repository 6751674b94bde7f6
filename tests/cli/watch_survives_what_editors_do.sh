. "$CLI_TESTS/support.sh"
command -v curl >/dev/null || exit 0
small_input input
port=$((20000 + $$ % 20000))
at=http://127.0.0.1:$port

# soon COMMAND…: within some seconds it succeeds.
soon() {
    tries=0
    until "$@" >/dev/null 2>&1; do
        tries=$((tries + 1))
        [ $tries -lt 200 ] || {
            echo "not so: $*"
            exit 1
        }
        sleep 0.1
    done
}

# It starts broken: the browser is told, and recovers by itself.
printf 'key,value\nno_such_key,1\n' >input/settings.csv
"$SHIJI" watch -t "$templates" --port $port >said 2>told &
watch=$!
trap 'kill $watch 2>/dev/null || :' EXIT
soon curl -s "$at/reload"
has told '[setting-unknown]'
curl -s "$at/" >page
has page 'shiji watch'
curl -sf -H 'Sec-Fetch-Dest: document' "$at/" >page
has page '/reload'
rm input/settings.csv
data=output/site/2025-10/data/problems.csv
soon grep -q W-1 $data
sleep 1
curl -s "$at/reload" >was

# What programs keep beside the file being edited changes nothing.
touch input/.problems.csv.swp input/problems.csv~ 'input/~$problems.csv' \
    'input/.~lock.problems.csv#'
sleep 1
curl -s "$at/reload" | cmp - was

# An editor writes anew and renames.
cp input/problems.csv input/.new
echo 'W-8,改名,区住建局,2025-10-11,,办理中' >>input/.new
mv input/.new input/problems.csv
soon grep -q W-8 $data

# What is broken is told, the site stays, and the next change mends it.
printf 'key,value\nno_such_word,1\n' >input/settings.csv
soon grep -q no_such_word told
has $data W-8
rm input/settings.csv

# A month folder made while watching is watched too.
mkdir input/2025-11
sed 's/2025-1[01]/2025-11/g; s/W-/V-/' input/problems.csv \
    >input/2025-11/problems.csv
soon grep -q V-1 output/site/2025-11/data/problems.csv
sed 's/V-/U-/' input/2025-11/problems.csv >input/2025-11/.new
mv input/2025-11/.new input/2025-11/problems.csv
soon grep -q U-1 output/site/2025-11/data/problems.csv
[ ! -e output/internal ]

# The input folder itself is removed and made again, or another takes its
# place.
cp -r input again
rm -r input
soon grep -q input-missing told
cp -r again input
echo 'U-3,又来,区住建局,2025-11-12,,办理中' >>input/2025-11/problems.csv
soon grep -q U-3 output/site/2025-11/data/problems.csv
echo 'U-4,替换,区住建局,2025-11-12,,办理中' >>again/2025-11/problems.csv
mv input old
mv again input
soon grep -q U-4 output/site/2025-11/data/problems.csv
