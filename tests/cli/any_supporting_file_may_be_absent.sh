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

# Whatever is there says of which month it speaks; where nothing was reported
# the months still have columns.
rm -rf input output
mkdir -p input/2025-10
cat >input/reports.csv <<EOT
报告编号,报告题目,所在单位,提交时间,转化时间,转化状态
R-1,用工缺口调研,区人社局,2025-10-01,2025-10-08,已转化
EOT
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
has output/site/2025-10/index.md '本月转化报告[1]'
printf '填报单位：区人社局,,,,\n问题编号,问题名称,责任单位,提出时间,办理状态\n本月无,,,,\n' \
    >input/2025-10/problems.csv
printf 'figure,target\nproblems.solved,10\n' >input/targets.csv
rm -rf output
exits 0 "$SHIJI" build -t "$templates" -m 2025-10
has output/site/2025-10/problems.md '| 月份 | 提出 | 解决 |'
