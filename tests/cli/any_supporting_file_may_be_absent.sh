. "$CLI_TESTS/support.sh"

# builds NAME: both editions of the folder pass their gates, dead links among
# them.
builds() {
    for edition in public internal; do
        exits 0 "$SHIJI" build -q -i input -o "out-$1" -e "$edition" \
            -m 2025-10 -t "$templates"
    done
}

# absent NAME PAGE: nothing of the page, no link to it, no figure of the
# ledger.
absent() {
    for site in site internal; do
        month=out-$1/$site/2025-10
        [ ! -e "$month/$2.html" ] || { echo "$month has $2.html"; exit 1; }
        [ ! -e "$month/$2.md" ] || { echo "$month has $2.md"; exit 1; }
        lacks "$month/index.html" "href=\"$2.html\""
        lacks "$month/index.html" "data-figure=\"$1."
        lacks "$month/data/summary.json" "\"$1."
    done
}

sample=$CLI_TESTS/../../input
for name in cadres mentoring projects evaluations outcomes indicators; do
    rm -rf input
    cp -r "$sample" input
    rm -f input/2025-*/"$name".csv
    builds "$name"
    case $name in
    outcomes) absent outcomes results ;;
    evaluations) lacks out-evaluations/internal/2025-10/achievements.html 总分 ;;
    *) absent "$name" "$name" ;;
    esac
done

[ ! -e out-cadres/internal/2025-10/achievements.html ]
[ ! -e out-cadres/internal/2025-10/cadre-g01.html ]
[ -e out-projects/internal/2025-10/cadre-g01.html ]
[ ! -e out-projects/site/2025-10/cadres.html ]
