. "$CLI_TESTS/support.sh"

# What registers of government sites and search engines read, in both
# languages, and in the public edition alone.
mkdir -p input/2025-10
printf '%s\n' 问题名称,责任单位,提出时间,办理状态 \
    '路灯不亮</script>,区住建局,2025-10-08,办理中' >input/2025-10/problems.csv
printf '%s\n' key,value district,甲区 district_en,Jia '"publisher","甲&乙</script>"' \
    publisher_en,Office site_name,甲区政府网 site_domain,www.example.cn \
    site_id_code,0000000001 column_name,成果 column_description,月报 \
    column_keywords,难题 column_type,政务公开 >input/settings.csv

exits 0 "$SHIJI" build -t "$templates" -q -i input -o zh
month=zh/site/2025-10
for page in zh/site/index $month/index $month/problems $month/print \
    $month/report $month/unit-1; do
    for meta in 'SiteName" content="甲区政府网' \
        'SiteDomain" content="www.example.cn' \
        'SiteIDCode" content="0000000001' 'ColumnName" content="成果' \
        'ColumnDescription" content="月报' 'ColumnKeywords" content="难题' \
        'ColumnType" content="政务公开'; do
        grep -q "<meta name=\"$meta\">" "$page.html"
    done
    [ "$(grep -c '<meta name="description"' "$page.html")" = 1 ]
done
grep -q '<meta name="PubDate" content="2025-10-31">' $month/problems.html
grep -q '<meta name="ContentSource" content="甲&amp;乙&lt;/script&gt;">' \
    $month/problems.html
grep -q '<meta name="description" content=".*1项' $month/method.html
[ "$(grep -l 'application/ld+json' $month/*.html)" = $month/index.html ]
grep -q '"@type":"Dataset".*甲\\u0026乙\\u003c/script\\u003e' $month/index.html

exits 0 "$SHIJI" build -t "$templates" -q -i input -o en -l en
grep -q 'ContentSource" content="Office"' en/site/2025-10/index.html
grep -q '"name":"Jia"' en/site/2025-10/index.html

exits 0 "$SHIJI" build -t "$templates" -q -i input -o zh -e internal
! grep -q 'SiteName\|ArticleTitle\|ld+json' zh/internal/2025-10/*.html
