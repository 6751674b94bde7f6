. "$CLI_TESTS/support.sh"

exits 0 "$SHIJI" build -i "$CLI_TESTS/../../input" -m 2025-10 -t "$templates"
month=output/site/2025-10
tr -d ' \n' <$month/data/summary.json >summary

# figure ID VALUE: the figure is there, with that value.
figure() {
    grep -o "\"$1\":{[^}]*}" summary >figure || {
        echo "no figure $1"
        exit 1
    }
    has figure "\"value\":$2,"
}

figure cadres.total 50
figure problems.raised 137
figure problems.solved 132
has summary '"key":"矛盾化解","carried":0,"raised":17,"solved":17,'
figure suggestions.submitted 42
figure suggestions.adopted 10
figure reports.submitted 93
figure reports.converted 24
figure mentoring.symposia 4
figure mentoring.one_to_one 206
figure projects.signed 93
figure projects.started 55
figure projects.accelerated 23
figure outcomes.promoted 20
figure outcomes.rank 18
figure indicators.technicians 30
figure indicators.customers 25
figure indicators.homestays 12
figure indicators.start-rank 1
figure indicators.cluster-rank 1
figure indicators.award 800

# Every list a figure names is there.
grep -o '"records":"[^"]*"' summary | cut -d '"' -f 4 >pages
while read -r page; do
    [ -e "$month/${page%%#*}" ] || {
        echo "no $page"
        exit 1
    }
    [ "$page" = "${page%%#*}" ] || has "$month/${page%%#*}" "id=\"${page#*#}\""
done <pages
