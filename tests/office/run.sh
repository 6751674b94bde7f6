#!/bin/sh
# What office programs make of the files we write, and we of theirs: LibreOffice
# without a window, openpyxl, xlsxwriter.  No part of "make test".
set -eu
cd "$(dirname "$0")"
top=$(cd ../.. && pwd)
: "${SHIJI:=$top/build/shiji}"
support=$top/tests/support
export SHIJI

"$support/setup.sh" office
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
HOME=$work/home # where LibreOffice keeps what it likes
export HOME
mkdir -p "$HOME/.config/fontconfig"

# A machine of ours has none of the fonts an office has; one that is as wide
# stands in for them, so that lines and sheets are those of an office.
{
    echo '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
    for font in 仿宋_GB2312 楷体_GB2312 方正小标宋简体 宋体 黑体; do
        echo "<match><test name='family'><string>$font</string></test>" \
            "<edit name='family' mode='assign' binding='strong'>" \
            "<string>Noto Serif CJK SC</string></edit></match>"
    done
    echo '</fontconfig>'
} >"$HOME/.config/fontconfig/fonts.conf"

# Debian's packages are for Debian's python.
python=/usr/bin/python3

# office FORMAT FOLDER FILE…: what LibreOffice saves
office() {
    format=$1
    folder=$2
    shift 2
    soffice --headless --convert-to "$format" --outdir "$folder" "$@" \
        >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
}

build() {
    "$SHIJI" build -q -m 2025-10 -t "$top/templates" "$@"
}

prove() {
    echo "office: $1"
}

build -i "$top/input" -o "$work/site"
build -i "$top/input" -o "$work/site" -e internal
month=$work/site/site/2025-10

prove "brief.docx is opened, has at most 5 sheets and says what print.html says"
office pdf "$work/pdf" "$month/brief.docx"
sheets=$(pdfinfo "$work/pdf/brief.pdf" | sed -n 's/^Pages: *//p')
[ "$sheets" -le 5 ] || { echo "$sheets sheets"; exit 1; }
pdftotext -raw "$work/pdf/brief.pdf" - | grep -v '^ *— [0-9]* —' |
    tr -d '\n\f  ' >"$work/printed"
python3 "$support/office.py" --words "$month/print.html" |
    tr -d '\n' >"$work/shown"
cmp "$work/printed" "$work/shown"

prove "every sheet of tables.xlsx is the CSV of its ledger"
"$python" readers.py openpyxl "$month/data"
csv='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
office "$csv" "$work/sheets" "$month/data/tables.xlsx"
"$python" readers.py sheets "$month/data" "$work/sheets"

prove "an empty ledger comes back as it was filled in"
"$SHIJI" init -q --xlsx "$work/new" >"$work/said"
cat >"$work/rows.csv" <<'EOT'
问题编号,问题名称,所属领域,责任单位,配合单位,责任人,涉及企业（项目）,提出时间,办理时限,办结时间,办理状态,解决措施,工作成效,问题来源
0001,供水管网改造,基层治理,区住建局,,张三,,2025-10-08,2025-10-30,2025-10-20,已办结,,,
0002,用工短缺,企业发展,区人社局,,李四,甲公司,2025-10-09,2025-11-30,,办理中,组织招聘会,,
EOT
python3 "$support/workbooks.py" fill "$work/new/problems.xlsx" \
    "$work/rows.csv" "$work/filled.xlsx"
office 'xlsx:Calc MS Excel 2007 XML' "$work/saved" "$work/filled.xlsx"
"$python" writers.py again "$work/filled.xlsx" "$work/saved/openpyxl.xlsx"
"$SHIJI" clean -q "$work/rows.csv" >"$work/rows.clean"
for file in "$work"/saved/*.xlsx; do
    "$SHIJI" clean -q "$file" >"$work/back.clean"
    cmp "$work/rows.clean" "$work/back.clean"
done

prove "the sample saved by others gives the same site"
for program in openpyxl xlsxwriter libreoffice; do
    "$python" writers.py folder $program "$top/input" "$work/$program"
    if [ $program = libreoffice ]; then
        # All at once, for it takes long to start: under names of their own.
        mkdir "$work/flat"
        find "$work/$program" -name '*.xlsx' >"$work/files"
        number=0
        while read -r file; do
            number=$((number + 1))
            cp "$file" "$work/flat/$number.xlsx"
        done <"$work/files"
        office 'xlsx:Calc MS Excel 2007 XML' "$work/resaved" "$work"/flat/*
        number=0
        while read -r file; do
            number=$((number + 1))
            mv "$work/resaved/$number.xlsx" "$file"
        done <"$work/files"
    fi
    for edition in public internal; do
        build -i "$work/$program" -o "$work/$program-site" -e $edition
    done
    for edition in site internal; do
        (cd "$work/site/$edition" && find . -type f) |
            grep -v 'MANIFEST\|history\|quality\|2025-10/report' |
            while read -r file; do
                cmp "$work/site/$edition/$file" \
                    "$work/$program-site/$edition/$file"
            done
    done
done
echo "office: all passed"
