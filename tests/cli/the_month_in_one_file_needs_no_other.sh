# report.html and report.md: the whole month, no request, no link out.
. "$CLI_TESTS/support.sh"
exits 0 "$SHIJI" build -i "$CLI_TESTS/../../input" -t "$templates"
month=output/site/2025-10
for edition in public internal; do
    [ "$edition" = public ] || {
        exits 0 "$SHIJI" build -e internal -i "$CLI_TESTS/../../input" \
            -t "$templates"
        month=output/internal/2025-10
    }
    one=$month/report.html
    # Every link is an anchor; nothing else asks for anything.
    if grep -oE '[[:space:]](href|src|srcset|action|data|poster)="[^"]*"' $one |
        grep -vE '^[[:space:]]href="(#[^"]+|data:,)"$'; then
        exit 1
    fi
    if grep -oiE '<(script|img|iframe|object|embed|form|base)[ >]|@import|url\(' \
        $one; then
        exit 1
    fi
    # Anchors stand once, and each link has one.
    grep -oE ' id="[^"]+"' $one | sed 's/ id="//; s/"//' | sort >ids
    [ -z "$(uniq -d ids)" ]
    grep -oE 'href="#[^"]+"' $one | sed 's/href="#//; s/"//' | sort -u >links
    [ -z "$(comm -23 links ids)" ]
    # The style is the one the policy names.
    style=$(sed -n '/<style>/,/<\/style>/p' $one |
        sed 's/.*<style>//; s/<\/style>.*//' | head -c -1 | sha256sum |
        cut -c 1-64 | sed 's/../\\x&/g')
    # shellcheck disable=SC2059
    has $one "style-src 'sha256-$(env printf "$style" | base64)'"
    # The pages of the navigation are parts; how is counted stands on the site.
    for page in index problems suggestions reports units quality; do
        has $one "<section class=\"page\" id=\"$page\""
        has $month/report.md "<!-- part: $page -->"
    done
    # What is left out is not named as if it were there: the navigation and
    # the table of contents lead, and so does all that is said of the way.
    if sed -n '/<nav/,/<\/nav>/p' $one | grep '<a>'; then
        exit 1
    fi
    if grep -oE '<a class="only-screen">[^<]*' $one; then
        exit 1
    fi
    sed -n '1,/part: index/p' $month/report.md >contents
    if grep '^- ' contents | grep -vE '^- \[[^]]+\]\(#[^)]+\)$'; then
        exit 1
    fi
    # A chart stands once.
    sed -n 's/.*<h4 id="[^"]*">\(.*\)<\/h4>.*/\1/p' $one | sort >charts
    [ -z "$(uniq -d charts)" ]
    # Lines are broken between what a cell says, not behind it.
    if grep -nE '<br> *\|' $month/*.md; then
        exit 1
    fi
    has $one 'data-figure="problems.solved">132<'
    lacks $month/report.md '](data/'
    lacks $month/report.md '.md)'
done
[ "$(wc -c <output/site/2025-10/report.html)" -le 614400 ]
has output/internal/2025-10/report.html '内部资料 注意保存'
has output/internal/2025-10/report.md '内部资料 注意保存'
has output/site/2025-10/problems.html 'href="report.html"'
has output/site/2025-10/problems.md '](report.md)'
