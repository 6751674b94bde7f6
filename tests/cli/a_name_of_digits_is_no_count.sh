. "$CLI_TESTS/support.sh"

# Units, fields and titles that hold digits, or nothing else, are names: no
# gate takes them for counts, and the month is published.
mkdir -p input/2025-10
cat >input/2025-10/problems.csv <<'EOT'
问题编号,问题名称,问题类别,责任单位,提出时间,办理状态,办结时间,协办单位
1,3号楼,12,12345热线,2025-10-08,办理中,,110中心
2,2025年,3号楼,12345热线,2025-09-08,已办结,2025-10-01,7
3,14,12,110中心,2025-09-08,已办结,2025-10-01,
4,15,5G,7,2025-09-08,已办结,2025-10-01,
EOT
cat >input/2025-10/projects.csv <<'EOT'
项目编号,项目名称,责任单位,签约时间,开工时间,总投资,项目类别
1,3号楼,12345热线,2025-03-08,2025-05-01,12,12
EOT
exits 0 "$SHIJI" build -t "$templates"
has output/site/2025-10/units.html '12345热线'
