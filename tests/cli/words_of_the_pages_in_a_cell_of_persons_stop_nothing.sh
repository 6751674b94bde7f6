# Whatever Latin words the pages are made of, one of them in a cell of persons
# is masked in what the ledgers say, and no reason not to publish; a name beside
# it is.
. "$CLI_TESTS/support.sh"
small_input input
exits 0 "$SHIJI" build -t "$templates" --language en
cat $(find output/site -name '*.html' -o -name '*.json' -o -name '*.md') |
    sed 's/sha256-[^'\'']*//g; s/[0-9a-f]\{6,\}//g' |
    grep -oE '[A-Za-z0-9]+' | grep -E '^[A-Za-z]{2,}$' | sort -u >words
rm -rf output
exits 0 "$SHIJI" build -t "$templates"
cat $(find output/site -name '*.html' -o -name '*.json' -o -name '*.md') |
    sed 's/sha256-[^'\'']*//g; s/[0-9a-f]\{6,\}//g' |
    grep -oE '[A-Za-z0-9]+' | grep -E '^[A-Za-z]{2,}$' | sort -u - words >all
[ "$(wc -l <all)" -gt 300 ]
{
    echo '问题编号,问题名称,责任单位,责任人,提出时间,办理状态'
    nl -n ln all | while read -r number word; do
        echo "X-$number,由 Karl Mayer 与齐沐办,区住建局,$word、齐沐、Karl Mayer,2025-10-08,办理中"
    done
} >input/more.csv
for language in zh en; do
    rm -rf output
    exits 0 "$SHIJI" build -t "$templates" --language $language
    if grep -rE '齐沐|Karl|Mayer' output; then exit 1; fi
done
