# The page of what was read says each fault once, with all its places by file
# and column, what is most often first; the public page quotes no cell.
. "$CLI_TESTS/support.sh"

mkdir -p input/2025-10
{
    echo 问题编号,问题名称,责任单位,提出时间,办理状态
    echo ZD-2025-001,进场道路未打通,区住建局,2025-13-01,办理中
    echo ZD-2025-002,路灯不亮,区住建局,2025-10-08,办理中
    echo ZD-2025-003,桥面破损,区住建局,2025-02-30,办理中
    echo ZD-2025-004,,区住建局,2025-10-09,办理中
} >input/2025-10/problems.csv
sed '1!s/ZD-2025-/ZD-2026-/' input/2025-10/problems.csv \
    >input/2025-10/problems-more.csv

for edition in public internal; do
    exits 1 "$SHIJI" build -t "$templates" -m 2025-10 --partial 试验 -e $edition
done
page=2025-10/quality.md
has output/site/$page '搁置6行，未计入任何数；2个文件读入8行，采用2行。'
has output/site/$page '搁置的行和文件：6处'
has output/site/$page '2025-10/problems-more.csv 提出时间 D2、D4; 2025-10/problems.csv 提出时间 D2、D4 |'
has output/internal/$page '2025-10/problems.csv 提出时间 D2（2025-13-01）、D4（2025-02-30） |'
for site in site internal; do
    grep -E '\| (date-invalid|cell-missing) \|' output/$site/$page |
        sed 's/.*| \([0-9]*\) | \([a-z-]*\) |/\1 \2/' >order
    printf '4 date-invalid\n2 cell-missing\n' | diff - order
done
