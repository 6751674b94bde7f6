#!/bin/sh
# An indicator stands until its next value, with its month; it is held neither
# against this year's target nor against this year's ledgers.  What is carried
# over from the year before is no fault of a row, and goes with the brief.
set -eu
mkdir -p input/2025-12 input/2026-01
printf 'key,value\nyear_start,2026-01\n' >input/settings.csv
printf 'figure,target\nindicators.award,20\n' >input/targets.csv
printf '编号,问题,责任单位,状态,提出日期,完成期限\nW2,井盖缺失,城管局,在办,2025-12-03,2026-02-01\n' \
    >input/2026-01/problems.csv
printf '指标代码,指标名称,月份,数值,计量单位,来源,核对\naward,获奖,2025-12,12,项,区委办,problems.solved\n' \
    >input/2025-12/indicators.csv
"$SHIJI" build -l zh -m 2026-01 2>said
! grep -q 'date-outside\|claim-mismatch' said
page=output/site/2026-01/indicators.md
grep -q '| 获奖 | 12 | 项 | 2025-12 |' "$page"
! grep -q '完成60\|与台账' "$page"
! grep -q '获奖12项' output/site/2026-01/index.md
sed 's/<[^>]*>//g' output/site/2026-01/print.html | grep -q '^1.问题台账（上年结转1条）$'
printf '指标代码,指标名称,月份,数值,计量单位,来源,位次\naward,获奖,2026-01,3,项,区委办,\nroad,路网,2026-02,8,公里,区委办,全市第1\n' \
    >input/2026-01/indicators.csv
mkdir input/2026-03
printf '编号,问题,责任单位,状态,提出日期\nW5,路灯,城管局,在办,2026-03-03\n' >input/2026-03/problems.csv
"$SHIJI" build -l zh -m 2026-03 2>said
grep -q '获奖3项（2026年1月）、路网8公里（全市第1，2026年2月）' output/site/2026-03/index.md
