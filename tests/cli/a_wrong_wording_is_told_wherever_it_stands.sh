. "$CLI_TESTS/support.sh"
small_input input
echo 'W-4,征迁安置方案未定,区住建局,2025-10-09,,办理中' >>input/problems.csv
echo 'W-5,征迁进度慢，拆迁户过渡费未发,区住建局,2025-10-09,,办理中' >>input/problems.csv
mkdir input/codes
printf 'wrong,right\n拆迁,征迁\n征迁,征迁安置\n' >input/codes/replacements.csv
printf '截至10月底：\n拆迁工作已完成{{problems.solved}}项。\n' >input/summary.md
cp -r "$templates" mine
printf '<p>拆迁</p>\n' >>mine/pages/method.html
lines=$(wc -l <mine/pages/method.html)
exits 0 "$SHIJI" build -t mine
has err 'input/problems.csv:6:2: warning: B6 问题名称 "征迁进度慢，拆迁户过渡费未发": 用词“拆迁”应为“征迁”'
has err 'input/problems.csv:6:2: warning: B6 问题名称 "征迁进度慢，拆迁户过渡费未发": 用词“征迁”应为“征迁安置”'
lacks err 'input/problems.csv:5:'
has err 'input/summary.md:2:1: warning: "拆迁工作已完成{{problems.solved}}项。": 用词“拆迁”'
has err "mine/pages/method.html:$lines:1: warning: "
