#include "cli/help_texts.h"

#define SAME(term) \
    {              \
        term, term \
    }

const struct guide_line guide_steps[GUIDE_STEPS] = {
    {{"收台账", "collect"},
     {"把当月收到的台账放进 input/2025-11 这样的月份文件夹，CSV 或 TXT，"
      "编码不限；第一次使用先运行 shiji init input",
      "put what was received this month into a month folder such as "
      "input/2025-11, CSV or TXT in any encoding; the first time, run shiji "
      "init input"}},
    {{"查问题", "check"},
     {"shiji check 逐条列出文件、行、单元格、问题和改法，可原样发回填报单位；"
      "改好后再查",
      "shiji check names file, line, cell, fault and remedy, fit to be sent "
      "back; check again when they are corrected"}},
    {{"发月报", "publish"},
     {"shiji build 生成公开版，双击 output/site/index.html 打开；"
      "shiji build -e internal 生成内部版，不得上网",
      "shiji build makes the public edition, open output/site/index.html; "
      "shiji build -e internal makes the internal one, never to be put "
      "online"}},
    {{"边改边看", "watch"},
     {"shiji watch -o preview 在本机浏览器里显示，台账或模板一改就更新；"
      "写在另外的文件夹，不动已发布的版本",
      "shiji watch -o preview shows the site on this machine and follows every "
      "change, in a folder apart from what is published"}},
    {{"作修订", "revise"},
     {"已发布的月份确需修改时，shiji build -m 2025-11 --revise \"原因\"；"
      "旧版本会保留",
      "to change a published month, shiji build -m 2025-11 --revise "
      "\"reason\"; the old version is kept"}},
    {{"归档", "archive"},
     {"shiji archive -m 2025-11 做成归档包，shiji verify 日后校验",
      "shiji archive -m 2025-11 makes a bag, shiji verify proves it years "
      "later"}},
};

const struct guide_line guide_files[GUIDE_FILES] = {
    {SAME("input/2025-11/*.csv"),
     {"某月收到的台账，由表头认定，文件名随意",
      "ledgers received for a month; known by their headers, not by name"}},
    {SAME("input/settings.csv"),
     {"报告名称、单位、年度、考评维度", "titles, publisher, year, dimensions"}},
    {SAME("input/targets.csv"), {"各项指标的目标", "targets of figures"}},
    {SAME("input/codes/*.csv"),
     {"单位名录、领域、状态写法、列标题、用词",
      "units, categories, status words, column titles, wordings"}},
    {SAME("input/summary.md"),
     {"手写的导语（可不写）", "a paragraph by hand (optional)"}},
    {SAME("output/site/"),
     {"公开版：index.html 起，每月一个文件夹",
      "the public edition, a folder for each month"}},
    {SAME("output/internal/"),
     {"内部版，含个人信息，不得上网",
      "the internal edition, with personal data"}},
    {SAME("output/archive/"), {"归档包", "bags"}},
};

const struct guide_line guide_variables[GUIDE_VARIABLES] = {
    {SAME("SOURCE_DATE_EPOCH"),
     {"写进报告的生成日期；不设则为数据截止日期",
      "the date written as that of making; else the cutoff"}},
    {SAME("NO_COLOR"), {"提示不用颜色", "messages without colour"}},
    {SAME("LC_ALL, LC_MESSAGES, LANG"),
     {"不是中文时，终端上的提示用英文；网站只由 -l 决定",
      "unless Chinese, messages on a terminal are English; the site follows "
      "-l only"}},
};
